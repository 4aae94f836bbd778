import { useMemo, type ReactElement } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { LockClosedRegular, LockOpenRegular } from '@fluentui/react-icons';
import { isEmptyRecap } from '../../../../../shared/domain/people/recap/recap.ts';
import type { Waiting } from '../../../../../shared/flows/recap/closeEmployees.ts';
import type { MonthRecap } from '../../../../../shared/flows/recap/readRecap.ts';
import { isIncomplete, recapLines, recapNotes } from '../../../../../shared/flows/recap/recapReports.ts';
import { monthLabel } from '../../../../../shared/messages/fr/employees/pane.ts';
import * as text from '../../../../../shared/messages/fr/employees/recap.ts';
import type { RecapKind } from '../../../../../shared/tables/recap/recapTables.ts';
import type { RecapScreen as Recap } from '../../../model/people/recap/recapState.ts';
import { Confirm } from '../../Confirm.tsx';
import { FindingList } from '../../FindingList.tsx';
import { useLook } from '../../look.ts';
import { MonthField } from '../../MonthField.tsx';
import { ResultTabs } from '../../ResultTabs.tsx';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { useFocusBack } from '../../useQuestion.ts';
import { usePeople } from '../usePeople.ts';
import { FileCard } from './FileCard.tsx';
import { RecapList } from './RecapLists.tsx';
import { RevealBar } from './RevealBar.tsx';

type RecapState = Extract<Recap, { name: 'peopleRecap' }>;

const coming: readonly RecapKind[] = ['arrival', 'other', 'returned'];
const leaving: readonly RecapKind[] = ['leaver', 'gone', 'removed'];

function CloseQuestion({ recap, waiting }: { readonly recap: MonthRecap; readonly waiting: Waiting | null }) {
  const start = usePeople();
  const { month, closed } = recap;
  return (
    <Confirm
      question={text.closeQuestion(month)}
      action={text.closeConfirm}
      onConfirm={() => start((tasks) => tasks.recap.close())}
      onGiveUp={() => start((tasks) => tasks.recap.giveUp())}
    >
      <Text size={200}>{closed ? text.closeAgainBody : text.closeBody}</Text>
      {waiting && text.waitingText(waiting) !== '' ? (
        <Text size={200} weight="semibold">
          {text.waitingText(waiting)}
        </Text>
      ) : null}
    </Confirm>
  );
}

function ReopenQuestion({ recap: { month, source } }: { readonly recap: MonthRecap }) {
  const start = usePeople();
  return (
    <Confirm
      question={text.reopenQuestion(month)}
      action={text.reopenConfirm}
      onConfirm={() => start((tasks) => tasks.recap.reopen())}
      onGiveUp={() => start((tasks) => tasks.recap.giveUp())}
    >
      <Text size={200}>{text.reopenBody(month, source.from === 'closes' ? source.since : null)}</Text>
    </Confirm>
  );
}

/** The close and its reopening, asked for where their buttons stand; only the last closed month has them again. */
function Closing({ screen: { recap, asking } }: { readonly screen: RecapState }): ReactElement | null {
  const look = useLook();
  const start = usePeople();
  const place = useFocusBack(asking && (asking.of === 'close' ? 0 : 1));
  const { month, closed, isPast } = recap;
  if (isPast) return null;
  if (asking?.of === 'reopen') return <ReopenQuestion recap={recap} />;
  if (asking) return <CloseQuestion recap={recap} waiting={asking.waiting} />;
  return (
    <span ref={place} className={look.row}>
      <Button icon={<LockClosedRegular />} onClick={() => start((tasks) => tasks.recap.askClose())}>
        {closed ? text.closeAgain(month) : text.closeAction(month)}
      </Button>
      {closed ? (
        <Button icon={<LockOpenRegular />} onClick={() => start((tasks) => tasks.recap.askReopen())}>
          {text.reopenAction(month)}
        </Button>
      ) : null}
    </span>
  );
}

function Notes({ recap }: { readonly recap: MonthRecap }): ReactElement {
  const look = useLook();
  const notes = [
    ...recapNotes(recap),
    ...(recap.source.from === 'log' && !recap.closed && !recap.isPast ? [text.proposeClose] : []),
  ];
  return (
    <div className={look.boxes}>
      {notes.map((note) => (
        <Text key={note} size={200} className={look.quiet}>
          {note}
        </Text>
      ))}
    </div>
  );
}

/** What changed since the last close, who came, who leaves. */
export function RecapScreen({ screen }: { readonly screen: RecapState }): ReactElement {
  const start = usePeople();
  const { recap, upTo } = screen;
  const rows = useMemo(() => recapLines(recap, upTo), [recap, upTo]);
  const of = (kinds: readonly RecapKind[]) => rows.filter(({ kind }) => kinds.includes(kind));
  const [changed, arrivals, departures, unread] = [of(['changed']), of(coming), of(leaving), of(['unread'])];
  const list = (name: string, label: string, own: typeof rows) => () => (
    <RecapList name={name} label={label} rows={own} />
  );
  return (
    <>
      <ScreenTitle>{text.recapTitle}</ScreenTitle>
      <MonthField
        label={monthLabel}
        onChoose={(each) => start((tasks) => tasks.recap.chooseMonth('peopleRecap', each))}
      />
      <Notes recap={recap} />
      <Closing screen={screen} />
      <FindingList findings={recap.findings} />
      {isEmptyRecap(recap.recap) && !isIncomplete(recap) ? (
        <Text>{recap.source.from === 'closes' ? text.nothingAtAll : text.nothingSeen}</Text>
      ) : null}
      <RevealBar upTo={upTo} onReveal={(next) => start((tasks) => tasks.recap.reveal(next))} />
      <ResultTabs
        name="recap"
        first="changed"
        views={[
          {
            id: 'changed',
            name: text.changedTab(changed.length),
            shown: list('recap-changed', text.changesLabel, changed),
          },
          {
            id: 'coming',
            name: text.comingTab(arrivals.length),
            shown: list('recap-coming', text.comingLabel, arrivals),
          },
          {
            id: 'leaving',
            name: text.leavingTab(departures.length),
            shown: list('recap-leaving', text.leavingLabel, departures),
          },
          ...(unread.length === 0
            ? []
            : [
                {
                  id: 'unread' as const,
                  name: text.unreadTab(unread.length),
                  shown: list('recap-unread', text.unreadLabel, unread),
                },
              ]),
        ]}
      />
      <FileCard />
    </>
  );
}
