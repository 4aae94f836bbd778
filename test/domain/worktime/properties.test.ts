/** What holds of the time of anybody, whatever the weeks. `SEEDS`: how many. */
import { expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, plainDate, plainMonth, type PlainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { computeWorktime, type WorktimeOutcome } from '../../../shared/domain/worktime/computeWorktime.ts';
import { total } from '../../../shared/domain/worktime/movement.ts';
import type { PersonTime, TimeAbsence, TimedEntry, UntimedEntry } from '../../../shared/domain/worktime/person.ts';
import type { RuleSet, TimeRule } from '../../../shared/domain/worktime/ruleSet.ts';
import { hundredths, leftToExport } from '../../../shared/domain/worktime/settlement.ts';
import {
  account,
  at,
  daysOff,
  gap,
  legalTiers,
  person,
  planned,
  range,
  ruleSet,
  SEPTEMBER,
  treatments,
} from './builders.ts';
import { SEEDS } from '../../support/seeds.ts';

const runs = { numRuns: SEEDS };
jest.setTimeout(20_000 + SEEDS * 200);

const FIRST = plainDate('2026-08-31');

interface Draw {
  readonly day: number;
  readonly start: number;
  readonly length: number;
  readonly rest: number;
}

const time = (date: PlainDate, minutes: number) => {
  const day = addDays(date, Math.floor(minutes / 1_440));
  const of = minutes % 1_440;
  return `${day}T${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;
};

function entry({ day, start, length, rest }: Draw, nth: number): TimedEntry {
  const date = addDays(FIRST, day);
  const [from, to] = [time(date, start), time(date, start + length)];
  const pause = rest < length ? [at(time(date, start + 1), time(date, start + 1 + rest))] : [];
  return at(from, to, { id: `e${String(nth)}`, breaks: pause.map((each) => ({ start: each.start, end: each.end })) });
}

const draws = fc.record({
  day: fc.integer({ min: 0, max: 34 }),
  start: fc.integer({ min: 0, max: 1_439 }),
  length: fc.integer({ min: 1, max: 900 }),
  rest: fc.integer({ min: 0, max: 90 }),
});
const timed = fc.array(draws, { maxLength: 30 }).map((all) => all.map(entry));
const untimed = fc
  .array(fc.record({ day: fc.integer({ min: 0, max: 34 }), minutes: fc.integer({ min: 1, max: 600 }) }), {
    maxLength: 5,
  })
  .map((all) =>
    all.map(({ day, minutes }, nth): UntimedEntry => ({ id: `u${String(nth)}`, date: addDays(FIRST, day), minutes })),
  );
const absences = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 34 }),
      half: fc.constantFrom('am' as const, 'pm' as const),
      accountId: fc.constantFrom('CP', 'MAL', 'FORM', 'TT'),
      minutes: fc.option(fc.integer({ min: 1, max: 240 })),
    }),
    { maxLength: 8 },
  )
  .map((all) => all.map(({ day, ...rest }): TimeAbsence => ({ ...rest, date: addDays(FIRST, day) })));

const people = fc
  .record({ timed, untimed, absences })
  .map((facts): PersonTime => person({ ...facts, planned: planned(FIRST, 63, 420) }));

const accounts = [
  account('HS25', 25),
  account('HS50', 50),
  account('NUIT', 25),
  account('DIM', 50),
  account('MIXTE', 75),
];
const sources: readonly TimeRule[] = [...legalTiers, range('NUIT', '21:00', '06:00'), daysOff('DIM', 7)];
const listed = ['HS25', 'HS50', 'NUIT', 'DIM'];
const nonCumulative = (explicit: string | null): TimeRule => ({
  kind: 'nonCumulative',
  code: 'NC',
  accounts: listed,
  explicit,
});

const set = (rules: readonly TimeRule[], more: Partial<RuleSet> = {}) =>
  ruleSet(rules, { accounts, absences: treatments, ...more });
const september = (who: PersonTime, rules: readonly TimeRule[]) => computeWorktime(who, set(rules), SEPTEMBER);
const sumOf = ({ movements }: WorktimeOutcome, codes: readonly string[]) =>
  codes.reduce((sum, code) => sum + total(movements, code), 0);

test('two chained tiers add up to the gap that one rule counts', () => {
  fc.assert(
    fc.property(people, (who) => {
      const one = september(who, [gap('HS25', { lower: { counter: 'contractual', fromHour: 36 } })]);
      expect(sumOf(september(who, legalTiers), ['HS25', 'HS50'])).toBe(sumOf(one, ['HS25']));
    }),
    runs,
  );
});

test.each([null, 'MIXTE'])(
  'non-cumul never posts more than there was, and no minute twice (kept by %s)',
  (explicit) => {
    fc.assert(
      fc.property(people, (who) => {
        const [before, after] = [september(who, sources), september(who, [...sources, nonCumulative(explicit)])];
        const all = [...listed, 'MIXTE'];
        expect(sumOf(after, all)).toBeLessThanOrEqual(sumOf(before, all));
        for (const code of all) expect(total(after.movements, code)).toBeGreaterThanOrEqual(0);
        const isTimed = who.untimed.length === 0;
        const again = september(who, [
          ...sources,
          nonCumulative(explicit),
          { ...nonCumulative(explicit), code: 'NC2' },
        ]);
        if (isTimed) expect(sumOf(again, all)).toBe(sumOf(after, all));
      }),
      runs,
    );
  },
);

test.each([null, 'MIXTE'])(
  'by the civil month or by whole weeks, the months together hold the same (kept by %s)',
  (explicit) => {
    fc.assert(
      fc.property(people, (who) => {
        const rules = [...sources, nonCumulative(explicit)];
        const held = (month: RuleSet['month']) => {
          const outcomes = ['2026-08', '2026-09', '2026-10'].map((each) =>
            computeWorktime(who, set(rules, { month }), plainMonth(each)),
          );
          return [...listed, 'MIXTE'].map((code) => outcomes.reduce((sum, each) => sum + sumOf(each, [code]), 0));
        };
        expect(held('civil')).toEqual(held('completeWeeks'));
      }),
      runs,
    );
  },
);

test('no rule posts more on a date than was worked on it', () => {
  fc.assert(
    fc.property(people, (who) => {
      const outcome = september(who, sources);
      for (const code of ['NUIT', 'DIM']) {
        for (const day of outcome.days) {
          const own = outcome.movements.filter((each) => each.account === code && each.date === day.date);
          expect(total(own, code)).toBeLessThanOrEqual(day.counters.presence ?? 0);
        }
      }
    }),
    runs,
  );
});

test('every movement adds up to the parts that explain it, absences aside', () => {
  fc.assert(
    fc.property(people, (who) => {
      const { movements } = september(who, [...sources, nonCumulative(null)]);
      for (const { cause, minutes, parts } of movements) {
        const explained = parts.reduce((sum, part) => sum + part.minutes, 0);
        if (cause.kind === 'gap') expect(explained).toBeLessThanOrEqual(minutes);
        else expect(explained).toBe(Math.abs(minutes));
      }
    }),
    runs,
  );
});

test('rows in another order, or computed again, give the same answer', () => {
  fc.assert(
    fc.property(people, (who) => {
      const rules = [...sources, nonCumulative(null)];
      const shuffled = { ...who, timed: [...who.timed].reverse(), untimed: [...who.untimed].reverse() };
      expect(september(shuffled, rules).movements).toEqual(september(who, rules).movements);
      expect(september(who, rules)).toEqual(september(who, rules));
    }),
    runs,
  );
});

/** 52 weeks on: the same weekdays, no clock change and no dated value in either span. */
function later(who: PersonTime): PersonTime {
  const shift = (text: string) => `${addDays(plainDate(text.slice(0, 10)), 364)}${text.slice(10)}`;
  return {
    ...who,
    planned: planned(addDays(FIRST, 364), 63, 420),
    timed: who.timed.map((each) =>
      at(shift(each.start), shift(each.end), {
        id: each.id,
        breaks: each.breaks.map(({ start, end }) => ({
          start: at(shift(start), shift(end)).start,
          end: at(shift(start), shift(end)).end,
        })),
      }),
    ),
    untimed: who.untimed.map((each) => ({ ...each, date: addDays(each.date, 364) })),
    absences: who.absences.map((each) => ({ ...each, date: addDays(each.date, 364) })),
  };
}

test('every date 364 days later changes nothing but the dates', () => {
  fc.assert(
    fc.property(people, (who) => {
      const now = september(who, sources).movements.map(({ account: code, date, minutes }) => [
        code,
        addDays(date, 364),
        minutes,
      ]);
      const then = [plainMonth('2027-08'), plainMonth('2027-09')].flatMap(
        (month) => computeWorktime(later(who), set(sources), month).movements,
      );
      const dates = new Set(now.map(([, date]) => date));
      const found = then
        .filter(({ date }) => dates.has(date))
        .map(({ account: code, date, minutes }) => [code, date, minutes]);
      expect(found.sort()).toEqual(now.sort());
    }),
    runs,
  );
});

test('exports of a changing total add up to its rounded value', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -600, max: 6_000 }), { minLength: 1, maxLength: 8 }), (steps) => {
      let [minutes, exported] = [0, 0];
      for (const step of steps) {
        minutes += step;
        exported += leftToExport(minutes, exported);
        expect(exported).toBe(hundredths(minutes));
      }
    }),
    runs,
  );
  expect([leftToExport(20, 0), leftToExport(40, 33)]).toEqual([33, 34]);
});
