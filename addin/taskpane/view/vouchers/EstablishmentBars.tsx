import type { ReactElement } from 'react';
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import * as text from '../../../../shared/messages/fr/vouchers/pane.ts';
import type { EstablishmentTotal } from '../../model/vouchersResult.ts';
import { useLook } from '../look.ts';

const useStyles = makeStyles({
  words: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: '8px' },
  name: { overflowWrap: 'anywhere' },
  bar: { display: 'block', width: '100%', height: '10px' },
  track: { fill: tokens.colorNeutralBackground4 },
  fill: { fill: tokens.colorBrandBackground },
});

/** Bars drawn to the largest, each with its numbers in words. */
export function EstablishmentBars({ totals }: { readonly totals: readonly EstablishmentTotal[] }): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const largest = Math.max(1, ...totals.map(({ vouchers }) => vouchers));
  return (
    <ul className={look.plain} aria-label={text.chartTitle}>
      {totals.map(({ name, vouchers, amount }) => (
        <li key={name}>
          <div className={styles.words}>
            <Text size={200} weight="semibold" className={styles.name}>
              {name === '' ? text.noEstablishment : name}
            </Text>
            <Text size={200}>{text.bar(vouchers, amount)}</Text>
          </div>
          <svg className={styles.bar} aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 10">
            <rect className={styles.track} width="100" height="10" />
            <rect className={styles.fill} width={(100 * vouchers) / largest} height="10" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
