import { useEffect, useState, type ReactElement } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { ArrowSyncRegular, HistoryRegular, LockClosedRegular, StethoscopeRegular } from '@fluentui/react-icons';
import type {
  BoardError,
  ImportView,
  TransferBoard,
} from '../../../../../shared/flows/absences/transfer/transferBoard.ts';
import type { Finding } from '../../../../../shared/domain/finding.ts';
import type { Result } from '../../../../../shared/domain/result.ts';
import { entryLabel } from '../../../../../shared/messages/fr/absences/stoppagesPane.ts';
import * as text from '../../../../../shared/messages/fr/absences/transferPane.ts';
import { bookErrorText } from '../../../../../shared/messages/fr/book.ts';
import type { StoppagesLeft } from '../../../../../shared/flows/absences/stoppages/stoppagesLeft.ts';
import { otherFindings } from '../../../model/calculation.ts';
import { FindingList } from '../../FindingList.tsx';
import { useLook } from '../../look.ts';
import { run, usePane, usePaneState } from '../../paneContext.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { useAbsences } from '../useAbsences.ts';
import { AskedButton } from './AskedButton.tsx';

interface Reading {
  readonly board: Result<TransferBoard, BoardError> | null;
  readonly left: StoppagesLeft;
}

/** Where the workbook stands; read again each time the screen comes back, and for another month. */
function useReading(): Reading | null {
  const pane = usePane();
  const { screen, month } = usePaneState();
  const [reading, setReading] = useState<Reading | null>(null);
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const absences = await pane.absences();
      const [board, left] = [await absences.board.look(), await absences.stoppages.left()];
      if (!isGone) setReading({ board, left });
    };
    run(read());
    return () => {
      isGone = true;
    };
  }, [pane, screen, month]);
  return reading;
}

function Standing({ board }: { readonly board: TransferBoard }): ReactElement {
  const look = useLook();
  const { current, isNew, period } = board;
  if (isNew) return <Text>{text.firstMonth(period.month)}</Text>;
  if (!current)
    return (
      <Text size={200} className={look.quiet}>
        {text.prepareMeans}
      </Text>
    );
  const { number, state, confirmedAt } = current;
  return <Text>{state === 'prepared' ? text.waiting(number) : text.lastConfirmed(number, confirmedAt)}</Text>;
}

function Continue({ view, isFirst }: { readonly view: ImportView; readonly isFirst: boolean }): ReactElement {
  const start = useAbsences();
  const { number, state } = view;
  return (
    <Button
      appearance={isFirst ? 'primary' : 'secondary'}
      onClick={() => start((tasks) => tasks.transfer.show(number))}
    >
      {state === 'prepared' ? text.openAction(number) : text.seeAction(number)}
    </Button>
  );
}

/** The close, once something was prepared; and the month that may be opened again. */
function CloseButtons({ board: { isNew, period, lastClosed } }: { readonly board: TransferBoard }): ReactElement {
  const start = useAbsences();
  return (
    <>
      {isNew ? null : (
        <Button icon={<LockClosedRegular />} onClick={() => start((tasks) => tasks.closing.open())}>
          {text.closeEntry(period.month)}
        </Button>
      )}
      {lastClosed ? (
        <AskedButton
          label={text.reopenAction(lastClosed)}
          question={text.reopenQuestion(lastClosed)}
          answer={text.reopenYes}
          onYes={(tasks) => tasks.closing.reopen()}
        >
          <Text>{text.reopenMeans}</Text>
        </AskedButton>
      ) : null}
    </>
  );
}

function Actions({ board, left }: { readonly board: TransferBoard; readonly left: StoppagesLeft }): ReactElement {
  const look = useLook();
  const start = useAbsences();
  const { current, imports, isNew } = board;
  const isWaiting = current?.state === 'prepared';
  return (
    <div className={look.actions}>
      {current && isWaiting ? <Continue view={current} isFirst /> : null}
      <Button
        appearance={isWaiting ? 'secondary' : 'primary'}
        icon={<ArrowSyncRegular />}
        onClick={() => start((tasks) => tasks.transfer.prepare())}
      >
        {isWaiting ? text.prepareAgainAction : text.prepareAction}
      </Button>
      {current && !isWaiting ? <Continue view={current} isFirst={false} /> : null}
      {isNew ? null : (
        <Button icon={<StethoscopeRegular />} onClick={() => start((tasks) => tasks.stoppages.open())}>
          {entryLabel(left.toType + left.toHandOver)}
        </Button>
      )}
      {imports.length === 0 ? null : (
        <Button icon={<HistoryRegular />} onClick={() => start((tasks) => tasks.transfer.journal())}>
          {text.journalAction(imports.length)}
        </Button>
      )}
      <CloseButtons board={board} />
    </div>
  );
}

interface TransferCardProps {
  /** Findings that stand above it already. */
  readonly told: readonly Finding[];
}

/** « Préparer la paie » of the open month, where it stands, and what comes next. */
export function TransferCard({ told }: TransferCardProps): ReactElement | null {
  const look = useLook();
  const reading = useReading();
  if (!reading) return <Text size={200}>{text.reading}</Text>;
  const { board, left } = reading;
  if (!board) return null;
  if (!board.ok) {
    const { error } = board;
    return error.code === 'book' ? (
      <Text>{bookErrorText(error.error)}</Text>
    ) : (
      <>
        <Text>{text.unsound}</Text>
        <FindingList findings={otherFindings(error.findings, told)} />
      </>
    );
  }
  const { period } = board.value;
  const shifted = text.periodText(period);
  return (
    <section className={look.card} aria-label={text.prepareTitle(period.month)}>
      <ScreenTitle as="h3">{text.prepareTitle(period.month)}</ScreenTitle>
      {shifted === '' ? null : <Text size={200}>{shifted}</Text>}
      <Standing board={board.value} />
      <Actions board={board.value} left={left} />
    </section>
  );
}
