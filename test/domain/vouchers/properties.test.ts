/** What holds of any order, and of any year of orders. `SEEDS`: how many lives. */
import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { HalfDayAbsence } from '../../../shared/domain/absences/halfDay.ts';
import {
  addDays,
  addMonths,
  plainDate,
  plainMonth,
  type PlainDate,
  type PlainMonth,
} from '../../../shared/domain/calendar/plainDate.ts';
import type { Meal, PersonFacts } from '../../../shared/domain/vouchers/facts.ts';
import type { VoucherRegulation, VoucherRules } from '../../../shared/domain/vouchers/regulation.ts';
import { windowsOf } from '../../../shared/domain/vouchers/windows.ts';
import {
  absence,
  computed,
  CP,
  half,
  meal,
  Orders,
  person,
  planning,
  regulation,
  RTT_HOURS,
  TRAINING,
  type Week,
} from './builders.ts';
import { SEEDS } from '../../support/seeds.ts';

const runs = { numRuns: SEEDS };
jest.setTimeout(20_000 + SEEDS * 500);

const whole = { am: half(), pm: half() };
const weeks: readonly Week[] = [
  { 1: whole, 2: whole, 3: whole, 4: whole, 5: whole },
  { 1: whole, 2: whole, 4: { am: half() }, 5: { am: half(240, true) } },
  { 2: { pm: half(null) }, 6: whole, 7: { am: half(), pm: half(180) } },
];
const plannings = weeks.map((week) => planning('2025-11-01', '2027-02-28', week, ['2026-05-08']));

const shift = fc.constantFrom('M' as const, 'M-1' as const);
const rules: fc.Arbitrary<Partial<VoucherRules>> = fc.record({
  days: shift,
  absences: shift,
  expenses: shift,
  startDay: fc.constantFrom(1, 16),
  partialDaysDeduct: fc.boolean(),
  hourAbsence: fc.constantFrom('full' as const, 'any' as const),
});

const dayOf = (from: string, days: number) => fc.nat(days).map((offset) => addDays(plainDate(from), offset));
const halfDay = fc.tuple(
  dayOf('2026-08-15', 80),
  fc.constantFrom('am' as const, 'pm' as const),
  fc.constantFrom([CP, null], [CP, null], [TRAINING, null], [RTT_HOURS, 90], [RTT_HOURS, 210]),
);
const absences = fc
  .array(halfDay, { maxLength: 30 })
  .map((rows) =>
    rows.map(([date, which, [account, minutes]]) => absence(date, which, account as string, minutes as number | null)),
  )
  .map((rows) => [...new Map(rows.map((row) => [row.id, row])).values()]);
const meals = fc
  .array(dayOf('2026-08-15', 80), { maxLength: 20 })
  .map((dates) => dates.map((date, index) => meal(date, { id: `m${index}` })));
const anyFacts = fc.record({ planned: fc.constantFrom(...plannings), halfDays: absences, meals }).map(person);

const october = (facts: PersonFacts, settings: VoucherRegulation) => computed('2026-10', facts, settings);

describe('any order', () => {
  const holds = (check: (facts: PersonFacts, settings: VoucherRegulation) => void) =>
    fc.assert(
      fc.property(anyFacts, rules, (facts, drawn) => check(facts, regulation(drawn))),
      runs,
    );

  test('gives at most one voucher per day, and the dates listed add up to the total', () =>
    holds((facts, settings) => {
      const { count, lines } = october(facts, settings);
      expect(count.total).toBeLessThanOrEqual(count.days);
      expect(lines.reduce((sum, { change }) => sum + change, 0)).toBe(count.total);
      const counted = lines.filter(({ change }) => change !== 0);
      const facts2 = counted.map(({ date, fact }) => `${date} ${fact === 'given' ? 'given' : 'taken'}`);
      expect(new Set(facts2).size).toBe(facts2.length);
    }));

  test('never gives more for one more absence or one more meal', () =>
    fc.assert(
      fc.property(anyFacts, rules, absences, meals, (facts, drawn, away, eaten) => {
        const settings = regulation(drawn);
        const more = { ...facts, halfDays: [...facts.halfDays, ...away], meals: [...facts.meals, ...eaten] };
        expect(october(more, settings).count.total).toBeLessThanOrEqual(october(facts, settings).count.total);
      }),
      runs,
    ));

  test('does not depend on how absences are split, on the order of rows, on names, nor on being computed twice', () =>
    holds((facts, settings) => {
      const once = october(facts, settings);
      const split = facts.halfDays.map((each, index) => ({ ...each, leaveId: String(index), accountName: 'autre' }));
      const turned = { ...facts, halfDays: split.reverse(), meals: [...facts.meals].reverse() };
      expect(october(turned, settings)).toEqual(once);
      expect(october(facts, settings)).toEqual(once);
    }));
});

/** Something that Lucca learns: an absence or a meal comes or goes, a contract ends or goes on. */
interface Edit {
  readonly what: 'absence' | 'meal' | 'cancel' | 'remove' | 'end';
  readonly offset: number;
  readonly which: 'am' | 'pm';
}

const edits = fc.array(
  fc.record({
    what: fc.constantFrom(
      'absence' as const,
      'absence' as const,
      'meal' as const,
      'cancel' as const,
      'remove' as const,
      'end' as const,
    ),
    offset: fc.nat(150),
    which: fc.constantFrom('am' as const, 'pm' as const),
  }),
  { maxLength: 6 },
);
const year = fc.array(edits, { minLength: 12, maxLength: 12 });
const FIRST = plainMonth('2026-01');

