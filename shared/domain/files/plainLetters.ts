/** Letters of Latin Europe in the 26 that every file can hold. */

/** Letters and signs that no decomposition takes apart. */
const spelled: Readonly<Record<string, string>> = {
  Æ: 'AE',
  æ: 'ae',
  Œ: 'OE',
  œ: 'oe',
  Ø: 'O',
  ø: 'o',
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  Ð: 'D',
  ð: 'd',
  Þ: 'TH',
  þ: 'th',
  ß: 'ss',
  ẞ: 'SS',
  ı: 'i',
  Ħ: 'H',
  ħ: 'h',
  Ŧ: 'T',
  ŧ: 't',
  Ŋ: 'N',
  ŋ: 'n',
  Ə: 'E',
  ə: 'e',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '´': "'",
  '`': "'",
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '«': '"',
  '»': '"',
  '“': '"',
  '”': '"',
  '…': '...',
  '№': 'No',
  '°': 'o',
  '€': 'EUR',
};

function plain(character: string): string {
  const base = character.normalize('NFKD').replace(/\p{M}/gu, '');
  return [...base].map((each) => spelled[each] ?? each).join('');
}

/** `unaccented('Łukasz Œuvré')` → `Lukasz OEuvre`. A character without a plain spelling (Cyrillic, ideograms) is left as it is. */
export function unaccented(text: string): string {
  return [...text.normalize('NFC')].map((each) => spelled[each] ?? plain(each)).join('');
}

/** The characters of `text` outside ASCII, each once. */
export function foreignTo(text: string): readonly string[] {
  return [...new Set(text)].filter((character) => character > '~');
}

/** One line, single spaces, none at the ends: what was typed over several lines, or with a tab, stays one cell. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u200b\ufeff]+/gu, ' ').trim();
}

/**
 * `text` over at most `count` fields of `length` characters, cut at a space; undefined when it does not fit. Two parts (an address and its
 * complement) are never joined on one field: `wrapped(['12 rue X', 'Bât. C'], 38, 2)` → `['12 rue X', 'Bât. C']`.
 */
export function wrapped(parts: readonly string[], length: number, count: number): readonly string[] | undefined {
  const fields = parts.flatMap((part) => wrappedPart(part, length));
  const fits = fields.length <= count && fields.every((field) => field.length <= length);
  return fits ? fields : undefined;
}

function wrappedPart(part: string, length: number): string[] {
  const fields: string[] = [];
  for (const word of part.split(' ').filter((each) => each !== '')) {
    const last = fields.at(-1);
    const isRoom = last !== undefined && last.length + 1 + word.length <= length;
    if (isRoom) fields[fields.length - 1] = `${last} ${word}`;
    else fields.push(word);
  }
  return fields;
}
