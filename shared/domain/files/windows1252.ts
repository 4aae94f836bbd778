/**
 * Windows-1252, the « ANSI » of French Windows: ASCII and Latin-1, but for 0x80–0x9F. Five bytes there mean nothing and are refused,
 * although browsers read them as controls. Source: Microsoft's table cp1252, as published by the Unicode consortium (CP1252.TXT).
 */

/** What the bytes 0x80 to 0x9F mean, by Unicode number; 0 for nothing. */
const FROM_0X80 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
];

const bytes = new Map(FROM_0X80.flatMap((point, index) => (point === 0 ? [] : [[point, 0x80 + index] as const])));

/** The byte of one character, undefined for one that the code page lacks: `€` → 0x80, `é` → 0xE9, `Ł` → undefined. */
export function windows1252Byte(character: string): number | undefined {
  const point = character.codePointAt(0);
  if (point === undefined) return undefined;
  const isItself = point < 0x80 || (point >= 0xa0 && point <= 0xff);
  return isItself ? point : bytes.get(point);
}

/** The character of one byte, undefined for the five that mean nothing: 0xE9 → `é`, 0x81 → `undefined`. */
export function windows1252Character(byte: number): string | undefined {
  const isHigh = byte >= 0x80 && byte < 0xa0;
  const point = isHigh ? FROM_0X80[byte - 0x80] : byte;
  return point === undefined || (isHigh && point === 0) ? undefined : String.fromCodePoint(point);
}
