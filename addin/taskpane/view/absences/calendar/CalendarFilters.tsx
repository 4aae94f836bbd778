import type { ReactElement } from 'react';
import { Checkbox, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import type { CalendarReading } from '../../../../../shared/flows/absences/readCalendar.ts';
import { noTeam } from '../../../../../shared/messages/fr/absences/calendar.ts';
import * as text from '../../../../../shared/messages/fr/absences/calendarPane.ts';
import type { ShownCalendar } from '../../../model/absences/calendar/calendarState.ts';
import { hasDepartments, monthWeeks, teamsIn } from '../../../model/absences/calendar/calendarView.ts';
import { MonthField } from '../../MonthField.tsx';
import { useAbsences } from '../useAbsences.ts';

const useStyles = makeStyles({
  pairs: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: '8px',
    flexShrink: 0,
    // A list is as wide as its longest choice unless it is told otherwise.
    '& > *': { minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
    '& select': {
      minWidth: 0,
      width: '100%',
      paddingLeft: '8px',
      paddingRight: '26px',
      fontSize: tokens.fontSizeBase200,
      textOverflow: 'ellipsis',
    },
  },
  low: { alignSelf: 'end', minWidth: 0 },
});

interface FiltersProps {
  readonly reading: CalendarReading;
  readonly shown: ShownCalendar;
}

/** Teams are told apart by their place: one may bear any name. */
function TeamField({ reading, shown }: FiltersProps): ReactElement {
  const start = useAbsences();
  const teams = teamsIn(reading, shown.by);
  const choose = (value: string) => {
    const team = value === '' ? null : (teams[Number(value)]?.name ?? null);
    start((tasks) => tasks.calendar.narrow({ team }));
  };
  const chosen = teams.findIndex(({ name }) => name === shown.team);
  return (
    <Field label={text.teamLabel}>
      <Select value={chosen < 0 ? '' : String(chosen)} onChange={(_, { value }) => choose(value)}>
        <option value="">{text.allTeams(reading.calendar.rows.length)}</option>
        {teams.map(({ name, rows }, at) => (
          <option key={name} value={at}>
            {text.teamOption(name === '' ? noTeam : name, rows.length)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function WeekField({ reading, shown }: FiltersProps): ReactElement {
  const start = useAbsences();
  const choose = (value: string) => {
    const week = value === '' ? null : Number(value);
    start((tasks) => tasks.calendar.narrow({ week }));
  };
  return (
    <Field label={text.weekLabel}>
      <Select value={shown.week === null ? '' : String(shown.week)} onChange={(_, { value }) => choose(value)}>
        <option value="">{text.wholeMonth}</option>
        {monthWeeks(reading.calendar.month).map((dates, at) => (
          <option key={at} value={at}>
            {text.weekOption(dates)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function ByField({ shown }: Pick<FiltersProps, 'shown'>): ReactElement {
  const start = useAbsences();
  const choose = (value: string) => {
    const by = value === 'department' ? 'department' : 'establishment';
    start((tasks) => tasks.calendar.narrow({ by, team: null }));
  };
  return (
    <Field label={text.byLabel}>
      <Select value={shown.by} onChange={(_, { value }) => choose(value)}>
        <option value="establishment">{text.byNames.establishment}</option>
        <option value="department">{text.byNames.department}</option>
      </Select>
    </Field>
  );
}

/** Reasons are seen when somebody asks for them, and stay off the paper. */
export function TellField({ shown }: Pick<FiltersProps, 'shown'>): ReactElement {
  const start = useAbsences();
  return (
    <Checkbox
      label={text.tellLabel}
      title={text.tellHint}
      checked={shown.isTold}
      onChange={(_, { checked }) => start((tasks) => tasks.calendar.narrow({ isTold: checked === true }))}
    />
  );
}

/** What narrows the calendar. */
export function CalendarFilters({ reading, shown }: FiltersProps): ReactElement {
  const styles = useStyles();
  const start = useAbsences();
  return (
    <div className={styles.pairs}>
      <MonthField label={text.monthLabel} onChoose={(each) => start((tasks) => tasks.calendar.chooseMonth(each))} />
      <WeekField reading={reading} shown={shown} />
      {hasDepartments(reading) ? <ByField shown={shown} /> : null}
      <TeamField reading={reading} shown={shown} />
      <div className={styles.low}>
        <TellField shown={shown} />
      </div>
    </div>
  );
}
