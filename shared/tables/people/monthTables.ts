import type { TableDeclaration } from '../declaration.ts';
import { controlThresholdsTable, monthControlTable } from './monthControlTable.ts';
import { monthMovementsTable } from './monthMovementsTable.ts';
import { payrollCheckTable, payrollJournalTable } from './payrollCheckTables.ts';

/** Tables by which a month is looked over before it is closed. */
export const monthTables: readonly TableDeclaration[] = [
  monthMovementsTable,
  controlThresholdsTable,
  monthControlTable,
  payrollJournalTable,
  payrollCheckTable,
];
