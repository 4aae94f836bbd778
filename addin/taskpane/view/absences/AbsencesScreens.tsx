import type { ReactElement } from 'react';
import type { AbsencesScreen } from '../../model/absences/absencesState.ts';
import { AbsencesHome } from './AbsencesHome.tsx';
import { AccountsScreen } from './accounts/AccountsScreen.tsx';

/** Everything of « Absences » that is seen: loaded when it is first asked for. */
export default function AbsencesScreens({ screen }: { readonly screen: AbsencesScreen }): ReactElement {
  switch (screen.name) {
    case 'absences':
      return <AbsencesHome findings={screen.findings} />;
    case 'absenceAccounts':
      return <AccountsScreen screen={screen} />;
  }
}
