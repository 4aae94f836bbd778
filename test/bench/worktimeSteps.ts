/** Five weeks of declared time for everybody under twelve rules, every movement kept, beside a loop for the two French tiers; the tiers alone beside a rule engine. */
import { Engine } from 'json-rules-engine';
import { addDays, addMonths, isoWeekday, plainDate, type PlainDate } from '../../shared/domain/calendar/plainDate.ts';
import { minuteOfDay, timeOn } from '../../shared/domain/calendar/wallTime.ts';
import { basisPoints } from '../../shared/domain/money/money.ts';
import { computeWorktime, type WorktimeOutcome } from '../../shared/domain/worktime/computeWorktime.ts';
import { total } from '../../shared/domain/worktime/movement.ts';
import type { PersonTime, PlannedTime, TimedEntry } from '../../shared/domain/worktime/person.ts';
import type { DaysOffRule, GapRule, RuleSet, TimeRule } from '../../shared/domain/worktime/ruleSet.ts';
import { datesOf, mondayOf, spanOfMonth, weeksIn } from '../../shared/domain/worktime/weeks.ts';
import { MONTH } from './month.ts';
import type { Recorder } from './recorder.ts';

const HOUR = 60;
const TIERS = { from: 35 * HOUR, to: 43 * HOUR };
/** Ways of working, shared by people as work cycles are. */
const WAYS = 20;
const YEAR = 12;

const tier = (code: string, bounds: Pick<GapRule, 'lower' | 'upper'>): GapRule => ({
  kind: 'gap',
  code,
  account: code,
  direction: 'over',
  measured: 'effective',
  period: { unit: 'week', count: 1, anchor: plainDate('2024-01-01') },
  contracts: 'fullTime',
  ...bounds,
});
const tiers: readonly TimeRule[] = [
  tier('HS25', { lower: { fromHour: 36 }, upper: { toHour: 43 } }),
  tier('HS50', { lower: { after: 'HS25' }, upper: {} }),
];
const range = (code: string, from: string, to: string): TimeRule => {
  return { kind: 'timeRange', code, account: code, from, to, leastMinutes: 0 };
};
const off = (code: string, ...natures: DaysOffRule['natures']): TimeRule => {
  return { kind: 'daysOff', code, account: code, natures };
};
const twelve: readonly TimeRule[] = [
  ...tiers,
  range('NUIT', '21:00', '06:00'),
  range('SOIR', '19:00', '21:00'),
  range('MATIN', '05:00', '07:00'),
  off('SAM', 6),
  off('DIM', 7),
  off('FERIE', 'holiday'),
  off('MAI', 'firstOfMay'),
  off('SOLID', 'solidarity'),
  { kind: 'nonCumulative', code: 'NC', accounts: ['NUIT', 'DIM', 'FERIE'], explicit: null },
  {
    kind: 'accounting',
    code: 'PLAFOND',
    account: 'SAM',
    operation: { name: 'cap', on: 'movements', limit: 10 * HOUR },
    period: 'month',
    to: null,
  },
];

function setOf(rules: readonly TimeRule[]): RuleSet {
  const codes = [...new Set(rules.flatMap((rule) => ('account' in rule ? [rule.account] : [])))];
  return {
    name: 'bench',
    rules,
    accounts: codes.map((code, at) => ({ code, name: code, premium: basisPoints(at * 100), isTransferable: false })),
    absences: new Map(),
    month: 'completeWeeks',
    clockChange: 'real',
    countsHours: true,
  };
}

/** Every date of the months that end with the one measured, whole weeks. */
function datesOfMonths(months: number): PlainDate[] {
  const first = spanOfMonth(addMonths(MONTH, 1 - months)).from;
  return datesOf({ from: first, to: spanOfMonth(MONTH).to });
}

/** The shifts of a day: by day with a meal, at night for one way out of ten, a Sunday morning for another. */
function shiftsOf(way: number, date: PlainDate): (readonly [string, string])[] {
  const weekday = isoWeekday(date);
  if (weekday === 7) return way % 10 === 1 ? [['09:00', '13:00']] : [];
  if (weekday === 6) return way % 5 === 2 ? [['08:00', '12:00']] : [];
  if (way % 10 === 3) return [['21:30', '05:30']];
  const late = 16 + ((way + weekday) % 4);
  return [
    ['08:30', '12:00'],
    ['13:00', `${late}:30`],
  ];
}

function entriesOf(way: number, dates: readonly PlainDate[]): TimedEntry[] {
  return dates.flatMap((date) =>
    shiftsOf(way, date).map(([from, to]): TimedEntry => {
      const end = to > from ? date : addDays(date, 1);
      return { id: `${date}${from}`, start: timeOn(date, from), end: timeOn(end, to), breaks: [], statedMinutes: null };
    }),
  );
}

function plannedOf(dates: readonly PlainDate[]): ReadonlyMap<PlainDate, PlannedTime> {
  return new Map(
    dates.map((date): [PlainDate, PlannedTime] => {
      const half = isoWeekday(date) <= 5 ? 210 : 0;
      const minutes = { am: half, pm: half };
      return [
        date,
        {
          contractual: minutes,
          theoretical: minutes,
          isWeeklyRest: isoWeekday(date) === 7,
          holiday: 'none',
          isSolidarity: false,
        },
      ];
    }),
  );
}

