/** « Registre des absences » by the lines of « Lignes d'import »: what the register says of each, whatever became of it in the sheet. */
import { absenceRegisterTable } from '../../../tables/absences/absenceRegisterTable.ts';
import { importLinesTable } from '../../../tables/absences/importsTable.ts';
import { canonicalKey } from '../../../tables/declaration.ts';
import type { BookRow } from '../../book.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import type { HeldTransfer } from './heldTransfer.ts';

/** The last row of the register that speaks of each line of « Lignes d'import », by the key of the line. */
export function registeredLines({ rows }: Pick<HeldTransfer, 'rows'>): ReadonlyMap<string, BookRow> {
  const inOrder = [...rows(absenceRegisterTable)].sort((a, b) => Number(a.key) - Number(b.key));
  return new Map(inOrder.map((row) => [canonicalKey(importLinesTable, textOf(row, 'lineId')), row]));
}

/** Those that the register holds as done. */
export function appliedRows(held: HeldTransfer): (readonly [key: string, row: BookRow])[] {
  return [...registeredLines(held)].filter(([key]) => held.register.applied.has(key));
}
