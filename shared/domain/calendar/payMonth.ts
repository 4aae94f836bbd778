import { addMonths, parsePlainMonth, type PlainMonth } from './plainDate.ts';

/** First month paid in euros, in which all our amounts are. */
export const FIRST_PAY_MONTH = '2002-01';
/** Beyond it, a date is a typing mistake or stands for « no end » (`9999-12-31`). */
export const LAST_PAY_MONTH = '2099-12';

/** The month of pay written in `text` (`yyyy-mm`), or undefined when it is no month, or one that nobody prepares: `1800-01`, `9999-12`. */
export function parsePayMonth(text: string): PlainMonth | undefined {
  const month = parsePlainMonth(text);
  return month !== undefined && month >= FIRST_PAY_MONTH && month <= LAST_PAY_MONTH ? month : undefined;
}

/** Months one may choose around `month`, last first: two ahead, a year back. */
export function payMonthsAround(month: PlainMonth): PlainMonth[] {
  return Array.from({ length: 15 }, (_, index) => addMonths(month, 2 - index)).flatMap(
    (each) => parsePayMonth(each) ?? [],
  );
}