/** `number` people over so many months. */
function peopleOf(number: number, months: number): PersonTime[] {
  const dates = datesOfMonths(months);
  const planned = plannedOf(dates);
  const ways = Array.from({ length: WAYS }, (_, way) => entriesOf(way, dates));
  return Array.from({ length: number }, (_, index): PersonTime => ({
    employeeId: String(index),
    zone: 'Europe/Paris',
    contracts: [{ from: plainDate('2020-01-01'), to: null, isPartTime: false, weeklyMinutes: TIERS.from }],
    planned,
    timed: ways[index % WAYS] ?? [],
    untimed: [],
    absences: [],
    unapproved: [],
    opening: new Map(),
  }));
}

/** Minutes of each week of the month of pay, as the wall shows them: what a loop adds up. */
function weeklyMinutes({ timed }: PersonTime): number[] {
  const closing = new Set(weeksIn(spanOfMonth(MONTH)).flatMap(({ from, to }) => (to.startsWith(MONTH) ? [from] : [])));
  const weeks = new Map<PlainDate, number>();
  for (const { start, end } of timed) {
    const [from, to] = [minuteOfDay(start), minuteOfDay(end)];
    const add = (date: string, minutes: number) => {
      const monday = mondayOf(plainDate(date));
      if (closing.has(monday)) weeks.set(monday, (weeks.get(monday) ?? 0) + minutes);
    };
    if (to > from) add(start.slice(0, 10), to - from);
    else {
      add(start.slice(0, 10), 24 * HOUR - from);
      add(end.slice(0, 10), to);
    }
  }
  return [...weeks.values()];
}

interface Counted {
  readonly hs25: number;
  readonly hs50: number;
}

function tiersOf(weeks: readonly number[]): Counted {
  const sum = (of: (minutes: number) => number) => weeks.reduce((all, each) => all + of(each), 0);
  return {
    hs25: sum((minutes) => Math.max(0, Math.min(minutes, TIERS.to) - TIERS.from)),
    hs50: sum((minutes) => Math.max(0, minutes - TIERS.to)),
  };
}

/** The same tiers as two rules of json-rules-engine, asked about each week. */
async function engineTiers(people: readonly PersonTime[]): Promise<Counted[]> {
  const engine = new Engine();
  const over = (value: number) => ({ all: [{ fact: 'minutes', operator: 'greaterThan', value }] });
  engine.addRule({ conditions: over(TIERS.from), event: { type: 'hs25' } });
  engine.addRule({ conditions: over(TIERS.to), event: { type: 'hs50' } });
  const answers: Counted[] = [];
  for (const person of people) {
    let [hs25, hs50] = [0, 0];
    for (const minutes of weeklyMinutes(person)) {
      const { events } = await engine.run({ minutes });
      for (const { type } of events) {
        if (type === 'hs25') hs25 += Math.min(minutes, TIERS.to) - TIERS.from;
        else hs50 += minutes - TIERS.to;
      }
    }
    answers.push({ hs25, hs50 });
  }
  return answers;
}

/** Throws when both do not count the same: a fast wrong answer is no measure. The clocks change in October: a night lasts an hour more. */
function mustAgree(
  outcomes: readonly WorktimeOutcome[],
  plain: readonly Counted[],
  people: readonly PersonTime[],
): void {
  const isSame = outcomes.every(({ movements }, index) => {
    const isAtNight = people[index]?.timed.some(({ start, end }) => start.slice(0, 10) !== end.slice(0, 10));
    const { hs25, hs50 } = plain[index] ?? { hs25: -1, hs50: -1 };
    return isAtNight || (total(movements, 'HS25') === hs25 && total(movements, 'HS50') === hs50);
  });
  if (!isSame || outcomes.length !== plain.length) throw new Error('the hours are not those of the plain form');
}

export async function worktimeSteps({ step, plain }: Recorder, number: number): Promise<void> {
  const people = peopleOf(number, 1);
  const compute = (set: RuleSet) => people.map((person) => computeWorktime(person, set, MONTH));
  const outcomes = await step('five weeks under twelve rules, movements kept', () => compute(setOf(twelve)));
  mustAgree(
    outcomes,
    await plain('a loop for the two tiers', () => people.map((each) => tiersOf(weeklyMinutes(each)))),
    people,
  );
  const alone = await step('the two tiers alone', () => compute(setOf(tiers)));
  mustAgree(alone, await plain('json-rules-engine on weekly sums', () => engineTiers(people)), people);
  const few = peopleOf(Math.ceil(number / YEAR), YEAR);
  await step('a year of a twelfth of them', () => {
    const set = setOf(twelve);
    return few.flatMap((person) =>
      Array.from(
        { length: YEAR },
        (_, at) => computeWorktime(person, set, addMonths(MONTH, at + 1 - YEAR)).movements.length,
      ),
    );
  });
}
