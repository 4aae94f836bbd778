import type { ReactElement } from 'react';
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { gapOf, type SimulatedOrder } from '../../../../../shared/flows/vouchers/simulation/sides.ts';
import { euros } from '../../../../../shared/messages/fr/euros.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/simulation.ts';
import { grouped } from '../../../../../shared/messages/fr/words.ts';
import { useLook } from '../../look.ts';
import type { SideNames } from './words.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '6px', margin: 0, fontVariantNumeric: 'tabular-nums' },
  line: { display: 'grid', gridTemplateColumns: '1fr auto', columnGap: '8px' },
  gap: { margin: 0, textAlign: 'right', fontWeight: tokens.fontWeightSemibold },
  sides: { margin: 0, gridColumnStart: 1, gridColumnEnd: 3, gridRowStart: 2 },
});

const labels = [
  ['ordered', text.numberLabel],
  ['face', text.faceLabel],
  ['employer', text.employerLabel],
  ['employee', text.employeeLabel],
] as const;

interface GapTotalsProps {
  readonly names: SideNames;
  readonly totals: { readonly now: SimulatedOrder; readonly then: SimulatedOrder };
}

/** What the whole order becomes, in number and in euros. */
export function GapTotals({ names, totals }: GapTotalsProps): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const gap = gapOf(totals);
  return (
    <section className={look.card} aria-label={text.totalsLabel}>
      <Text size={200} className={look.quiet}>
        {text.becomes(names.now, names.then)}
      </Text>
      <dl className={styles.list}>
        {labels.map(([key, label]) => {
          const shown = (amount: number) => (key === 'ordered' ? grouped(amount) : euros(amount));
          return (
            <div key={key} className={styles.line}>
              <dt className={look.quiet}>{label}</dt>
              <dd className={styles.sides}>{text.becomes(shown(totals.now[key]), shown(totals.then[key]))}</dd>
              <dd className={styles.gap}>{text.signed(gap[key], key !== 'ordered')}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
