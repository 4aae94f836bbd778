import type { ReactElement } from 'react';
import type { TimeScreen } from '../../model/worktime/timeState.ts';
import { CreditScreen } from './credit/CreditScreen.tsx';
import { ExportsScreen } from './ExportsScreen.tsx';
import { SetsScreen } from './SetsScreen.tsx';
import { TimeFilesScreen } from './TimeFilesScreen.tsx';
import { TimeHome } from './TimeHome.tsx';
import { TimePersonScreen } from './TimePersonScreen.tsx';
import { TimeResultScreen } from './TimeResultScreen.tsx';
import { TimeSimulationScreen } from './simulation/TimeSimulationScreen.tsx';

/** Everything of working time that is seen: loaded when it is first asked for. */
export default function TimeScreens({ screen }: { readonly screen: TimeScreen }): ReactElement {
  switch (screen.name) {
    case 'worktime':
      return <TimeHome screen={screen} />;
    case 'worktimeSets':
      return <SetsScreen board={screen.board} />;
    case 'worktimeSimulation':
      return <TimeSimulationScreen screen={screen} />;
    case 'worktimeResult':
      return <TimeResultScreen key={screen.computation.month} screen={screen} />;
    case 'worktimePerson':
      return (
        <TimePersonScreen
          key={JSON.stringify([screen.computation.month, screen.employeeId, screen.asked])}
          screen={screen}
        />
      );
    case 'worktimeExports':
      return <ExportsScreen board={screen.board} />;
    case 'worktimeCredit':
      return <CreditScreen screen={screen} />;
    case 'worktimeFiles':
      return <TimeFilesScreen screen={screen} />;
  }
}
