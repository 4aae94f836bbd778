import type { AbsenceCategory, StoppageKind } from '../treatment.ts';

/** What one payroll software calls the categories. */
export interface PayrollTarget {
  readonly name: string;
  /** How it names each category: one name is the default of the mapping sheet, several or none are for the accountant to choose. */
  readonly types: Readonly<Record<AbsenceCategory, readonly string[]>>;
  /** Stoppages that only its support changes or takes away once their month is closed. */
  readonly protectedKinds: ReadonlySet<StoppageKind>;
}
