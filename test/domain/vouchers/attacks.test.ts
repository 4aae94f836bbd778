/** Lives that are not plain: each title is a rule of the domain page, « Titres-restaurant », held where it is easily broken. */
import { describe, expect, test } from '@jest/globals';
import { addMonths, plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { attribute } from '../../../shared/domain/vouchers/attribution.ts';
import type { BenefitSpan, PersonFacts } from '../../../shared/domain/vouchers/facts.ts';
import { orderContext } from '../../../shared/domain/vouchers/orderContext.ts';
import type { VoucherOutcome } from '../../../shared/domain/vouchers/outcome.ts';
import type { Impacts } from '../../../shared/domain/vouchers/regulation.ts';
import {
  absence,
  allOn,
  computed,
  CP,
  dayOff,
  half,
  meal,
  Orders,
  person,
  planning,
  regulation,
  RTT_HOURS,
  TRAINING,
} from './builders.ts';

type Spans = Pick<PersonFacts, 'spans'>;
const under = (...spans: [key: string, from: string, to: string | null][]): Spans => ({
  spans: spans.map(([key, from, to]): BenefitSpan => ({
    regulation: key,
    from: plainDate(from),
    to: to === null ? null : plainDate(to),
  })),
});
const until = (to: string) => under(['siege', '2020-01-01', to]);
const days = (...dates: string[]) => dates.flatMap((date) => dayOff(date));
const without = (from: string, to: string): PersonFacts['planned'] =>
  new Map([...planning('2026-01-01', '2026-12-31')].filter(([date]) => date < from || date > to));
const codes = (outcomes: readonly VoucherOutcome[]) =>
  outcomes.flatMap(({ findings }) => findings.map(({ code }) => code));
const onM = regulation(allOn('M'));
const usine = (rules = {}, more = {}) => regulation(rules, { key: 'usine', ...more });

describe('a person who leaves', () => {
  test.each([
    ['on the last day of the month', '2026-10-31', 22],
    ['on the first day of the month', '2026-10-01', 1],
  ])('%s has absences and meals counted up to the end', (_, end, given) => {
    const facts = person({ ...until(end), halfDays: days('2026-10-01'), meals: [meal('2026-10-30')] });
    const taken = end === '2026-10-01' ? 1 : 2;
    const orders = new Orders();
    expect(orders.close('2026-10', facts).count).toMatchObject({ days: given, taken, ordered: given - taken });
    expect(orders.record('2026-11', facts)).toEqual([]);
  });

  test('with months from the 16th to the 15th, leaves in the order that holds the end', () => {
    const orders = new Orders([regulation({ startDay: 16 })]);
    const facts = person({ ...until('2026-10-20'), halfDays: days('2026-10-14', '2026-10-19') });
    expect(orders.close('2026-10', facts).count).toMatchObject({ days: 22, taken: 0, ordered: 22 });
    expect(orders.close('2026-11', facts).count).toMatchObject({ days: 3, taken: 2, ordered: 1, settlement: 0 });
  });

  test('and whose end is moved later, then earlier, settles each difference once, and is ordered nothing', () => {
    const orders = new Orders();
    expect(orders.close('2026-10', person(until('2026-10-15'))).count.ordered).toBe(11);
    const later = orders.close('2026-11', person(until('2026-10-22')));
    expect(later.count).toMatchObject({ corrections: 5, ordered: 0, settlement: 5, carriedOut: 0 });
    const earlier = orders.close('2026-12', person(until('2026-10-20')));
    expect(earlier.count).toMatchObject({ corrections: -2, ordered: 0, settlement: -2, carriedOut: 0 });
  });

  test('and stays after all has the days of the month again, in an order', () => {
    const orders = new Orders();
    orders.close('2026-10', person(until('2026-10-15')));
    expect(orders.close('2026-11', person()).count).toMatchObject({ days: 20, corrections: 11, ordered: 31 });
  });

  test('with less than was taken owes the rest once, whatever is carried', () => {
    const orders = new Orders();
    orders.close('2026-09', person());
    orders.carried = -4;
    const facts = person({ ...until('2026-10-02'), halfDays: days('2026-09-01', '2026-09-02') });
    expect(orders.close('2026-10', facts).count).toMatchObject({ total: -4, settlement: -4, carriedOut: 0 });
    expect(orders.record('2026-11', facts)).toEqual([]);
  });

  test('with a manual adjustment afterwards has it settled, never ordered', () => {
    const orders = new Orders();
    orders.close('2026-10', person(until('2026-10-15')));
    const manual = [{ kind: 'other' as const, date: null, number: 2, comment: '' }];
    const { count } = orders.close('2026-11', person(until('2026-10-15')), { manual });
    expect(count).toMatchObject({ total: 2, ordered: 0, settlement: 2 });
  });

  test('after a move in the month has what both regulations take counted up to the end', () => {
    const orders = new Orders([regulation(), usine()]);
    const moved = under(['siege', '2020-01-01', '2026-10-09'], ['usine', '2026-10-10', '2026-10-20']);
    const facts = person({ ...moved, halfDays: days('2026-10-06', '2026-10-13') });
    const outcomes = orders.record('2026-10', facts);
    expect(outcomes.map(({ regulation: key, count }) => [key, count.days, count.taken])).toEqual([
      ['siege', 7, 1],
      ['usine', 7, 1],
    ]);
    expect(orders.record('2026-11', facts)).toEqual([]);
  });

  test('after a move in the month owes what the first regulation could not take, at once', () => {
    const orders = new Orders([regulation(), usine()]);
    const moved = under(['siege', '2020-01-01', '2026-10-01'], ['usine', '2026-10-02', '2026-10-20']);
    orders.record('2026-09', person(moved));
    const facts = person({ ...moved, halfDays: days('2026-09-01', '2026-09-02', '2026-09-03') });
    const outcomes = orders.record('2026-10', facts);
    expect(outcomes.map(({ count }) => [count.ordered, count.settlement, count.carriedOut])).toEqual([
      [0, -2, 0],
      [13, 0, 0],
    ]);
  });

  test('whose planning is not known keeps what is carried: nothing is settled', () => {
    const orders = new Orders();
    orders.carried = -3;
    const facts = person({ ...until('2026-10-15'), planned: without('2026-10-05', '2026-10-05') });
    const outcome = orders.close('2026-10', facts);
    expect(outcome).toMatchObject({ state: 'incomplete', count: { ordered: 0, settlement: 0, carriedOut: -3 } });
    expect(orders.close('2026-11', person(until('2026-10-15'))).count).toMatchObject({ total: 8, settlement: 8 });
  });
});

describe('a person who comes back', () => {
  const back = under(['siege', '2020-01-01', '2026-10-15'], ['siege', '2026-12-07', null]);

  test('has nothing between, and nothing twice', () => {
    const orders = new Orders();
    const facts = person({ ...back, halfDays: days('2026-10-06') });
    const ordered = ['2026-10', '2026-11', '2026-12'].map((month) => orders.close(month, facts).count.ordered);
    expect(ordered).toEqual([11, 0, 17]);
    expect(orders.carried).toBe(0);
  });

  test('in the same month has the days of both stays', () => {
    const twice = under(['siege', '2020-01-01', '2026-10-09'], ['siege', '2026-10-20', '2026-10-23']);
    const facts = person({ ...twice, halfDays: days('2026-10-06', '2026-10-14', '2026-10-21') });
    expect(new Orders().close('2026-10', facts).count).toMatchObject({ days: 11, taken: 2, ordered: 9 });
  });

  test('after the final pay takes nothing of it back', () => {
    const orders = new Orders();
    orders.close('2026-10', person());
    expect(orders.close('2026-11', person(until('2026-10-15'))).count.settlement).toBe(-11);
    expect(orders.close('2026-12', person(back)).count).toMatchObject({ days: 18, corrections: 0, ordered: 18 });
  });
});

describe('a regulation that changes', () => {
  const orders = (before: object, after: object) => {
    const made = new Orders([regulation(before)]);
    made.close('2026-09', person());
    made.regulations = [regulation(after)];
    return made;
  };

  test.each<[string, object, object, number[]]>([
    ['days from M to M-1: no date twice', { days: 'M' }, { days: 'M-1' }, [0, 22]],
    ['start day 1 to 16: no date twice', { startDay: 1 }, { startDay: 16 }, [11, 20]],
  ])('%s', (_, before, after, ordered) => {
    const made = orders(before, after);
    expect(['2026-10', '2026-11'].map((month) => made.close(month, person()).count.ordered)).toEqual(ordered);
  });

  test.each<[string, object, object, string[], [number, number, number][]]>([
    [
      'absences from M-1 to M',
      { absences: 'M-1' },
      { absences: 'M' },
      ['2026-10', '2026-11'],
      [
        [22, 1, 0],
        [20, 0, 0],
      ],
    ],
    [
      'days from M-1 to M',
      { days: 'M-1' },
      { days: 'M' },
      ['2026-10', '2026-11'],
      [
        [44, 1, 0],
        [20, 0, 0],
      ],
    ],
    [
      'start day 16 to 1',
      { startDay: 16 },
      { startDay: 1 },
      ['2026-10', '2026-11'],
      [
        [33, 1, 0],
        [20, 0, 0],
      ],
    ],
    [
      'a month skipped',
      {},
      {},
      ['2026-11', '2026-12'],
      [
        [42, 1, 0],
        [22, 0, 0],
      ],
    ],
  ])(
    '%s: what no order saw is caught up once, stays recorded, and is still corrected',
    (_, before, after, months, counts) => {
      const planned = planning('2026-01-01', '2027-01-31');
      const facts = person({ planned, halfDays: days('2026-09-08') });
      const made = new Orders([regulation(before)]);
      made.close('2026-09', facts);
      made.regulations = [regulation(after)];
      const found = months.map((month) => made.close(month, facts).count);
      expect(found.map(({ days: given, taken, corrections }) => [given, taken, corrections])).toEqual(counts);
      const next = addMonths(plainMonth(months.at(-1) ?? ''), 1);
      expect(made.close(next, person({ planned })).count.corrections).toBe(1);
    },
  );

  test('absences from M to M-1: no date taken twice', () => {
    const facts = person({ halfDays: days('2026-09-08') });
    const made = new Orders([regulation({ absences: 'M' })]);
    made.close('2026-09', facts);
    made.regulations = [regulation({ absences: 'M-1' })];
    expect(made.close('2026-10', facts).count).toMatchObject({ taken: 0, corrections: 0 });
  });

  test('an account made after an order rules the absences filed again under it: CP 2025-2026 → CP 2026-2027 gives nothing back', () => {
    const made = new Orders([onM]);
    made.close('2026-09', person({ halfDays: days('2026-09-07', '2026-09-08') }));
    const impacts: Impacts = new Map([...onM.accounts, ['cp2027', [{ from: null, deducts: true }]]]);
    made.regulations = [regulation(allOn('M'), { accounts: impacts })];
    const again = person({ halfDays: ['2026-09-07', '2026-09-08'].flatMap((date) => dayOff(date, 'cp2027')) });
    expect(made.close('2026-10', again).count).toMatchObject({ days: 22, corrections: 0, ordered: 22 });
  });

  test('an account that deducts from a date on takes that date and not the day before', () => {
    const impacts: Impacts = new Map([
      [
        'telework',
        [
          { from: plainDate('2026-10-15'), deducts: true },
          { from: null, deducts: false },
        ],
      ],
    ]);
    const facts = person({ halfDays: ['2026-10-14', '2026-10-15'].flatMap((date) => dayOff(date, 'telework')) });
    const { count, lines } = computed('2026-10', facts, regulation(allOn('M'), { accounts: impacts }));
    expect(count.taken).toBe(1);
    expect(lines.filter(({ change }) => change === -1)).toMatchObject([{ date: '2026-10-15' }]);
  });
});

describe('a person who moves between regulations', () => {
  const moved = under(['siege', '2020-01-01', '2026-09-30'], ['usine', '2026-10-01', null]);

  test.each<[string, object, object, number[]]>([
    ['from M to M-1', { days: 'M' }, { days: 'M-1' }, [22, 0, 22]],
    ['from M-1 to M', { days: 'M-1' }, { days: 'M' }, [21, 44, 20]],
  ])('%s has each date once', (_, before, after, ordered) => {
    const orders = new Orders([regulation(before), usine(after)]);
    const sums = ['2026-09', '2026-10', '2026-11'].map((month) =>
      orders.record(month, person(moved)).reduce((sum, { count }) => sum + count.ordered, 0),
    );
    expect(sums).toEqual(ordered);
  });

  test('known late, to a regulation that begins then: what the first one took is not given back', () => {
    const first = { start: { kind: 'first' as const, month: plainMonth('2026-11') } };
    const orders = new Orders([onM]);
    const facts = person({ halfDays: days('2026-10-06') });
    orders.close('2026-10', facts);
    orders.regulations = [onM, usine({}, first)];
    const outcomes = orders.record('2026-11', person({ ...moved, halfDays: days('2026-10-06') }));
    expect(outcomes.map(({ regulation: key, count }) => [key, count.days, count.taken, count.corrections])).toEqual([
      ['usine', 20, 0, 0],
    ]);
  });

  test('to a regulation that the order was not given: nothing recorded is taken back', () => {
    const orders = new Orders([regulation(), usine()]);
    orders.record('2026-10', person(moved));
    orders.regulations = [regulation()];
    expect(orders.compute('2026-11', person(moved))).toEqual([]);
  });
});

describe('a closed order', () => {
  test('whose absence became a meal, and then nothing, takes once and gives back once', () => {
    const orders = new Orders([onM]);
    const corrections = [{ halfDays: days('2026-09-08') }, { meals: [meal('2026-09-08')] }, {}].map(
      (more, index) => orders.close(`2026-${String(9 + index).padStart(2, '0')}`, person(more)).count.corrections,
    );
    expect(corrections).toEqual([0, 0, 1]);
    expect(orders.ledger.filter(({ fact }) => fact !== 'given').map(({ fact, change }) => [fact, change])).toEqual([
      ['absence', 1],
      ['absence', -1],
    ]);
  });

  test('whose absence moved to a date of another one changes both, and the total by nothing', () => {
    const orders = new Orders([onM]);
    orders.close('2026-08', person({ halfDays: days('2026-08-18') }));
    orders.close('2026-09', person({ halfDays: days('2026-08-18') }));
    const { count, lines } = orders.close('2026-10', person({ halfDays: days('2026-09-08') }));
    expect(count).toMatchObject({ corrections: 0, ordered: 22 });
    const corrected = lines.filter(({ correction }) => correction);
    expect(corrected.map(({ date, change, correction }) => [date, change, correction])).toEqual([
      ['2026-08-18', 1, '2026-08'],
      ['2026-09-08', -1, '2026-09'],
    ]);
  });

  test('cancelled, its entries removed, is made again as it was', () => {
    const orders = new Orders();
    const facts = person({ halfDays: days('2026-09-08') });
    orders.close('2026-09', facts);
    const [length, closed] = [orders.ledger.length, orders.closed.length];
    const once = orders.close('2026-10', facts);
    orders.ledger.splice(length);
    orders.closed.splice(closed);
    expect(orders.close('2026-10', facts)).toEqual(once);
  });

  test.each([
    [0, 0],
    [1, 1],
    [3, 2],
  ])('is corrected as long as it is one of the last %d', (lookBack, corrected) => {
    const orders = new Orders([onM]);
    for (const month of ['2026-07', '2026-08', '2026-09']) orders.close(month, person());
    const late = person({ halfDays: days('2026-07-07', '2026-09-08') });
    const context = orderContext(plainMonth('2026-10'), orders.regulations, orders.closed, lookBack);
    const [outcome] = attribute(context, { person: late, ledger: orders.ledger, manual: [], carriedIn: 0 });
    expect(outcome?.count.corrections).toBe(-corrected || 0);
    const told = outcome?.findings.map(({ facts }) => facts['count']);
    expect(told).toEqual(corrected === 2 ? [] : [2 - corrected]);
  });

  test('too old for an absence still takes the meal of the same date: one absence more never gives more', () => {
    const orders = new Orders([regulation({ absences: 'M', expenses: 'M-1' })]);
    for (const month of ['2026-07', '2026-08', '2026-09']) orders.close(month, person());
    const eaten = { meals: [meal('2026-07-07')] };
    const alone = orders.compute('2026-10', person(eaten));
    const both = orders.compute('2026-10', person({ ...eaten, halfDays: days('2026-07-07') }));
    expect([alone, both].map(([outcome]) => outcome?.count.corrections)).toEqual([-1, -1]);
  });

  test('does not depend on the order of the register', () => {
    const orders = new Orders([onM]);
    orders.close('2026-08', person({ halfDays: days('2026-08-18') }));
    orders.close('2026-09', person({ meals: [meal('2026-08-18')] }));
    const context = orderContext(plainMonth('2026-10'), orders.regulations, [...orders.closed].reverse());
    const more = { manual: [], carriedIn: 0 };
    const facts = person({ halfDays: days('2026-09-08') });
    const inOrder = attribute(context, { person: facts, ledger: orders.ledger, ...more });
    expect(attribute(context, { person: facts, ledger: [...orders.ledger].reverse(), ...more })).toEqual(inOrder);
  });

  test('of a person who is under no regulation any more is taken back by the one that gave last', () => {
    const orders = new Orders([regulation(), usine()]);
    orders.record('2026-09', person());
    orders.record('2026-10', person(under(['siege', '2020-01-01', '2026-09-30'], ['usine', '2026-10-01', null])));
    for (const ledger of [orders.ledger, [...orders.ledger].reverse()]) {
      const outcomes = orders.compute('2026-11', person({ spans: [] }), { ledger });
      expect(outcomes.map(({ regulation: key, count }) => [key, count.ordered, count.settlement])).toEqual([
        ['usine', 0, -44],
      ]);
    }
  });
});

describe('a planning that is not known', () => {
  const hole = without('2026-09-08', '2026-09-08');

  test('under an absence of the month before takes nothing, says so, and is caught up', () => {
    const orders = new Orders([regulation({}, { start: { kind: 'elsewhere', month: plainMonth('2026-10') } })]);
    const halfDays = days('2026-09-08');
    const [outcome] = orders.record('2026-10', person({ planned: hole, halfDays }));
    expect(outcome).toMatchObject({ state: 'computed', count: { taken: 0, ordered: 22 } });
    expect(codes(outcome ? [outcome] : [])).toEqual(['voucherPastPlanningMissing']);
    expect(orders.close('2026-11', person({ halfDays })).count).toMatchObject({ corrections: -1, ordered: 19 });
  });

  test('of an order already made is still told by the next ones, until it is too late and after', () => {
    const orders = new Orders([onM]);
    orders.close('2026-09', person({ planned: hole }));
    const next = orders.record('2026-10', person({ planned: hole }));
    expect(next.map(({ state, count }) => [state, count.corrections])).toEqual([['computed', 21]]);
    expect(codes(next)).toEqual(['voucherPastPlanningMissing']);
    orders.close('2026-11', person({ planned: hole }));
    const late = orders.close('2026-12', person());
    expect(late.count.corrections).toBe(0);
    expect(late.findings).toMatchObject([
      { code: 'voucherBeyondLookBack', facts: { count: 1, number: 1, from: '2026-09-08' } },
    ]);
  });

  test('any more, for a month that was complete, changes nothing, and is told', () => {
    const orders = new Orders([onM]);
    const halfDays = days('2026-09-08');
    orders.close('2026-09', person({ halfDays }));
    const outcomes = orders.record('2026-10', person({ halfDays, planned: without('2026-09-01', '2026-09-30') }));
    expect(outcomes.map(({ count }) => count.corrections)).toEqual([0]);
    expect(codes(outcomes)).toEqual(['voucherPastPlanningMissing']);
  });

  test('in hours is told for dates that an order may still change only', () => {
    const planned = new Map(
      [...planning('2026-01-01', '2026-12-31')].map(([date, day]) => [
        date,
        { ...day, am: day.am && half(null), pm: day.pm && half(null) },
      ]),
    );
    const facts = person({ planned, halfDays: [absence('2026-06-09', 'am', RTT_HOURS, 210)] });
    const orders = new Orders([onM]);
    const told = ['2026-06', '2026-07', '2026-08', '2026-09'].map((month) => codes(orders.record(month, facts)).length);
    expect(told).toEqual([1, 1, 1, 0]);
  });
});

describe('a date', () => {
  const [am, pm] = ['am', 'pm'] as const;
  const onThursday = (halfDays: PersonFacts['halfDays'], rules = {}, morning = half(), afternoon = half()) =>
    computed(
      '2026-10',
      person({ planned: planning('2026-10-01', '2026-10-31', { 4: { am: morning, pm: afternoon } }), halfDays }),
      regulation({ ...allOn('M'), ...rules }),
    ).count.total;

  test.each<[string, number, number]>([
    ['hours on both halves that cover neither', onThursday(hours(100, 100)), 5],
    ['hours on both halves that cover one', onThursday(hours(210, 100)), 4],
    [
      'hours split over accounts of which one does not deduct',
      onThursday([absence('2026-10-08', am, RTT_HOURS, 110), absence('2026-10-08', am, TRAINING, 100)]),
      5,
    ],
    ['an absence beside the half that includes the meal', onThursday(hours(210, 0), {}, half(), half(210, true)), 5],
    [
      'an absence of the half that includes the meal',
      onThursday([absence('2026-10-08', pm)], {}, half(), half(210, true)),
      4,
    ],
  ])('%s', (_, total, expected) => expect(total).toBe(expected));

  function hours(morning: number, afternoon: number) {
    return [absence('2026-10-08', am, RTT_HOURS, morning), absence('2026-10-08', pm, RTT_HOURS, afternoon)];
  }

  test('a night shift that includes its meal gives one on the date it starts, none on the next', () => {
    const planned = planning('2026-10-01', '2026-10-31', { 4: { pm: half(480, true) }, 5: {} });
    const { lines } = computed('2026-10', person({ planned }), onM);
    expect(lines.filter(({ change }) => change === 1).map(({ date }) => date)).toEqual(
      ['01', '08', '15', '22', '29'].map((day) => `2026-10-${day}`),
    );
  });

  test('a public holiday inside an absence takes nothing', () => {
    const halfDays = days('2026-11-10', '2026-11-11', '2026-11-12');
    expect(computed('2026-11', person({ halfDays }), onM).count).toMatchObject({ days: 20, taken: 2 });
  });

  test('the solidarity day is a planned worked day: it gives, and an absence takes it', () => {
    const planned = planning('2026-05-01', '2026-05-31', undefined, ['2026-05-25']);
    expect(computed('2026-05', person({ planned }), onM).count.total).toBe(18);
    expect(computed('2026-05', person({ planned, halfDays: days('2026-05-25') }), onM).count.total).toBe(17);
  });

  test('before the benefit begins, inside the window, gives and takes nothing', () => {
    const facts = person({ ...under(['siege', '2026-10-12', null]), halfDays: days('2026-09-08', '2026-10-06') });
    expect(computed('2026-10', facts).count).toMatchObject({ days: 15, taken: 0, ordered: 15 });
  });
});

describe('what is carried', () => {
  test('over several months is taken by the first days that can bear it, once', () => {
    const planned = planning('2026-01-01', '2026-12-31', { 1: { am: half(), pm: half() } });
    const orders = new Orders([onM]);
    orders.carried = -7;
    const counts = ['2026-09', '2026-10', '2026-11'].map((month) => orders.close(month, person({ planned })).count);
    expect(counts.map(({ ordered, carriedOut }) => [ordered, carriedOut])).toEqual([
      [0, -3],
      [1, 0],
      [5, 0],
    ]);
  });

  test('and the lines, the manual adjustments and the corrections re-add to the total', () => {
    const orders = new Orders();
    orders.close('2026-08', person());
    orders.close('2026-09', person({ halfDays: days('2026-08-18') }));
    orders.carried = -2;
    const manual = [{ kind: 'entitlement' as const, date: null, number: 3, comment: '' }];
    const facts = person({
      halfDays: [...days('2026-09-08'), absence('2026-09-09', 'am', CP)],
      meals: [meal('2026-09-10')],
    });
    const { count, lines } = orders.close('2026-10', facts, { manual });
    expect(count).toMatchObject({ days: 22, taken: 3, corrections: 1, manual: 3, carriedIn: -2, total: 21 });
    expect(lines.reduce((sum, { change }) => sum + change, 0) + 3 - 2).toBe(count.total);
    expect(lines.filter(({ change, fact }) => change !== 0 && fact !== 'given')).toMatchObject([
      { date: '2026-08-18', reason: 'noLonger', correction: '2026-09' },
      { date: '2026-09-08', reason: 'taken', taking: { halves: ['am', 'pm'] } },
      { date: '2026-09-09', reason: 'taken', taking: { halves: ['am'] } },
      { date: '2026-09-10', reason: 'taken', taking: { by: 'meal' } },
    ]);
  });
});
