/** The contracts of a person as working time takes them. Payroll's own dates, in « Salariés », hold for the last one. */
import type { ContractSpan } from '../../contracts/voucherSchemas.ts';
import type { WorkingTime } from '../../contracts/worktimeSchemas.ts';
import { addDays, type PlainDate } from '../../domain/calendar/plainDate.ts';
import { valueOn } from '../../domain/legal/datedValue.ts';
import { legalWeek } from '../../domain/legal/workingTime.ts';
import type { PlannedTime, TimeContract } from '../../domain/worktime/person.ts';
import { sum } from '../../domain/worktime/dayTime.ts';
import { mondayOf } from '../../domain/worktime/weeks.ts';
import type { Establishment } from '../../tables/readEstablishments.ts';
import { establishmentNamed } from '../../tables/readEstablishments.ts';
import type { BookRow } from '../book.ts';
import { textOf } from '../vouchers/regulationReadings.ts';

/** One contract with its place. */
export interface HeldSpan extends Pick<TimeContract, 'from' | 'to'> {
  readonly establishment: Establishment | undefined;
  readonly zone: string | null;
  readonly workingTimeId: string | null;
}

/** One contract with its hours. `workCycle`: the name of its arrangement of working time; '' when Lucca does not say. */
export interface HeldContract extends TimeContract {
  readonly establishment: Establishment | undefined;
  readonly workCycle: string;
}

const WEEK = 7;

/** Dates of the last contract as payroll has them: where they differ from Lucca's, payroll wrote them. */
function lastDates(row: BookRow): {
  readonly start: PlainDate | undefined;
  readonly end: PlainDate | null | undefined;
} {
  const dateOf = (key: string) => {
    const cell = row.cells[key];
    return cell && 'date' in cell ? cell.date : undefined;
  };
  const end = row.cells['contractEnd'];
  return { start: dateOf('contractStart'), end: end && 'blank' in end ? null : dateOf('contractEnd') };
}

/** Minutes of the cycle in the first whole week that is known from a date on; null when none is. */
function weekOfCycle(
  planned: ReadonlyMap<PlainDate, PlannedTime>,
  from: PlainDate,
  to: PlainDate | null,
): number | null {
  const known = [...planned.keys()].filter((date) => date >= from && (to === null || date <= to)).sort();
  for (const date of known.filter((each) => mondayOf(each) === each)) {
    const week = Array.from({ length: WEEK }, (_, at) => planned.get(addDays(date, at))?.contractual ?? null);
    const minutes = sum(week.map((each) => each && each.am + each.pm));
    if (minutes !== null) return minutes;
  }
  return null;
}

const reach = (to: PlainDate | null): string => to ?? '9999';

/** By first day, then by last day and number, so that the order of rows decides nothing. */
function compared(a: ContractSpan, b: ContractSpan): number {
  const key = ({ from, to, id }: ContractSpan) => `${from} ${reach(to)} ${id}`;
  return key(a) < key(b) ? -1 : 1;
}

/** In order of their first day, as they are claimed: they may lie on each other. */
export function heldSpans(
  row: BookRow,
  contracts: readonly ContractSpan[],
  establishments: readonly Establishment[],
): HeldSpan[] {
  const inOrder = [...contracts].sort(compared);
  const today = establishmentNamed(establishments, textOf(row, 'establishment'));
  const { start, end } = lastDates(row);
  // An end that payroll has is that of the contract that goes furthest, not of a short one that began within it.
  const latest = inOrder.filter(({ to }) => inOrder.every((each) => reach(each.to) <= reach(to))).at(-1);
  return inOrder.flatMap((contract, index): HeldSpan[] => {
    const { establishment: name, zone, workingTimeId } = contract;
    const known = establishments.find(({ id }) => id === contract.establishmentId);
    const named = name === null ? undefined : establishmentNamed(establishments, name);
    const isLast = index === inOrder.length - 1;
    const before = inOrder[index - 1];
    // A start that an earlier contract holds is not the start of this one: that of the first of them, or of one that comes later.
    const isOwn = start !== undefined && (before === undefined || start > (before.to ?? before.from));
    const from = isLast && isOwn ? start : contract.from;
    const to = contract === latest && end !== undefined ? end : contract.to;
    if (to !== null && to < from) return [];
    const establishment = known ?? named ?? today;
    return [{ from, to, establishment, zone: zone ?? null, workingTimeId: workingTimeId ?? null }];
  });
}

/** Part time as Lucca says it; else a week of the cycle that is under the legal one. */
export function withHours(
  { from, to, establishment, workingTimeId }: HeldSpan,
  workingTimes: ReadonlyMap<string, WorkingTime>,
  planned: ReadonlyMap<PlainDate, PlannedTime>,
): HeldContract {
  const known = workingTimes.get(workingTimeId ?? '');
  const weeklyMinutes = known?.weeklyMinutes ?? weekOfCycle(planned, from, to);
  const legal = valueOn(legalWeek, from)?.value ?? 0;
  const isShort = weeklyMinutes !== null && weeklyMinutes > 0 && weeklyMinutes < legal;
  const isPartTime = known?.isPartTime ?? isShort;
  return { from, to, establishment, isPartTime, weeklyMinutes, workCycle: known?.name ?? '' };
}
