/** The line by which an import brought an absence to payroll: who, where and under what name payroll has it. */
import { halfDaysText, type TransferLine } from '../../../domain/absences/transferLines.ts';
import { importLinesTable } from '../../../tables/absences/importsTable.ts';
import { currentIds } from '../../../tables/people/currentIds.ts';
import type { BookRow, BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import { isDeletion } from './heldTransfer.ts';

export type Brought = Pick<TransferLine, 'employeeId' | 'code' | 'accountId' | 'corrects' | 'halfDays'>;

/** By the first half-day of what is taken back; undefined where its line is there no more. */
export function broughtBy(snapshot: BookSnapshot): (taken: Brought) => BookRow | undefined {
  const { of } = currentIds(snapshot);
  const keyOf = (run: string, luccaId: string, code: string, account: string) =>
    JSON.stringify([run, of(luccaId), code, account]);
  const groups = new Map<string, BookRow[]>();
  for (const row of rowsOf(snapshot, importLinesTable.name).filter((each) => !isDeletion(each))) {
    const text = (key: string) => textOf(row, key);
    const key = keyOf(text('run'), text('luccaId'), text('code'), text('accountId'));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return ({ corrects, employeeId, code, accountId, halfDays: [first] }) => {
    const own = groups.get(keyOf(corrects, employeeId, code, accountId)) ?? [];
    const half = first && halfDaysText([first]);
    return half === undefined ? undefined : own.find((row) => textOf(row, 'detail').split(' ').includes(half));
  };
}
