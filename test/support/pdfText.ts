/** The text of each page of a PDF that PDFKit wrote: enough to read our own documents back, without a tool. */
import { inflateSync } from 'node:zlib';

interface PdfObject {
  /** Dictionary, or whatever stands before a stream. */
  readonly head: string;
  readonly stream: string;
}

/** Every object of the file, by number. */
function objectsOf(bytes: Uint8Array): ReadonlyMap<string, PdfObject> {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const [, number = '', body = ''] of file.matchAll(/(?:^|\n)(\d+) 0 obj\r?\n([\s\S]*?)\r?\nendobj/g)) {
    const [head = '', rest] = body.split(/\r?\nstream\r?\n/);
    const raw = rest?.replace(/\r?\nendstream$/, '');
    const isPacked = head.includes('/FlateDecode');
    const stream = raw === undefined ? '' : isPacked ? inflated(raw) : raw;
    objects.set(number, { head, stream });
  }
  return objects;
}

function inflated(raw: string): string {
  return inflateSync(Buffer.from(raw, 'latin1')).toString('latin1');
}

function utf16(hex: string): string {
  const codes = hex.match(/.{4}/g) ?? [];
  return String.fromCharCode(...codes.map((code) => Number.parseInt(code, 16)));
}

/** What the glyphs of a font mean: `<0000> <001f> [<0041> …]`. */
function glyphsOf(cmap: string): ReadonlyMap<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, first = '', , list = ''] of cmap.matchAll(/<([\da-f]{4})> <([\da-f]{4})> \[([^\]]*)\]/gi)) {
    const meanings = [...list.matchAll(/<([\da-f ]*)>/gi)].map(([, hex = '']) => utf16(hex.replaceAll(' ', '')));
    meanings.forEach((meaning, index) => glyphs.set(Number.parseInt(first, 16) + index, meaning));
  }
  return glyphs;
}

/** The text of each page, one line per text that the document placed. */
export function pdfPages(bytes: Uint8Array): string[] {
  const objects = objectsOf(bytes);
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  for (const { head } of objects.values()) {
    for (const [, name = '', number = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const cmap = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number)?.head ?? '')?.[1] ?? '';
      fonts.set(name, glyphsOf(objects.get(cmap)?.stream ?? ''));
    }
  }
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
  return pages.map(({ head }) => {
    const content = objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream ?? '';
    const pieces = [...content.matchAll(/\/(F\d+) [\d.]+ Tf[\s\S]*?\[([^\]]*)\] TJ/g)].map(
      ([, font = '', shown = '']) => {
        const codes = [...shown.matchAll(/<([\da-f]+)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
        return codes.map((code) => fonts.get(font)?.get(Number.parseInt(code, 16)) ?? '\ufffd').join('');
      },
    );
    // Words come one by one: what ends in a space or a hyphen goes on.
    return pieces.join('\n').replace(/([ -])\n/g, '$1');
  });
}
