import { Fragment, type ReactElement } from 'react';
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { PlainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import type { VoucherAmounts } from '../../../../shared/domain/vouchers/amounts.ts';
import { euros } from '../../../../shared/messages/fr/euros.ts';
import * as orders from '../../../../shared/messages/fr/vouchers/ordersPane.ts';
import * as text from '../../../../shared/messages/fr/vouchers/pane.ts';
import { simulateAction } from '../../../../shared/messages/fr/vouchers/simulation.ts';
import type { RegulationTotal } from '../../model/vouchersResult.ts';
import { Confirm } from '../Confirm.tsx';
import { EstablishmentBars } from './EstablishmentBars.tsx';
import { useLook } from '../look.ts';
import { useQuestion } from '../useQuestion.ts';

const useStyles = makeStyles({
  amounts: { display: 'grid', gridTemplateColumns: '1fr auto', columnGap: '8px', rowGap: '2px', margin: 0 },
  term: { color: tokens.colorNeutralForeground2 },
  amount: { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  chart: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

function lines({ face, employer, cse, employee, reintegrated }: VoucherAmounts): [string, number][] {
  return [
    [text.amountLabel, face],
    [text.employerLabel, employer],
    ...(cse === 0 ? [] : [[text.cseLabel, cse] as [string, number]]),
    [text.employeeLabel, employee],
    ...(reintegrated === 0 ? [] : [[text.reintegratedLabel, reintegrated] as [string, number]]),
  ];
}

function Amounts({ amounts }: { readonly amounts: VoucherAmounts | null }): ReactElement {
  const styles = useStyles();
  if (!amounts) return <Text>{text.amountUnknown}</Text>;
  return (
    <dl className={styles.amounts}>
      {lines(amounts).map(([term, amount]) => (
        <Fragment key={term}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.amount}>{euros(amount)}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

interface RegulationTotalsProps {
  readonly total: RegulationTotal;
  readonly month: PlainMonth;
  readonly onValidate: () => void;
  readonly onSimulate: () => void;
}

/** One regulation of the computation: what it orders, what it costs and to whom, where, and the way to close it. */
export function RegulationTotals({ total, month, onValidate, onSimulate }: RegulationTotalsProps): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const { asking, ask, giveUp, place } = useQuestion();
  const { name, vouchers, people, amounts } = total;
  return (
    <section className={look.card} aria-label={name}>
      <h3 className={look.title}>{name}</h3>
      <Text weight="semibold">{text.totalSentence(vouchers, people)}</Text>
      <Amounts amounts={amounts} />
      <h4 className={styles.chart}>{text.chartTitle}</h4>
      <EstablishmentBars totals={total.establishments} />
      {asking && amounts ? (
        <Confirm
          question={orders.validateQuestion(name, month)}
          action={orders.confirmValidate}
          onConfirm={onValidate}
          onGiveUp={giveUp}
        >
          <Text>{orders.freezes(total.computed, vouchers, amounts.face)}</Text>
          <Text>{orders.leftOut(total.incomplete)}</Text>
        </Confirm>
      ) : (
        <div className={look.row}>
          <span ref={place}>
            <Button disabled={!amounts || (total.computed === 0 && total.incomplete > 0)} onClick={ask}>
              {orders.validateAction}
            </Button>
          </span>
          <Button onClick={onSimulate}>{simulateAction}</Button>
        </div>
      )}
    </section>
  );
}
