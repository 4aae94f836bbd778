import type { ReactElement } from 'react';
import type { AbsencesScreen } from '../../model/absences/absencesState.ts';
import { AbsencesHome } from './AbsencesHome.tsx';
import { AccountsScreen } from './accounts/AccountsScreen.tsx';
import { CalendarPersonScreen } from './calendar/CalendarPersonScreen.tsx';
import { CalendarScreen } from './calendar/CalendarScreen.tsx';
import { StoppagesScreen } from './stoppages/StoppagesScreen.tsx';
import { CloseScreen } from './transfer/CloseScreen.tsx';
import { ImportScreen } from './transfer/ImportScreen.tsx';
import { ImportsScreen } from './transfer/ImportsScreen.tsx';
import { TransferFilesScreen } from './transfer/TransferFilesScreen.tsx';

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
    case 'absenceImport':
      return <ImportScreen screen={screen} />;
    case 'absenceImports':
      return <ImportsScreen board={screen.board} />;
    case 'absenceFiles':
      return <TransferFilesScreen screen={screen} />;
    case 'absenceClose':
      return <CloseScreen screen={screen} />;
    case 'absenceStoppages':
      return <StoppagesScreen screen={screen} />;
  }
}
