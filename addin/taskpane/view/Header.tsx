import type { ReactElement } from 'react';
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { appName, backHome, settings } from '../../../shared/messages/fr/pane.ts';
import { isAbsencesScreen } from '../model/absences/absencesState.ts';
import { isEveningScreen } from '../model/evening/eveningState.ts';
import { isPeopleScreen } from '../model/people/peopleState.ts';
import type { Screen } from '../model/state.ts';
import { run, usePane, usePaneState } from './paneContext.ts';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    padding: '8px 8px 8px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  names: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  account: {
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

const wayBack: ReadonlySet<Screen['name']> = new Set([
  'settings',
  'review',
  'vouchers',
  'voucherResult',
  'voucherPerson',
  'voucherOrders',
  'voucherSimulation',
  'voucherFiles',
  'voucherTemplate',
  'worktime',
  'worktimeSets',
  'worktimeSimulation',
  'worktimeResult',
  'worktimePerson',
  'worktimeExports',
  'worktimeCredit',
  'worktimeFiles',
] as const);

/** There is no way back from what has left for Lucca before it has answered. */
function hasWayBack(screen: Screen): boolean {
  return (
    isPeopleScreen(screen) ||
    isAbsencesScreen(screen) ||
    isEveningScreen(screen) ||
    (wayBack.has(screen.name) && !(screen.name === 'worktimeCredit' && screen.stage.is === 'sending'))
  );
}

export function Header(): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  const { screen, connection } = usePaneState();
  return (
    <header className={styles.header}>
      <div className={styles.names}>
        <h1 className={styles.title}>{appName}</h1>
        {connection ? (
          <Text size={200} className={styles.account}>
            {connection.host}
          </Text>
        ) : null}
      </div>
      {screen.name === 'home' ? (
        <Button
          appearance="subtle"
          icon={<SettingsRegular />}
          aria-label={settings}
          title={settings}
          onClick={() => pane.settings()}
        />
      ) : null}
      {hasWayBack(screen) ? (
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={() => run(pane.back())}>
          {backHome}
        </Button>
      ) : null}
    </header>
  );
}
