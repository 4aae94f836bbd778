import type { ReactElement, ReactNode } from 'react';
import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CalendarRow } from '../../../../../shared/domain/absences/calendar/monthCalendar.ts';
import { teamsOf, type TeamBy } from '../../../../../shared/domain/absences/calendar/teams.ts';
import {
  categoryTotals,
  totalOf,
  type AbsenceTotal,
  type CategoryTotal,
} from '../../../../../shared/domain/absences/calendar/totals.ts';
import {
  categoryName,
  days,
  daysOrBlank,
  hoursOrBlank,
  noTeam,
  wholeTotal,
} from '../../../../../shared/messages/fr/absences/calendar.ts';
import * as text from '../../../../../shared/messages/fr/absences/calendarPane.ts';
import { grouped } from '../../../../../shared/messages/fr/words.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { CategoryKey, useBarColour } from './DayMarks.tsx';

const useStyles = makeStyles({
  chart: { display: 'flex', flexDirection: 'column', rowGap: '4px', margin: 0 },
  line: { display: 'grid', gridTemplateColumns: '30px minmax(0, 1fr) 48px', columnGap: '6px', alignItems: 'center' },
  bar: { height: '14px', boxSizing: 'border-box', borderRadius: tokens.borderRadiusSmall, minWidth: '3px' },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: '12px', lineHeight: '16px', flexShrink: 0 },
  heading: {
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    textAlign: 'left',
    padding: '2px 0',
  },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { fontWeight: tokens.fontWeightRegular, textAlign: 'left', padding: '3px 4px 3px 0', overflowWrap: 'anywhere' },
  figure: {
    textAlign: 'right',
    padding: '3px 0 3px 6px',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  whole: { fontWeight: tokens.fontWeightSemibold },
  key: { display: 'flex', columnGap: '6px', alignItems: 'center' },
});

/** Bars of days drawn to the largest; the table under them says the same in figures. */
function DaysChart({ totals }: { readonly totals: readonly CategoryTotal[] }): ReactElement | null {
  const styles = useStyles();
  const colour = useBarColour();
  const inDays = totals.filter(({ halfDays }) => halfDays > 0);
  const largest = Math.max(1, ...inDays.map(({ halfDays }) => halfDays));
  if (inDays.length === 0) return null;
  return (
    <>
      <ScreenTitle as="h3">{text.chartTitle}</ScreenTitle>
      <div role="img" aria-label={text.chartSentence(inDays)} className={styles.chart}>
        {inDays.map(({ category, halfDays }) => (
          <div key={category} className={styles.line}>
            <CategoryKey category={category} />
            <div
              className={mergeClasses(styles.bar, colour(category))}
              style={{ width: `${(100 * halfDays) / largest}%` }}
            />
            <Text size={200} align="end">
              {days(halfDays)}
            </Text>
          </div>
        ))}
      </div>
    </>
  );
}

interface TotalLine extends AbsenceTotal {
  readonly key: string;
  readonly name: ReactNode;
  readonly people: number;
  readonly isWhole?: true;
}

interface TotalsTableProps {
  readonly title: string;
  readonly headings: readonly string[];
  readonly lines: readonly TotalLine[];
}

function TotalsTable({ title, headings, lines }: TotalsTableProps): ReactElement {
  const styles = useStyles();
  return (
    <>
      <ScreenTitle as="h3">{title}</ScreenTitle>
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            {headings.map((heading, at) => (
              <th key={heading} scope="col" className={mergeClasses(styles.heading, at > 0 && styles.figure)}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, people, halfDays, minutes, isWhole }) => (
            <tr key={key} className={mergeClasses(styles.row, isWhole && styles.whole)}>
              <th scope="row" className={mergeClasses(styles.name, isWhole && styles.whole)}>
                {name}
              </th>
              <td className={styles.figure}>{grouped(people)}</td>
              <td className={styles.figure}>{daysOrBlank(halfDays)}</td>
              <td className={styles.figure}>{hoursOrBlank(minutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** What the absences of some people come to, by category and by team. */
export function CalendarTotals({
  rows,
  by,
}: {
  readonly rows: readonly CalendarRow[];
  readonly by: TeamBy;
}): ReactElement {
  const styles = useStyles();
  const totals = categoryTotals(rows);
  const whole: TotalLine = { key: 'whole', name: wholeTotal, people: rows.length, ...totalOf(rows), isWhole: true };
  const categories = totals.map(({ category, people, halfDays, minutes }): TotalLine => {
    const name = (
      <span className={styles.key}>
        <CategoryKey category={category} />
        {categoryName(category)}
      </span>
    );
    return { key: category, name, people, halfDays, minutes };
  });
  const teams = teamsOf(rows, by).map(({ name, rows: own }): TotalLine => {
    return { key: `team ${name}`, name: name === '' ? noTeam : name, people: own.length, ...totalOf(own) };
  });
  return (
    <>
      <DaysChart totals={totals} />
      <TotalsTable title={text.tableTitle} headings={text.totalsHeadings} lines={[...categories, whole]} />
      {teams.length < 2 ? null : (
        <TotalsTable title={text.teamsTitle} headings={text.teamsHeadings} lines={[...teams, whole]} />
      )}
    </>
  );
}
