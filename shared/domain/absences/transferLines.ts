/** What payroll ticks: half-days that follow each other put on one line, and the text in which a sheet keeps them. */
import { monthOf, parsePlainDate } from '../calendar/plainDate.ts';
import { compareHalfDates, type HalfDate } from './halfDay.ts';
import { isFollowedBy } from './spans.ts';
import type { TransferEntry, TransferredHalfDay } from './transferRegister.ts';

/** A half-day of a line. `minutes` null: of an account in days. */
export interface LineHalfDay extends HalfDate {
  readonly minutes: number | null;
}

/** Half-days of one person, code, account and month, without a weekday between. */
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

function linesOf(
  items: readonly TransferredHalfDay[],
  sign: 1 | -1,
  correctsOf: (at: number) => string,
): TransferLine[] {
  const groups = new Map<string, { readonly line: Omit<TransferLine, 'halfDays'>; readonly halfDays: LineHalfDay[] }>();
  for (const [at, item] of items.entries()) {
    const { employeeId, code, accountId, date, half, minutes } = item;
    const corrects = correctsOf(at);
    const key = groupOf(item, corrects);
    const group = groups.get(key) ?? { line: { employeeId, code, accountId, sign, corrects }, halfDays: [] };
    groups.set(key, group);
    group.halfDays.push({ date, half, minutes });
  }
  return [...groups.values()].flatMap(({ line, halfDays }) => {
    const lines: { readonly halfDays: LineHalfDay[] }[] = [];
    for (const each of halfDays.sort((a, b) => compareHalfDates(a, b) || (a.minutes ?? 0) - (b.minutes ?? 0))) {
      const own = lines.at(-1)?.halfDays;
      const last = own?.at(-1);
      if (own && last && (compareHalfDates(last, each) === 0 || isFollowedBy(last, each))) own.push(each);
      else lines.push({ halfDays: [each] });
    }
    return lines.map((each) => ({ ...line, ...each }));
  });
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
