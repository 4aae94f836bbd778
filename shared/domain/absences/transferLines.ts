/** What payroll ticks: half-days that follow each other put on one line, and the text in which a sheet keeps them. */
import { addDays, monthOf, parsePlainDate } from '../calendar/plainDate.ts';
import { compareHalfDates, type HalfDate } from './halfDay.ts';
import { isFollowedBy } from './spans.ts';
import type { TransferEntry, TransferredHalfDay } from './transferRegister.ts';

/** A half-day of a line. `minutes` null: of an account in days. */
export interface LineHalfDay extends HalfDate {
  readonly minutes: number | null;
}

/** Half-days of one person, code, account and month, without a weekday between; a week-end between two requests may have been worked. */
export interface TransferLine {
  readonly employeeId: string;
  readonly code: string;
  readonly accountId: string;
  /** Bring to payroll (1), or take back from it (−1). */
  readonly sign: 1 | -1;
  /** The run that brought what is taken back; '' where it is brought. */
  readonly corrects: string;
  /** In order; never empty. */
  readonly halfDays: readonly LineHalfDay[];
}

const groupOf = (item: TransferredHalfDay, corrects: string) =>
  JSON.stringify([item.employeeId, item.code, item.accountId, corrects, monthOf(item.date), item.minutes === null]);

/** True of the half that comes next, or of one that nothing but a week-end of the same request parts from it. */
function isNext(last: TransferredHalfDay, each: TransferredHalfDay): boolean {
  if (compareHalfDates(last, each) === 0) return true;
  const following = last.half === 'am' ? last.date : addDays(last.date, 1);
  const isNeighbour = each.date === following && each.half === (last.half === 'am' ? 'pm' : 'am');
  return isNeighbour || (last.leaveId === each.leaveId && isFollowedBy(last, each));
}

/** In the order of time, cut wherever something may have been worked between two. */
function runsOf(items: readonly TransferredHalfDay[]): TransferredHalfDay[][] {
  const runs: TransferredHalfDay[][] = [];
  for (const each of [...items].sort((a, b) => compareHalfDates(a, b) || (a.minutes ?? 0) - (b.minutes ?? 0))) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && isNext(last, each)) run.push(each);
    else runs.push([each]);
  }
  return runs;
}

function linesOf(
  items: readonly TransferredHalfDay[],
  sign: 1 | -1,
  correctsOf: (at: number) => string,
): TransferLine[] {
  const groups = new Map<
    string,
    { readonly line: Omit<TransferLine, 'halfDays'>; readonly items: TransferredHalfDay[] }
  >();
  for (const [at, item] of items.entries()) {
    const { employeeId, code, accountId } = item;
    const corrects = correctsOf(at);
    const key = groupOf(item, corrects);
    const group = groups.get(key) ?? { line: { employeeId, code, accountId, sign, corrects }, items: [] };
    groups.set(key, group);
    group.items.push(item);
  }
  return [...groups.values()].flatMap(({ line, items: own }) =>
    runsOf(own).map((run) => ({ ...line, halfDays: run.map(({ date, half, minutes }) => ({ date, half, minutes })) })),
  );
}

/** Lines to bring. The order of `added` does not matter to any of them. */
export function broughtLines(added: readonly TransferredHalfDay[]): TransferLine[] {
  return linesOf(added, 1, () => '');
}

/** Lines to take back, apart by the run that brought them: payroll looks for them there. */
export function takenBackLines(deleted: readonly TransferEntry[]): TransferLine[] {
  return linesOf(deleted, -1, (at) => deleted[at]?.run ?? '');
}

/** The half-days of a line, one by one. */
export function halfDaysOf({ employeeId, code, accountId, halfDays }: TransferLine): TransferredHalfDay[] {
  return halfDays.map((each) => ({ employeeId, code, accountId, ...each }));
}

const letterOf = { am: 'M', pm: 'A' } as const;
const TOKEN = /^(\d{4}-\d{2}-\d{2})([MA])(\d*)$/;

/** `2026-09-07M 2026-09-07A 2026-09-08M90`: morning and afternoon of the 7th, 90 minutes on the morning of the 8th. */
export function halfDaysText(halfDays: readonly LineHalfDay[]): string {
  return halfDays.map(({ date, half, minutes }) => `${date}${letterOf[half]}${minutes ?? ''}`).join(' ');
}

/** The inverse of {@link halfDaysText}; undefined for a text that it did not write. */
export function halfDaysIn(text: string): LineHalfDay[] | undefined {
  const read = text.split(' ').map((token): LineHalfDay | undefined => {
    const [, day = '', letter, minutes = ''] = TOKEN.exec(token) ?? [];
    const date = parsePlainDate(day);
    return date && { date, half: letter === 'M' ? 'am' : 'pm', minutes: minutes === '' ? null : Number(minutes) };
  });
  return read.every((each) => each !== undefined) ? read : undefined;
}
