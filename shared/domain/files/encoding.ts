/** Text into bytes. */
import { windows1252Byte } from './windows1252.ts';

export const encodings = ['utf8Bom', 'utf8', 'windows1252'] as const;
/** `utf8Bom`: UTF-8 that Excel recognises when it opens the file. */
export type Encoding = (typeof encodings)[number];

const REPLACEMENT = 0xfffd;

/** The bytes of one character; half a surrogate pair becomes the replacement character, as everywhere on the web. */
function utf8Bytes(point: number): number[] {
  const code = point >= 0xd800 && point <= 0xdfff ? REPLACEMENT : point;
  const tail = (shift: number) => 0x80 | ((code >> shift) & 0x3f);
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), tail(0)];
  if (code < 0x10000) return [0xe0 | (code >> 12), tail(6), tail(0)];
  return [0xf0 | (code >> 18), tail(12), tail(6), tail(0)];
}

function windowsByte(character: string): number {
  const byte = windows1252Byte(character);
  if (byte === undefined) throw new RangeError('Windows-1252 lacks a character of the text');
  return byte;
}

/** The characters of `text` that the encoding lacks, each once. UTF-8 lacks none. */
export function unencodable(text: string, encoding: Encoding): readonly string[] {
  if (encoding !== 'windows1252') return [];
  return [...new Set(text)].filter((character) => windows1252Byte(character) === undefined);
}

/** `encoded('é', 'windows1252')` → `E9`. A character that the encoding lacks must have been told before: it throws. */
export function encoded(text: string, encoding: Encoding): Uint8Array {
  const bytes: number[] = encoding === 'utf8Bom' ? [0xef, 0xbb, 0xbf] : [];
  for (const character of text) {
    if (encoding === 'windows1252') bytes.push(windowsByte(character));
    else bytes.push(...utf8Bytes(character.codePointAt(0) ?? REPLACEMENT));
  }
  return Uint8Array.from(bytes);
}
