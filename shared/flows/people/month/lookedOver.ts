/** The first month that « Mouvements du mois » was asked for and had nothing to tell: an empty sheet would not say that it was looked over. */
import { parsePlainMonth, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { textCell } from '../../../domain/review/cell.ts';
import type { PlanLine } from '../../../domain/review/plan.ts';
import { stateTable } from '../../../tables/memoryTables.ts';
import { monthMovementsTable } from '../../../tables/people/monthMovementsTable.ts';
import type { BookRow, BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';

const NAME = 'movementsFrom';

function heldRow(snapshot: BookSnapshot): BookRow | undefined {
  return rowsOf(snapshot, stateTable.name).find(({ key }) => key === NAME.toUpperCase());
}

function heldMonth(snapshot: BookSnapshot): PlainMonth | undefined {
  const row = heldRow(snapshot);
  return row && parsePlainMonth(textOf(row, 'value'));
}

/** True when the sheet spoke of `month`, or could have: of it, or of one before. */
export function isLookedOver(snapshot: BookSnapshot, month: PlainMonth): boolean {
  const held = heldMonth(snapshot);
  if (held !== undefined && held <= month) return true;
  return rowsOf(snapshot, monthMovementsTable.name).some((row) => textOf(row, 'month') <= month);
}

/** What remembers that `month` was looked over; nothing where that is known. */
export function lookedOverLines(snapshot: BookSnapshot, month: PlainMonth): PlanLine[] {
  if (isLookedOver(snapshot, month)) return [];
  const before = heldRow(snapshot)?.cells['value'];
  const [key, after] = [NAME.toUpperCase(), textCell(month)];
  const same = { table: stateTable.name, key, reason: 'memory' } as const;
  return before === undefined
    ? [{ ...same, operation: 'add', after: { key: textCell(NAME), value: after } }]
    : [{ ...same, operation: 'set', column: 'value', before, after }];
}
