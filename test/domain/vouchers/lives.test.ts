/** Whole lives under two regulations, with moves, departures and returns, against a count that knows nothing of orders. `SEEDS`: how many. */
import { expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  plainDate,
  plainMonth,
  type PlainDate,
  type PlainMonth,
} from '../../../shared/domain/calendar/plainDate.ts';
import type { PlannedDay } from '../../../shared/domain/calendar/plannedDay.ts';
import { attribute } from '../../../shared/domain/vouchers/attribution.ts';
import type { BenefitSpan, PersonFacts } from '../../../shared/domain/vouchers/facts.ts';
import type { ClosedOrder, LedgerEntry } from '../../../shared/domain/vouchers/ledger.ts';
import { orderContext } from '../../../shared/domain/vouchers/orderContext.ts';
import type { VoucherRegulation } from '../../../shared/domain/vouchers/regulation.ts';
import { holds, windowsOf } from '../../../shared/domain/vouchers/windows.ts';
import { SEEDS } from '../../support/seeds.ts';
import { recounted } from '../../support/voucherDetail.ts';
import { absence, half, meal, person, planning, regulation, type Week } from './builders.ts';

jest.setTimeout(20_000 + SEEDS * 800);

const whole = { am: half(), pm: half() };
const week: Week = { 1: whole, 2: whole, 3: { am: half(240, true), pm: half() }, 4: { am: half() }, 5: whole };
const plannedDays = planning('2025-11-01', '2027-01-31', week, ['2026-05-08']);
const dates = [...plannedDays.keys()];
const [FIRST, SECOND] = [plainMonth('2026-01'), plainMonth('2026-03')];
const EVENTFUL_MONTHS = 7;
const QUIET_MONTHS = 3;

/** Everything that Lucca knows of one person, by date. */
interface Life {
  readonly place: Map<PlainDate, string | null>;
  readonly off: Set<PlainDate>;
  readonly away: Set<string>;
  readonly fed: Set<PlainDate>;
}

function factsOf({ place, off, away, fed }: Life): PersonFacts {
  const spans: BenefitSpan[] = [];
  for (const [date, key] of place) {
    const last = spans.at(-1);
    const isFollowing = last !== undefined && last.regulation === key && last.to === addDays(date, -1);
    if (isFollowing) spans[spans.length - 1] = { ...last, to: date };
    else if (key !== null) spans.push({ regulation: key, from: date, to: date });
  }
  const open = spans.map((span) => (span.to === dates.at(-1) ? { ...span, to: null } : span));
  const idle = (day: PlannedDay) => (off.has(day.date) ? { ...day, am: null, pm: null } : day);
  return person({
    spans: open,
    planned: new Map([...plannedDays].map(([date, day]) => [date, idle(day)])),
    halfDays: [...away].map((each) => absence(each.slice(0, 10), each.endsWith('am') ? 'am' : 'pm')),
    meals: [...fed].map((date) => meal(date)),
  });
}

