/** Days of earlier months that « Mouvements du mois » has still to tell: Lucca knew them once their month was over, or looked over. */
import {
  addMonths,
  firstDay,
  monthOf,
  wallClock,
  type PlainDate,
  type PlainMonth,
} from '../../../domain/calendar/plainDate.ts';
import type { MovementKind } from '../../../domain/people/month/movement.ts';
import type { MovementPerson } from '../../../domain/people/month/movements.ts';
import { movementStates } from '../../../tables/people/monthMovementsTable.ts';
import type { BookRow } from '../../book.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import { isLookedOver } from './lookedOver.ts';
import type { LoggedChange, MonthReading } from './monthReading.ts';
import { dateOf, isOf } from './movementRows.ts';

interface Side {
  readonly field: 'contractStart' | 'contractEnd';
  /** Rows that tell such a day; of them, those that tell it with no other. */
  readonly kinds: readonly MovementKind[];
  readonly moved: readonly MovementKind[];
}

const starts: Side = { field: 'contractStart', kinds: ['hire', 'rehire', 'secondContract'], moved: [] };
const ends: Side = { field: 'contractEnd', kinds: ['exit', 'contractEnd'], moved: ['futureExit', 'endMoved'] };

/** The month in which Lucca showed a day of a person for the last time anew; undefined for one that it had from the first reading on. */
function learntIn(log: readonly LoggedChange[], field: Side['field'], date: PlainDate): PlainMonth | undefined {
  const shown = log.filter(({ kind, ...each }) => kind === 'changed' && each.field === field && each.after === date);
  const last = shown.at(-1) ?? log.filter(({ kind }) => kind === 'arrived').at(-1);
  return last && monthOf(last.on);
}

/**
 * Whether a day that no month told was known too late. Nothing is too late that Lucca said before it was first read, nor long before that: payroll
 * had it without us.
 */
function isMissed(reading: MonthReading, log: readonly LoggedChange[], field: Side['field'], date: PlainDate): boolean {
  const { month, connection, snapshot } = reading;
  const own = monthOf(date);
  // The sheet spoke of the month before, or could have: what it does not say came after.
  if (own === addMonths(month, -1) && isLookedOver(snapshot, own)) return true;
  const learnt = learntIn(log, field, date);
  if (learnt === undefined || learnt <= own || learnt > addMonths(month, 1)) return false;
  return own >= addMonths(monthOf(wallClock(connection.createdAt, 'Europe/Paris').date), -1);
}

function lateOn(reading: MonthReading, employeeId: string, rows: readonly BookRow[], side: Side): Set<PlainDate> {
  const { month, contracts, log } = reading;
  const datesOf = (some: readonly BookRow[], kinds: readonly MovementKind[]) =>
    new Set(some.filter((row) => isOf(row, ...kinds)).map((row) => dateOf(row, 'date')));
  const before = rows.filter((row) => textOf(row, 'month') < month && textOf(row, 'state') !== movementStates.stale);
  const told = datesOf(before, [...side.kinds, ...side.moved]);
  // Told late in this month, it stays so whatever another month says since.
  const own = datesOf(
    rows.filter((row) => textOf(row, 'month') === month),
    side.kinds,
  );
  const days = (contracts.get(employeeId) ?? []).map(({ from, to }) => (side === starts ? from : to));
  return new Set(
    days.filter((date): date is PlainDate => {
      if (date === null || date >= firstDay(month)) return false;
      return own.has(date) || (!told.has(date) && isMissed(reading, log.get(employeeId) ?? [], side.field, date));
    }),
  );
}

/** The late days of one person. `rows`: theirs of « Mouvements du mois », of any month. */
export function lateDates(reading: MonthReading, employeeId: string, rows: readonly BookRow[]): MovementPerson['late'] {
  return { starts: lateOn(reading, employeeId, rows, starts), ends: lateOn(reading, employeeId, rows, ends) };
}
