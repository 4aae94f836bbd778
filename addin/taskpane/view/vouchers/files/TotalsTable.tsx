import type { ReactElement } from 'react';
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import type { OrderTotals } from '../../../../../shared/domain/vouchers/files/heldTotals.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/filesPane.ts';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  figure: { textAlign: 'right', padding: '2px 0 2px 8px', fontWeight: tokens.fontWeightRegular },
  name: { textAlign: 'left', padding: '2px 0', fontWeight: tokens.fontWeightRegular },
  caption: {
    textAlign: 'left',
    paddingBottom: '4px',
    fontWeight: tokens.fontWeightSemibold,
  },
  equal: { display: 'flex', alignItems: 'center', columnGap: '6px', color: tokens.colorStatusSuccessForeground1 },
  icon: { flexShrink: 0 },
});

function Row({ name, totals }: { readonly name: string; readonly totals: OrderTotals }): ReactElement {
  const styles = useStyles();
  return (
    <tr>
      <th scope="row" className={styles.name}>
        {name}
      </th>
      <td className={styles.figure}>{text.figure(totals.people)}</td>
      <td className={styles.figure}>{text.figure(totals.vouchers)}</td>
      <td className={styles.figure}>{text.amountOf(totals.amount)}</td>
    </tr>
  );
}

interface TotalsTableProps {
  /** What the totals of the sheet are called. */
  readonly name: string;
  readonly sheet: OrderTotals;
  readonly files: OrderTotals;
  /** Totals that differ are said with the findings. */
  readonly isEqual: boolean;
}

/** What the sheet says of the order, and what its files add up to. */
export function TotalsTable({ name, sheet, files, isEqual }: TotalsTableProps): ReactElement {
  const styles = useStyles();
  return (
    <div>
      <table className={styles.table}>
        <caption className={styles.caption}>{text.totalsCaption}</caption>
        <thead>
          <tr>
            {text.totalsHeadings.map((heading, index) =>
              index === 0 ? (
                <td key="corner" />
              ) : (
                <th key={heading} scope="col" className={styles.figure}>
                  {heading}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          <Row name={name} totals={sheet} />
          <Row name={text.totalsFiles} totals={files} />
        </tbody>
      </table>
      {isEqual ? (
        <Text className={styles.equal}>
          <CheckmarkCircleRegular className={styles.icon} />
          {text.totalsEqual}
        </Text>
      ) : null}
    </div>
  );
}
