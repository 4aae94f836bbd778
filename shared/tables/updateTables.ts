import { absencesTable } from './absencesTable.ts';
import type { TableDeclaration } from './declaration.ts';
import { employeesBaseTable, employeesTable } from './employeesTable.ts';
import { decisionsTable, journalTable, planTable, stateTable } from './memoryTables.ts';

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
