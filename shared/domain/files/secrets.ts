/** What no file of vouchers may hold, whichever column it was typed in. */

const GAP = String.raw`[\s.\u00a0\u202f-]?`;
const figures = (count: number) => Array.from({ length: count }, () => String.raw`\d`).join(GAP);
const nirPattern = ['[1-478]', figures(4), `(?:${figures(2)}|2${GAP}[AB])`, figures(6)].join(GAP);

/** 13 figures of a French social security number, and the two of its key when they follow. */
const NIR = new RegExp(`(?<![A-Z\\d])(${nirPattern})(?:${GAP}(${figures(2)}))?(?![A-Z\\d])`, 'g');
const FRENCH_IBAN = new RegExp(`(?<![A-Z\\d])FR${GAP}${figures(2)}(?:${GAP}[A-Z\\d]){23}(?![A-Z\\d])`, 'g');
const KEY_BASE = 97;

function compact(text: string): string {
  return text.replace(/[\s.\u00a0\u202f-]/gu, '');
}

/** Months of births whose date was not known are above 19. */
function hasMonth(nir: string): boolean {
  const month = Number(nir.slice(3, 5));
  return (month >= 1 && month <= 12) || month >= 20;
}

/** Corsican departments count as 19 and 18 for the key. */
function keyOf(nir: string): number {
  const number = BigInt(nir.replace('2A', '19').replace('2B', '18'));
  return KEY_BASE - Number(number % BigInt(KEY_BASE));
}

function isNir([, typed = '', key]: RegExpMatchArray): boolean {
  const nir = compact(typed);
  return hasMonth(nir) && (key === undefined || Number(compact(key)) === keyOf(nir));
}

/** ISO 13616: the four first characters go last, letters count from 10, and the rest of the division by 97 is 1. */
function isIban(text: string): boolean {
  const iban = compact(text);
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(iban)) return false;
  const turned = iban.slice(4) + iban.slice(0, 4);
  const number = turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(number) % BigInt(KEY_BASE) === 1n;
}

/** True when `text` holds a social security number or is, or holds, an IBAN, whatever its spaces: `1 85 05 78 006 084 91` → true. */
export function looksSecret(text: string): boolean {
  const upper = text.toUpperCase();
  if (isIban(upper) || [...upper.matchAll(FRENCH_IBAN)].some(([iban]) => isIban(iban))) return true;
  return [...upper.matchAll(NIR)].some(isNir);
}
