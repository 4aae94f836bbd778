import type { TableDeclaration } from '../declaration.ts';
import { absenceRegisterTable, absenceSettingsTable } from './absenceRegisterTable.ts';
import { accountBindingsTable } from './accountBindingsTable.ts';
import { absenceImportsTable, importLinesTable } from './importsTable.ts';
import { startingPointTable } from './startingPointTable.ts';
import { stoppagesTable } from './stoppagesTable.ts';
import { supportTable } from './supportTable.ts';

/** Tables of absences handed over to payroll, in the order in which they are needed. */
export const absenceTables: readonly TableDeclaration[] = [
  accountBindingsTable,
  startingPointTable,
  absenceImportsTable,
  importLinesTable,
  absenceRegisterTable,
  absenceSettingsTable,
  stoppagesTable,
  supportTable,
];
