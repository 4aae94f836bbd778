import { describe, expect, test } from '@jest/globals';
import { plannedDaysOf } from '../../shared/domain/calendar/plannedMonth.ts';
import { timesByDate } from '../../shared/domain/calendar/plannedTimes.ts';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { toPlannedMonths } from '../../server/lucca/mapping/planning.ts';
import { minutesOfDuration } from '../../server/lucca/resources/duration.ts';
import { listOfUserDates } from '../../server/lucca/resources/userDates.ts';

const MAY = plainMonth('2026-05');
const { row: rowSchema } = listOfUserDates(['416'], MAY);

type Raw = Record<string, unknown>;
const half = (dtt: unknown, changed: Raw = {}): Raw => ({ isHoliday: false, isWeeklyRest: false, dtt, ...changed });
const date = (day: string, am: unknown, pm: unknown, changed: Raw = {}): Raw => ({
  ownerId: 416,
  date: `2026-05-${day}T00:00:00`,
  source: 1,
  isHoliday: false,
  am,
  pm,
  ...changed,
});

const rest = half('00:00:00', { isWeeklyRest: true });

/** What is planned, as short texts: `07 210/210`, with `*` on a half that includes its meal. */
function planned(...raw: Raw[]): string[] {
  const [month] = toPlannedMonths(
    raw.map((each) => rowSchema.parse(each)),
    MAY,
  );
  if (!month) return [];
  const text = (each: { minutes: number | null; includesMeal: boolean } | null) =>
    each === null ? '-' : `${each.minutes ?? 'day'}${each.includesMeal ? '*' : ''}`;
  return plannedDaysOf(month).map(({ date: on, am, pm, holiday }) =>
    `${on.slice(8)} ${text(am)}/${text(pm)} ${holiday === 'none' ? '' : holiday}`.trim(),
  );
}

describe('durations', () => {
  test.each([
    ['00:00:00', 0],
    ['03:30:00', 210],
    ['3:30:00', 210],
    ['1.00:00:00', 1_440],
    ['03:29:59.9999999', 210],
    ['03:29:29', 209],
    ['7.5', undefined],
    ['PT7H', undefined],
    ['', undefined],
  ])('%s is %s minutes', (text, minutes) => {
    expect(minutesOfDuration(text)).toBe(minutes);
  });
});

describe('what is planned on a date', () => {
  test('both halves, one half, none', () => {
    const days = planned(
      date('04', half('03:30:00'), half('04:00:00')),
      date('05', half('03:30:00'), half('00:00:00')),
      date('09', rest, rest),
    );
    expect(days).toEqual(['04 210/240', '05 210/-', '09 -/-']);
  });

  test('a half of six hours holds its meal, one of a minute less does not', () => {
    expect(planned(date('04', half('06:00:00'), rest), date('05', half('05:59:00'), rest))).toEqual([
      '04 360*/-',
      '05 359/-',
    ]);
  });

  test('a person counted in days has no minutes', () => {
    const days = planned(
      date('04', half('12:00:00'), half('12:00:00'), { dtt: '1.00:00:00' }),
      date('05', half('12:00:00'), rest),
      date('09', rest, rest),
    );
    expect(days).toEqual(['04 day/day', '05 day/-', '09 -/-']);
  });

  test('twelve hours among other hours are twelve hours', () => {
    expect(planned(date('04', half('12:00:00'), rest), date('05', half('07:00:00'), rest))).toEqual([
      '04 720*/-',
      '05 420*/-',
    ]);
  });

  test('leaves are left aside: the theoretical time stays', () => {
    expect(planned(date('04', half('03:30:00'), half('03:30:00'), { source: 5, drt: '00:00:00' }))).toEqual([
      '04 210/210',
    ]);
  });
});

describe('public holidays', () => {
  const holiday = { isHoliday: true };

  test('kept: the halves that are no rest are those of the day it replaces', () => {
    const off = half('00:00:00', holiday);
    expect(planned(date('01', off, off, { ...holiday, source: 2 }))).toEqual(['01 day/day off']);
    expect(planned(date('01', off, rest, { ...holiday, source: 2 }))).toEqual(['01 day/- off']);
    expect(planned(date('02', rest, rest, { ...holiday, source: 2 }))).toEqual(['02 -/- off']);
  });

  test('kept, with the hours of the day it replaces', () => {
    const off = half('03:30:00', holiday);
    expect(planned(date('01', off, off, { ...holiday, source: 2 }))).toEqual(['01 210/210 off']);
  });

  test('planned as worked', () => {
    const on = half('03:30:00', holiday);
    expect(planned(date('08', on, on, { ...holiday, source: 3 }))).toEqual(['08 210/210 worked']);
    expect(planned(date('08', on, half('00:00:00', holiday), { ...holiday, source: 5 }))).toEqual(['08 210/- worked']);
  });

  test('said of the halves alone', () => {
    const off = half('00:00:00', holiday);
    expect(planned(date('01', off, off, { isHoliday: null }))).toEqual(['01 day/day off']);
    expect(planned(date('01', off, rest))).toEqual(['01 day/- off']);
    expect(planned(date('01', half('03:30:00'), off))).toEqual(['01 210/-']);
  });
});

