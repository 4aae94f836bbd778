import { absencesTable } from './absencesTable.ts';
import type { TableDeclaration } from './declaration.ts';
import { employeesBaseTable, employeesTable } from './employeesTable.ts';
import { decisionsTable, journalTable, planTable, stateTable } from './memoryTables.ts';
import { periodsTable } from './periodsTable.ts';
import { detailTable } from './vouchers/detailTable.ts';
import { voucherTables } from './vouchers/voucherTables.ts';
import { worktimeResultTables, worktimeTables } from './worktime/worktimeTables.ts';

/** Tables that an update reads and writes, in the order in which a plan is written: what people see first, what is remembered after. */
export const tables: readonly TableDeclaration[] = [
  employeesTable,
  absencesTable,
  journalTable,
  employeesBaseTable,
  decisionsTable,
  stateTable,
  planTable,
];

/** Every table that a workbook may hold. */
export const everyTable: readonly TableDeclaration[] = [...tables, periodsTable, ...voucherTables, ...worktimeTables];

/** Results that may be long, and that nothing reads back. */
const longTables: ReadonlySet<TableDeclaration> = new Set([detailTable, ...worktimeResultTables]);

/** Those that something is computed from. */
export const sourceTables: readonly TableDeclaration[] = everyTable.filter((table) => !longTables.has(table));

/** The declaration of the table of that Excel name; an unknown name is a bug and throws. */
export function tableNamed(name: string): TableDeclaration {
  const found = everyTable.find((each) => each.name === name);
  if (!found) throw new RangeError(`unknown table: ${name}`);
  return found;
}
