/** Controls: the examples of `limits`, `contingent` and those of other areas that are alerts; then under, equal and over at each limit. */
import { describe, expect, test } from '@jest/globals';
import { addDays, plainDate, type PlainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { controlled } from '../../../shared/domain/worktime/controls/controls.ts';
import { contingentMinutes, mandatoryRest } from '../../../shared/domain/worktime/controls/contingent.ts';
import { isNightWorker } from '../../../shared/domain/worktime/controls/nights.ts';
import { clockOf, prepareDays } from '../../../shared/domain/worktime/days.ts';
import type { PersonTime } from '../../../shared/domain/worktime/person.ts';
import { vectorsOf } from '../../cases/vectors.ts';
import { at, daily, MONDAY, partTime, person, planned, ruleSet } from './builders.ts';

const set = ruleSet([]);
const SPAN = { from: plainDate('2026-06-01'), to: plainDate('2026-11-01') };

function prepared(who: Partial<PersonTime>) {
  const whole = person({ planned: planned(SPAN.from, 160, 420), ...who });
  return { whole, days: [...prepareDays(whole, set, SPAN).days.values()] };
}

/** Codes told, and what they measured. */
function told(
  who: Partial<PersonTime>,
  agreement: readonly (readonly [string, number])[] = [],
  countsHours: (date: PlainDate) => boolean = () => true,
): Record<string, unknown> {
  const { whole, days } = prepared(who);
  const { contracts } = whole;
  const input = { employeeId: '7', days, from: SPAN.from, contracts, agreement: new Map(agreement), countsHours };
  const found = controlled(input, clockOf(whole, set));
  for (const { source } of found) expect(source?.title).toMatch(/C\. trav\., art\. [LD]\d/);
  return Object.fromEntries(found.map(({ code, facts }) => [code, facts['measured']]));
}

const vector = (area: string, id: string) => {
  const found = vectorsOf(area).find((each) => each.id === id);
  if (!found) throw new Error(`no example ${id}`);
  return found;
};

/** A day of so many minutes, with a break in the middle, so that nothing else is told. */
function broken(date: PlainDate, minutes: number) {
  const half = Math.floor(minutes / 2);
  const clock = (minute: number) =>
    `${date}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return [at(clock(420), clock(420 + half)), at(clock(480 + half), clock(480 + minutes))];
}

describe('the examples of the reference', () => {
  test('limits-01: ten hours a day are allowed, a minute more is not', () => {
    const [allowed = 0, over = 0] = vector('limits', 'limits-01').input['dayMinutes'] as number[];
    expect(told({ timed: broken(MONDAY, allowed) })).toEqual({});
    expect(told({ timed: broken(MONDAY, over) })).toEqual({ dayTooLong: over });
    expect(told({ timed: broken(MONDAY, over) }, [['dayTooLong', 720]])).toEqual({});
  });

  test('limits-02: forty-eight hours a week are allowed, a minute more is not', () => {
    const [allowed = 0, over = 0] = vector('limits', 'limits-02').input['weekMinutes'] as number[];
    const week = (minutes: number) =>
      [0, 1, 2, 3, 4, 5].flatMap((day) => broken(addDays(MONDAY, day), day < 5 ? 480 : minutes - 2_400));
    expect(told({ timed: week(allowed) })).toEqual({});
    expect(told({ timed: week(over) })).toEqual({ weekTooLong: over });
  });

  test('limits-06: thirty-four hours are no weekly rest', () => {
    const { input, expected } = vector('limits', 'limits-06');
    const end = input['lastEnd'] as string;
    const start = input['nextStart'] as string;
    const timed = [
      ...[-6, -4, -3, -2, -1].flatMap((day) => broken(addDays(plainDate(end.slice(0, 10)), day), 300)),
      at(`${end.slice(0, 10)}T16:00`, end),
      at(start, `${start.slice(0, 10)}T10:00`),
      ...broken(addDays(plainDate(start.slice(0, 10)), 1), 300),
    ];
    expect(told({ timed })).toEqual({ weeklyRestShort: expected['restMinutes'] });
  });

  test('limits-07: eleven hours on the wall are ten when the clocks go forward', () => {
    const { input, expected } = vector('limits', 'limits-07');
    const [end, start] = [input['end'] as string, input['nextStart'] as string];
    const from = plainDate('2026-03-16');
    const whole = person({
      planned: planned(from, 40, 420),
      timed: [at(`${end.slice(0, 10)}T16:00`, end), at(start, `${start.slice(0, 10)}T10:00`)],
    });
    const days = [...prepareDays(whole, set, { from, to: addDays(from, 30) }).days.values()];
    const limits = { agreement: new Map<string, number>(), countsHours: () => true };
    const march = { employeeId: '7', days, from, contracts: whole.contracts, ...limits };
    const found = controlled(march, clockOf(whole, set));
    expect(found.map(({ code, facts }) => [code, facts['measured']])).toEqual([
      ['dailyRestShort', expected['restMinutes']],
    ]);
  });

  test('limits-08: six hours and a half without a break', () => {
    const [[start = '', end = ''] = []] = vector('limits', 'limits-08').input['spans'] as string[][];
    expect(told({ timed: [at(`${MONDAY}T${start}`, `${MONDAY}T${end}`)] })).toEqual({ breakMissing: 390 });
  });

  test('overtime-parttime-07: up to the legal week, it blocks', () => {
    const { input } = vector('overtime-parttime', 'overtime-parttime-07');
    const timed = [0, 1, 2, 3, 4].flatMap((day) => broken(addDays(MONDAY, day), Number(input['workedMinutes']) / 5));
    const contracts = partTime(Number(input['contractMinutes'])).contracts ?? [];
    const days = planned(SPAN.from, 160, Number(input['contractMinutes']) / 5);
    expect(told({ timed, contracts, planned: days }, [['additionalHours', 3_333]])).toEqual({ partTimeFull: 2_100 });
    const under = [...timed.slice(0, -2), ...broken(addDays(MONDAY, 4), 2_100 / 5 - 1)];
    expect(told({ timed: under, contracts, planned: days }, [['additionalHours', 3_333]])).toEqual({});
  });

  test('overtime-parttime-08: two hours more for twelve weeks', () => {
    const { input, expected } = vector('overtime-parttime', 'overtime-parttime-08');
    const weeks = input['weeks'] as number[];
    const contract = Number(input['contractMinutes']);
    const who = { contracts: partTime(contract).contracts ?? [], planned: planned(SPAN.from, 160, contract / 5) };
    const of = (count: number) =>
      weeks
        .slice(0, count)
        .flatMap((minutes, week) =>
          [0, 1, 2, 3, 4].flatMap((day) => broken(addDays(SPAN.from, 7 * week + day), minutes / 5)),
        );
    expect(told({ ...who, timed: of(12) })).toEqual({ contractToRevise: expected['averageExcess'] });
    expect(told({ ...who, timed: of(11) })).toEqual({});
  });

  test('night-10 and night-11: twice a week makes a night worker, whose day is of eight hours', () => {
    const shifts = vector('night', 'night-10').input['nightShiftsPerWeek'] as { minutes: number }[];
    const nights = shifts.flatMap(({ minutes }, nth) => {
      const date = addDays(MONDAY, 2 * nth);
      const end = 180 + minutes;
      return [at(`${date}T03:00`, `${date}T0${String(Math.floor(end / 60))}:${String(end % 60).padStart(2, '0')}`)];
    });
    const { whole, days } = prepared({ timed: nights });
    expect(isNightWorker(days, clockOf(whole, set), MONDAY)).toBe(true);
    const { days: once } = prepared({ timed: nights.slice(1) });
    expect(isNightWorker(once, clockOf(whole, set), MONDAY)).toBe(false);
    const long = Number(vector('night', 'night-11').input['dayMinutes']);
    const timed = [0, 2].flatMap((day) => {
      const date = addDays(MONDAY, day);
      return [at(`${date}T01:00`, `${date}T06:00`), at(`${date}T06:30`, `${date}T10:00`)];
    });
    expect(told({ timed })).toEqual({ nightDayTooLong: long });
  });

  test('contingent-02 and contingent-04: half for a small employer, open from seven hours', () => {
    const { input, expected } = vector('contingent', 'contingent-02');
    const [used, contingent] = [Number(input['overtimeHoursYear']) * 60, Number(input['contingent']) * 60];
    const rest = (minutes: number, headcount: number) =>
      mandatoryRest(minutes, { contingent: null, headcount, on: plainDate('2026-12-31') });
    expect(rest(used, Number(input['headcount']))).toMatchObject({
      beyond: Number(expected['beyond']) * 60,
      rest: Number(expected['corHours']) * 60,
    });
    expect(rest(used, Number(input['headcount']) + 1).rest).toBe(Number(expected['beyond']) * 60);
    const opening = vector('contingent', 'contingent-04');
    const [before, next] = [Number(opening.input['corHours']) * 60, Number(opening.input['next']) * 60];
    expect(rest(contingent + before, 21).isOpen).toBe(opening.expected['openBefore']);
    expect(rest(contingent + before + next, 21)).toMatchObject({
      isOpen: opening.expected['openAfter'],
      months: opening.expected['deadlineMonths'],
    });
  });
});

describe('limits of the law', () => {
  test('twelve weeks of 44 h are allowed, a minute more is not', () => {
    const weeks = (extra: number) =>
      Array.from({ length: 12 }, (_, week) =>
        [0, 1, 2, 3, 4].flatMap((day) =>
          broken(addDays(SPAN.from, 7 * week + day), 528 + (week === 11 && day === 4 ? extra : 0)),
        ),
      ).flat();
    expect(told({ timed: weeks(0) })).toEqual({});
    expect(told({ timed: weeks(1) })).toEqual({ averageTooLong: 2_640 });
  });

  test('forfait jours have no limit of hours (L3121-62), and keep their rests and their six days', () => {
    const long = [0, 1, 2, 3, 4, 5, 6].flatMap((day) => broken(addDays(MONDAY, day), 660));
    const short = at(`${addDays(MONDAY, 1)}T00:00`, `${addDays(MONDAY, 1)}T01:00`);
    const timed = [...long, short];
    expect(told({ timed })).toEqual({ dayTooLong: 660, weekTooLong: 4_680, tooManyDays: 7, dailyRestShort: 300 });
    expect(told({ timed }, [], () => false)).toEqual({ tooManyDays: 7, dailyRestShort: 300 });
    const weeks = Array.from({ length: 12 }, (_, week) =>
      [0, 1, 2, 3, 4].flatMap((day) => broken(addDays(SPAN.from, 7 * week + day), 540)),
    ).flat();
    expect([told({ timed: weeks }), told({ timed: weeks }, [], () => false)]).toEqual([{ averageTooLong: 2_700 }, {}]);
    const reduced = { contracts: partTime(1_500).contracts ?? [], timed: daily(MONDAY, 480, 480, 480, 480, 480) };
    expect(Object.keys(told(reduced)).filter((code) => code !== 'breakMissing')).toContain('partTimeFull');
    expect(Object.keys(told(reduced, [], () => false)).filter((code) => code !== 'breakMissing')).toEqual([]);
  });

  test('a week in days among weeks in hours: only the others are told', () => {
    const timed = [...broken(MONDAY, 660), ...broken(addDays(MONDAY, 7), 661)];
    expect(told({ timed }, [], (date) => date >= addDays(MONDAY, 7))).toEqual({ dayTooLong: 661 });
  });

  test('six days a week are allowed, the seventh is not', () => {
    const days = (count: number) => Array.from({ length: count }, (_, day) => broken(addDays(MONDAY, day), 300)).flat();
    expect(told({ timed: days(6) })).toEqual({});
    expect(told({ timed: days(7) })).toEqual({ tooManyDays: 7 });
  });

  test('eleven hours between two days are enough, a minute less is not', () => {
    const tuesday = addDays(MONDAY, 1);
    const nights = (start: string) => [
      at(`${MONDAY}T16:00`, `${MONDAY}T20:00`),
      at(`${tuesday}T${start}`, `${tuesday}T11:00`),
    ];
    expect(told({ timed: nights('07:00') })).toEqual({});
    expect(told({ timed: nights('06:59') })).toEqual({ dailyRestShort: 659 });
  });

  test('a break of twenty minutes is enough, a minute less is not', () => {
    const day = (start: string) => [
      at(`${MONDAY}T08:00`, `${MONDAY}T12:00`),
      at(`${MONDAY}T${start}`, `${MONDAY}T16:00`),
    ];
    expect(told({ timed: day('12:20') })).toEqual({});
    expect(told({ timed: day('12:19') })).toEqual({ breakMissing: 461 });
  });

  test('a tenth of the contract is allowed to part time, a minute more is not', () => {
    const who = { contracts: partTime(1_500).contracts ?? [], planned: planned(SPAN.from, 160, 300) };
    const week = (extra: number) =>
      [0, 1, 2, 3, 4].flatMap((day) => broken(addDays(MONDAY, day), 330 + (day === 4 ? extra : 0)));
    expect(told({ ...who, timed: week(0) })).toEqual({});
    expect(told({ ...who, timed: week(1) })).toEqual({ additionalHours: 151 });
  });

  test('what counts of a year: beyond 35 h each week, less what rest replaces', () => {
    const { days } = prepared({
      timed: [...daily(MONDAY, 480, 480, 480, 480, 480), ...daily(addDays(MONDAY, 7), 300)],
    });
    expect([contingentMinutes(days, 0), contingentMinutes(days, 120), contingentMinutes(days, 400)]).toEqual([
      300, 180, 0,
    ]);
  });
});
