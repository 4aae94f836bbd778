/**
 * The few things this folder does to XML as text. The parts of a workbook are edited in place: what is not understood is kept
 * byte for byte, which no reading and writing again of a whole document would promise.
 */

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of an element or attribute, entities resolved. */
export function unescaped(xml: string): string {
  if (!xml.includes('&')) return xml;
  return xml.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return entities[name ?? ''] ?? whole;
  });
}

/** Text made safe for an element or a double-quoted attribute. Line breaks and tabs of attributes are written as references. */
export function escaped(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (char) => {
    switch (char) {
      case '&':
        return '&amp;';
      case '<':
        return '&lt;';
      case '>':
        return '&gt;';
      case '"':
        return '&quot;';
      default:
        return `&#${char.charCodeAt(0)};`;
    }
  });
}

const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000d-\u001f\ufffe\uffff]/g;

/** Text of a cell: characters that XML cannot carry in the `_xHHHH_` form of the format, which is itself protected. */
export function cellText(text: string): string {
  const coded = text
    .replace(/_x([0-9A-Fa-f]{4})_/g, '_x005F_x$1_')
    .replace(UNWRITABLE, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
  return coded.replace(/[&<>]/g, (char) => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : '&gt;'));
}

/** The `_xHHHH_` forms of a text resolved. */
export function decoded(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

/** Inverse of {@link cellText}. */
export function textOfCell(xml: string): string {
  return decoded(unescaped(xml));
}

/** Patterns by element or attribute name: a sheet of 300,000 cells asks for the same few again and again. */
function once(make: (name: string) => RegExp): (name: string) => RegExp {
  const made = new Map<string, RegExp>();
  return (name) => {
    const known = made.get(name) ?? make(name);
    made.set(name, known);
    return known;
  };
}

const attributePattern = once((name) => new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`));
const presentPattern = once((name) => new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`));
const openPattern = once((name) => new RegExp(`<${name}(?=[\\s/>])(?:[^>"']|"[^"]*"|'[^']*')*>`));

/** Value of an attribute in the text of a tag or of its attributes, or undefined. */
export function attribute(tag: string, name: string): string | undefined {
  const match = attributePattern(name).exec(tag);
  return match ? unescaped(match[1] ?? match[2] ?? '') : undefined;
}

/** The tag with that attribute set, added at its end, or removed when `value` is undefined. */
export function withAttribute(tag: string, name: string, value: string | undefined): string {
  const written = value === undefined ? '' : ` ${name}="${escaped(value)}"`;
  const present = presentPattern(name);
  if (present.test(tag)) return tag.replace(present, () => written);
  return tag.replace(/\s*(\/?>)?$/, (end) => `${written}${end.trim()}`);
}

/** The first element `name` with what it holds, its place included, or undefined. Elements that nest themselves are not for it. */
export function element(
  xml: string,
  name: string,
): { readonly start: number; readonly end: number; readonly tag: string; readonly inner: string } | undefined {
  const open = openPattern(name).exec(xml);
  if (!open) return undefined;
  const start = open.index;
  const afterTag = start + open[0].length;
  if (open[0].endsWith('/>')) return { start, end: afterTag, tag: open[0], inner: '' };
  const close = xml.indexOf(`</${name}>`, afterTag);
  if (close < 0) return undefined;
  return { start, end: close + name.length + 3, tag: open[0], inner: xml.slice(afterTag, close) };
}

/** Every opening tag `name` in the text, in order. */
export function tagsNamed(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(openPattern(name), 'g'))].map(([tag]) => tag);
}

/** The XML with every tag `name` replaced. */
export function mapTags(xml: string, name: string, change: (tag: string) => string): string {
  return xml.replace(new RegExp(openPattern(name), 'g'), change);
}

/** Adds an item at the end of a counted list (`<fonts count="2">…`), and counts it. Answers the new XML and the place of the item. */
export function withItem(
  xml: string,
  list: string,
  item: string,
): { readonly xml: string; readonly index: number } | undefined {
  const found = element(xml, list);
  if (!found) return undefined;
  const index = Number(attribute(found.tag, 'count') ?? 0);
  const tag = withAttribute(found.tag.replace(/\s*\/>$/, '>'), 'count', String(index + 1));
  return { xml: `${xml.slice(0, found.start)}${tag}${found.inner}${item}</${list}>${xml.slice(found.end)}`, index };
}

/** Namespaces of the parts that this folder reads, whose elements some writers give a prefix. */
const READ =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/(?:spreadsheetml|package)|purl\.oclc\.org\/ooxml\/(?:spreadsheetml|package))\//;
const PREFIXED_ROOT =
  /^(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*<([\w.-]+):[\w.-]+(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)>/;

/**
 * The part with the elements of its own namespace written bare, as Excel writes them: `<x:row xmlns:x="…">` → `<row xmlns="…">`. Other
 * parts, and those that are bare already, come back as they were.
 */
export function unprefixed(xml: string): string {
  const [, prefix, attributes = ''] = PREFIXED_ROOT.exec(xml) ?? [];
  if (prefix === undefined || attribute(attributes, 'xmlns') !== undefined) return xml;
  if (!READ.test(attribute(attributes, `xmlns:${prefix}`) ?? '')) return xml;
  const named = prefix.replaceAll('.', '\\.');
  return xml
    .replace(new RegExp(`<(/?)${named}:`, 'g'), '<$1')
    .replace(new RegExp(`(\\s)xmlns:${named}(?=\\s*=)`), '$1xmlns');
}
