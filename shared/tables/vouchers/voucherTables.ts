import type { TableDeclaration } from '../declaration.ts';
import { adjustmentsTable } from './adjustmentsTable.ts';
import { beneficiariesTable } from './beneficiariesTable.ts';
import { establishmentsTable } from './establishmentsTable.ts';
import { absenceImpactsTable, expenseImpactsTable } from './impactsTables.ts';
import { mealsTable } from './mealsTable.ts';
import { regulationsTable } from './regulationsTable.ts';

/** Tables of titres-restaurant that people fill, in the order in which they are needed. */
export const voucherTables: readonly TableDeclaration[] = [
  establishmentsTable,
  regulationsTable,
  beneficiariesTable,
  absenceImpactsTable,
  expenseImpactsTable,
  mealsTable,
  adjustmentsTable,
];
