import type { TableDeclaration } from '../declaration.ts';
import { absenceTreatmentsTable } from './absenceTreatmentsTable.ts';
import { controlsTable } from './controlsTable.ts';
import { countersTable } from './countersTable.ts';
import { movementsTable } from './movementsTable.ts';
import { timeAccountsTable } from './timeAccountsTable.ts';
import { timeBalancesTable } from './timeBalancesTable.ts';
import { timeCorrectionsTable } from './timeCorrectionsTable.ts';
import { timeEntriesTable } from './timeEntriesTable.ts';
import { exportLinesTable, timeExportsTable } from './timeExportsTable.ts';
import { timeRegisterTable, timeSettingsTable } from './timeRegisterTable.ts';
import { timeRegulationsTable } from './timeRegulationsTable.ts';
import { timeRulesTable } from './timeRulesTable.ts';

/** Tables of working time that people fill, in the order in which they are needed; « Établissements » and « Plannings » are shared. */
export const typedWorktimeTables: readonly TableDeclaration[] = [
  timeRegulationsTable,
  timeAccountsTable,
  timeRulesTable,
  absenceTreatmentsTable,
  timeEntriesTable,
  timeCorrectionsTable,
];

/** Written whole at each computation, and read back by nothing: they may be long. */
export const worktimeResultTables: readonly TableDeclaration[] = [countersTable, movementsTable, controlsTable];

export const worktimeTables: readonly TableDeclaration[] = [
  ...typedWorktimeTables,
  timeBalancesTable,
  ...worktimeResultTables,
  timeExportsTable,
  exportLinesTable,
  timeRegisterTable,
  timeSettingsTable,
];
