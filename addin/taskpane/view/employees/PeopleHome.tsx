import type { ReactElement } from 'react';
import { Button, Checkbox, Text } from '@fluentui/react-components';
import {
  ArrowAutofitDownRegular,
  BuildingBankRegular,
  ArrowSwapRegular,
  CalendarSearchRegular,
  HistoryRegular,
  PeopleCheckmarkRegular,
  PlugConnectedRegular,
  ReceiptRegular,
  ScalesRegular,
  TableCheckerRegular,
} from '@fluentui/react-icons';
import { automaticAction } from '../../../../shared/messages/fr/employees/automatic.ts';
import { checksAction, waitForComplete, waitForCompleteHint } from '../../../../shared/messages/fr/employees/checks.ts';
import { fieldsAction } from '../../../../shared/messages/fr/employees/fieldsPane.ts';
import { matchingAction } from '../../../../shared/messages/fr/employees/matchingPane.ts';
import { checkAction, controlAction, movementsAction } from '../../../../shared/messages/fr/employees/monthPane.ts';
import { bankTitle } from '../../../../shared/messages/fr/employees/bank.ts';
import { logTitle } from '../../../../shared/messages/fr/employees/changeLog.ts';
import * as text from '../../../../shared/messages/fr/employees/pane.ts';
import { recapTitle } from '../../../../shared/messages/fr/employees/recap.ts';
import type { PeopleTasks } from '../../model/people/peopleTasks.ts';
import { useLook } from '../look.ts';
import { MonthField } from '../MonthField.tsx';
import { usePane, usePaneState } from '../paneContext.ts';
import { ScreenTitle } from '../ScreenTitle.tsx';
import { usePeople } from './usePeople.ts';

interface Entry {
  readonly label: string;
  readonly icon: ReactElement;
  readonly open: (people: PeopleTasks) => Promise<void> | void;
  /** Of use before the first update. */
  readonly early?: true;
}

interface Group {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** In the order of the month: what must be looked at before pay, what is told of it, then what is set once. */
const groups: readonly Group[] = [
  {
    title: text.beforePay,
    entries: [
      { label: checksAction, icon: <TableCheckerRegular />, open: (people) => people.checks.open() },
      { label: movementsAction, icon: <ArrowSwapRegular />, open: (people) => people.month.movements() },
      { label: controlAction, icon: <ScalesRegular />, open: (people) => people.month.control() },
      { label: checkAction, icon: <ReceiptRegular />, open: (people) => people.check.open() },
    ],
  },
  {
    title: text.whatChanged,
    entries: [
      { label: recapTitle, icon: <CalendarSearchRegular />, open: (people) => people.recap.open('peopleRecap') },
      { label: bankTitle, icon: <BuildingBankRegular />, open: (people) => people.recap.open('peopleBank') },
      { label: logTitle, icon: <HistoryRegular />, open: (people) => people.log.open() },
    ],
  },
  {
    title: text.setOnce,
    entries: [
      { label: fieldsAction, icon: <PlugConnectedRegular />, open: (people) => people.fields.open() },
      { label: automaticAction, icon: <ArrowAutofitDownRegular />, open: (people) => people.automatic() },
      {
        label: matchingAction,
        icon: <PeopleCheckmarkRegular />,
        open: (people) => people.matching.open(),
        early: true,
      },
    ],
  },
];

/** Kept by the workbook. */
function IncompleteFiles(): ReactElement {
  const look = useLook();
  const start = usePeople();
  const { book } = usePaneState();
  return (
    <div className={look.boxes}>
      <Checkbox
        label={waitForComplete}
        checked={book?.incompleteWaits ?? false}
        onChange={(_, { checked }) => start((people) => people.waitForComplete(checked === true))}
      />
      <Text size={200} className={look.quiet}>
        {waitForCompleteHint}
      </Text>
    </div>
  );
}

function GroupOf({ title, entries }: Group): ReactElement {
  const look = useLook();
  const start = usePeople();
  return (
    <section className={look.actions} aria-label={title}>
      <ScreenTitle as="h3">{title}</ScreenTitle>
      {entries.map(({ label, icon, open }) => (
        <Button key={label} icon={icon} onClick={() => start(open)}>
          {label}
        </Button>
      ))}
    </section>
  );
}

export function PeopleHome(): ReactElement {
  const pane = usePane();
  const { book } = usePaneState();
  const isUpdated = book?.origin != null;
  const shown = groups
    .map((group) => ({ ...group, entries: group.entries.filter(({ early }) => early === true || isUpdated) }))
    .filter(({ entries }) => entries.length > 0);
  return (
    <>
      <ScreenTitle>{text.employeesTitle}</ScreenTitle>
      <MonthField label={text.monthLabel} onChoose={(each) => pane.chooseMonth(each)} />
      {shown.map((group) => (
        <GroupOf key={group.title} {...group} />
      ))}
      <IncompleteFiles />
    </>
  );
}
