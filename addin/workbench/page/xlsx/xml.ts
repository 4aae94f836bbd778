/** The little of XML that an .xlsx part needs: written as text, read as a tree. */

export interface Element {
  /** Without its prefix: parts written by others may put one on everything. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** The text directly inside. */
  readonly text: string;
}

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element as text; an attribute that is `undefined` is left out, `true` is `1` and `false` is `0`. */
export function tag(name: string, attributes: Attributes = {}, ...inner: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(typeof value === 'boolean' ? Number(value) : value))}"`)
    .join('');
  const content = inner.join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

export const escaped = (text: string): string =>
  text.replace(/[&<>"\n\t]/g, (character) => ENTITIES[character] ?? character);

/** A text as spreadsheets store it: characters XML refuses as `_x000B_`, and what looks like that already as itself. */
export const stored = (text: string): string => escaped(storable(text));

/** The same for an attribute, that {@link tag} escapes. */
export function storable(text: string): string {
  return text
    .replace(/_x[0-9A-Fa-f]{4}_/g, (found) => `_x005F${found}`)
    .replace(/[^\t\n\u0020-\uFFFD]/gu, (character) =>
      character.length > 1 ? character : `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}

export const unstored = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

export function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-fA-F]+)|#(\d+)|(amp|lt|gt|quot|apos));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name ?? ''] ?? whole;
    },
  );
}

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The attributes of a tag, by their name without prefix but `r:id`, which a plain `id` may stand beside. */
export function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    found[name.startsWith('r:') ? name : name.replace(/^\w+:/, '')] = unescaped(double ?? single ?? '');
  }
  return found;
}

const NODE =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!(?:[^>"']|"[^"]*"|'[^']*')*>|<(\/?)([\w:.-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/g;

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

/** The root element. Throws when tags do not close as they open. */
export function parseXml(xml: string): Element {
  const top: Open = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  for (const [, cdata, closing, prefixed = '', rest = '', selfClosing, text] of xml.matchAll(NODE)) {
    const current = open.at(-1) ?? top;
    const name = prefixed.replace(/^.*:/, '');
    if (text !== undefined || cdata !== undefined) current.text += cdata ?? unescaped(text ?? '');
    else if (prefixed === '') continue;
    else if (closing === '/') {
      if (open.pop()?.name !== name || open.length === 0) throw new SyntaxError(`unexpected </${name}>`);
    } else {
      const element: Open = { name, attributes: attributesOf(rest), children: [], text: '' };
      current.children.push(element);
      if (selfClosing !== '/') open.push(element);
    }
  }
  const root = top.children[0];
  if (!root || open.length > 1) throw new SyntaxError('an XML part is cut short');
  return root;
}

/** The first child of that name; nested names one after the other. */
export function child(element: Element | undefined, ...names: readonly string[]): Element | undefined {
  return names.reduce((found, name) => found?.children.find((each) => each.name === name), element);
}

export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((each) => each.name === name) ?? [];
}

/** `1` and `true` are true; absent is what is given. */
export function flagOf(value: string | undefined, absent = false): boolean {
  return value === undefined ? absent : value === '1' || value === 'true';
}
