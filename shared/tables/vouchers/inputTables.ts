/** What of the tables an order is computed from, and nothing else of them: the tables of its JSON document. */
import { documentTable, documentTableWithout, type DocumentTable } from '../documentRows.ts';
import { employeesTable } from '../employeesTable.ts';
import { adjustmentsTable } from './adjustmentsTable.ts';
import { beneficiariesTable } from './beneficiariesTable.ts';
import { establishmentsTable } from '../establishmentsTable.ts';
import { absenceImpactsTable, expenseImpactsTable } from './impactsTables.ts';
import { mealsTable } from './mealsTable.ts';
import { ordersTable } from './ordersTable.ts';
import { planningsTable } from '../planningsTable.ts';
import { orderSettingsTable, registerTable } from './registerTable.ts';
import { regulationsTable } from './regulationsTable.ts';

/** Of people: who they are, where, and from when to when. What excludes some of them stands in their fields. */
const people = ['luccaId', 'employeeNumber', 'establishment', 'contractStart', 'contractEnd'];
const orders = ['number', 'month', 'regulation', 'state', 'issuer', 'lines'];

/**
 * Of sheets that people fill, all that they type: what cannot be read there is told, whatever reads it. « Registre TR » and its settings stand
 * whole: a check value covers each line, with the name of the person.
 */
export const inputTables: readonly DocumentTable[] = [
  documentTable(employeesTable, people, true),
  documentTableWithout(establishmentsTable),
  documentTableWithout(regulationsTable, 'state', 'toFix'),
  documentTableWithout(beneficiariesTable, 'comment'),
  documentTableWithout(absenceImpactsTable, 'lastUse'),
  documentTableWithout(expenseImpactsTable, 'lastUse'),
  documentTableWithout(mealsTable, 'name'),
  documentTableWithout(planningsTable, 'name'),
  documentTableWithout(adjustmentsTable, 'name'),
  documentTable(ordersTable, orders),
  documentTableWithout(registerTable),
  documentTableWithout(orderSettingsTable),
];