interface Held {
  halfDays: HalfDayAbsence[];
  meals: Meal[];
  end: PlainDate | null;
}

/** First date that the orders which may still be corrected, and the one to come, have seen in every window. */
function reachable(settings: VoucherRegulation, month: PlainMonth): PlainDate {
  const oldest = addMonths(month, -2) < FIRST ? FIRST : addMonths(month, -2);
  const { days, absences: away, meals: eaten } = windowsOf(settings.rules, oldest);
  return [days.from, away.from, eaten.from].sort().at(-1) ?? days.from;
}

function happen(held: Held, { what, offset, which }: Edit, from: PlainDate): void {
  const date = addDays(from, offset);
  const id = `${date}-${which}-${CP}-d`;
  if (what === 'absence' && !held.halfDays.some((each) => each.id === id)) held.halfDays.push(absence(date, which));
  if (what === 'meal') held.meals.push(meal(date, { id: `${date}-${held.meals.length}` }));
  if (what === 'cancel') held.halfDays = held.halfDays.filter((each) => each.date < from || each.date > date);
  if (what === 'remove') held.meals = held.meals.filter((each) => each.date < from || each.date > date);
  if (what === 'end' && (held.end === null || held.end >= from)) held.end = which === 'am' ? date : null;
}

function factsOf(held: Held, planned: PersonFacts['planned']): PersonFacts {
  const spans = [{ regulation: 'siege', from: plainDate('2020-01-01'), to: held.end }];
  return person({ planned, spans, halfDays: held.halfDays, meals: held.meals });
}

/** The whole span counted at once, by the plainest loop: what every window that was reached gives and takes today. */
function recomputed(settings: VoucherRegulation, facts: PersonFacts, last: PlainMonth): number {
  const [first, now] = [windowsOf(settings.rules, FIRST), windowsOf(settings.rules, last)];
  const end = facts.spans[0]?.to ?? null;
  const leaves = end !== null && end >= now.days.from && end <= now.days.to ? end : null;
  const until = (to: PlainDate) => (leaves !== null && leaves > to ? leaves : to);
  const start = settings.start.kind === 'first' ? first.days.from : plainDate('2025-11-01');
  let total = 0;
  for (const [date, day] of facts.planned) {
    if (end !== null && date > end) continue;
    const both = day.am !== null && day.pm !== null;
    const isMeal = (halves: readonly ('am' | 'pm')[]) =>
      (both && halves.length === 2) ||
      halves.some(
        (each) => day[each]?.includesMeal === true || (day[each] !== null && !settings.rules.partialDaysDeduct),
      );
    const planned = (['am', 'pm'] as const).filter((each) => day[each] !== null);
    if (!isMeal(planned) || day.holiday === 'off') continue;
    if (date >= first.days.from && date <= now.days.to) total += 1;
    const away = new Set(facts.halfDays.filter((each) => each.date === date).map((each) => each.half));
    const isAway =
      date >= first.absences.from && date <= until(now.absences.to) && planned.some((each) => away.has(each));
    const isFed =
      date >= first.meals.from && date <= until(now.meals.to) && facts.meals.some((each) => each.date === date);
    const isTaken = (isAway && !isMeal(planned.filter((each) => !away.has(each)))) || isFed;
    if (isTaken && date >= start) total -= 1;
  }
  return total;
}

describe('any year of orders', () => {
  test('with edits at most two orders late, what is ordered, settled and carried is one computation of the whole span', () =>
    fc.assert(
      fc.property(
        year,
        rules,
        fc.constantFrom(...plannings),
        fc.constantFrom('first' as const, 'elsewhere' as const),
        (months, drawn, planned, kind) => {
          const settings = regulation(drawn, { start: { kind, month: FIRST } });
          const orders = new Orders([settings]);
          const held: Held = { halfDays: [], meals: [], end: null };
          let [given, month] = [0, FIRST];
          for (const happenings of months) {
            for (const each of happenings) happen(held, each, reachable(settings, month));
            const facts = factsOf(held, planned);
            const outcomes = orders.record(month, facts);
            given += outcomes.reduce((sum, { count }) => sum + count.ordered + count.settlement, 0);
            expect(outcomes.flatMap(({ findings }) => findings)).toEqual([]);
            expect(given + orders.carried).toBe(recomputed(settings, facts, month));
            month = addMonths(month, 1);
          }
        },
      ),
      runs,
    ));

  /** Of absences and meals that are taken before their day is given, the day is still open: its settings may change. */
  const givenFirst = rules.filter(
    ({ days, absences: away, expenses }) => days === 'M' || (away === 'M-1' && expenses === 'M-1'),
  );

  test('a setting that changes, changes no closed order', () =>
    fc.assert(
      fc.property(anyFacts, givenFirst, rules, (facts, before, after) => {
        const windows = {
          days: before.days,
          absences: before.absences,
          expenses: before.expenses,
          startDay: before.startDay,
        };
        const start = { kind: 'first', month: plainMonth('2026-08') } as const;
        const orders = new Orders([regulation(before, { start })]);
        for (const month of ['2026-08', '2026-09']) orders.close(month, facts);
        orders.regulations = [
          regulation({ ...after, ...windows } as Partial<VoucherRules>, {
            start,
            accounts: new Map([[CP, [{ from: null, deducts: false }]]]),
            natures: new Map(),
          }),
        ];
        const corrections = orders
          .compute('2026-10', facts)
          .flatMap(({ lines }) => lines.filter((line) => line.correction));
        expect(corrections).toEqual([]);
      }),
      runs,
    ));
});
