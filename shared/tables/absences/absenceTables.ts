import type { TableDeclaration } from '../declaration.ts';
import { absenceRegisterTable, absenceSettingsTable } from './absenceRegisterTable.ts';
import { accountBindingsTable } from './accountBindingsTable.ts';
import { absenceImportsTable, importLinesTable } from './importsTable.ts';
import { startingPointTable } from './startingPointTable.ts';
import { stoppagesTable } from './stoppagesTable.ts';
import { supportTable } from './supportTable.ts';

/** What an import of absences is kept in: made with the first one. */
export const transferTables: readonly TableDeclaration[] = [
  startingPointTable,
  absenceImportsTable,
  importLinesTable,
  absenceRegisterTable,
  absenceSettingsTable,
];

/** Tables of absences handed over to payroll, in the order in which they are needed. */
export const absenceTables: readonly TableDeclaration[] = [
  accountBindingsTable,
  ...transferTables,
  stoppagesTable,
  supportTable,
];
