/** What a person types in a cell, read as a French Excel reads it. */
import type { CellValue } from '../../host/index.ts';

export interface Typed {
  readonly value: CellValue;
  /** The look that what was typed brings by itself, for a cell that has none. */
  readonly numberFormat?: string;
}

const DAY_MS = 86_400_000;
const EPOCH_DAYS = 25_569;
const FIRST_SERIAL_DAY = 61;

/** Anything but a formula: « 12,5 », « 1 234,50 € », « 10 % », « 12/10/2026 », « 08:30 », « VRAI », text. */
export function readTyped(input: string, year: number): Typed {
  const text = input.trim();
  if (text === '') return { value: input === '' ? null : input };
  if (input.startsWith("'")) return { value: input.slice(1) };
  return readWord(text) ?? readNumber(text) ?? readDate(text, year) ?? readTime(text) ?? { value: input };
}

function readWord(text: string): Typed | undefined {
  const word = text.toUpperCase();
  return word === 'VRAI' || word === 'FAUX' ? { value: word === 'VRAI' } : undefined;
}

function readNumber(text: string): Typed | undefined {
  const [, digits, unit] =
    /^([+-]?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)?(?:,\d+)?(?:[eE][+-]?\d+)?)[ \u00a0\u202f]*([%€])?$/.exec(text) ??
    [];
  if (digits === undefined || !/\d/.test(digits)) return undefined;
  const number = Number(digits.replace(/[ \u00a0\u202f]/g, '').replace(',', '.'));
  if (!Number.isFinite(number)) return undefined;
  const decimals = digits.includes(',') ? '.00' : '';
  if (unit === '%') return { value: number / 100, numberFormat: `0${decimals}%` };
  return unit === '€' ? { value: number, numberFormat: `#,##0${decimals} €` } : { value: number };
}

function readDate(text: string, currentYear: number): Typed | undefined {
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text);
  const french = /^(\d\d?)[/.-](\d\d?)(?:[/.-](\d{4}|\d\d))?$/.exec(text);
  const [day, month, year] = iso
    ? [iso[3], iso[2], iso[1]]
    : [french?.[1], french?.[2], french?.[3] ?? String(currentYear)];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  // Excel puts « 26 » in this century and « 66 » in the last.
  const fullYear = year.length === 2 ? Number(year) + (Number(year) < 30 ? 2000 : 1900) : Number(year);
  const serial = serialOf(fullYear, Number(month), Number(day));
  return serial === undefined ? undefined : { value: serial, numberFormat: 'dd/mm/yyyy' };
}

/** The day number of Excel, `undefined` for a day that does not exist or that Excel counts wrongly. */
function serialOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const serial = date.getTime() / DAY_MS + EPOCH_DAYS;
  return exists && serial >= FIRST_SERIAL_DAY ? serial : undefined;
}

function readTime(text: string): Typed | undefined {
  const [, hours, minutes, seconds = '0'] = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(text) ?? [];
  if (hours === undefined || Number(hours) > 23) return undefined;
  const share = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  return { value: share, numberFormat: seconds === '0' ? 'hh:mm' : 'hh:mm:ss' };
}
