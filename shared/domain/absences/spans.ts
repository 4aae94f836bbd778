import { addDays, isoWeekday, monthOf, parsePlainMonth, type PlainMonth } from '../calendar/plainDate.ts';
import { compareHalfDates, type HalfDate, type HalfDayAbsence } from './halfDay.ts';

/**
 * Half-days of one person, one account and one request that follow each other, as a person reads them.
 * `halfDays` counts them; `minutes` is their sum for an account in hours, null for an account in days.
 */
export interface AbsenceSpan {
  readonly key: string;
  readonly employeeId: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly from: HalfDate;
  readonly to: HalfDate;
  readonly halfDays: number;
  readonly minutes: number | null;
  readonly requestedOn: HalfDayAbsence['requestedOn'];
  readonly approvedOn: HalfDayAbsence['approvedOn'];
}

const byId = new Intl.Collator('en', { numeric: true });

function next(half: HalfDate): HalfDate {
  return half.half === 'am' ? { date: half.date, half: 'pm' } : { date: addDays(half.date, 1), half: 'am' };
}

/** True when no half-day of a weekday lies strictly between the two: a week-end does not cut a leave, a missing Wednesday does. */
export function isFollowedBy(previous: HalfDate, half: HalfDate): boolean {
  let cursor = next(previous);
  while (compareHalfDates(cursor, half) < 0) {
    if (isoWeekday(cursor.date) <= 5) return false;
    cursor = next(cursor);
  }
  return true;
}

function spanOf(group: readonly HalfDayAbsence[]): AbsenceSpan {
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last) throw new RangeError('a span holds at least one half-day');
  const minutes = group.every((each) => each.minutes === null)
    ? null
    : group.reduce((sum, each) => sum + (each.minutes ?? 0), 0);
  return {
    key: `${first.leaveId}-${first.accountId}-${first.date}-${first.half}`,
    employeeId: first.employeeId,
    accountId: first.accountId,
    accountName: first.accountName,
    from: { date: first.date, half: first.half },
    to: { date: last.date, half: last.half },
    halfDays: group.length,
    minutes,
    requestedOn: first.requestedOn,
    approvedOn: first.approvedOn,
  };
}

/** Request, account and month of a span: the end of its key says the half-day it begins on, which Lucca may cancel. */
const SPAN_KEY = /^(.+-(\d{4}-\d{2}))-\d{2}-(?:am|pm)$/i;

/** The month of the span that bears `key`, whatever was typed in its row; undefined for a key that no span bears. */
export function monthOfSpan(key: string): PlainMonth | undefined {
  return parsePlainMonth(SPAN_KEY.exec(key)?.[2] ?? '');
}

/** What the spans of one request, account and month share: `'50-9-2026-10-05-am'` → `'50-9-2026-10'`. */
export function kinOfSpan(key: string): string {
  return SPAN_KEY.exec(key)?.[1] ?? key;
}

/**
 * The spans that `halfDays` make, in order of person, date and account: cut by request, account, month, and wherever a weekday is missing.
 * Order of the input does not matter. Monday morning to Wednesday evening without Tuesday → two spans.
 */
export function spansOf(halfDays: readonly HalfDayAbsence[]): AbsenceSpan[] {
  const groups = new Map<string, HalfDayAbsence[]>();
  for (const each of halfDays) {
    const key = JSON.stringify([each.employeeId, each.leaveId, each.accountId, monthOf(each.date)]);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  const spans: AbsenceSpan[] = [];
  for (const group of groups.values()) {
    group.sort(compareHalfDates);
    let run: HalfDayAbsence[] = [];
    for (const each of group) {
      const previous = run.at(-1);
      if (previous && !isFollowedBy(previous, each)) {
        spans.push(spanOf(run));
        run = [];
      }
      run.push(each);
    }
    spans.push(spanOf(run));
  }
  return spans.sort(
    (a, b) => byId.compare(a.employeeId, b.employeeId) || compareHalfDates(a.from, b.from) || (a.key < b.key ? -1 : 1),
  );
}
