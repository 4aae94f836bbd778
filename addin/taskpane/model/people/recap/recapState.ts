/** The screens of the recap, as values. */
import type { Sensitivity } from '../../../../../shared/domain/people/employeeFields.ts';
import type { ChangeLog } from '../../../../../shared/flows/recap/changeLog.ts';
import type { Waiting } from '../../../../../shared/flows/recap/closeEmployees.ts';
import type { MonthRecap } from '../../../../../shared/flows/recap/readRecap.ts';

/** Values are shown up to `upTo`. */
interface OfMonth {
  readonly recap: MonthRecap;
  readonly upTo: Sensitivity;
}

/** What is asked before it is done. `waiting`: what a close would leave out, null when nobody can tell. */
export type RecapQuestion = { readonly of: 'close'; readonly waiting: Waiting | null } | { readonly of: 'reopen' };

export type RecapScreen =
  | (OfMonth & { readonly name: 'peopleRecap'; readonly asking: RecapQuestion | null })
  | (OfMonth & { readonly name: 'peopleBank' })
  | { readonly name: 'peopleChanges'; readonly log: ChangeLog; readonly upTo: Sensitivity };