const edit = fc.record({
  what: fc.constantFrom(
    'absence' as const,
    'absence' as const,
    'meal' as const,
    'clear' as const,
    'move' as const,
    'move' as const,
    'plan' as const,
  ),
  offset: fc.nat(75),
  length: fc.constantFrom(0, 2, 12, 20, 40, 400),
  which: fc.constantFrom('am' as const, 'pm' as const),
  to: fc.constantFrom('siege', 'usine', null),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function happen(life: Life, { what, offset, length, which, to }: Edit, earliest: PlainDate): void {
  const from = addDays(earliest, offset);
  const until = addDays(from, length);
  for (const date of dates) {
    if (date < from || date > until) continue;
    if (what === 'move') life.place.set(date, to);
    if (what === 'absence' && length < 40) life.away.add(`${date} ${which}`);
    if (what === 'meal' && length < 40) life.fed.add(date);
    if (what === 'plan' && length < 40 && !life.off.delete(date)) life.off.add(date);
    if (what === 'clear') {
      life.fed.delete(date);
      life.away.delete(`${date} ${which}`);
    }
  }
}

/** First date that no order older than the last `lookBack` has seen, in any window of any regulation. */
function reachable(regulations: readonly VoucherRegulation[], month: PlainMonth, lookBack: number): PlainDate {
  const oldest = addMonths(month, -lookBack);
  const froms = regulations.flatMap(({ rules, start }) => {
    const { days, absences, meals } = windowsOf(rules, oldest < start.month ? start.month : oldest);
    return [days.from, absences.from, meals.from];
  });
  return froms.sort().at(-1) ?? plainDate('2026-01-01');
}

/** Vouchers due for all the dates that windows have reached after the order of `month`, each date counted once by plain rules. */
function due(life: Life, regulations: readonly VoucherRegulation[], month: PlainMonth): number {
  const present = [...life.place].filter(([, key]) => key !== null);
  const [end, lastKey] = present.at(-1) ?? [];
  const lastRules = regulations.find(({ key }) => key === lastKey)?.rules;
  const leaves =
    end !== undefined && lastRules !== undefined && holds(windowsOf(lastRules, month).days, end) ? end : null;
  let total = 0;
  for (const [date, key] of present) {
    const found = regulations.find((each) => each.key === key);
    const day = plannedDays.get(date);
    if (!found || !day || life.off.has(date) || day.holiday === 'off') continue;
    const { rules, start } = found;
    const isMeal = (halves: ('am' | 'pm')[]) =>
      halves.length === 2 || halves.some((each) => day[each]?.includesMeal === true || !rules.partialDaysDeduct);
    const planned = (['am', 'pm'] as const).filter((each) => day[each] !== null);
    if (!isMeal(planned)) continue;
    const [first, now] = [windowsOf(rules, start.month), windowsOf(rules, month)];
    const isSeen = (fact: 'absences' | 'meals') =>
      date >= first[fact].from && (date <= now[fact].to || (leaves !== null && date <= leaves));
    const isAway = isSeen('absences') && !isMeal(planned.filter((each) => !life.away.has(`${date} ${each}`)));
    const isTaken = isAway || (isSeen('meals') && life.fed.has(date));
    if (date >= first.days.from && date <= now.days.to) total += 1;
    if (isTaken && date >= first.days.from) total -= 1;
  }
  return total;
}

const shift = fc.constantFrom('M' as const, 'M-1' as const);
const rules = fc.record({
  days: shift,
  absences: shift,
  expenses: shift,
  startDay: fc.constantFrom(1, 16, 21),
  partialDaysDeduct: fc.boolean(),
});

test('under two regulations, with edits as late as the orders that may be corrected, orders and settlements are what is due', () =>
  fc.assert(
    fc.property(
      fc.array(fc.array(edit, { minLength: 1, maxLength: 9 }), {
        minLength: EVENTFUL_MONTHS,
        maxLength: EVENTFUL_MONTHS,
      }),
      rules,
      rules,
      fc.constantFrom(0, 1, 2, 3),
      (months, ofSiege, ofUsine, lookBack) => {
        const start = (month: PlainMonth) => ({ start: { kind: 'first' as const, month } });
        const siege = regulation(ofSiege, start(FIRST));
        const usine = regulation(ofUsine, { key: 'usine', ...start(SECOND) });
        const life: Life = {
          place: new Map(dates.map((date) => [date, 'siege'])),
          off: new Set(),
          away: new Set(),
          fed: new Set(),
        };
        const ledger: LedgerEntry[] = [];
        const closed: ClosedOrder[] = [];
        let [carriedIn, settled] = [0, 0];
        const quiet = Array.from({ length: QUIET_MONTHS }, (): Edit[] => []);
        [...months, ...quiet].forEach((edits, index) => {
          const month = addMonths(FIRST, index);
          for (const each of edits) happen(life, each, reachable([siege, usine], month, lookBack));
          const regulations = month < SECOND ? [siege] : [siege, usine];
          const context = orderContext(month, regulations, closed, lookBack);
          const facts = factsOf(life);
          const outcomes = attribute(context, { person: facts, ledger, manual: [], carriedIn });
          for (const outcome of outcomes) {
            const { count, lines, entries, findings } = outcome;
            expect(recounted(outcome)).toBe(count.total);
            expect(findings).toEqual([]);
            expect(lines.reduce((sum, { change }) => sum + change, count.carriedIn)).toBe(count.total);
            expect(count.ordered + count.settlement + count.carriedOut).toBe(count.total);
            settled += count.ordered + count.settlement;
            ledger.push(...entries);
          }
          closed.push(...regulations.map((each) => ({ month, regulation: each })));
          carriedIn = outcomes.reduce((sum, { count }) => sum + count.carriedOut, 0);
          const again = attribute(context, { person: facts, ledger, manual: [], carriedIn: 0 });
          expect(again.flatMap(({ entries }) => entries)).toEqual([]);
        });
        const last = addMonths(FIRST, months.length + QUIET_MONTHS - 1);
        expect(settled + carriedIn).toBe(due(life, [siege, usine], last));
      },
    ),
    { numRuns: SEEDS },
  ));
