/** Amounts and dates as files write them. */
import type { PlainDate } from '../calendar/plainDate.ts';

export type DecimalMark = ',' | '.';

/** Cents or hundredths with two decimals: `845` → `8,45`; `-5` → `-0,05`. Never through a fraction. */
export function hundredthsText(hundredths: number, mark: DecimalMark): string {
  const size = Math.abs(hundredths);
  const decimals = String(size % 100).padStart(2, '0');
  return `${hundredths < 0 ? '-' : ''}${Math.floor(size / 100)}${mark}${decimals}`;
}

/** Letters that stand for the year, the month and the day, as French forms write them. */
const DATE_WORDS = /AAAA|AA|MM|JJ/g;

/** A pattern names the day, the month and the year once, and nothing else in letters or figures. */
export function isDatePattern(pattern: string): boolean {
  const words = (pattern.match(DATE_WORDS) ?? []).map((word) => word.charAt(0)).sort();
  return words.join('') === 'AJM' && !/[\p{L}\d]/u.test(pattern.replace(DATE_WORDS, ''));
}

/** `dateText('1991-02-03', 'JJ/MM/AAAA')` → `03/02/1991`. */
export function dateText(date: PlainDate, pattern: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const words: Readonly<Record<string, string>> = { AAAA: year, AA: year.slice(2), MM: month, JJ: day };
  return pattern.replace(DATE_WORDS, (word) => words[word] ?? word);
}
