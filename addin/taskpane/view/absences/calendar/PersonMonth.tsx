import type { ReactElement } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CalendarDay, CalendarRow } from '../../../../../shared/domain/absences/calendar/monthCalendar.ts';
import type { PlainMonth } from '../../../../../shared/domain/calendar/plainDate.ts';
import { daySentence } from '../../../../../shared/messages/fr/absences/calendarPane.ts';
import { weekdays } from '../../../../../shared/messages/fr/vouchers/days.ts';
import { monthName } from '../../../../../shared/messages/fr/words.ts';
import { daysOn, monthWeeks } from '../../../model/absences/calendar/calendarView.ts';
import { useLook } from '../../look.ts';
import { DayMarks } from './DayMarks.tsx';

const useStyles = makeStyles({
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'separate', borderSpacing: '2px', flexShrink: 0 },
  caption: { textAlign: 'left', fontWeight: tokens.fontWeightSemibold, padding: '0 2px 4px' },
  weekday: {
    textAlign: 'center',
    fontSize: '12px',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    padding: 0,
  },
  cell: {
    padding: '1px',
    verticalAlign: 'top',
    position: 'relative',
    border: `1px solid ${tokens.colorNeutralStroke3}`,
    borderRadius: tokens.borderRadiusSmall,
  },
  weekend: { backgroundColor: tokens.colorNeutralBackground3 },
  empty: { padding: 0, border: 'none' },
  number: {
    display: 'block',
    textAlign: 'center',
    fontSize: '12px',
    lineHeight: '14px',
    color: tokens.colorNeutralForeground2,
  },
});

function Day({ day }: { readonly day: CalendarDay }): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const sentence = daySentence(day);
  return (
    <td className={mergeClasses(styles.cell, day.isWeekend && styles.weekend)} title={sentence}>
      <span aria-hidden="true" className={styles.number}>
        {Number(day.date.slice(8))}
      </span>
      <DayMarks day={day} />
      <span className={look.heard}>{sentence}</span>
    </td>
  );
}

/** The month of one person, week under week: letters and colours for each half, a sentence for whoever listens. */
export function PersonMonth({ row, month }: { readonly row: CalendarRow; readonly month: PlainMonth }): ReactElement {
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{monthName(month)}</caption>
      <thead>
        <tr>
          {weekdays.map(([short, long]) => (
            <th key={long} scope="col" abbr={long} className={styles.weekday}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthWeeks(month).map((dates, week) => (
          <tr key={week}>
            {daysOn(row, dates).map((day, at) =>
              day ? <Day key={day.date} day={day} /> : <td key={at} className={styles.empty} />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
