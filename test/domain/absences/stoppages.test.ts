import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isoWeekday, plainDate, type PlainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { stoppagesOf, type StoppageHalfDay, type WorkedDays } from '../../../shared/domain/absences/stoppages.ts';
import { halfDay, weekdays } from './builders.ts';

type More = Parameters<typeof halfDay>[1];

function sick(from: string, to: string, more: More = {}): StoppageHalfDay[] {
  return weekdays(plainDate(from), plainDate(to)).flatMap((date) =>
    ['am', 'pm'].map((half) => ({
      halfDay: halfDay(`${date} ${half}`, { accountId: 'MAL', ...more }),
      kind: 'sickness' as const,
    })),
  );
}

/** Planned on weekdays, away on `away` only. */
function worked(...away: string[]): WorkedDays {
  return { isPlanned: (_, date) => isoWeekday(date) <= 5, isAway: (_, date) => away.includes(date) };
}

const read = (items: readonly StoppageHalfDay[], days = worked()) =>
  stoppagesOf(items, days).map(
    ({ from, to, halfDays, lastDayWorked, extends: before }) =>
      `${from.date} ${from.half} → ${to.date} ${to.half} (${halfDays}), worked ${lastDayWorked}, extends ${before}`,
  );

describe('stoppages', () => {
  test('are whole over a week-end, a month and a year', () => {
    expect(read(sick('2026-12-30', '2027-01-05'))).toEqual([
      '2026-12-30 am → 2027-01-05 pm (10), worked 2026-12-29, extends null',
    ]);
  });

  test('of another request that follow are prolongations, and keep the last day worked of the first', () => {
    const second = sick('2026-09-14', '2026-09-15', { leaveId: '51' });
    expect(read([...second, ...sick('2026-09-10', '2026-09-11')], worked('2026-09-10', '2026-09-11'))).toEqual([
      '2026-09-10 am → 2026-09-11 pm (4), worked 2026-09-09, extends null',
      '2026-09-14 am → 2026-09-15 pm (4), worked 2026-09-09, extends 50-sickness-2026-09-10-am',
    ]);
  });

  test('with a weekday between are two stoppages; of two kinds, never a prolongation', () => {
    expect(read([...sick('2026-09-07', '2026-09-07'), ...sick('2026-09-09', '2026-09-09')])).toHaveLength(2);
    const accident = sick('2026-09-08', '2026-09-08', { leaveId: '51' }).map((each) => ({
      ...each,
      kind: 'workAccident' as const,
    }));
    expect(
      stoppagesOf([...sick('2026-09-07', '2026-09-07'), ...accident], worked()).map((each) => each.extends),
    ).toEqual([null, null]);
  });

  test('a day that was not planned does not cut one: the free Wednesday of a part-timer, a holiday; a day of unknown schedule does', () => {
    const items = [...sick('2026-09-08', '2026-09-08'), ...sick('2026-09-10', '2026-09-11')];
    const free: WorkedDays = {
      isPlanned: (_, date) => date !== '2026-09-09' && isoWeekday(date) <= 5,
      isAway: () => false,
    };
    expect(read(items, free)).toEqual(['2026-09-08 am → 2026-09-11 pm (6), worked 2026-09-07, extends null']);
    expect(read(items, { ...free, isPlanned: () => undefined })).toHaveLength(2);
    const second = sick('2026-09-10', '2026-09-11', { leaveId: '51' });
    expect(read([...sick('2026-09-08', '2026-09-08'), ...second], free)[1]).toContain(
      'extends 50-sickness-2026-09-08-am',
    );
  });

  test('nor does a half that was not planned; one that was worked does', () => {
    const items = [...sick('2026-09-08', '2026-09-09').slice(0, 3), ...sick('2026-09-10', '2026-09-10')];
    expect(read(items, worked('2026-09-09'))).toHaveLength(1);
    expect(read(items, worked())).toHaveLength(2);
  });

  test('after leave, were last worked for before it; in the afternoon, the same day', () => {
    expect(read(sick('2026-09-10', '2026-09-10'), worked('2026-09-08', '2026-09-09'))).toEqual([
      '2026-09-10 am → 2026-09-10 pm (2), worked 2026-09-07, extends null',
    ]);
    expect(read(sick('2026-09-10', '2026-09-10').slice(1))).toEqual([
      '2026-09-10 pm → 2026-09-10 pm (1), worked 2026-09-10, extends null',
    ]);
  });

  test('have no last day worked where the schedule does not tell, or not within a year', () => {
    const unknown: WorkedDays = { isPlanned: () => undefined, isAway: () => false };
    const never: WorkedDays = { isPlanned: () => true, isAway: () => true };
    for (const days of [unknown, never])
      expect(stoppagesOf(sick('2026-09-10', '2026-09-10'), days)[0]?.lastDayWorked).toBeNull();
  });

  test('were known on the first of their requests and approvals; never, where Lucca tells neither', () => {
    const on = (approvedOn: PlainDate | null, requestedOn: PlainDate | null) =>
      stoppagesOf(sick('2026-09-10', '2026-09-10', { approvedOn, requestedOn }), worked())[0]?.knownOn;
    const [first, second] = [plainDate('2026-09-10'), plainDate('2026-09-12')];
    expect([on(second, first), on(first, second), on(null, first), on(second, null), on(null, null)]).toEqual([
      first,
      first,
      first,
      second,
      null,
    ]);
  });

  test('do not depend on the order of half-days', () => {
    const all = [
      ...sick('2026-09-07', '2026-09-09'),
      ...sick('2026-09-10', '2026-09-16', { leaveId: '51' }),
      ...sick('2026-09-10', '2026-09-11', { employeeId: '2' }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(stoppagesOf(shuffled, worked())).toEqual(stoppagesOf(all, worked()));
      }),
    );
  });
});
