/** What the workbook remembers of the accounts that Lucca says: refused by payroll, or accepted. */
import { sameTexts } from '../../domain/people/recap/sameField.ts';
import { blank, type Cell } from '../../domain/review/cell.ts';
import type { BankField } from '../../domain/people/recap/bankChange.ts';
import type { BankAnswers } from '../../domain/people/recap/bankChanges.ts';
import { baseText } from '../../domain/review/baseTexts.ts';
import { fingerprint, memoryText } from '../../domain/review/memory.ts';
import { itemId } from '../../domain/review/review.ts';
import { employeesBaseTable, employeesTable } from '../../tables/employeesTable.ts';
import { decisionsTable } from '../../tables/memoryTables.ts';
import type { BookSnapshot } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import { textOf } from '../vouchers/regulationReadings.ts';

/** True for a value of Lucca that payroll refused, and that Lucca still says. */
function ignoredBank(snapshot: BookSnapshot): (id: string, field: BankField, value: Cell) => boolean {
  const refused = new Map(
    rowsOf(snapshot, decisionsTable.name).map((row) => [textOf(row, 'key'), textOf(row, 'value')]),
  );
  return (id, field, value) => {
    const change = { column: field, before: blank, after: value };
    return (
      refused.get(itemId(employeesTable.name, id, field)) === fingerprint('changed', employeesTable.columns, [change])
    );
  };
}

/** True for a value of Lucca that payroll last accepted: what the base remembers. */
function acceptedBank(snapshot: BookSnapshot): (id: string, field: BankField, value: Cell) => boolean {
  const base = new Map(rowsOf(snapshot, employeesBaseTable.name).map((row) => [row.key, row]));
  return (id, field, value) => {
    const row = base.get(id);
    return row !== undefined && sameTexts(field, memoryText('identifier', value), baseText(row, field));
  };
}

export function bankAnswers(snapshot: BookSnapshot): BankAnswers {
  return { isIgnored: ignoredBank(snapshot), isAccepted: acceptedBank(snapshot) };
}
