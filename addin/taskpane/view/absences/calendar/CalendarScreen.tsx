import { useMemo, type ReactElement } from 'react';
import { Button, Link, Text, makeStyles } from '@fluentui/react-components';
import { ArrowSyncRegular, PrintRegular } from '@fluentui/react-icons';
import type { CalendarRow } from '../../../../../shared/domain/absences/calendar/monthCalendar.ts';
import { categoryTotals } from '../../../../../shared/domain/absences/calendar/totals.ts';
import { frenchDate, wallClock, type PlainMonth } from '../../../../../shared/domain/calendar/plainDate.ts';
import type { CalendarReading } from '../../../../../shared/flows/absences/readCalendar.ts';
import { amount, leftOutText, unplacedText } from '../../../../../shared/messages/fr/absences/calendar.ts';
import * as text from '../../../../../shared/messages/fr/absences/calendarPane.ts';
import { dataAsOf } from '../../../../../shared/messages/fr/flows.ts';
import type { CalendarScreen as Shown } from '../../../model/absences/calendar/calendarState.ts';
import { toldRows } from '../../../model/absences/calendar/calendarView.ts';
import { useLook } from '../../look.ts';
import { MonthField } from '../../MonthField.tsx';
import { ResultTabs } from '../../ResultTabs.tsx';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { useAbsences } from '../useAbsences.ts';
import { CalendarFilters } from './CalendarFilters.tsx';
import { CalendarPeople } from './CalendarPeople.tsx';
import { CalendarTotals } from './CalendarTotals.tsx';
import { Legend } from './DayMarks.tsx';

type MonthScreen = Extract<Shown, { name: 'absenceCalendar' }>;

const ZONE = 'Europe/Paris';

const useStyles = makeStyles({ link: { fontSize: 'inherit', lineHeight: 'inherit' } });

function NotRead({ month }: { readonly month: PlainMonth }): ReactElement {
  const look = useLook();
  const start = useAbsences();
  return (
    <div className={look.actions}>
      <Text>{text.notRead(month)}</Text>
      <Button
        appearance="primary"
        icon={<ArrowSyncRegular />}
        onClick={() => start((tasks) => tasks.calendar.readLucca())}
      >
        {text.readAction}
      </Button>
    </div>
  );
}

/** What is not in the calendar, or waits before it is. */
function Notes({ reading, rows }: { readonly reading: CalendarReading; readonly rows: readonly CalendarRow[] }) {
  const styles = useStyles();
  const start = useAbsences();
  const { people, halfDays } = reading.calendar.leftOut;
  const unbound = categoryTotals(rows).find(({ category }) => category === 'unbound');
  return (
    <>
      {people > 0 ? <Text size={200}>{leftOutText(people, halfDays)}</Text> : null}
      {unbound ? (
        <Text size={200}>
          {text.unboundText(amount(unbound))}{' '}
          <Link as="button" inline className={styles.link} onClick={() => start((tasks) => tasks.accounts.open())}>
            {text.bindAction}
          </Link>
        </Text>
      ) : null}
    </>
  );
}

interface FoundProps {
  readonly screen: MonthScreen;
  readonly reading: CalendarReading;
}

function Found({ screen: { month, shown, from }, reading }: FoundProps): ReactElement {
  const look = useLook();
  const { by, team, isTold } = shown;
  // Whoever searches a name does not have the whole month sorted again at each letter.
  const rows = useMemo(() => toldRows(reading, { by, team, isTold }), [reading, by, team, isTold]);
  const categories = useMemo(() => categoryTotals(rows).map(({ category }) => category), [rows]);
  const hasHoliday = rows.some(({ days }) => days.some(({ holiday }) => holiday !== null));
  return (
    <>
      <CalendarFilters reading={reading} shown={shown} />
      <Notes reading={reading} rows={rows} />
      <ResultTabs
        name="absence-calendar"
        first="people"
        views={[
          {
            id: 'people',
            name: text.peopleTab(rows.length),
            shown: () => (
              <>
                <CalendarPeople month={month} rows={rows} shown={shown} from={from} />
                <Legend categories={categories} hasHoliday={hasHoliday} />
              </>
            ),
          },
          {
            id: 'totals',
            name: text.totalsTab,
            shown: () => (
              <>
                <CalendarTotals rows={rows} by={by} />
                {reading.unplaced.length === 0 ? null : (
                  <Text size={200} className={look.quiet}>
                    {unplacedText(reading.unplaced)}
                  </Text>
                )}
              </>
            ),
          },
        ]}
      />
    </>
  );
}

/** Who is away in a month, and what it comes to. */
export function CalendarScreen({ screen }: { readonly screen: MonthScreen }): ReactElement {
  const look = useLook();
  const start = useAbsences();
  const { month, reading, shown } = screen;
  const isEmpty = reading?.calendar.rows.length === 0;
  const asOf = reading ? wallClock(reading.asOf, ZONE) : null;
  return (
    <>
      <div className={look.titled}>
        <ScreenTitle>{text.calendarTitle(month)}</ScreenTitle>
        {reading && !isEmpty ? (
          <Button
            size="small"
            icon={<PrintRegular />}
            aria-label={text.printLabel}
            title={text.printLabel}
            onClick={() => start((tasks) => tasks.calendar.print(reading, shown))}
          >
            {text.printAction}
          </Button>
        ) : null}
      </div>
      {asOf ? (
        <Text size={200} className={look.quiet}>
          {dataAsOf(frenchDate(asOf.date), asOf.time)}
        </Text>
      ) : null}
      {reading && !isEmpty ? null : (
        <MonthField label={text.monthLabel} onChoose={(each) => start((tasks) => tasks.calendar.chooseMonth(each))} />
      )}
      {reading ? null : <NotRead month={month} />}
      {reading && isEmpty ? (
        <>
          <Text>{text.noAbsence(month)}</Text>
          <Notes reading={reading} rows={[]} />
        </>
      ) : null}
      {reading && !isEmpty ? <Found screen={screen} reading={reading} /> : null}
    </>
  );
}
