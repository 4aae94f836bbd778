import type { AbsenceCategory } from '../treatment.ts';

/** What one payroll software calls the categories. */
export interface PayrollTarget {
  readonly name: string;
  /** How it names each category: one name is the default of the mapping sheet, several or none are for the accountant to choose. */
  readonly types: Readonly<Record<AbsenceCategory, readonly string[]>>;
}
