import type { ReactElement } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { isAway, type CalendarDay } from '../../../../../shared/domain/absences/calendar/monthCalendar.ts';
import { daySentence } from '../../../../../shared/messages/fr/absences/calendarPane.ts';
import { weekdays } from '../../../../../shared/messages/fr/vouchers/days.ts';
import { useLook } from '../../look.ts';
import { DayMarks } from './DayMarks.tsx';

const useStyles = makeStyles({
  strip: { display: 'grid', gridTemplateColumns: 'repeat(7, minmax(0, 1fr))', columnGap: '2px' },
  day: {
    padding: '1px',
    border: `1px solid ${tokens.colorNeutralStroke3}`,
    borderRadius: tokens.borderRadiusSmall,
  },
  none: { border: '1px solid transparent' },
  weekend: { backgroundColor: tokens.colorNeutralBackground3 },
  number: { display: 'block', textAlign: 'center', fontSize: '12px', lineHeight: '14px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** A week of one person in seven boxes; whoever listens hears the days on which they are away. */
export function WeekStrip({ days }: { readonly days: readonly (CalendarDay | null)[] }): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const away = days.flatMap((day) => (day !== null && isAway(day) ? [daySentence(day)] : []));
  return (
    <>
      <span className={styles.strip} aria-hidden="true">
        {days.map((day, at) =>
          day ? (
            <span
              key={day.date}
              className={mergeClasses(styles.day, day.isWeekend && styles.weekend)}
              title={daySentence(day)}
            >
              <span className={mergeClasses(styles.number, styles.quiet)}>
                {weekdays[at]?.[0].charAt(0).toUpperCase()}
                {'\u00a0'}
                {Number(day.date.slice(8))}
              </span>
              <DayMarks day={day} />
            </span>
          ) : (
            <span key={at} className={mergeClasses(styles.day, styles.none)} />
          ),
        )}
      </span>
      <span className={look.heard}>{away.join('. ')}</span>
    </>
  );
}
