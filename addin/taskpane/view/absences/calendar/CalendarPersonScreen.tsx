import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { Text, makeStyles } from '@fluentui/react-components';
import { stretchesOf } from '../../../../../shared/domain/absences/calendar/stretches.ts';
import { categoryTotals, totalOf } from '../../../../../shared/domain/absences/calendar/totals.ts';
import { amount } from '../../../../../shared/messages/fr/absences/calendar.ts';
import * as text from '../../../../../shared/messages/fr/absences/calendarPane.ts';
import type { CalendarScreen } from '../../../model/absences/calendar/calendarState.ts';
import { toldRows } from '../../../model/absences/calendar/calendarView.ts';
import { useLook } from '../../look.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { useEscape } from '../../vouchers/useEscape.ts';
import { useAbsences } from '../useAbsences.ts';
import { TellField } from './CalendarFilters.tsx';
import { CategoryKey, Legend } from './DayMarks.tsx';
import { PersonMonth } from './PersonMonth.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  top: { ':focus': { outline: 'none' }, display: 'flex', flexDirection: 'column', rowGap: '2px' },
  stretch: { display: 'flex', columnGap: '8px', alignItems: 'flex-start' },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
});

/** The month of one person: week under week, then each absence in words. */
export function CalendarPersonScreen({
  screen: { reading, shown, employeeId },
}: {
  readonly screen: Extract<CalendarScreen, { name: 'absenceCalendarPerson' }>;
}): ReactElement | null {
  const styles = useStyles();
  const look = useLook();
  const start = useAbsences();
  const all = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  useEscape(all, () => start((tasks) => tasks.calendar.back()));
  const row = useMemo(
    () => toldRows(reading, { ...shown, team: null }).find(({ person }) => person.employeeId === employeeId),
    [reading, shown, employeeId],
  );
  if (!row) return null;
  const { name, employeeNumber, establishment, department } = row.person;
  return (
    <div ref={all} className={styles.all}>
      <div ref={top} tabIndex={-1} className={styles.top}>
        <ScreenTitle>{name}</ScreenTitle>
        <Text size={200} className={look.quiet}>
          {[employeeNumber, establishment, department ?? ''].filter((part) => part !== '').join(' · ')}
        </Text>
        <Text>{text.personTotal(amount(totalOf([row])))}</Text>
      </div>
      <PersonMonth row={row} month={reading.calendar.month} />
      <Legend
        categories={categoryTotals([row]).map(({ category }) => category)}
        hasHoliday={row.days.some(({ holiday }) => holiday !== null)}
      />
      <TellField shown={shown} />
      <ul className={look.plain} aria-label={text.stretchesLabel}>
        {stretchesOf(row).map((each, at) => (
          <li key={at} className={styles.stretch}>
            <CategoryKey category={each.entry.category} />
            <span className={styles.words}>
              <Text>{text.stretchText(each)}</Text>
              {each.entry.account === null ? null : (
                <Text size={200} className={look.quiet}>
                  {each.entry.account}
                </Text>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
