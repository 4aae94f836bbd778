import { useEffect, useRef, type ReactElement } from 'react';
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { differingDays } from '../../../../../shared/flows/vouchers/simulation/differingDays.ts';
import type { SimulatedPerson, SimulatedSide } from '../../../../../shared/flows/vouchers/simulation/sides.ts';
import { sumOf } from '../../../../../shared/flows/vouchers/writeVouchers.ts';
import { dayName, type LuccaNames } from '../../../../../shared/messages/fr/vouchers/days.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/simulation.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { useLook } from '../../look.ts';
import { useEscape } from '../useEscape.ts';
import { GapTotals } from './GapTotals.tsx';
import type { SideNames } from './words.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  top: { display: 'flex', flexDirection: 'column', ':focus': { outlineStyle: 'none' } },
  side: { display: 'flex', flexDirection: 'column' },
  day: {
    display: 'flex',
    flexDirection: 'column',
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: '8px',
  },
});

function Side({ label, side }: { readonly label: string; readonly side: SimulatedSide }): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.side}>
      <Text weight="semibold">{label}</Text>
      {side.isIncomplete ? <Text>{text.incomplete}</Text> : null}
      {side.outcomes.map((outcome) => (
        <Text key={outcome.regulation}>{sumOf(outcome)}</Text>
      ))}
    </div>
  );
}

interface GapPersonProps {
  readonly names: SideNames;
  readonly person: SimulatedPerson;
  readonly natures: LuccaNames['natures'];
  /** Both sides are of the same days. */
  readonly hasDays: boolean;
  readonly onBack: () => void;
}

function Days({ person, natures }: Pick<GapPersonProps, 'person' | 'natures'>): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const days = differingDays(person);
  return (
    <>
      <ScreenTitle as="h3">{text.daysTitle}</ScreenTitle>
      {days.length === 0 ? <Text>{text.noDays}</Text> : null}
      <ul className={look.plain}>
        {days.map(({ date, now, then }) => (
          <li key={date} className={styles.day}>
            <Text weight="semibold">{dayName(date)}</Text>
            <Text size={200}>{text.whatBecomes(text.today, text.dayText(now, natures))}</Text>
            <Text size={200}>{text.whatBecomes(text.simulated, text.dayText(then, natures))}</Text>
          </li>
        ))}
      </ul>
    </>
  );
}

/** One person on both sides: the sums, and the dates that do not count alike, an absence never named. */
export function GapPerson({ names, person, natures, hasDays, onBack }: GapPersonProps): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const page = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  useEscape(page, onBack);
  const { name, employeeNumber, now, then } = person;
  return (
    <div ref={page} className={styles.page}>
      <div ref={top} tabIndex={-1} className={styles.top}>
        <ScreenTitle>{name}</ScreenTitle>
        <Text size={200} className={look.quiet}>
          {employeeNumber}
        </Text>
      </div>
      <GapTotals names={names} totals={{ now, then }} />
      <Side label={names.now} side={now} />
      <Side label={names.then} side={then} />
      {hasDays ? <Days person={person} natures={natures} /> : <Text>{text.frozenDays}</Text>}
      <div>
        <Button onClick={onBack}>{text.backToList}</Button>
      </div>
    </div>
  );
}
