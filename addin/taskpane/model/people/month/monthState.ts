import type { PlainMonth } from '../../../../../shared/domain/calendar/plainDate.ts';
import type { Finding } from '../../../../../shared/domain/finding.ts';
import type { Grid } from '../../../../../shared/domain/people/payrollList/grid.ts';
import type { MonthControl } from '../../../../../shared/flows/people/month/computeControl.ts';
import type { MonthMovements } from '../../../../../shared/flows/people/month/computeMovements.ts';
import type { PayrollCheck } from '../../../../../shared/flows/people/month/computePayrollCheck.ts';

/** A file of which no column was recognised, for the person to bind them. */
export interface UnboundJournal {
  readonly file: string;
  readonly grids: readonly Grid[];
  readonly headings: readonly string[];
}

/** The screens by which a month is looked over. `check`: null where the journal has nothing of the month. */
export type MonthScreen =
  | { readonly name: 'peopleMovements'; readonly movements: MonthMovements }
  | { readonly name: 'peopleControl'; readonly control: MonthControl }
  | {
      readonly name: 'peopleCheck';
      readonly month: PlainMonth;
      readonly check: PayrollCheck | null;
      readonly findings: readonly Finding[];
      readonly unbound: UnboundJournal | null;
    };
