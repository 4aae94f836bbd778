/** Bytes of a file that somebody gives, as text: its encoding is guessed from them. */
import type { Encoding } from '../../files/encoding.ts';
import { windows1252Character } from '../../files/windows1252.ts';

/** A longer model is no model: its first line is enough. */
const MOST_BYTES = 262_144;
const REPLACEMENT = '\ufffd';

export interface DecodedText {
  readonly text: string;
  /** Null when nothing tells: no mark, and no letter outside ASCII. */
  readonly encoding: Encoding | null;
}

function begins(bytes: Uint8Array, ...signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Bytes of a character that begins with `lead`, and the bits that the lead gives; undefined for no lead. */
function leadOf(lead: number): { readonly length: number; readonly bits: number; readonly least: number } | undefined {
  if (lead < 0x80) return { length: 1, bits: lead, least: 0 };
  if (lead >= 0xc2 && lead < 0xe0) return { length: 2, bits: lead & 0x1f, least: 0x80 };
  if (lead >= 0xe0 && lead < 0xf0) return { length: 3, bits: lead & 0x0f, least: 0x800 };
  return lead >= 0xf0 && lead < 0xf5 ? { length: 4, bits: lead & 0x07, least: 0x10000 } : undefined;
}

/** The text, undefined for bytes that are no UTF-8. A character that `isCut` leaves unfinished at the end is dropped. */
function utf8Text(bytes: Uint8Array, isCut: boolean): string | undefined {
  const characters: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const lead = leadOf(bytes[at] ?? 0);
    if (!lead) return undefined;
    if (lead.length === 1) {
      characters.push(String.fromCharCode(lead.bits));
      at += 1;
      continue;
    }
    const tail = bytes.subarray(at + 1, at + lead.length);
    if (tail.some((byte) => (byte & 0xc0) !== 0x80)) return undefined;
    if (tail.length < lead.length - 1) return isCut ? characters.join('') : undefined;
    const point = tail.reduce((bits, byte) => (bits << 6) | (byte & 0x3f), lead.bits);
    const isSurrogate = point >= 0xd800 && point <= 0xdfff;
    if (point < lead.least || point > 0x10ffff || isSurrogate) return undefined;
    characters.push(String.fromCodePoint(point));
    at += lead.length;
  }
  return characters.join('');
}

function utf16Text(bytes: Uint8Array): string {
  const units: string[] = [];
  for (let at = 0; at + 1 < bytes.length; at += 2)
    units.push(String.fromCharCode((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)));
  return units.join('');
}

/** `E9` alone → `é`, Windows-1252. Undefined for what is no text: a workbook, a PDF, a picture. What is beyond `most` bytes is not read. */
export function decodedText(file: Uint8Array, most = MOST_BYTES): DecodedText | undefined {
  const bytes = file.subarray(0, most);
  const isCut = file.length > most;
  // « Texte Unicode » of Excel. No issuer was seen to ask for it.
  if (begins(bytes, 0xff, 0xfe)) return { text: utf16Text(bytes.subarray(2)), encoding: null };
  if (bytes.includes(0)) return undefined;
  const isMarked = begins(bytes, 0xef, 0xbb, 0xbf);
  const text = utf8Text(isMarked ? bytes.subarray(3) : bytes, isCut);
  if (text !== undefined) {
    const isPlain = bytes.every((byte) => byte < 0x80);
    return { text, encoding: isMarked ? 'utf8Bom' : isPlain ? null : 'utf8' };
  }
  const windows = [...bytes].map((byte) => windows1252Character(byte) ?? REPLACEMENT).join('');
  return { text: windows, encoding: 'windows1252' };
}
