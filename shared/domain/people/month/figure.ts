/** Figures of a payroll journal, as payrolls write them, in whole hundredths. */

/** `unreadable`: no figure. `tooFine`: more than two decimals that are not noughts. */
export type ReadFigure = { readonly hundredths: number } | { readonly problem: 'unreadable' | 'tooFine' };

const SPACES = /[\s\u00a0\u202f'’]/gu;
const UNITS = /(?:€|EUR|H)$/;
/** A sum computed with fractions: 0.1 + 0.2. */
const NEAR = 1e-6;
const HUNDRED = 100;

/** Sign before, after (SAP, Sage) or as brackets (accounting). */
function signed(plain: string): { readonly sign: 1 | -1; readonly size: string } {
  const bracketed = /^\((.*)\)$/.exec(plain)?.[1];
  if (bracketed !== undefined) return { sign: -1, size: bracketed };
  const [, before = '', size = '', after = ''] = /^([+-]?)(.*?)([+-]?)$/.exec(plain) ?? [];
  if (before !== '' && after !== '') return { sign: 1, size: plain };
  return { sign: before === '-' || after === '-' ? -1 : 1, size };
}

/** The last of comma and point is the decimal mark; the other one, and one that comes several times, set thousands apart. */
function parts(size: string): { readonly whole: string; readonly decimals: string } | undefined {
  const marks = [...size.matchAll(/[.,]/g)].map(({ 0: mark, index }) => ({ mark, index }));
  const last = marks.at(-1);
  const isThousands = last !== undefined && marks.filter(({ mark }) => mark === last.mark).length > 1;
  const at = last === undefined || isThousands ? size.length : last.index;
  const [whole, decimals] = [size.slice(0, at), size.slice(at + 1)];
  const isGrouped = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(whole);
  const digits = isGrouped ? whole.replace(/[.,]/g, '') : whole;
  return /^\d*$/.test(digits) && /^\d*$/.test(decimals) && digits + decimals !== ''
    ? { whole: digits, decimals }
    : undefined;
}

/** `1 234,56` → 123456; `12,30-` and `(12,30)` → −1230; `1.234,5 €` → 123450. A blank is for the caller to tell from nought. */
export function hundredthsOf(text: string): ReadFigure {
  const plain = text.replace(SPACES, '').replace(/[−–]/g, '-').toUpperCase().replace(UNITS, '');
  const { sign, size } = signed(plain);
  const read = parts(size);
  if (!read) return { problem: 'unreadable' };
  if (/[1-9]/.test(read.decimals.slice(2))) return { problem: 'tooFine' };
  const hundredths = Number(read.whole) * HUNDRED + Number(read.decimals.slice(0, 2).padEnd(2, '0'));
  return Number.isSafeInteger(hundredths) ? { hundredths: sign * hundredths + 0 } : { problem: 'unreadable' };
}

/** The number of a cell, which a workbook keeps as a fraction: 12.3 → 1230; 0.125 → too fine. */
export function hundredthsIn(number: number): ReadFigure {
  const hundredths = Math.round(number * HUNDRED);
  if (!Number.isSafeInteger(hundredths)) return { problem: 'unreadable' };
  return Math.abs(number * HUNDRED - hundredths) < NEAR * Math.max(1, Math.abs(number))
    ? { hundredths: hundredths + 0 }
    : { problem: 'tooFine' };
}
