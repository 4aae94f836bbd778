import type { PlainMonth } from '../../../../../shared/domain/calendar/plainDate.ts';
import type { Finding } from '../../../../../shared/domain/finding.ts';
import type { JournalFile } from '../../../../../shared/flows/people/month/bringJournal.ts';
import type { MonthControl } from '../../../../../shared/flows/people/month/computeControl.ts';
import type { MonthMovements } from '../../../../../shared/flows/people/month/computeMovements.ts';
import type { PayrollCheck } from '../../../../../shared/flows/people/month/computePayrollCheck.ts';

/** A file that was given as a journal, to be read again from another of its sheets. */
export interface GivenJournal extends JournalFile {
  readonly name: string;
}

/** A file of which no column was recognised, for the person to bind them. */
export interface UnboundJournal {
  readonly given: GivenJournal;
  readonly headings: readonly string[];
  /** The headings are the places of the columns: the file has none. */
  readonly isUntitled?: true;
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
      readonly given: GivenJournal | null;
    };
