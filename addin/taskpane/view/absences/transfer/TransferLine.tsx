import type { ReactElement } from 'react';
import { Badge, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ImportLine } from '../../../../../shared/flows/absences/transfer/importLines.ts';
import * as text from '../../../../../shared/messages/fr/absences/transferPane.ts';
import { datesText } from '../../../../../shared/tables/absences/stoppageText.ts';
import { lineQuantity } from '../../../model/absences/transfer/transferState.ts';
import { useLook } from '../../look.ts';
import { TickBox } from '../TickBox.tsx';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
    padding: '6px 10px 2px',
    overflowWrap: 'anywhere',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  badges: { display: 'flex', flexWrap: 'wrap', gap: '4px', alignItems: 'center' },
});

interface TransferLineProps {
  readonly line: ImportLine;
  /** Its import was abandoned, or cancelled. */
  readonly isEnded: boolean;
  /** The line before is of the same person: the name is heard only. */
  readonly isFollowing: boolean;
  readonly isTicking: boolean;
  /** Undefined where nothing is to be said of it any more. */
  readonly onToggle: (() => void) | undefined;
}

function stateText({ direction, state, doneAt }: ImportLine): string {
  if (direction === 'delete') return state === 'done' ? text.doneSince(doneAt) : text.doneBox;
  return text.refusedBox;
}

function heardState({ direction, state, doneAt }: ImportLine): string {
  if (state === 'refused') return text.refusedBox;
  if (direction === 'delete') return state === 'done' ? text.doneSince(doneAt) : text.notDone;
  return state === 'done' ? text.takenSince(doneAt) : text.toTake;
}

/** One line of an import: whose, what, when, how much, what it corrects, and what payroll did of it. */
export function TransferLine({ line, isEnded, isFollowing, isTicking, onToggle }: TransferLineProps): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const { name, employeeNumber, establishment, category, code, account, correctedMonth, direction, state } = line;
  const who = [employeeNumber, establishment].filter((part) => part !== '').join(' · ');
  const corrected = text.corrects(correctedMonth, line.corrects);
  const isTaken = direction === 'import' && state === 'done';
  const isTicked = direction === 'delete' ? state === 'done' : state === 'refused';
  return (
    <div className={styles.line}>
      {isFollowing ? (
        <span className={look.heard}>{name}</span>
      ) : (
        <>
          <Text weight="semibold">{name}</Text>
          <Text size={200} className={look.quiet}>
            {who}
          </Text>
        </>
      )}
      <span className={styles.badges}>
        <Badge appearance="tint" color={direction === 'delete' ? 'severe' : 'brand'}>
          {category === '' ? account : category}
        </Badge>
        {code.localeCompare(category, 'fr', { sensitivity: 'base' }) === 0 ? null : (
          <Text size={200} className={look.quiet}>
            {code}
          </Text>
        )}
      </span>
      <Text size={200}>
        {datesText(line)} · {lineQuantity(line)}
      </Text>
      {corrected === '' ? null : (
        <Text size={200} className={look.quiet}>
          {corrected}
        </Text>
      )}
      {isTaken ? <Text size={200}>{text.takenSince(line.doneAt)}</Text> : null}
      {onToggle ? (
        <>
          <TickBox isTicked={isTicked} label={isTicking ? text.ticking : stateText(line)} onToggle={onToggle} />
          {isTaken ? null : <span className={look.heard}>{heardState(line)}</span>}
        </>
      ) : isTaken ? null : (
        <Text size={200}>{isEnded && state === 'todo' ? text.notHanded : heardState(line)}</Text>
      )}
    </div>
  );
}
