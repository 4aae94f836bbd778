/** One element of an XML file: names keep their prefix, text is trimmed. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

const PIECE = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<[^>]*>|[^<]+/y;
const TAG = /^<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*"[^"<]*")*)\s*(\/?)>$/;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*"([^"]*)"/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The root element of a manifest. Reads what manifests are made of: elements, attributes in double quotes, text,
 * comments and the five entities. Throws when the text is not well formed, with the place.
 */
export function readXml(source: string): XmlElement {
  const top: OpenElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  PIECE.lastIndex = 0;
  for (let at = 0; at < source.length; at = PIECE.lastIndex) {
    const piece = PIECE.exec(source)?.[0];
    if (piece === undefined) throw malformed(source, at);
    if (!take(piece, open)) throw malformed(source, at);
  }
  const [root, ...others] = top.children;
  if (!root || others.length > 0 || open.length > 1) throw malformed(source, source.length);
  return root;
}

/** Every element of the tree named `name`, in the order of the file. */
export function elementsNamed(root: XmlElement, name: string): readonly XmlElement[] {
  return elementsUnder(root).filter((element) => element.name === name);
}

/** The element and all those below it, in the order of the file. */
export function elementsUnder(root: XmlElement): readonly XmlElement[] {
  return [root, ...root.children.flatMap(elementsUnder)];
}

function take(piece: string, open: OpenElement[]): boolean {
  const current = open.at(-1);
  if (!current || piece.startsWith('<!--') || piece.startsWith('<?')) return true;
  if (!piece.startsWith('<')) {
    current.text = (current.text + unescape(piece)).trim();
    return open.length > 1 || piece.trim() === '';
  }
  const [, closing, name, attributes = '', selfClosed] = TAG.exec(piece) ?? [];
  if (name === undefined) return false;
  if (closing) return open.length > 1 && open.pop()?.name === name;
  const element: OpenElement = { name, attributes: attributesOf(attributes), children: [], text: '' };
  current.children.push(element);
  if (!selfClosed) open.push(element);
  return true;
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, unescape(value)]));
}

function unescape(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
}

function malformed(source: string, at: number): Error {
  return new Error(`XML mal formé, ligne ${source.slice(0, at).split('\n').length}.`);
}
