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

export type RecapScreen =
  /** `closing`: the close is asked, with what still waits; null otherwise. */
  | (OfMonth & { readonly name: 'peopleRecap'; readonly closing: { readonly waiting: Waiting | null } | null })
  | (OfMonth & { readonly name: 'peopleBank' })
  | { readonly name: 'peopleChanges'; readonly log: ChangeLog; readonly upTo: Sensitivity };
