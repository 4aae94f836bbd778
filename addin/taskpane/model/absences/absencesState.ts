/** The screens of « Absences », as values: one member for each place, declared beside its tasks. */
import type { Finding } from '../../../../shared/domain/finding.ts';
import type { AccountsScreen } from './accounts/accountsState.ts';
import type { CalendarScreen } from './calendar/calendarState.ts';
import type { StoppagesScreen } from './stoppages/stoppagesState.ts';
import type { TransferScreen } from './transfer/transferState.ts';

/** `findings`: why a place could not be opened. */
interface AbsencesHomeScreen {
  readonly name: 'absences';
  readonly findings: readonly Finding[];
}

export type AbsencesScreen = AbsencesHomeScreen | AccountsScreen | CalendarScreen | StoppagesScreen | TransferScreen;

/** Every screen of « Absences » has a name that begins so. */
export function isAbsencesScreen<S extends { readonly name: string }>(screen: S): screen is S & AbsencesScreen {
  return screen.name.startsWith('absence');
}
