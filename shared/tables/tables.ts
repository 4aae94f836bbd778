import { absenceTables } from './absences/absenceTables.ts';
import type { TableDeclaration } from './declaration.ts';
import { fieldMappingTable } from './fieldMappingTable.ts';
import { formerIdsTable } from './people/formerIdsTable.ts';
import { monthTables } from './people/monthTables.ts';
import { payrollListTable } from './people/payrollListTable.ts';
import { periodsTable } from './periodsTable.ts';
import { recapTables } from './recap/recapTables.ts';
import { tables } from './updateTables.ts';
import { detailTable } from './vouchers/detailTable.ts';
import { voucherTables } from './vouchers/voucherTables.ts';
import { worktimeResultTables, worktimeTables } from './worktime/worktimeTables.ts';

export { tables } from './updateTables.ts';

/** Every table that a workbook may hold. */
export const everyTable: readonly TableDeclaration[] = [
  ...tables,
  payrollListTable,
  formerIdsTable,
  fieldMappingTable,
  ...absenceTables,
  periodsTable,
  ...recapTables,
  ...monthTables,
  ...voucherTables,
  ...worktimeTables,
];

/** Results and copies that may be long, and that no computation reads back. */
const longTables: ReadonlySet<TableDeclaration> = new Set([detailTable, ...recapTables, ...worktimeResultTables]);

/** Those that something is computed from. */
export const sourceTables: readonly TableDeclaration[] = everyTable.filter((table) => !longTables.has(table));

/** The declaration of the table of that Excel name; an unknown name is a bug and throws. */
export function tableNamed(name: string): TableDeclaration {
  const found = everyTable.find((each) => each.name === name);
  if (!found) throw new RangeError(`unknown table: ${name}`);
  return found;
}
