/** What of the tables working time is computed from, and nothing else of them: the tables of its JSON document. */
import { documentTable, documentTableWithout, type DocumentTable } from '../documentRows.ts';
import { employeesTable } from '../employeesTable.ts';
import { establishmentsTable } from '../establishmentsTable.ts';
import { planningsTable } from '../planningsTable.ts';
import { absenceTreatmentsTable } from './absenceTreatmentsTable.ts';
import { timeAccountsTable } from './timeAccountsTable.ts';
import { timeCorrectionsTable } from './timeCorrectionsTable.ts';
import { timeEntriesTable } from './timeEntriesTable.ts';
import { timeExportsTable } from './timeExportsTable.ts';
import { timeRegisterTable, timeSettingsTable } from './timeRegisterTable.ts';
import { timeRegulationsTable } from './timeRegulationsTable.ts';
import { timeRulesTable } from './timeRulesTable.ts';

/** Of people: who they are, where, and from when to when. */
const people = ['luccaId', 'employeeNumber', 'establishment', 'contractStart', 'contractEnd'];
const exports = ['number', 'month', 'state', 'lines'];

/**
 * Of sheets that people fill, all that they type. « Registre de temps » and its settings stand whole: a check value covers each line, with
 * the name of the person.
 */
export const inputTables: readonly DocumentTable[] = [
  documentTable(employeesTable, people),
  documentTableWithout(establishmentsTable),
  documentTableWithout(planningsTable, 'name'),
  documentTableWithout(timeRegulationsTable, 'state', 'toFix'),
  documentTableWithout(timeAccountsTable),
  documentTableWithout(timeRulesTable, 'reads'),
  documentTableWithout(absenceTreatmentsTable),
  documentTableWithout(timeEntriesTable, 'name', 'comment'),
  documentTableWithout(timeCorrectionsTable, 'name'),
  documentTable(timeExportsTable, exports),
  documentTableWithout(timeRegisterTable),
  documentTableWithout(timeSettingsTable),
];
