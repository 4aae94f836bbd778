import { describe, expect, test } from '@jest/globals';
import { plannedMonthSchema } from '../../../shared/contracts/voucherSchemas.ts';
import { plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import type { PlannedDay, PlannedHalf } from '../../../shared/domain/calendar/plannedDay.ts';
import { plannedDaysOf, plannedMonthOf } from '../../../shared/domain/calendar/plannedMonth.ts';
import { timesByDate, withCycle, type CycleDay } from '../../../shared/domain/calendar/plannedTimes.ts';

const NOVEMBER = plainMonth('2026-11');
const half = (minutes: number | null): PlannedHalf => ({ minutes, includesMeal: false });
const day = (on: number, changed: Partial<PlannedDay> = {}): PlannedDay => ({
  date: plainDate(`2026-11-${String(on).padStart(2, '0')}`),
  am: half(210),
  pm: half(210),
  holiday: 'none',
  ...changed,
});
const cycle = (on: number, am: number | null, pm: number | null, isWeeklyRest = false): CycleDay => ({
  date: day(on).date,
  am,
  pm,
  isWeeklyRest,
});

const days = [
  day(10),
  day(11, { holiday: 'off', am: half(null), pm: half(null) }),
  day(12, { pm: half(150) }),
  day(13, { am: null, pm: null }),
  day(14, { am: null, pm: null }),
  day(16, { am: half(null), pm: half(null) }),
];
const bare = plannedMonthOf('416', NOVEMBER, days);
const full = withCycle(bare, [
  cycle(10, 210, 210),
  cycle(11, 210, 210),
  cycle(12, 210, null),
  cycle(13, 210, 210),
  cycle(14, 0, 0, true),
  cycle(16, null, null),
]);
const on = (row: typeof bare, date: number) => timesByDate([row]).get(day(date).date);
const whole = { am: 210, pm: 210 };

describe('the work cycle beside what is planned', () => {
  test('only what the planned days do not say is kept', () => {
    expect([full.cycle, full.rests]).toEqual([
      [
        [11, 210, 210],
        [12, 210, null],
        [13, 210, 210],
      ],
      [14],
    ]);
    expect(plannedMonthSchema.parse(full)).toEqual(full);
    expect(plannedDaysOf(full)).toEqual(days);
  });

  test.each([
    ['an ordinary day', 10, { contractual: whole, theoretical: whole, isWeeklyRest: false, isHoliday: false }],
    ['a holiday kept', 11, { contractual: whole, theoretical: { am: 0, pm: 0 }, isWeeklyRest: false, isHoliday: true }],
    [
      'a cycle that is not known',
      12,
      { contractual: null, theoretical: { am: 210, pm: 150 }, isWeeklyRest: false, isHoliday: false },
    ],
    [
      'a day taken off the planning',
      13,
      { contractual: whole, theoretical: { am: 0, pm: 0 }, isWeeklyRest: false, isHoliday: false },
    ],
    [
      'a weekly rest',
      14,
      { contractual: { am: 0, pm: 0 }, theoretical: { am: 0, pm: 0 }, isWeeklyRest: true, isHoliday: false },
    ],
    ['a person counted in days', 16, { contractual: null, theoretical: null, isWeeklyRest: false, isHoliday: false }],
  ])('%s', (_, date, times) => {
    expect(on(full, date)).toEqual(times);
  });

  test('in a row read before cycles were kept, the cycle is what is planned; a day without work is a rest', () => {
    expect(on(bare, 10)).toEqual(on(full, 10));
    expect(on(bare, 11)).toMatchObject({ contractual: null, theoretical: { am: 0, pm: 0 } });
    expect(on(bare, 13)).toMatchObject({ contractual: { am: 0, pm: 0 }, isWeeklyRest: true });
  });

  test('of a date that is not planned nothing is known', () => {
    const row = withCycle(bare, [cycle(17, 210, 210, true)]);
    expect([row.cycle, row.rests, on(row, 17)]).toEqual([undefined, [], undefined]);
  });
});
