import { useState, type ReactElement } from 'react';
import { Badge, Button, Text, type BadgeProps } from '@fluentui/react-components';
import { CheckmarkRegular, DismissRegular, LockClosedRegular } from '@fluentui/react-icons';
import { leftOutTexts } from '../../../../shared/flows/worktime/leftOut.ts';
import { filesAction } from '../../../../shared/messages/fr/vouchers/filesPane.ts';
import { isCreditDoubt } from '../../../../shared/messages/fr/worktime/credit.ts';
import { cancelKeepsCredit, simulateAction } from '../../../../shared/messages/fr/worktime/creditPane.ts';
import * as text from '../../../../shared/messages/fr/worktime/exportsPane.ts';
import { closedWithout } from '../../../../shared/messages/fr/worktime/leftOut.ts';
import {
  exportLinesTable,
  exportStates,
  type ExportState,
} from '../../../../shared/tables/worktime/timeExportsTable.ts';
import type { TimeTasks } from '../../model/worktime/timeTasks.ts';
import type { TimeExportLine } from '../../model/worktime/timeState.ts';
import { Confirm } from '../Confirm.tsx';
import { useLook } from '../look.ts';
import { run, usePane } from '../paneContext.ts';
import { ExportTotals } from './ExportTotals.tsx';
import { LeftOutBar } from './LeftOutBar.tsx';
import { SentLine } from './credit/SentLine.tsx';
import { useFocusBack } from '../useQuestion.ts';
import { useTime } from './useTime.ts';

const looks: Readonly<
  Record<ExportState, { readonly color: NonNullable<BadgeProps['color']>; readonly icon: ReactElement }>
> = {
  prepared: { color: 'brand', icon: <LockClosedRegular /> },
  confirmed: { color: 'success', icon: <CheckmarkRegular /> },
  abandoned: { color: 'subtle', icon: <DismissRegular /> },
  cancelled: { color: 'subtle', icon: <DismissRegular /> },
};

interface Question {
  readonly action: string;
  readonly question: string;
  readonly means: string;
  /** What is closed without. */
  readonly missing?: readonly string[];
  readonly answer: (tasks: TimeTasks) => Promise<void>;
}

/** What can be asked of an export, in its state. */
function questionsOf({ number, state, lines, sentAt, leftOut }: TimeExportLine): Question[] {
  const refused = lines.filter(({ isTaken }) => !isTaken).length;
  const missing = leftOut ? [...leftOutTexts(leftOut), closedWithout] : [];
  if (state === 'prepared')
    return [
      {
        action: text.confirmAction,
        question: text.confirmQuestion(number),
        means: text.confirmMeans(lines.length - refused, refused),
        missing,
        answer: (tasks) => tasks.life.confirm(number),
      },
      {
        action: text.abandonAction,
        question: text.abandonQuestion(number),
        means: text.abandonMeans,
        answer: (tasks) => tasks.life.abandon(number),
      },
    ];
  if (state !== 'confirmed') return [];
  return [
    {
      action: text.cancelAction,
      question: text.cancelQuestion(number),
      means: `${text.cancelMeans}${sentAt === '' ? '' : cancelKeepsCredit}`,
      answer: (tasks) => tasks.life.cancel(number),
    },
  ];
}

/** One export: what it hands over, and what can be done of it, each step asked twice. */
export function ExportCard({ line }: { readonly line: TimeExportLine }): ReactElement {
  const look = useLook();
  const pane = usePane();
  const start = useTime();
  const [asked, setAsked] = useState<number | null>(null);
  const place = useFocusBack(asked);
  const questions = questionsOf(line);
  const asking = asked === null ? undefined : questions[asked];
  const { number, month, state, since, sentAt, lines, leftOut } = line;
  const holdsRest = lines.some(({ destination, isTaken }) => destination === 'rest' && isTaken);
  const mayCredit = state === 'confirmed' && holdsRest && (sentAt === '' || isCreditDoubt(sentAt));
  const [first] = lines;
  return (
    <li className={look.card}>
      <div className={look.head}>
        <h3 className={look.title}>{text.exportName(number, month)}</h3>
        <Badge appearance="tint" {...looks[state]}>
          {exportStates[state]} {since}
        </Badge>
      </div>
      {first ? <ExportTotals lines={lines} /> : null}
      {state === 'prepared' && leftOut && !asking ? <LeftOutBar leftOut={leftOut} /> : null}
      {sentAt === '' ? null : <SentLine number={number} sentAt={sentAt} />}
      {asking ? (
        <Confirm
          question={asking.question}
          action={asking.action}
          onConfirm={() => start(asking.answer)}
          onGiveUp={() => setAsked(null)}
        >
          {asking.missing?.map((sentence) => (
            <Text key={sentence} weight="semibold">
              {sentence}
            </Text>
          ))}
          <Text>{asking.means}</Text>
        </Confirm>
      ) : (
        <div className={look.row}>
          {first ? (
            <Button
              size="small"
              onClick={() => run(pane.showPlace({ table: exportLinesTable.name, key: first.key, column: 'taken' }))}
            >
              {text.linesAction}
            </Button>
          ) : null}
          {first && (state === 'prepared' || state === 'confirmed') ? (
            <Button size="small" onClick={() => start((tasks) => tasks.files.open(number))}>
              {filesAction}
            </Button>
          ) : null}
          {mayCredit ? (
            <Button size="small" onClick={() => start((tasks) => tasks.credit.simulate({ number, month }))}>
              {simulateAction}
            </Button>
          ) : null}
          <span ref={place} className={look.same}>
            {questions.map(({ action }, at) => (
              <Button
                key={action}
                size="small"
                appearance={action === text.confirmAction ? 'primary' : 'secondary'}
                onClick={() => setAsked(at)}
              >
                {action}
              </Button>
            ))}
          </span>
        </div>
      )}
    </li>
  );
}
