/** What a memory keeps of an account: enough to know it again, never the account. */
import { canonical, textCell } from '../../review/cell.ts';
import { checksum } from '../../review/checksum.ts';

/** Characters that are kept at each end, of a text long enough to hide the others, and of the check value. */
const [HEAD, TAIL, CHECK] = [2, 4, 4];
const LONG_ENOUGH = 14;

/**
 * Country, last four, and four digits of a check value over the whole: `accountMark('FR7630006000011234567890189')` → `'FR •••• 0189 32E0'`.
 * Two accounts of one bank that end alike are two marks. '' for none.
 */
export function accountMark(iban: string): string {
  const text = canonical('identifier', textCell(iban));
  if (text === '') return '';
  const check = checksum(text).slice(0, CHECK).toUpperCase();
  const [head, tail] = text.length < LONG_ENOUGH ? ['', ''] : [text.slice(0, HEAD), text.slice(-TAIL)];
  return [head, '••••', tail, check].filter((part) => part !== '').join(' ');
}
