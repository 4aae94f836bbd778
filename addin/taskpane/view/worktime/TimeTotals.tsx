import { useMemo, type ReactElement } from 'react';
import { Button, MessageBar, MessageBarBody, Text, makeStyles } from '@fluentui/react-components';
import { DocumentArrowRightRegular } from '@fluentui/react-icons';
import type { WorktimeComputation } from '../../../../shared/flows/worktime/computeTimes.ts';
import type { LeftOut } from '../../../../shared/flows/worktime/leftOut.ts';
import { prepareAction } from '../../../../shared/messages/fr/worktime/exportsPane.ts';
import * as text from '../../../../shared/messages/fr/worktime/resultPane.ts';
import { accountTotals, type AccountTotal } from '../../model/worktime/timeResult.ts';
import { useLook } from '../look.ts';
import { NotCounted } from './NotCounted.tsx';
import { TimeChart } from './TimeChart.tsx';
import { useFigures } from './useFigures.ts';
import { useTime } from './useTime.ts';

const useStyles = makeStyles({ bar: { flexShrink: 0 } });

/** The name of an account over its figures: beside them, it would have no room. */
function AccountRows({ total }: { readonly total: AccountTotal }): ReactElement {
  const figures = useFigures();
  const look = useLook();
  const { code, name, people, posted, balance, hundredths } = total;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3} className={figures.over}>
          <Text size={200} weight="semibold">
            {name}
          </Text>{' '}
          <Text size={200} className={look.quiet}>
            {text.accountPeople(code, people)}
          </Text>
        </th>
      </tr>
      <tr>
        <td className={figures.figure}>{text.hours(posted)}</td>
        <td className={figures.figure}>{text.hours(balance)}</td>
        <td className={figures.figure}>{hundredths === null ? text.notHandedOver : text.hundredthsText(hundredths)}</td>
      </tr>
    </tbody>
  );
}

function Accounts({ totals }: { readonly totals: readonly AccountTotal[] }): ReactElement {
  const figures = useFigures();
  if (totals.length === 0) return <Text>{text.noAccount}</Text>;
  return (
    <table className={figures.table}>
      <caption className={figures.caption}>{text.totalsCaption}</caption>
      <thead>
        <tr>
          {[text.postedHeading, text.balanceHeading, text.exportHeading].map((heading) => (
            <th key={heading} scope="col" className={figures.figure}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      {totals.map((each) => (
        <AccountRows key={each.code} total={each} />
      ))}
    </table>
  );
}

/** What the month gave to each account, what waits, where and when; and the way to hand it over. */
export function TimeTotals({
  computation,
  leftOut,
}: {
  readonly computation: WorktimeComputation;
  readonly leftOut: LeftOut;
}): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const start = useTime();
  const totals = useMemo(() => accountTotals(computation), [computation]);
  const { waiting } = leftOut;
  return (
    <>
      <NotCounted leftOut={leftOut} isAdvised />
      <Accounts totals={totals} />
      <MessageBar className={styles.bar} intent={waiting.weeks === 0 ? 'success' : 'warning'} layout="multiline">
        <MessageBarBody>
          {waiting.weeks === 0 ? text.nothingWaits : text.waitingText(waiting.weeks, waiting.people, waiting.minutes)}
        </MessageBarBody>
      </MessageBar>
      <TimeChart computation={computation} />
      <div className={look.actions}>
        <Button
          appearance="primary"
          icon={<DocumentArrowRightRegular />}
          onClick={() => start((tasks) => tasks.life.prepare(computation))}
        >
          {prepareAction}
        </Button>
      </div>
    </>
  );
}
