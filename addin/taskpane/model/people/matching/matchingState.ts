import type { GivenFile } from '../../../../../shared/flows/people/payrollFile.ts';
import type { PayrollMatching } from '../../../../../shared/flows/people/matching/matchPayroll.ts';

/**
 * `peopleList`: a file of payroll being brought, none chosen yet when `given` is null; `pasting`: its sheet was made, to be pasted in. `peopleMatching`: who is who, and what is
 * answered.
 */
export type MatchingScreen =
  | {
      readonly name: 'peopleList';
      readonly given: GivenFile | null;
      readonly fileName: string;
      readonly pasting?: true;
    }
  | { readonly name: 'peopleMatching'; readonly compared: PayrollMatching };
