import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plannedMonthSchema } from '../../../shared/contracts/voucherSchemas.ts';
import { addDays, plainDate, plainMonth, type PlainDate } from '../../../shared/domain/calendar/plainDate.ts';
import type { PlannedDay, PlannedHalf } from '../../../shared/domain/calendar/plannedDay.ts';
import { plannedByDate, plannedDaysOf, plannedMonthOf } from '../../../shared/domain/calendar/plannedMonth.ts';

const OCTOBER = plainMonth('2026-10');
const half = (minutes: number | null, includesMeal = false): PlannedHalf => ({ minutes, includesMeal });
const day = (date: string, changed: Partial<PlannedDay> = {}): PlannedDay => ({
  date: plainDate(date),
  am: half(210),
  pm: half(210),
  holiday: 'none',
  ...changed,
});

describe('a month of planned days in one row', () => {
  test('one place per day of the month, and what is not known is not said', () => {
    const row = plannedMonthOf('416', OCTOBER, [
      day('2026-10-01'),
      day('2026-10-02', { am: half(390, true), pm: null }),
      day('2026-10-03', { am: null, pm: null }),
      day('2026-10-05', { holiday: 'off', am: half(null), pm: half(null) }),
      day('2026-10-06', { holiday: 'worked' }),
      day('2026-11-01'),
    ]);
    expect(row).toMatchObject({ employeeId: '416', month: '2026-10', days: `...?hw${'?'.repeat(25)}` });
    expect([row.am.slice(0, 6), row.pm.slice(0, 6)]).toEqual([
      [210, 390, 0, 0, null, 210],
      [210, 0, 0, 0, null, 210],
    ]);
    expect([row.am.length, row.meals]).toEqual([31, `01${'0'.repeat(29)}`]);
    expect(plannedDaysOf(row)).toEqual([
      day('2026-10-01'),
      day('2026-10-02', { am: half(390, true), pm: null }),
      day('2026-10-03', { am: null, pm: null }),
      day('2026-10-05', { holiday: 'off', am: half(null), pm: half(null) }),
      day('2026-10-06', { holiday: 'worked' }),
    ]);
  });

  test('a row of ordinary days is short: ten thousand of them are a few megabytes', () => {
    const dates = Array.from({ length: 31 }, (_, at) => day(addDays(plainDate('2026-10-01'), at)));
    expect(JSON.stringify(plannedMonthOf('10416', OCTOBER, dates)).length).toBeLessThan(400);
  });

  test('months of one person together, by date', () => {
    const months = [
      plannedMonthOf('1', OCTOBER, [day('2026-10-30')]),
      plannedMonthOf('1', plainMonth('2026-11'), [day('2026-11-02', { pm: null })]),
    ];
    expect([...plannedByDate(months)]).toEqual([
      ['2026-10-30', day('2026-10-30')],
      ['2026-11-02', day('2026-11-02', { pm: null })],
    ]);
  });
});

const anyHalf = fc.option(
  fc.record({ minutes: fc.option(fc.integer({ min: 1, max: 1440 })), includesMeal: fc.boolean() }),
);
const anyDay = fc.record({ am: anyHalf, pm: anyHalf, holiday: fc.constantFrom('none', 'off', 'worked') });

test('made and read again, any days of any month are the same; the row fits the contract', () => {
  const anyMonth = fc.constantFrom('2026-10', '2026-11', '2026-02', '2028-02').map(plainMonth);
  fc.assert(
    fc.property(anyMonth, fc.array(fc.option(anyDay), { maxLength: 28 }), (month, content) => {
      const first: PlainDate = plainDate(`${month}-01`);
      const days = content.flatMap((each, at) => (each ? [{ date: addDays(first, at), ...each }] : []));
      const row = plannedMonthOf('1', month, days);
      expect(plannedDaysOf(row)).toEqual(days);
      expect(plannedMonthSchema.parse(JSON.parse(JSON.stringify(row)))).toEqual(row);
    }),
    { numRuns: 200 },
  );
});
