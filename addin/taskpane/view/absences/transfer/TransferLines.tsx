import { useState, type ReactElement } from 'react';
import { makeStyles } from '@fluentui/react-components';
import type { ImportLine } from '../../../../../shared/flows/absences/transfer/importLines.ts';
import type { ImportView } from '../../../../../shared/flows/absences/transfer/transferBoard.ts';
import * as text from '../../../../../shared/messages/fr/absences/transferPane.ts';
import { importLinesTable } from '../../../../../shared/tables/absences/importsTable.ts';
import { mayTick, shownLines, type ImportScreen } from '../../../model/absences/transfer/transferState.ts';
import { ArrowList } from '../../ArrowList.tsx';
import { run, usePane } from '../../paneContext.ts';
import { useAbsences } from '../useAbsences.ts';
import { TransferLine } from './TransferLine.tsx';

/** As tall as its lines, up to what leaves the rest of the screen in sight. */
const useStyles = makeStyles({ list: { flexGrow: 0, flexShrink: 0, maxHeight: '340px' } });

interface TransferLinesProps {
  readonly screen: ImportScreen;
  readonly view: ImportView;
  readonly direction: ImportLine['direction'];
}

/** The lines of one direction, person by person; each is ticked where it stands. */
export function TransferLines({ screen, view, direction }: TransferLinesProps): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  const start = useAbsences();
  const [activeId, setActiveId] = useState<string | null>(null);
  const lines = shownLines(view, direction, screen.search);
  const active = lines.find(({ id }) => id === activeId) ?? lines[0] ?? null;
  const isOpen = (line: ImportLine) => mayTick(screen.board, view, line);
  const isFollowing = (line: ImportLine) => lines[lines.indexOf(line) - 1]?.luccaId === line.luccaId;
  // Of absences to import, the line itself says which ones payroll refuses: selected would sound as taken.
  const isSelected = (line: ImportLine) => (direction === 'delete' ? line.state === 'done' : line === active);
  const activate = ({ id }: ImportLine) => setActiveId(id);
  const show = (line: ImportLine) => {
    activate(line);
    run(pane.showPlace({ table: importLinesTable.name, key: line.id, column: 'done' }));
  };
  const toggle = (line: ImportLine) => {
    activate(line);
    start((absences) => absences.transfer.tick(line));
  };
  return (
    <ArrowList
      name={`absence-${direction}`}
      className={styles.list}
      lines={lines}
      active={active}
      keyOf={({ id }) => id}
      height={112}
      label={text.linesLabel[direction]}
      hint={text.linesKeys[direction]}
      whenEmpty={text.noLine}
      multiple={direction === 'delete'}
      isSelected={isSelected}
      focus="none"
      onActive={activate}
      onClick={show}
      keys={{
        ' ': () => active && isOpen(active) && toggle(active),
        Enter: () => active && show(active),
        Escape: () => start((absences) => absences.back()),
      }}
    >
      {(line) => (
        <TransferLine
          line={line}
          isEnded={view.state === 'abandoned' || view.state === 'cancelled'}
          isFollowing={isFollowing(line)}
          isTicking={screen.ticking.has(line.id)}
          onToggle={isOpen(line) ? () => toggle(line) : undefined}
        />
      )}
    </ArrowList>
  );
}
