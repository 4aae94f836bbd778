import type { ReactElement } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { ArrowSyncRegular, CalendarMonthRegular, PlugConnectedRegular } from '@fluentui/react-icons';
import type { Finding } from '../../../../shared/domain/finding.ts';
import { accountsTitle } from '../../../../shared/messages/fr/absences/accountsPane.ts';
import { calendarAction } from '../../../../shared/messages/fr/absences/calendarPane.ts';
import * as text from '../../../../shared/messages/fr/absences/pane.ts';
import { refreshAction } from '../../../../shared/messages/fr/pane.ts';
import type { AbsenceTasks } from '../../model/absences/absenceTasks.ts';
import { FindingList } from '../FindingList.tsx';
import { useLook } from '../look.ts';
import { MonthField } from '../MonthField.tsx';
import { run, usePane, usePaneState } from '../paneContext.ts';
import { ScreenTitle } from '../ScreenTitle.tsx';
import { TransferCard } from './transfer/TransferCard.tsx';
import { useAbsences } from './useAbsences.ts';

interface Entry {
  readonly label: string;
  readonly icon: ReactElement;
  readonly open: (absences: AbsenceTasks) => Promise<void>;
}

interface Group {
  readonly title: string;
  /** What it shows depends on the month of pay, which is then asked for. */
  readonly isMonthly?: true;
  readonly entries: readonly Entry[];
}

/** In the order of the month; a group without an entry is not shown. */
const groups: readonly Group[] = [
  {
    title: text.everyMonth,
    isMonthly: true,
    entries: [{ label: calendarAction, icon: <CalendarMonthRegular />, open: (absences) => absences.calendar.open() }],
  },
  {
    title: text.setOnce,
    entries: [{ label: accountsTitle, icon: <PlugConnectedRegular />, open: (absences) => absences.accounts.open() }],
  },
];

function GroupOf({ title, isMonthly, entries }: Group): ReactElement {
  const look = useLook();
  const pane = usePane();
  const start = useAbsences();
  return (
    <section className={look.actions} aria-label={title}>
      <ScreenTitle as="h3">{title}</ScreenTitle>
      {isMonthly ? <MonthField label={text.monthLabel} onChoose={(each) => pane.chooseMonth(each)} /> : null}
      {entries.map(({ label, icon, open }) => (
        <Button key={label} icon={icon} onClick={() => start(open)}>
          {label}
        </Button>
      ))}
    </section>
  );
}

/** The service has nothing to show of this account yet. */
function FirstReading(): ReactElement {
  const look = useLook();
  const pane = usePane();
  return (
    <div className={look.actions}>
      <Text>{text.notReadYet}</Text>
      <Button appearance="primary" icon={<ArrowSyncRegular />} onClick={() => run(pane.refresh())}>
        {refreshAction}
      </Button>
    </div>
  );
}

export function AbsencesHome({ findings }: { readonly findings: readonly Finding[] }): ReactElement {
  const { connection } = usePaneState();
  const shown = groups.filter(({ entries }) => entries.length > 0);
  return (
    <>
      <ScreenTitle>{text.absencesTitle}</ScreenTitle>
      <FindingList findings={findings} />
      {connection?.mirror ? <TransferCard told={findings} /> : null}
      {connection?.mirror ? shown.map((group) => <GroupOf key={group.title} {...group} />) : <FirstReading />}
    </>
  );
}
