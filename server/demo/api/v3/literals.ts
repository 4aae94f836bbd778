import { addDays, isDay } from '../../company/days.ts';
import { Refusal } from '../refusal.ts';
import type { Kind, Scalar } from './resource.ts';

const invalid = (): Refusal => new Refusal(400, 'Query parameter is invalid');

/** A filter's text as a value of the property's kind: numbers, `true`/`false`, dates, `today`…, `null`. Anything else is a 400. */
export function parseLiteral(kind: Kind, raw: string, today: string): Scalar {
  if (raw.toLowerCase() === 'null') return null;
  if (kind === 'text') return raw;
  if (kind === 'date') return sortableDate(parseDate(raw, today));
  if (kind === 'boolean') {
    if (!/^(true|false)$/i.test(raw)) throw invalid();
    return raw.toLowerCase() === 'true';
  }
  if (!/^-?\d+(\.\d+)?$/.test(raw)) throw invalid();
  return Number(raw);
}

const NAMED_DAYS: Readonly<Record<string, number>> = { today: 0, now: 0, tomorrow: 1, yesterday: -1 };

function parseDate(raw: string, today: string): string {
  const shift = NAMED_DAYS[raw.toLowerCase()];
  if (shift !== undefined) return `${addDays(today, shift)}${raw.toLowerCase() === 'now' ? 'T12:00:00' : ''}`;
  const parts = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?)?(Z?)$/.exec(raw);
  if (parts === null || !isDay(parts[1] ?? '')) throw invalid();
  return parts[5] === 'Z' ? parisTime(raw) : raw;
}

/** v3 columns are local to Paris: an instant given in UTC is moved there before it is compared. */
function parisTime(utc: string): string {
  const instant = new Date(utc);
  if (Number.isNaN(instant.getTime())) throw invalid();
  return instant.toLocaleString('sv-SE', { timeZone: 'Europe/Paris' }).replace(' ', 'T');
}

/** Date texts of any precision under one length, so that they compare as texts. */
export function sortableDate(value: string): string {
  return value + '0000-00-00T00:00:00.0000000'.slice(value.length);
}
