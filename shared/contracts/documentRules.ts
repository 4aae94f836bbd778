/** What a JSON document of a month must be beyond the form of its rows: nothing twice, nothing of a month that it does not say to hold. */
import type { z } from 'zod';
import { lastDay, monthOf, type PlainDate, type PlainMonth } from '../domain/calendar/plainDate.ts';
import { pathText } from './readDocument.ts';

/** Says a fault at a path of the part that is refined. */
export type Issue = (
  fault: { readonly code: 'repeated' | 'monthOutside'; readonly first?: string },
  path: readonly PropertyKey[],
) => void;

export function issueOf(context: Pick<z.RefinementCtx, 'addIssue'>): Issue {
  return (fault, path) => context.addIssue({ code: 'custom', path: [...path], params: { fault } });
}

/** Keys of rows by list of `lucca`: the first of two rows of one key holds. */
export function repeatedRows(say: Issue, lists: Readonly<Record<string, readonly (readonly string[])[]>>): void {
  for (const [list, keys] of Object.entries(lists)) {
    const first = new Map<string, number>();
    for (const [at, key] of keys.map((each) => JSON.stringify(each)).entries()) {
      const before = first.get(key);
      if (before === undefined) first.set(key, at);
      else say({ code: 'repeated', first: pathText(['lucca', list, before]) }, [list, at]);
    }
  }
}

export function outsideMonths(
  say: Issue,
  given: ReadonlySet<PlainMonth>,
  list: string,
  rows: readonly { readonly month: PlainMonth }[],
): void {
  for (const [at, { month }] of rows.entries())
    if (!given.has(month)) say({ code: 'monthOutside' }, [list, at, 'month']);
}

export function outsideDates(
  say: Issue,
  given: ReadonlySet<PlainMonth>,
  list: string,
  rows: readonly { readonly date: PlainDate }[],
): void {
  for (const [at, { date }] of rows.entries())
    if (!given.has(monthOf(date))) say({ code: 'monthOutside' }, [list, at, 'date']);
}

interface PlannedRow {
  readonly month: PlainMonth;
  readonly am: readonly unknown[];
  readonly pm: readonly unknown[];
  readonly days: string;
  readonly meals: string;
}

/** A month of planned days has as many of them as the calendar. */
export function isWholeMonth({ month, am, pm, days, meals }: PlannedRow): boolean {
  const length = Number(lastDay(month).slice(8));
  return [am, pm, days, ...(meals === '' ? [] : [meals])].every((each) => each.length === length);
}
