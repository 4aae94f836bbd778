import type { ReactElement } from 'react';
import { Badge, Text, makeStyles, tokens, type BadgeProps } from '@fluentui/react-components';
import { CheckmarkRegular, DeleteRegular, EditRegular, KeyboardRegular, SendRegular } from '@fluentui/react-icons';
import type { StoppageState } from '../../../../../shared/domain/absences/judgeStoppage.ts';
import type { StoppageEntry } from '../../../../../shared/flows/absences/stoppages/readStoppages.ts';
import * as text from '../../../../../shared/messages/fr/absences/stoppagesPane.ts';
import { stoppageText } from '../../../../../shared/tables/absences/stoppageText.ts';
import { isHeldAsTold, mayBeAbsent } from '../../../model/absences/stoppages/stoppagesState.ts';
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
  boxes: { display: 'flex', flexWrap: 'wrap', columnGap: '8px' },
});

const looks: Readonly<
  Record<StoppageState, { readonly color: NonNullable<BadgeProps['color']>; readonly icon: ReactElement }>
> = {
  toType: { color: 'warning', icon: <KeyboardRegular /> },
  typed: { color: 'success', icon: <CheckmarkRegular /> },
  toCorrect: { color: 'severe', icon: <EditRegular /> },
  toRemove: { color: 'severe', icon: <DeleteRegular /> },
  support: { color: 'informative', icon: <SendRegular /> },
};

interface StoppageLineProps {
  readonly entry: StoppageEntry;
  readonly isTicking: boolean;
  readonly onToggle: () => void;
  readonly onAbsent: () => void;
}

/** What changed, and what is to be done of it. */
function told({ state, typedAs, dates, isInLucca, remark, lastWorked, signalBy }: StoppageEntry): string[] {
  const now = stoppageText(dates);
  const isChanged = typedAs !== '' && typedAs !== now;
  // Of what is for support, the sheet says whether anybody marked it, and what to do of it.
  const isExplained = state === 'support' && remark !== '';
  return [
    isChanged ? text.nowInLucca(now) : now,
    ...(isChanged ? [text.typedAs(typedAs)] : []),
    ...(isInLucca || isExplained ? [] : [text.goneFromLucca]),
    ...(lastWorked && state === 'toType' ? [text.lastWorked(lastWorked)] : []),
    ...(signalBy && state === 'toType' ? [text.signalUpTo(signalBy)] : []),
    ...(text.stateHints[state] === '' || isExplained ? [] : [text.stateHints[state]]),
    ...(isExplained || (remark !== '' && !isChanged && isInLucca) ? [remark] : []),
  ];
}

/** A stoppage: whose, when, until when it is signalled, what changed, and whether payroll holds it. */
export function StoppageLine({ entry, isTicking, onToggle, onAbsent }: StoppageLineProps): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const { name, employeeNumber, establishment, state, typedAt } = entry;
  const isTyped = isHeldAsTold(entry);
  const label = isTyped ? text.typedSince(typedAt) : text.typedBox;
  return (
    <div className={styles.line}>
      <div className={look.head}>
        <Text weight="semibold">{name}</Text>
        <Badge appearance="tint" {...looks[state]}>
          {text.stateNames[state]}
        </Badge>
      </div>
      <Text size={200} className={look.quiet}>
        {[employeeNumber, establishment].filter((part) => part !== '').join(' · ')}
      </Text>
      {told(entry).map((sentence) => (
        <Text key={sentence} size={200}>
          {sentence}
        </Text>
      ))}
      <div className={styles.boxes}>
        <TickBox isTicked={isTyped} label={isTicking ? text.ticking : label} onToggle={onToggle} />
        {mayBeAbsent(entry) && !isTicking ? (
          <TickBox isTicked={false} label={text.notInPayroll} onToggle={onAbsent} />
        ) : null}
      </div>
    </div>
  );
}
