import { useId, type ReactElement } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons';
import type { ImportView } from '../../../../../shared/flows/absences/transfer/transferBoard.ts';
import * as text from '../../../../../shared/messages/fr/absences/transferPane.ts';
import { importLinesTable } from '../../../../../shared/tables/absences/importsTable.ts';
import type { ImportScreen } from '../../../model/absences/transfer/transferState.ts';
import { useLook } from '../../look.ts';
import { run, usePane } from '../../paneContext.ts';
import { useAbsences } from '../useAbsences.ts';
import { AskedButton } from './AskedButton.tsx';

/** Confirmed or abandoned: asked with what it does. */
function PreparedActions({ view }: { readonly view: ImportView }): ReactElement {
  const why = useId();
  const { number, deletionsTodo, importsTodo, refused, isLocked, outcome } = view;
  const isDeletion = outcome === 'regularise';
  return (
    <>
      {isLocked ? (
        <Text size={200} id={why}>
          {text.confirmLocked(deletionsTodo)}
        </Text>
      ) : null}
      <AskedButton
        label={isDeletion ? text.confirmDeletionsAction : text.confirmAction}
        look={{ appearance: 'primary' }}
        locked={isLocked ? { id: why } : undefined}
        question={isDeletion ? text.confirmDeletionsQuestion(number) : text.confirmQuestion(number)}
        onYes={(tasks) => tasks.transfer.confirm(number)}
      >
        <Text>{isDeletion ? text.confirmDeletionsMeans : text.confirmMeans(importsTodo, refused)}</Text>
      </AskedButton>
      <AskedButton
        label={text.abandonAction}
        question={text.abandonQuestion(number)}
        onYes={(tasks) => tasks.transfer.abandon(number)}
      >
        <Text>{text.abandonMeans}</Text>
      </AskedButton>
    </>
  );
}

interface ImportActionsProps {
  readonly screen: ImportScreen;
  readonly view: ImportView | undefined;
}

/** What can be done of an import, in its state; where there is none, the close. */
export function ImportActions({ screen: { board }, view }: ImportActionsProps): ReactElement {
  const look = useLook();
  const pane = usePane();
  const start = useAbsences();
  const [first] = view?.lines ?? [];
  const isOfOpenMonth = !view || view.month === board.period.month;
  const isOpen = !view || view.state === 'prepared';
  return (
    <div className={look.actions}>
      {view?.state === 'prepared' ? <PreparedActions view={view} /> : null}
      {isOfOpenMonth && view?.state !== 'prepared' ? (
        <Button
          appearance={view === undefined || view.state === 'confirmed' ? 'primary' : 'secondary'}
          onClick={() => start((tasks) => tasks.closing.open())}
        >
          {text.closeTitle(board.period.month)}
        </Button>
      ) : null}
      {isOpen ? (
        <Button icon={<ArrowSyncRegular />} onClick={() => start((tasks) => tasks.transfer.prepare())}>
          {text.prepareAgainAction}
        </Button>
      ) : null}
      {first ? (
        <Button onClick={() => run(pane.showPlace({ table: importLinesTable.name, key: first.id, column: 'done' }))}>
          {text.linesAction}
        </Button>
      ) : null}
      {view?.state === 'confirmed' && !view.isFollowed && isOfOpenMonth ? (
        <AskedButton
          label={text.cancelAction}
          question={text.cancelQuestion(view.number)}
          onYes={(tasks) => tasks.transfer.cancel(view.number)}
        >
          <Text>{text.cancelMeans}</Text>
        </AskedButton>
      ) : null}
    </div>
  );
}
