import type { TableDeclaration } from '../declaration.ts';
import { adjustmentsTable } from './adjustmentsTable.ts';
import { beneficiariesTable } from './beneficiariesTable.ts';
import { detailTable } from './detailTable.ts';
import { establishmentsTable } from '../establishmentsTable.ts';
import { absenceImpactsTable, expenseImpactsTable } from './impactsTables.ts';
import { mealsTable } from './mealsTable.ts';
import { ordersTable } from './ordersTable.ts';
import { ordersTemplatesTable } from './ordersTemplatesTable.ts';
import { orderSettingsTable, registerTable } from './registerTable.ts';
import { planningsTable } from '../planningsTable.ts';
import { regulationsTable } from './regulationsTable.ts';
import { resultTable } from './resultTable.ts';
import { totalsTable } from './totalsTable.ts';

/** Tables of titres-restaurant that people fill, in the order in which they are needed. */
export const typedVoucherTables: readonly TableDeclaration[] = [
  establishmentsTable,
  regulationsTable,
  beneficiariesTable,
  absenceImpactsTable,
  expenseImpactsTable,
  planningsTable,
  mealsTable,
  adjustmentsTable,
];

/** All of them, with those that Passerelle alone writes. */
export const voucherTables: readonly TableDeclaration[] = [
  ...typedVoucherTables,
  resultTable,
  totalsTable,
  detailTable,
  ordersTable,
  registerTable,
  orderSettingsTable,
  ordersTemplatesTable,
];