describe('what is not known', () => {
  test('a day whose halves, or their time, Lucca does not give', () => {
    const given = date('06', half('03:30:00'), half('03:30:00'));
    for (const am of [undefined, null, half(null), half('7h'), 'x'])
      expect(planned(date('05', am, half('03:30:00')), given)).toEqual(['06 210/210']);
  });

  test('whose day it is, or which: the reply is refused', () => {
    expect(rowSchema.safeParse({ ...date('05', rest, rest), ownerId: undefined }).success).toBe(false);
    expect(rowSchema.safeParse({ ...date('05', rest, rest), date: 'lundi' }).success).toBe(false);
  });

  test('names are read in any case', () => {
    const lower = { OWNERID: 416, Date: '2026-05-05', AM: { DTT: '03:30:00' }, Pm: { Dtt: '00:00:00' } };
    expect(planned(lower)).toEqual(['05 210/-']);
  });
});

test('one row per person', () => {
  const rows = [416, 417].map((ownerId) => rowSchema.parse({ ...date('04', rest, rest), ownerId }));
  expect(toPlannedMonths(rows, MAY).map(({ employeeId }) => employeeId)).toEqual(['416', '417']);
});

describe('the work cycle', () => {
  /** `11 210/210 rest` for each date: what the cycle holds, and whether it is a weekly rest. */
  function cycle(...raw: Raw[]): string[] {
    const rows = toPlannedMonths(
      raw.map((each) => rowSchema.parse(each)),
      MAY,
    );
    return [...timesByDate(rows)].map(([on, { contractual, isWeeklyRest }]) =>
      `${on.slice(8)} ${contractual ? `${contractual.am}/${contractual.pm}` : '?'} ${isWeeklyRest ? 'rest' : ''}`.trim(),
    );
  }
  const off = half('00:00:00', { isHoliday: true });
  const [long, short] = [half('04:00:00'), half('03:30:00')];
  const kept = { isHoliday: true, source: 2 };

  test.each([
    ['an ordinary day is its own cycle', [date('04', long, short)], ['04 240/210']],
    ['a rest', [date('09', rest, rest)], ['09 0/0 rest']],
    [
      'a kept holiday holds what its weekday holds in the month',
      [date('01', off, off, kept), date('08', long, short), date('15', long, short)],
      ['01 240/210', '08 240/210', '15 240/210'],
    ],
    [
      'weekdays that differ say nothing',
      [date('01', off, off, kept), date('08', long, short), date('15', long, long)],
      ['01 ?', '08 240/210', '15 240/240'],
    ],
    ['a weekday seen nowhere else neither', [date('01', off, off, kept)], ['01 ?']],
    ['a rest on a holiday is none', [date('01', off, rest, kept), date('08', long, rest)], ['01 240/0', '08 240/0']],
    ['a holiday that bears its hours', [date('01', short, short, kept)], ['01 210/210']],
    [
      'a holiday planned as worked',
      [date('01', short, short, { isHoliday: true, source: 3 }), date('08', long, long)],
      ['01 240/240', '08 240/240'],
    ],
    [
      'a change of planning, on a day of work and on a rest',
      [
        date('02', long, rest, { source: 3 }),
        date('09', rest, rest),
        date('08', long, short),
        date('15', rest, rest, { source: 3 }),
      ],
      ['02 0/0', '08 240/210', '09 0/0 rest', '15 240/210 rest'],
    ],
    ['a leave hides nothing', [date('04', long, short, { source: 5 })], ['04 240/210']],
    [
      'counted in days, its hours are not known',
      [date('04', half('12:00:00'), half('12:00:00')), date('09', rest, rest)],
      ['04 ?', '09 0/0 rest'],
    ],
    [
      'where Lucca says of no rest, a day without work is one',
      [date('09', { dtt: '00:00:00' }, { dtt: '00:00:00' })],
      ['09 0/0 rest'],
    ],
  ])('%s', (_, raw, told) => {
    expect(cycle(...raw)).toEqual(told);
  });
});
