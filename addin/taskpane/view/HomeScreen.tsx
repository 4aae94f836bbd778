import { lazy, Suspense, type ReactElement } from 'react';
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
// In the first load, each icon from its own file: a list of them brings along those of screens that come later.
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { CalendarCancelRegular } from '@fluentui/react-icons/svg/calendar-cancel';
import { FoodRegular } from '@fluentui/react-icons/svg/food';
import { PeopleRegular } from '@fluentui/react-icons/svg/people';
import { TimerRegular } from '@fluentui/react-icons/svg/timer';
import { daysBetween, frenchDate, wallClock } from '../../../shared/domain/calendar/plainDate.ts';
import * as text from '../../../shared/messages/fr/pane.ts';
import type { PaneState } from '../model/state.ts';
import { browserClock } from '../browserPorts.ts';
import { MonthField } from './MonthField.tsx';
import { run, usePane, usePaneState } from './paneContext.ts';
import { ScreenTitle } from './ScreenTitle.tsx';
import { UndoButton } from './UndoButton.tsx';

/** Rare at home, and heavy with every sentence that a sheet may need. */
const FindingList = lazy(async () => ({ default: (await import('./FindingList.tsx')).FindingList }));

const AccountsWaiting = lazy(() => import('./absences/AccountsWaiting.tsx'));
const DepartureQuestion = lazy(() => import('./evening/DepartureQuestion.tsx'));

const useStyles = makeStyles({
  actions: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', rowGap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const ZONE = 'Europe/Paris';
/** Data read every evening are a day old at most; from this age on, an evening was missed. */
const STALE_DAYS = 2;

/** Changes that the service saw since the last update of the workbook. */
function newChanges({ connection, book }: PaneState): number {
  return Math.max(0, (connection?.mirror?.lastChange ?? 0) - (book?.origin?.lastChange ?? 0));
}

function Status({ state }: { readonly state: PaneState }): ReactElement {
  const styles = useStyles();
  const { origin, undecided = 0 } = state.book ?? {};
  if (!origin) return <Text>{text.neverUpdated}</Text>;
  const [changes, isLeft, left] = [newChanges(state), undecided > 0, text.undecidedSince(undecided)];
  const { date, time } = wallClock(origin.asOf, ZONE);
  const age = daysBetween(date, wallClock(browserClock.now(), ZONE).date);
  return (
    <>
      <ScreenTitle>{isLeft && changes === 0 ? left : text.changesSince(changes)}</ScreenTitle>
      {isLeft && changes > 0 ? <Text>{left}</Text> : null}
      <Text className={styles.quiet}>{text.dataFrom(frenchDate(date), time)}</Text>
      {age >= STALE_DAYS ? <Text>{text.staleData(age)}</Text> : null}
    </>
  );
}

function RunningElsewhere({ state }: { readonly state: PaneState }): ReactElement | null {
  const pane = usePane();
  const last = state.connection?.lastRun;
  if (last?.state !== 'running') return null;
  const { date, time } = wallClock(last.startedAt, ZONE);
  return (
    <>
      <Text>{text.runElsewhere(last.startedBy, frenchDate(date), time)}</Text>
      <Button onClick={() => run(pane.watch(last.id))}>{text.watchAction}</Button>
    </>
  );
}

/** The last reading lost so many people that it changed nothing. */
function Departures({ state }: { readonly state: PaneState }): ReactElement | null {
  const problem = state.connection?.lastRun?.problem;
  if (problem?.code !== 'massDisappearance') return null;
  return (
    <Suspense fallback={null}>
      <DepartureQuestion facts={problem.facts} />
    </Suspense>
  );
}

export function HomeScreen(): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  const state = usePaneState();
  const { connection, book, notice } = state;
  const toReview = connection?.mirror != null && (book?.origin == null || newChanges(state) > 0 || book.undecided > 0);
  const findings = book?.findings ?? [];
  const unread = (connection?.unreadFields ?? []).filter((heading) => !notice?.unread?.has(heading));
  return (
    <>
      <Status state={state} />
      {findings.length === 0 ? null : (
        <Suspense fallback={null}>
          <FindingList findings={findings} />
        </Suspense>
      )}
      <Departures state={state} />
      <MonthField label={text.monthLabel} onChoose={(each) => pane.chooseMonth(each)} />
      <div className={styles.actions}>
        <Button appearance="primary" icon={<ArrowSyncRegular />} onClick={() => run(pane.refresh())}>
          {text.refreshAction}
        </Button>
        {connection?.mirror ? (
          <Button appearance={toReview ? 'outline' : 'secondary'} onClick={() => run(pane.updates.review(true))}>
            {text.reviewAction}
          </Button>
        ) : null}
        {connection?.mirror ? (
          <Button icon={<PeopleRegular />} onClick={() => run(pane.openPeople())}>
            {text.employeesAction}
          </Button>
        ) : null}
        {book?.origin ? (
          <Button icon={<CalendarCancelRegular />} onClick={() => run(pane.openAbsences())}>
            {text.absencesAction}
          </Button>
        ) : null}
        {book?.origin ? (
          <Button icon={<FoodRegular />} onClick={() => run(pane.openVouchers())}>
            {text.vouchersAction}
          </Button>
        ) : null}
        {book?.origin ? (
          <Button icon={<TimerRegular />} onClick={() => run(pane.openWorktime())}>
            {text.timeAction}
          </Button>
        ) : null}
        {book?.undoable ? <UndoButton header={book.undoable.header} isAgain={notice?.isUndo === true} /> : null}
      </div>
      {connection?.mirror && book?.origin ? (
        <Suspense fallback={null}>
          <AccountsWaiting />
        </Suspense>
      ) : null}
      <RunningElsewhere state={state} />
      {connection?.mirror && unread.length > 0 ? (
        <Text size={200} className={styles.quiet}>
          {text.unread(unread)}
        </Text>
      ) : null}
    </>
  );
}
