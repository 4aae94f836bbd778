/**
 * Civil dates as text, the same everywhere on Earth. The one file of `shared` that may say `Date`:
 * always in UTC (date-fns on UTCDate, or whole days), so that the zone of the machine never enters a result.
 */
import { tzOffset } from '@date-fns/tz';
import { UTCDate } from '@date-fns/utc';
// One by one: the whole library takes longer to load than everything else of the domain.
import { addMonths as addMonthsTo } from 'date-fns/addMonths';

/** A civil date, `'2026-10-05'`. */
export type PlainDate = string & { readonly plainDate: unique symbol };
/** A civil month, `'2026-10'`. */
export type PlainMonth = string & { readonly plainMonth: unique symbol };
/** A moment, ISO 8601 in UTC: `'2026-11-20T19:04:00.000Z'`. */
export type Instant = string & { readonly instant: unique symbol };

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** The civil date written in `text` (`yyyy-mm-dd`), or undefined when it names no day: `'2026-02-30'` → undefined. */
export function parsePlainDate(text: string): PlainDate | undefined {
  if (numbers.has(text as PlainDate)) return text as PlainDate;
  const match = DATE.exec(text);
  if (!match) return undefined;
  const day = new UTCDate(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return fromUtc(day) === text ? (text as PlainDate) : undefined;
}

/** As {@link parsePlainDate}, for text that must be a date: anything else is a bug and throws. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === undefined) throw new RangeError(`not a civil date: ${text}`);
  return date;
}

/** The civil month written in `text` (`yyyy-mm`), or undefined. */
export function parsePlainMonth(text: string): PlainMonth | undefined {
  return MONTH.test(text) ? (text as PlainMonth) : undefined;
}

/** As {@link parsePlainMonth}; anything else is a bug and throws. */
export function plainMonth(text: string): PlainMonth {
  const month = parsePlainMonth(text);
  if (month === undefined) throw new RangeError(`not a civil month: ${text}`);
  return month;
}

/** The moment written in `text`; anything but ISO 8601 in UTC is a bug and throws. */
export function instant(text: string): Instant {
  const sound = INSTANT.test(text) && parsePlainDate(text.slice(0, 10)) !== undefined;
  if (!sound || Number.isNaN(new UTCDate(text).getTime())) throw new RangeError('not an instant');
  return text as Instant;
}

function toUtc(date: PlainDate): UTCDate {
  return new UTCDate(`${date}T00:00:00.000Z`);
}

function fromUtc(date: Date): PlainDate {
  return date.toISOString().slice(0, 10) as PlainDate;
}

const DAY = 86_400_000;
const MINUTES_A_DAY = 1_440;

/** A large workbook asks a million times for the same few hundred dates: each is worked out once. */
const numbers = new Map<PlainDate, number>();
const dates = new Map<number, PlainDate>();

/** Days since 1970-01-01. No hour changes in UTC: plain arithmetic. */
function dayNumber(date: PlainDate): number {
  const known = numbers.get(date);
  if (known !== undefined) return known;
  const number = Date.parse(`${date}T00:00:00.000Z`) / DAY;
  numbers.set(date, number);
  return number;
}

function dateNumbered(number: number): PlainDate {
  const known = dates.get(number);
  if (known !== undefined) return known;
  const date = fromUtc(new Date(number * DAY));
  dates.set(number, date);
  return date;
}

/** The date `days` later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dateNumbered(dayNumber(date) + days);
}

/** Whole days from `from` to `to`: positive when `to` is later. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1970-01-01 was a Thursday: days from the Monday of that week. */
const SINCE_MONDAY = 3;

/** 1 for Monday … 7 for Sunday. */
export function isoWeekday(date: PlainDate): number {
  return ((((dayNumber(date) + SINCE_MONDAY) % 7) + 7) % 7) + 1;
}

/** `monthOf('2026-10-05')` → `'2026-10'`. */
export function monthOf(date: PlainDate): PlainMonth {
  return date.slice(0, 7) as PlainMonth;
}

/** The month `months` later (earlier when negative). */
export function addMonths(month: PlainMonth, months: number): PlainMonth {
  return monthOf(fromUtc(addMonthsTo(toUtc(firstDay(month)), months)));
}

/** First day of a month. */
export function firstDay(month: PlainMonth): PlainDate {
  return `${month}-01` as PlainDate;
}

/** Last day of a month: `'2028-02'` → `'2028-02-29'`. */
export function lastDay(month: PlainMonth): PlainDate {
  return addDays(firstDay(addMonths(month, 1)), -1);
}

const SERIAL_ZERO = '1899-12-30' as PlainDate;
const FIRST_SAFE_SERIAL = 61;

/** Excel's serial number of a date (1900 system). Dates before 1 March 1900 are refused: Excel counts a day that never was. */
export function toExcelSerial(date: PlainDate): number {
  const serial = daysBetween(SERIAL_ZERO, date);
  if (serial < FIRST_SAFE_SERIAL) throw new RangeError('Excel has no sound serial number before 1900-03-01');
  return serial;
}

/** The date of an Excel serial number (the time of day is dropped), or undefined when it is outside 1900-03-01 … 9999-12-31. */
export function fromExcelSerial(serial: number): PlainDate | undefined {
  if (!Number.isFinite(serial) || serial < FIRST_SAFE_SERIAL || serial >= 2_958_466) return undefined;
  return addDays(SERIAL_ZERO, Math.floor(serial));
}

/** A moment as a person in `zone` reads it: `{date: '2026-11-20', time: '20:04'}`. */
export function wallClock(moment: Instant, zone: string): { readonly date: PlainDate; readonly time: string } {
  const utc = new Date(moment);
  const local = new Date(utc.getTime() + tzOffset(zone, utc) * 60_000).toISOString();
  return { date: local.slice(0, 10) as PlainDate, time: local.slice(11, 16) };
}

/** The moment `minutes` later (earlier when negative). */
export function addMinutes(moment: Instant, minutes: number): Instant {
  return new Date(Date.parse(moment) + minutes * 60_000).toISOString() as Instant;
}

/** Whole seconds from `from` to `to`, never less than none. */
export function secondsBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
}

/** Minutes from 1970-01-01T00:00 to the start of `date`, as if every day had 1,440. */
export function minutesTo(date: PlainDate): number {
  return dayNumber(date) * MINUTES_A_DAY;
}

/** Minutes that the clocks of `zone` are ahead of UTC, at a moment counted in minutes of UTC since 1970. */
export function minutesAhead(zone: string, utcMinute: number): number {
  return tzOffset(zone, new Date(utcMinute * 60_000));
}

/** `'05/10/2026'`: how a date is written in French. */
export function frenchDate(date: PlainDate): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

/** The date in `text` typed the French way (`5/10/2026`, `05-10-2026`) or as ISO, or undefined. */
export function parseFrenchDate(text: string): PlainDate | undefined {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  if (!match) return parsePlainDate(text.trim());
  const [, day = '', month = '', year = ''] = match;
  return parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
