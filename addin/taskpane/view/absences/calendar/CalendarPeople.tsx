import { useMemo, useState, type ReactElement } from 'react';
import { Text, makeStyles } from '@fluentui/react-components';
import type { CalendarRow } from '../../../../../shared/domain/absences/calendar/monthCalendar.ts';
import { stretchesOf } from '../../../../../shared/domain/absences/calendar/stretches.ts';
import { totalOf, type CountedRow } from '../../../../../shared/domain/absences/calendar/totals.ts';
import type { PlainMonth } from '../../../../../shared/domain/calendar/plainDate.ts';
import { days, hoursOrBlank } from '../../../../../shared/messages/fr/absences/calendar.ts';
import * as text from '../../../../../shared/messages/fr/absences/calendarPane.ts';
import type { ShownCalendar } from '../../../model/absences/calendar/calendarState.ts';
import { daysOn, foundRows, monthWeeks } from '../../../model/absences/calendar/calendarView.ts';
import { useLook } from '../../look.ts';
import { PeopleList } from '../../people/PeopleList.tsx';
import { PeopleSearch } from '../../people/PeopleSearch.tsx';
import { PersonLine } from '../../people/PersonLine.tsx';
import { useAbsences } from '../useAbsences.ts';
import { CategoryKey } from './DayMarks.tsx';
import { WeekStrip } from './WeekStrip.tsx';

/** Absences of a person that a line tells; the others are counted. */
const TOLD = 3;

const useStyles = makeStyles({
  stretch: { display: 'flex', columnGap: '6px', alignItems: 'center' },
});

/** What somebody's month holds, in words. */
function Stretches({ row }: { readonly row: CalendarRow }): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const stretches = stretchesOf(row);
  const others = stretches.length - TOLD;
  return (
    <>
      {stretches.slice(0, TOLD).map((each, at) => (
        <span key={at} className={styles.stretch}>
          <CategoryKey category={each.entry.category} />
          <Text size={200}>{text.stretchText(each)}</Text>
        </span>
      ))}
      {others > 0 ? (
        <Text size={200} className={look.quiet}>
          {text.otherStretches(others)}
        </Text>
      ) : null}
    </>
  );
}

/** Of the days that the line shows. */
function Figures({ row }: { readonly row: CountedRow }): ReactElement {
  const { halfDays, minutes } = totalOf([row]);
  return (
    <>
      {halfDays > 0 ? <Text size={200}>{days(halfDays)}</Text> : null}
      {minutes > 0 ? <Text size={200}>{hoursOrBlank(minutes)}</Text> : null}
    </>
  );
}

interface CalendarPeopleProps {
  readonly month: PlainMonth;
  readonly rows: readonly CalendarRow[];
  readonly shown: ShownCalendar;
  /** The person one comes back from. */
  readonly from: string | null;
}

/** Everybody who is away, with their absences in words, or their week in boxes. */
export function CalendarPeople({ month, rows, shown, from }: CalendarPeopleProps): ReactElement {
  const start = useAbsences();
  // What is typed is shown at once; the screen remembers it for whoever comes back.
  const [search, setSearch] = useState(shown.search);
  const { week } = shown;
  const found = useMemo(() => foundRows(rows, month, { week, search }), [rows, month, week, search]);
  const dates = week === null ? null : (monthWeeks(month)[week] ?? []);
  return (
    <>
      <PeopleSearch
        search={search}
        onSearch={(typed) => {
          setSearch(typed);
          start((tasks) => tasks.calendar.narrow({ search: typed }));
        }}
      />
      <PeopleList
        name="absence-calendar"
        people={found}
        keyOf={({ person }) => person.employeeId}
        label={text.peopleLabel}
        whenEmpty={text.nobodyFound}
        from={from}
        onOpen={({ person }) => start((tasks) => tasks.calendar.person(person.employeeId))}
        onBack={() => start((tasks) => tasks.calendar.back())}
      >
        {(row) => (
          <PersonLine
            name={row.person.name}
            details={[row.person.employeeNumber, row.person.establishment, row.person.department ?? '']}
            figures={<Figures row={dates ? { days: daysOn(row, dates).filter((day) => day !== null) } : row} />}
          >
            {dates ? <WeekStrip days={daysOn(row, dates)} /> : <Stretches row={row} />}
          </PersonLine>
        )}
      </PeopleList>
    </>
  );
}
