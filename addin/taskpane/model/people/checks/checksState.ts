import type { PeopleChecks } from '../../../../../shared/flows/people/checkPeople.ts';

/** What is to be corrected in « Salariés ». */
export interface ChecksScreen {
  readonly name: 'peopleChecks';
  readonly checks: PeopleChecks;
}
