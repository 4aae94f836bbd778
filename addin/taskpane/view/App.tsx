import { lazy, Suspense, useEffect, useRef, type ReactElement } from 'react';
import { Spinner, makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';
import { starting } from '../../../shared/messages/fr/pane.ts';
import { isAbsencesScreen } from '../model/absences/absencesState.ts';
import { isEveningScreen } from '../model/evening/eveningState.ts';
import { isPeopleScreen } from '../model/people/peopleState.ts';
import type { Screen } from '../model/state.ts';
import { Header } from './Header.tsx';
import { HomeScreen } from './HomeScreen.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { OfflineScreen } from './OfflineScreen.tsx';
import { run, usePane, usePaneState } from './paneContext.ts';
import { PendingScreen } from './PendingScreen.tsx';
import { PullingScreen, WorkingScreen } from './ProgressScreens.tsx';

/** Seen once, or seldom: they come when they are asked for. The screen of a service that does not answer cannot. */
const ConnectScreen = lazy(async () => ({ default: (await import('./ConnectScreen.tsx')).ConnectScreen }));
const PairingScreen = lazy(async () => ({ default: (await import('./PairingScreen.tsx')).PairingScreen }));
const SettingsScreen = lazy(async () => ({ default: (await import('./SettingsScreen.tsx')).SettingsScreen }));
const ReviewScreen = lazy(() => import('./review/ReviewScreen.tsx'));
const AbsencesScreens = lazy(() => import('./absences/AbsencesScreens.tsx'));
const EveningScreens = lazy(() => import('./evening/EveningScreens.tsx'));
const PeopleScreens = lazy(() => import('./employees/PeopleScreens.tsx'));
const VoucherScreens = lazy(() => import('./vouchers/VoucherScreens.tsx'));
const TimeScreens = lazy(() => import('./worktime/TimeScreens.tsx'));

const useDocumentStyles = makeStaticStyles({ body: { margin: 0 } });

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100vh',
    minWidth: '300px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  main: {
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    overflowY: 'auto',
    padding: '12px 16px 16px',
    rowGap: '12px',
    ':focus': { outlineStyle: 'none' },
  },
});

function body(screen: Screen): ReactElement {
  if (isPeopleScreen(screen)) return <PeopleScreens screen={screen} />;
  if (isAbsencesScreen(screen)) return <AbsencesScreens screen={screen} />;
  if (isEveningScreen(screen)) return <EveningScreens screen={screen} />;
  switch (screen.name) {
    case 'starting':
      return <Spinner label={starting} />;
    case 'offline':
      return <OfflineScreen error={screen.error} />;
    case 'pairing':
      return <PairingScreen busy={screen.busy} />;
    case 'connect':
      return <ConnectScreen busy={screen.busy} tested={screen.tested} />;
    case 'home':
      return <HomeScreen />;
    case 'pulling':
      return <PullingScreen screen={screen} />;
    case 'working':
      return <WorkingScreen screen={screen} />;
    case 'review':
      return <ReviewScreen screen={screen} />;
    case 'vouchers':
    case 'voucherResult':
    case 'voucherPerson':
    case 'voucherOrders':
    case 'voucherFiles':
    case 'voucherTemplate':
    case 'voucherWizard':
    case 'voucherSimulation':
      return <VoucherScreens screen={screen} />;
    case 'worktime':
    case 'worktimeSets':
    case 'worktimeSimulation':
    case 'worktimeResult':
    case 'worktimePerson':
    case 'worktimeExports':
    case 'worktimeCredit':
    case 'worktimeFiles':
      return <TimeScreens screen={screen} />;
    case 'pending':
      return <PendingScreen />;
    case 'settings':
      return <SettingsScreen />;
  }
}

export function App(): ReactElement {
  useDocumentStyles();
  const styles = useStyles();
  const pane = usePane();
  const { screen, notice } = usePaneState();
  const main = useRef<HTMLElement>(null);
  useEffect(() => run(pane.start()), [pane]);
  useEffect(() => {
    // What held the focus went with its screen: it stays in the pane, and is never taken from the sheet.
    if (document.hasFocus() && document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [screen.name]);
  return (
    <div className={styles.pane}>
      <Header />
      <main ref={main} tabIndex={-1} className={styles.main}>
        <NoticeBar notice={notice} />
        <Suspense fallback={<Spinner label={starting} />}>{body(screen)}</Suspense>
      </main>
    </div>
  );
}
