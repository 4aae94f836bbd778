/**
 * Numéro de sécurité sociale (NIR): sex, year, month, department, commune, order, and a key of two digits.
 * Source: décret 82-103 of 22/01/1982, art. 4. The key is 97 − (N mod 97), Corsican letters counted as 19 and 18.
 */

/** `MANGLED`: turned by a spreadsheet into « 2,95E+14 », its last digits are lost. `LENGTH`: neither 13 nor 15 characters. */
export type NirFault = 'MANGLED' | 'LENGTH' | 'FORMAT' | 'KEY';

/** `TEMPORARY`: of a person being registered. `MONTH_UNKNOWN`: the civil register had no month. `MONTH_ODD`: no month stands so. */
export type NirDoubt = 'TEMPORARY' | 'MONTH_UNKNOWN' | 'MONTH_ODD';

export type NirReading =
  | {
      readonly valid: true;
      /** 13 characters, without the key. */
      readonly number: string;
      /** Null when only 13 were given, which is legitimate: the DSN carries 13. */
      readonly key: string | null;
      readonly doubts: readonly NirDoubt[];
    }
  | { readonly valid: false; readonly fault: NirFault };

const SCIENTIFIC = /^\d([.,]\d+)?E\+?\d+$/i;
/** No order is 000: the last digits of a number were lost. */
const LOST_DIGITS = /^\d{10}000(?:\d{2})?$/;
const STRUCTURE = /^[123478]\d{4}(?:\d{2}|2[AB])\d{6}$/;
const TEMPORARY = /^[3478]/;

/** `'1 85 12 2a 123 456 78'` → `'185122A12345678'`. */
function compact(text: string): string {
  return text.replace(/[\s.\u00a0\u202f-]/gu, '').toUpperCase();
}

/** Key of 13 characters, two digits: `nirKey('289042B342163')` → `'20'`. */
export function nirKey(number: string): string {
  const digits = number.replace('2A', '19').replace('2B', '18');
  return String(97 - (Number(digits) % 97)).padStart(2, '0');
}

function doubtsOf(number: string): NirDoubt[] {
  const month = Number(number.slice(3, 5));
  const isKnown = month >= 1 && month <= 12;
  const isUnknown = month === 20 || (month >= 30 && month <= 42) || month >= 50;
  return [
    ...(TEMPORARY.test(number) ? (['TEMPORARY'] as const) : []),
    ...(isKnown ? [] : isUnknown ? (['MONTH_UNKNOWN'] as const) : (['MONTH_ODD'] as const)),
  ];
}

/**
 * What a text says as a NIR; spaces, dots, hyphens and small letters are accepted.
 * `readNir('2 55 08 14 168 025 38')` → `{valid: true, number: '2550814168025', key: '38', doubts: []}`.
 */
export function readNir(text: string): NirReading {
  if (SCIENTIFIC.test(text.trim())) return { valid: false, fault: 'MANGLED' };
  const plain = compact(text);
  if (LOST_DIGITS.test(plain)) return { valid: false, fault: 'MANGLED' };
  if (plain.length !== 13 && plain.length !== 15) return { valid: false, fault: 'LENGTH' };
  const [number, key] = [plain.slice(0, 13), plain.slice(13)];
  if (!STRUCTURE.test(number) || !/^(\d{2})?$/.test(key)) return { valid: false, fault: 'FORMAT' };
  if (key !== '' && key !== nirKey(number)) return { valid: false, fault: 'KEY' };
  return { valid: true, number, key: key === '' ? null : key, doubts: doubtsOf(number) };
}

/** True of a NIR, even with a slip or spoilt by a spreadsheet, whichever field it stands in: `readsAsNir('272069935239014')` → `true`. */
export function readsAsNir(text: string): boolean {
  const read = readNir(text);
  return read.valid || read.fault === 'KEY' || read.fault === 'MANGLED';
}

/**
 * The 13 characters that identify a person; undefined for what is no NIR, and for a number of somebody being registered, which
 * identifies nobody. `stableNir('2 55 08 14 168 025 38')` → `'2550814168025'`.
 */
export function stableNir(text: string): string | undefined {
  const read = readNir(text);
  return read.valid && !read.doubts.includes('TEMPORARY') ? read.number : undefined;
}

/** Sex and year at most: `maskedNir('295109912611193')` → `'2 95 ** ** *** *** **'`. */
export function maskedNir(text: string): string {
  const plain = compact(text);
  return `${plain.slice(0, 1)} ${plain.slice(1, 3)} ** ** *** *** **`;
}
