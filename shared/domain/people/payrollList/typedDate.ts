/** A date as files of payroll write it, with or without a time. */
import { parseFrenchDate, type PlainDate } from '../../calendar/plainDate.ts';

/** A day, then a time of day, then perhaps a zone. */
const WITH_TIME = /^(\S+?)(?:T|\s+)(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const MIDNIGHT = /^0{1,2}:00(?::00(?:[.,]0+)?)?$/;

/**
 * `05/01/2024 00:00`, `2024-01-05 00:00:00`, `2024-01-05T00:00:00` → 2024-01-05. `zone`: a time that is not midnight, in a zone: the day
 * may be the one before or after, as in `2024-01-04T23:00:00Z`.
 */
export function typedDate(text: string): PlainDate | 'zone' | undefined {
  const [, day, time = '', zone] = WITH_TIME.exec(text.trim()) ?? [];
  const date = parseFrenchDate(day ?? text);
  return date && zone !== undefined && !MIDNIGHT.test(time) ? 'zone' : date;
}
