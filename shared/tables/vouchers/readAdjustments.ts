import { monthOf, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { ManualAdjustment } from '../../domain/vouchers/outcome.ts';
import type { TableState } from '../../flows/book.ts';
import { adjustmentLabels, adjustmentsTable } from './adjustmentsTable.ts';
import { KnownPeople, type KnownPerson } from '../knownPeople.ts';
import { typedRows, type Reading, type TypedRow } from '../typedRow.ts';

/** A manual adjustment, of one person and one order. */
export interface OrderAdjustment {
  readonly month: PlainMonth;
  readonly employeeId: string;
  readonly adjustment: ManualAdjustment;
}

function adjustmentOf(row: TypedRow, people: KnownPeople): OrderAdjustment[] {
  const person = people.named(row);
  const [month, number] = [row.date('month'), row.number('number')];
  if (month === null && !row.isUnreadable('month')) row.say('month', 'voucherMonthMissing');
  if (number === null && !row.isUnreadable('number')) row.say('number', 'voucherNumberMissing');
  const kind = row.choice('kind', adjustmentLabels);
  if (kind === undefined && !row.isUnreadable('kind')) row.say('kind', 'voucherKindMissing');
  const isBackwards = kind === 'returned' && number !== null && number < 0;
  if (isBackwards) row.say('number', 'voucherReturnedNegative');
  const isDateLost = row.isUnreadable('date');
  if (!person || month === null || number === null || kind === undefined || isBackwards || isDateLost) return [];
  const adjustment = { kind, date: row.date('date'), number, comment: row.text('comment') };
  return [{ month: monthOf(month), employeeId: person.id, adjustment }];
}

/** « Ajustements TR ». A row that lacks something is left out, and says what. */
export function readAdjustments(
  state: TableState | undefined,
  people: readonly KnownPerson[],
): Reading<readonly OrderAdjustment[]> {
  const { rows, findings } = typedRows(adjustmentsTable, state);
  const known = new KnownPeople(people);
  return { value: rows.flatMap((row) => adjustmentOf(row, known)), findings };
}
