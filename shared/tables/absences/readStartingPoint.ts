/** « Reprise » of absences, as it stands. */
import {
  addMonths,
  firstDay,
  lastDay,
  parsePlainMonth,
  type PlainDate,
  type PlainMonth,
} from '../../domain/calendar/plainDate.ts';
import { payrollTargetKeys, payrollTargets, type PayrollTargetKey } from '../../domain/absences/targets/targets.ts';
import type { Place } from '../../domain/finding.ts';
import type { TableState } from '../../flows/book.ts';
import { periodTopics } from '../periodsTable.ts';
import { typedRows, type Reading, type TypedRow } from '../typedRow.ts';
import { OTHER_TARGET, startingPointTable } from './startingPointTable.ts';

/** `target` null: a payroll software that Passerelle does not know. */
export interface StartingPoint {
  readonly month: PlainMonth;
  readonly from: PlainDate;
  readonly target: PayrollTargetKey | null;
}

/** With the cell where its month is typed. */
export interface TypedStartingPoint extends StartingPoint {
  readonly place: Place;
}

function targetOf(row: TypedRow): PayrollTargetKey | null {
  const chosen = row.text('target');
  if (chosen === OTHER_TARGET) return null;
  return payrollTargetKeys.find((key) => payrollTargets[key].name === chosen) ?? 'payfit';
}

/** A first day that is neither in the month nor in the one before is told, and nothing is computed on it. */
function pointOf(row: TypedRow): TypedStartingPoint | undefined {
  const month = parsePlainMonth(row.text('month'));
  if (!month) {
    row.say('month', 'absenceStartMonth');
    return undefined;
  }
  const from = row.date('from') ?? firstDay(month);
  if (from <= firstDay(addMonths(month, -1)) || from > lastDay(month)) {
    row.say('from', 'absenceStartDay', { month });
    return undefined;
  }
  return { month, from, place: row.place('month'), target: targetOf(row) };
}

/** Undefined while nobody said it, or where it cannot be read: the findings tell. */
export function readStartingPoint(state: TableState | undefined): Reading<TypedStartingPoint | undefined> {
  const { rows, findings } = typedRows(startingPointTable, state);
  const own = rows.find((row) => row.text('topic') === periodTopics.absences);
  return { value: own && pointOf(own), findings };
}
