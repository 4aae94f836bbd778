/** « À transmettre au support » as it stands. */
import { canonical, textCell } from '../../domain/review/cell.ts';
import type { TableState } from '../../flows/book.ts';
import { typedRows, type Reading, type TypedRow } from '../typedRow.ts';
import { supportTable } from './supportTable.ts';

/** `stoppage`: key of the line of « Arrêts à saisir ». `held`, `now`: as the row tells them. */
export interface SupportRow {
  readonly rowKey: string;
  readonly stoppage: string;
  readonly number: number;
  readonly employeeId: string;
  readonly held: string;
  readonly now: string;
  readonly isSent: boolean;
  readonly sentAt: string;
  readonly row: TypedRow;
}

/** In the order of their numbers, those whose tick and number could be read; what is spoilt is said at its cell, and left. */
export function readSupportRows(state: TableState | undefined): Reading<readonly SupportRow[]> {
  const { rows, findings } = typedRows(supportTable, state);
  const value = rows.flatMap((row): SupportRow[] => {
    const [rowKey, number] = [row.place('stoppage').key ?? '', row.number('number')];
    if (rowKey === '' || number === null || row.isUnreadable('sent')) return [];
    const stoppage = canonical('text', textCell(row.text('stoppage')));
    const told = { held: row.text('held'), now: row.text('now'), sentAt: row.text('sentAt') };
    const isSent = row.value('sent') === true;
    return [{ rowKey, stoppage, number, employeeId: row.text('luccaId'), ...told, isSent, row }];
  });
  return { value: value.sort((a, b) => a.number - b.number), findings };
}
