/** The screens of « Salariés », as values: one member for each place, declared beside its tasks. */
import type { ChecksScreen } from './checks/checksState.ts';
import type { MatchingScreen } from './matching/matchingState.ts';
import type { FieldsScreen } from './fields/fieldsState.ts';
import type { MonthScreen } from './month/monthState.ts';
import type { RecapScreen } from './recap/recapState.ts';

export type PeopleScreen =
  | { readonly name: 'people' | 'peopleAutomatic' }
  | ChecksScreen
  | MonthScreen
  | FieldsScreen
  | RecapScreen
  | MatchingScreen;

/** Every screen of « Salariés » has a name that begins so. */
export function isPeopleScreen<S extends { readonly name: string }>(screen: S): screen is S & PeopleScreen {
  return screen.name.startsWith('people');
}
