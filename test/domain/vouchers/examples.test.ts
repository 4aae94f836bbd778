/** The worked examples of the domain page, « Titres-restaurant », and the rules of the seed, each by its name. */
import { describe, expect, test } from '@jest/globals';
import { plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import type { Impacts } from '../../../shared/domain/vouchers/regulation.ts';
import {
  absence,
  allOn,
  computed,
  CP,
  dayOff,
  DINNER,
  half,
  LUNCH,
  meal,
  Orders,
  person,
  planning,
  regulation,
  RTT_HOURS,
  TRAINING,
  type Week,
} from './builders.ts';

const mornings: Week = { 4: { am: half() } };
const flexibleMorning: Week = { 5: { am: half(240, true) } };

describe('a date', () => {
  test.each<[string, Week, Partial<ReturnType<typeof regulation>['rules']>, ReturnType<typeof absence>[], number]>([
    ['Thursday mornings only, partial days kept', mornings, { partialDaysDeduct: false }, [], 5],
    [
      'Thursday mornings only, partial days kept, CP that morning: taken',
      mornings,
      { partialDaysDeduct: false },
      [absence('2026-10-08', 'am')],
      4,
    ],
    ['Thursday mornings only, partial days deduct', mornings, {}, [], 0],
    ['a morning that includes its meal, partial days deduct', flexibleMorning, {}, [], 5],
    [
      'morning CP, afternoon formation that does not deduct, partial days kept: not taken',
      { 4: { am: half(), pm: half() } },
      { partialDaysDeduct: false },
      [absence('2026-10-08', 'am'), absence('2026-10-08', 'pm', TRAINING)],
      5,
    ],
    [
      'morning CP, afternoon formation that does not deduct, partial days deduct: taken',
      { 4: { am: half(), pm: half() } },
      {},
      [absence('2026-10-08', 'am'), absence('2026-10-08', 'pm', TRAINING)],
      4,
    ],
    [
      'two half-days of absence on one date take one voucher',
      { 4: { am: half(), pm: half() } },
      {},
      [absence('2026-10-08', 'am', CP), absence('2026-10-08', 'pm', CP)],
      4,
    ],
    [
      'an absence on a half that is not planned takes nothing',
      mornings,
      { partialDaysDeduct: false },
      [absence('2026-10-08', 'pm')],
      5,
    ],
    [
      'telework, training: an account that does not deduct',
      { 4: { am: half(), pm: half() } },
      {},
      dayOff('2026-10-08', TRAINING),
      5,
    ],
    [
      'hours that cover the half remove it',
      { 4: { am: half(210), pm: half() } },
      {},
      [absence('2026-10-08', 'am', RTT_HOURS, 210)],
      4,
    ],
    [
      'hours one minute short of the half leave it',
      { 4: { am: half(210), pm: half() } },
      {},
      [absence('2026-10-08', 'am', RTT_HOURS, 209)],
      5,
    ],
    [
      'hours of two requests add up',
      { 4: { am: half(210), pm: half() } },
      {},
      [absence('2026-10-08', 'am', RTT_HOURS, 100), absence('2026-10-08', 'am', RTT_HOURS, 110)],
      4,
    ],
    [
      'any hour of absence removes the half, where the regulation says so',
      { 4: { am: half(210), pm: half() } },
      { hourAbsence: 'any' },
      [absence('2026-10-08', 'am', RTT_HOURS, 1)],
      4,
    ],
  ])('%s', (_, week, rules, halfDays, vouchers) => {
    const facts = person({ planned: planning('2026-10-01', '2026-10-31', week), halfDays });
    expect(computed('2026-10', facts, regulation({ ...allOn('M'), ...rules })).count.total).toBe(vouchers);
  });

  test('hours on a half whose hours are not known take nothing, and it is said', () => {
    const facts = person({
      planned: planning('2026-10-01', '2026-10-31', { 4: { am: half(null), pm: half(null) } }),
      halfDays: [absence('2026-10-08', 'am', RTT_HOURS, 210)],
    });
    const { count, findings } = computed('2026-10', facts, regulation(allOn('M')));
    expect(count.total).toBe(5);
    expect(findings.map(({ code }) => code)).toEqual(['voucherAbsenceWithoutHours']);
  });

  test('a public holiday gives nothing unless it is planned as worked', () => {
    const may = (worked: string[]) => person({ planned: planning('2026-05-01', '2026-05-31', undefined, worked) });
    expect(computed('2026-05', may([]), regulation(allOn('M'))).count.total).toBe(17);
    expect(computed('2026-05', may(['2026-05-08']), regulation(allOn('M'))).count.total).toBe(18);
  });
});

describe('a meal', () => {
  const october = { planned: planning('2026-10-01', '2026-10-31') };
  const onM = (meals: ReturnType<typeof meal>[], rules = {}) =>
    computed('2026-10', person({ ...october, meals }), regulation({ ...allOn('M'), ...rules }));

  test.each<[string, ReturnType<typeof meal>[], object, number]>([
    ['on its own date', [meal('2026-10-08')], {}, 21],
    ['of a nature that does not deduct', [meal('2026-10-08', { natureId: DINNER })], {}, 22],
    ['two on one date take one', [meal('2026-10-08'), meal('2026-10-08', { id: 'm2' })], {}, 21],
    ['of a report that is only approved', [meal('2026-10-08', { stage: 'approved' })], {}, 22],
    [
      'controlled, where exported is asked for',
      [meal('2026-10-08', { stage: 'controlled' })],
      { mealStage: 'exported' },
      22,
    ],
    ['said to be a dinner, of the single nature that deducts', [meal('2026-10-08', { moment: 'dinner' })], {}, 22],
    [
      'said to be a lunch, of a nature that does not deduct',
      [meal('2026-10-08', { natureId: DINNER, moment: 'lunch' })],
      {},
      21,
    ],
    ['of a colleague who invited', [meal('2026-10-08', { host: 'Camille Durand' })], {}, 21],
  ])('%s', (_, meals, rules, vouchers) => expect(onM(meals, rules).count.total).toBe(vouchers));

  test('on a date that gives no voucher takes none, and says so', () => {
    const { count, lines } = onM([meal('2026-10-10')]);
    expect(count.total).toBe(22);
    expect(lines.filter(({ fact }) => fact === 'meal')).toMatchObject([
      { date: '2026-10-10', change: 0, reason: 'notEntitled', taking: { by: 'meal', nature: LUNCH } },
    ]);
  });

  test('on a date that an absence takes counts once', () => {
    const facts = person({ ...october, halfDays: dayOff('2026-10-08'), meals: [meal('2026-10-08')] });
    expect(computed('2026-10', facts, regulation(allOn('M'))).count).toMatchObject({ taken: 1, total: 21 });
  });

  test('on a date that an absence already took in an earlier order counts once', () => {
    const orders = new Orders([regulation({ absences: 'M', expenses: 'M-1' })]);
    const facts = person({ halfDays: dayOff('2026-10-08'), meals: [meal('2026-10-08')] });
    orders.close('2026-10', facts);
    const { count, lines } = orders.close('2026-11', facts);
    expect(count).toMatchObject({ taken: 0, corrections: 0 });
    expect(lines.filter(({ reason }) => reason === 'alreadyTaken')).toHaveLength(1);
  });
});

describe('orders that follow each other', () => {
  test('CP of Tuesday 8 September approved after the September order: October is 21, not 20', () => {
    const orders = new Orders();
    expect(orders.close('2026-09', person()).count.ordered).toBe(22);
    const late = person({ halfDays: dayOff('2026-09-08') });
    expect(orders.close('2026-10', late).count).toMatchObject({ days: 22, taken: 1, corrections: 0, ordered: 21 });
    expect(orders.close('2026-11', late).count).toMatchObject({ taken: 0, corrections: 0 });
  });

  test('an absence approved after its window closed is taken once, by the next order', () => {
    const orders = new Orders([regulation(allOn('M'))]);
    orders.close('2026-09', person());
    const late = person({ halfDays: dayOff('2026-09-08') });
    const { count, lines } = orders.close('2026-10', late);
    expect(count).toMatchObject({ taken: 0, corrections: -1, ordered: 21 });
    expect(lines.filter(({ correction }) => correction)).toMatchObject([
      { date: '2026-09-08', fact: 'absence', change: -1, correction: '2026-09', taking: { accounts: [CP] } },
    ]);
    expect(orders.close('2026-11', late).count.corrections).toBe(0);
  });

  test('an absence cancelled after its order gives one back, once', () => {
    const orders = new Orders([regulation(allOn('M'))]);
    orders.close('2026-09', person({ halfDays: dayOff('2026-09-08') }));
    expect(orders.close('2026-10', person()).count).toMatchObject({ corrections: 1, ordered: 23 });
    expect(orders.close('2026-11', person()).count.corrections).toBe(0);
  });

  test('a closed order is recomputed with the settings it was made with: télétravail deducts until mid-October', () => {
    const telework = 'telework';
    const impacts = (deducts: boolean): Impacts => new Map([[telework, [{ from: null, deducts }]]]);
    const before = regulation(allOn('M'), { accounts: impacts(true) });
    const after = regulation(allOn('M'), { accounts: impacts(false) });
    const days = ['2026-08-04', '2026-08-11', '2026-08-18', '2026-08-25', '2026-09-01', '2026-09-08', '2026-09-15'];
    const facts = person({ halfDays: days.flatMap((date) => dayOff(date, telework)) });
    const orders = new Orders([before]);
    orders.close('2026-08', facts);
    orders.close('2026-09', facts);
    orders.regulations = [after];
    expect(orders.close('2026-10', facts).count.corrections).toBe(0);
  });

  test('a negative total orders nothing, and the rest is carried', () => {
    const start = { kind: 'elsewhere', month: plainMonth('2026-10') } as const;
    const orders = new Orders([regulation({ days: 'M', absences: 'M-1', expenses: 'M' }, { start })]);
    const meals = ['2026-10-01', '2026-10-02', '2026-10-05'].map((date) => meal(date));
    const halfDays = [...planning('2026-09-01', '2026-09-30').values()].flatMap(({ date }) => dayOff(date));
    const { count } = orders.close('2026-10', person({ halfDays, meals }));
    expect(count).toMatchObject({ days: 22, taken: 25, total: -3, ordered: 0, carriedOut: -3 });
    expect(orders.close('2026-11', person({ halfDays, meals })).count).toMatchObject({ carriedIn: -3 });
  });

  test('an edit older than the orders that may be corrected is told, and changes nothing', () => {
    const orders = new Orders([regulation(allOn('M'))]);
    for (const month of ['2026-06', '2026-07', '2026-08']) orders.close(month, person());
    const { count, findings } = orders.close('2026-09', person({ halfDays: dayOff('2026-06-09') }));
    expect(count.corrections).toBe(0);
    expect(findings).toMatchObject([
      { code: 'voucherBeyondLookBack', facts: { count: 1, number: -1, from: '2026-06-09' } },
    ]);
  });

  test('no day falls between two orders: absences taken a month later, then in the month', () => {
    const orders = new Orders();
    const facts = person({ halfDays: ['2026-09-08', '2026-10-06'].flatMap((date) => dayOff(date)) });
    orders.close('2026-09', facts);
    orders.regulations = [regulation({ absences: 'M' })];
    expect(orders.close('2026-10', facts).count).toMatchObject({ days: 22, taken: 2, ordered: 20 });
  });

  test('no day falls between two orders: a period from the 16th becomes the calendar month', () => {
    const orders = new Orders([regulation({ startDay: 16 })]);
    orders.close('2026-10', person());
    orders.regulations = [regulation()];
    const { count, lines } = orders.close('2026-11', person());
    expect(lines.find(({ change }) => change === 1)?.date).toBe('2026-10-16');
    expect(count.days).toBe(31);
  });

  test('days of a stop are not given when the regulation begins again', () => {
    const orders = new Orders([regulation(allOn('M'))]);
    orders.close('2026-03', person());
    orders.regulations = [regulation(allOn('M'), { start: { kind: 'first', month: plainMonth('2026-10') } })];
    expect(orders.close('2026-10', person({ halfDays: dayOff('2026-06-09') })).count).toMatchObject({
      days: 22,
      taken: 0,
    });
  });

  test('a date given is never given again, whatever the windows become', () => {
    const orders = new Orders();
    orders.close('2026-09', person());
    orders.regulations = [regulation({ startDay: 16 })];
    const { count, lines } = orders.close('2026-10', person());
    const again = lines.filter(({ reason }) => reason === 'alreadyGiven');
    expect([again.length, again.at(0)?.date, again.at(-1)?.date]).toEqual([11, '2026-09-16', '2026-09-30']);
    expect(count.days).toBe(11);
  });
});

describe('coming and leaving', () => {
  const contract = (from: string, to: string | null) => ({
    spans: [{ regulation: 'siege', from: plainDate(from), to: to === null ? null : plainDate(to) }],
  });

  test('an arrival in the month has the days that follow', () => {
    expect(computed('2026-09', person(contract('2026-09-16', null))).count.total).toBe(11);
  });

  test('leaves Thursday 15 October, 3 absences in September, CP 5–7 October: 5', () => {
    const days = ['2026-09-01', '2026-09-02', '2026-09-03', '2026-10-05', '2026-10-06', '2026-10-07'];
    const facts = person({ ...contract('2020-01-01', '2026-10-15'), halfDays: days.flatMap((date) => dayOff(date)) });
    expect(computed('2026-10', facts).count).toMatchObject({ days: 11, taken: 6, ordered: 5, settlement: 0 });
  });

  test('what is learnt after the last order goes to the final pay, never to an order', () => {
    const orders = new Orders();
    orders.close('2026-09', person());
    orders.close('2026-10', person(contract('2020-01-01', '2026-10-15')));
    const late = person({ ...contract('2020-01-01', '2026-10-15'), halfDays: dayOff('2026-10-06') });
    expect(orders.close('2026-11', late).count).toMatchObject({ total: -1, ordered: 0, carriedOut: 0, settlement: -1 });
    expect(orders.compute('2026-12', late).map(({ count }) => count.total)).toEqual([]);
  });

  test('a contract end learnt after the order takes back the dates given beyond it', () => {
    const orders = new Orders();
    orders.close('2026-10', person());
    const { count } = orders.close('2026-11', person(contract('2020-01-01', '2026-10-15')));
    expect(count).toMatchObject({ days: 0, corrections: -11, ordered: 0, settlement: -11 });
  });

  test('première distribution: dates before the start take nothing', () => {
    const settings = (kind: 'first' | 'elsewhere') => regulation({}, { start: { kind, month: plainMonth('2026-10') } });
    const facts = person({ halfDays: dayOff('2026-09-08') });
    expect(computed('2026-10', facts, settings('first')).count.total).toBe(22);
    expect(computed('2026-10', facts, settings('elsewhere')).count.total).toBe(21);
  });

  test('a planning that is not known orders nothing, and the next order catches up', () => {
    const orders = new Orders();
    const unknown = person({ planned: planning('2026-01-01', '2026-10-15') });
    const outcome = orders.close('2026-10', unknown);
    expect(outcome).toMatchObject({ state: 'incomplete', count: { ordered: 0 }, entries: [] });
    expect(outcome.findings).toMatchObject([
      { code: 'voucherPlanningMissing', facts: { from: '2026-10-16', count: 16 } },
    ]);
    expect(orders.close('2026-11', person()).count).toMatchObject({ days: 20, corrections: 22, ordered: 42 });
  });
});

describe('several regulations', () => {
  const other = regulation({}, { key: 'usine' });
  const moved = {
    spans: [
      { regulation: 'siege', from: plainDate('2020-01-01'), to: plainDate('2026-10-15') },
      { regulation: 'usine', from: plainDate('2026-10-16'), to: null },
    ],
  };

  test('each date is ordered by the regulation of its establishment', () => {
    const outcomes = new Orders([regulation(), other]).compute('2026-10', person(moved));
    expect(outcomes.map(({ regulation: key, count }) => [key, count.ordered])).toEqual([
      ['siege', 11],
      ['usine', 11],
    ]);
  });

  test('what is taken goes to the order of the regulation that gave it while there are days there, then to the current one', () => {
    const orders = new Orders([regulation(), other]);
    const late = ['2026-09-08', '2026-10-06'].flatMap((date) => dayOff(date));
    orders.close('2026-09', person(moved));
    const october = orders.compute('2026-10', person({ ...moved, halfDays: late }));
    expect(october.map(({ regulation: key, count }) => [key, count.taken])).toEqual([
      ['siege', 1],
      ['usine', 0],
    ]);
    orders.close('2026-10', person({ ...moved, halfDays: late }));
    const november = orders.compute('2026-11', person({ ...moved, halfDays: late }));
    expect(november.map(({ regulation: key, count }) => [key, count.taken])).toEqual([['usine', 1]]);
  });

  test('a move learnt after the order gives no date twice and takes none back', () => {
    const orders = new Orders([regulation(), other]);
    orders.close('2026-10', person());
    const outcomes = orders.compute('2026-11', person(moved));
    expect(outcomes.map(({ regulation: key, count }) => [key, count.days, count.corrections])).toEqual([
      ['usine', 20, 0],
    ]);
  });
});

describe('decided by a person', () => {
  test('a manual adjustment counts; vouchers given back order nothing and are told apart', () => {
    const [outcome] = new Orders().compute('2026-10', person(), {
      manual: [
        { kind: 'other', date: null, number: -2, comment: '' },
        { kind: 'returned', date: null, number: 4, comment: '' },
      ],
    });
    expect(outcome?.count).toMatchObject({ days: 22, manual: -2, ordered: 20, returned: 4 });
  });
});
