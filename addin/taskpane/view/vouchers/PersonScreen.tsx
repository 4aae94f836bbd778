import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { textCell } from '../../../../shared/domain/review/cell.ts';
import type { VoucherOutcome } from '../../../../shared/domain/vouchers/outcome.ts';
import { showCell } from '../../../../shared/messages/fr/pane.ts';
import { correctionText, dayMarks, dayName, type LuccaNames } from '../../../../shared/messages/fr/vouchers/days.ts';
import * as text from '../../../../shared/messages/fr/vouchers/pane.ts';
import { voucherSum } from '../../../../shared/messages/fr/vouchers/sum.ts';
import { monthName } from '../../../../shared/messages/fr/words.ts';
import { rowKey } from '../../../../shared/tables/declaration.ts';
import { complementFor } from '../../../../shared/tables/vouchers/readRegulations.ts';
import { takenBy } from '../../../../shared/tables/vouchers/resultRow.ts';
import { resultTable } from '../../../../shared/tables/vouchers/resultTable.ts';
import { calendarMonths, correctionsOf, marksIn, notableDays } from '../../model/vouchersMonth.ts';
import { isSame, personLines } from '../../model/vouchersResult.ts';
import type { VoucherScreen } from '../../model/vouchersState.ts';
import { FindingList } from '../FindingList.tsx';
import { run, usePane } from '../paneContext.ts';
import { ScreenTitle } from '../ScreenTitle.tsx';
import { useLook } from '../look.ts';
import { MarkKey, MonthGrid } from './MonthGrid.tsx';
import { WhyButton } from './WhyButton.tsx';

const useStyles = makeStyles({
  top: { ':focus': { outline: 'none' }, display: 'flex', flexDirection: 'column', rowGap: '2px' },
  sum: {
    padding: '8px 12px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  marked: { display: 'flex', columnGap: '8px', alignItems: 'baseline' },
  legend: { display: 'flex', flexWrap: 'wrap', gap: '6px 12px', margin: 0, padding: 0, listStyleType: 'none' },
  foot: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  typed: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  list: { margin: 0, paddingLeft: '18px', display: 'flex', flexDirection: 'column', rowGap: '4px' },
});

function Sum({ outcome }: { readonly outcome: VoucherOutcome }): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const { count, state } = outcome;
  if (state === 'incomplete') return <Text>{text.notComputed}</Text>;
  return (
    <>
      <Text weight="semibold" size={400}>
        {text.orderedSentence(count.ordered)}
      </Text>
      <Text className={styles.sum}>{voucherSum(count, takenBy(outcome, 'absence'), takenBy(outcome, 'meal'))}</Text>
      {count.carriedOut === 0 ? null : <Text className={look.quiet}>{text.carriedOut(count.carriedOut)}</Text>}
      {count.settlement === 0 ? null : <Text className={look.quiet}>{text.settlement(count.settlement)}</Text>}
      {count.returned === 0 ? null : <Text className={look.quiet}>{text.returned(count.returned)}</Text>}
    </>
  );
}

function Days({ outcome, names }: { readonly outcome: VoucherOutcome; readonly names: LuccaNames }): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const months = useMemo(() => calendarMonths(outcome, names), [outcome, names]);
  const notable = notableDays(months);
  return (
    <>
      {months.map((month) => (
        <MonthGrid key={month.month} month={month} />
      ))}
      <ul className={styles.legend} aria-label={text.legendTitle}>
        {marksIn(months).map((mark) => (
          <li key={mark} className={styles.marked}>
            <MarkKey mark={mark} />
            <Text size={200}>{dayMarks[mark].name}</Text>
          </li>
        ))}
      </ul>
      {notable.length === 0 ? null : (
        <>
          <ScreenTitle as="h3">{text.daysTitle}</ScreenTitle>
          <ul className={look.plain}>
            {notable.map(({ date, mark, sentences }) => (
              <li key={date} className={styles.marked}>
                {mark ? <MarkKey mark={mark} /> : null}
                <Text>
                  {dayName(date)} : {sentences.join(' ; ')}
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Corrections({ outcome, names }: { readonly outcome: VoucherOutcome; readonly names: LuccaNames }) {
  const styles = useStyles();
  const corrections = correctionsOf(outcome);
  if (corrections.length === 0) return null;
  return (
    <>
      <ScreenTitle as="h3">{text.correctionsTitle}</ScreenTitle>
      <ul className={styles.list}>
        {corrections.map((line) => (
          <li key={`${line.date} ${line.fact}`}>{correctionText(line, names)}</li>
        ))}
      </ul>
    </>
  );
}

/** What the regulation tells people beside their month, as it was typed. */
function Complement({ text: complement }: { readonly text: string }): ReactElement | null {
  const styles = useStyles();
  if (complement === '') return null;
  return (
    <>
      <ScreenTitle as="h3">{text.complementTitle}</ScreenTitle>
      <Text className={styles.typed}>{complement}</Text>
    </>
  );
}

/** Why this person has this number: the sum, every day that counts, and what is corrected of earlier orders. */
export function PersonScreen({
  screen: { computation, person },
}: {
  readonly screen: Extract<VoucherScreen, { name: 'voucherPerson' }>;
}): ReactElement | null {
  const styles = useStyles();
  const look = useLook();
  const pane = usePane();
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  const line = useMemo(() => personLines(computation).find(({ id }) => isSame(id, person)), [computation, person]);
  if (!line) return null;
  const { outcome, name, employeeNumber, establishment } = line;
  const { names } = computation.book;
  const key = rowKey(resultTable, {
    month: textCell(outcome.month),
    regulation: textCell(outcome.regulation),
    luccaId: textCell(outcome.employeeId),
  });
  return (
    <>
      <div ref={top} tabIndex={-1} className={styles.top}>
        <ScreenTitle>{name}</ScreenTitle>
        <Text size={200} className={look.quiet}>
          {[employeeNumber, establishment, outcome.regulation, monthName(outcome.month)]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
      </div>
      <Sum outcome={outcome} />
      <FindingList findings={outcome.findings} />
      <Corrections outcome={outcome} names={names} />
      <Days outcome={outcome} names={names} />
      <Complement text={complementFor(computation.book.regulations, outcome.regulation, outcome.month)} />
      <div className={styles.foot}>
        <Button size="small" onClick={() => run(pane.showPlace({ table: resultTable.name, key }))}>
          {showCell}
        </Button>
        <WhyButton size="small" />
      </div>
    </>
  );
}
