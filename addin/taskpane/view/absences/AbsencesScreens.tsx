import type { ReactElement } from 'react';
import type { AbsencesScreen } from '../../model/absences/absencesState.ts';
import { AbsencesHome } from './AbsencesHome.tsx';
import { AccountsScreen } from './accounts/AccountsScreen.tsx';
import { CalendarPersonScreen } from './calendar/CalendarPersonScreen.tsx';
import { CalendarScreen } from './calendar/CalendarScreen.tsx';

/** Everything of « Absences » that is seen: loaded when it is first asked for. */
export default function AbsencesScreens({ screen }: { readonly screen: AbsencesScreen }): ReactElement {
  switch (screen.name) {
    case 'absences':
      return <AbsencesHome findings={screen.findings} />;
    case 'absenceAccounts':
      return <AccountsScreen screen={screen} />;
    case 'absenceCalendar':
      return <CalendarScreen screen={screen} />;
    case 'absenceCalendarPerson':
      return <CalendarPersonScreen screen={screen} />;
  }
}
