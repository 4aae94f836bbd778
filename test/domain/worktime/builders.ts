/** People and rule sets for tests, in a line each. */
import {
  addDays,
  isoWeekday,
  plainDate,
  plainMonth,
  type PlainDate,
} from '../../../shared/domain/calendar/plainDate.ts';
import { wallTime } from '../../../shared/domain/calendar/wallTime.ts';
import { basisPoints } from '../../../shared/domain/money/money.ts';
import { computeWorktime, type WorktimeOutcome } from '../../../shared/domain/worktime/computeWorktime.ts';
import { total } from '../../../shared/domain/worktime/movement.ts';
import type {
  PersonTime,
  PlannedTime,
  TimeAbsence,
  TimeContract,
  TimedEntry,
} from '../../../shared/domain/worktime/person.ts';
import type {
  AbsenceTreatment,
  DaysOffRule,
  GapRule,
  RuleSet,
  TimeAccount,
  TimeRangeRule,
  TimeRule,
} from '../../../shared/domain/worktime/ruleSet.ts';

export const PARIS = 'Europe/Paris';
export const SEPTEMBER = plainMonth('2026-09');
/** 7–13 September 2026: an ordinary week, without a holiday or a change of clocks. */
export const MONDAY = plainDate('2026-09-07');

export function account(code: string, percent: number | null = null): TimeAccount {
  return { code, name: code, premium: percent === null ? null : basisPoints(percent * 100), isTransferable: false };
}

export const hs25 = account('HS25', 25);
export const hs50 = account('HS50', 50);

const week = { unit: 'week', count: 1, anchor: plainDate('2024-01-01') } as const;

export function gap(code: string, more: Partial<GapRule> = {}): GapRule {
  return {
    kind: 'gap',
    code,
    account: code,
    direction: 'over',
    measured: 'effective',
    period: week,
    lower: {},
    upper: {},
    contracts: 'fullTime',
    ...more,
  };
}

/** The seed's example: effective time against the contract up to the 43rd hour, then from the bound of the rule before. */
export const seedTiers: readonly TimeRule[] = [
  gap('HS25', { lower: { counter: 'contractual' }, upper: { toHour: 43 } }),
  gap('HS50', { lower: { after: 'HS25' } }),
];

/** General law: from the contract and never before the 36th hour. */
export const legalTiers: readonly TimeRule[] = [
  gap('HS25', { lower: { counter: 'contractual', fromHour: 36 }, upper: { toHour: 43 } }),
  gap('HS50', { lower: { after: 'HS25' } }),
];

export const partTimeTiers: readonly TimeRule[] = [
  gap('C10', {
    lower: { counter: 'contractual' },
    upper: { counter: { name: 'contractual', numerator: 11, denominator: 10, roundTo: 'minute' } },
    contracts: 'partTime',
  }),
  gap('C25', { lower: { after: 'C10' }, contracts: 'partTime' }),
];

export function daysOff(code: string, ...natures: DaysOffRule['natures']): DaysOffRule {
  return { kind: 'daysOff', code, account: code, natures };
}

export function range(code: string, from: string, to: string, leastMinutes = 0): TimeRangeRule {
  return { kind: 'timeRange', code, account: code, from, to, leastMinutes };
}

export function ruleSet(rules: readonly TimeRule[], more: Partial<RuleSet> = {}): RuleSet {
  const fed = rules.flatMap((rule) => ('account' in rule ? [rule.account] : []));
  const known = new Map([hs25, hs50].map((each) => [each.code, each]));
  return {
    name: 'Essai',
    rules,
    accounts: [...new Set(fed)].map((code) => known.get(code) ?? account(code)),
    absences: new Map(),
    month: 'completeWeeks',
    clockChange: 'real',
    countsHours: true,
    ...more,
  };
}

export const PAID_LEAVE = 'CP';
export const SICKNESS = 'MAL';
export const TRAINING = 'FORM';
export const TELEWORK = 'TT';

/** The four treatments an account of absence may have. */
export const treatments: ReadonlyMap<string, AbsenceTreatment> = new Map([
  [
    PAID_LEAVE,
    {
      assimilation: [
        { from: null, value: 'none' },
        { from: plainDate('2025-09-10'), value: 'weeklyThreshold' },
      ],
      isAbsence: true,
    },
  ],
  [SICKNESS, { assimilation: [], isAbsence: true }],
  [TRAINING, { assimilation: [{ from: null, value: 'effective' }], isAbsence: true }],
  [TELEWORK, { assimilation: [], isAbsence: false }],
]);

/** Minutes of each half of Monday to Friday. */
export function planned(from: PlainDate, days: number, dayMinutes: number): ReadonlyMap<PlainDate, PlannedTime> {
  return new Map(
    Array.from({ length: days }, (_, at) => {
      const date = addDays(from, at);
      const isWorked = isoWeekday(date) <= 5;
      const halves = isWorked ? { am: dayMinutes / 2, pm: dayMinutes / 2 } : { am: 0, pm: 0 };
      const day: PlannedTime = {
        contractual: halves,
        theoretical: halves,
        isWeeklyRest: !isWorked,
        holiday: 'none',
        isSolidarity: false,
      };
      return [date, day];
    }),
  );
}

/** Seven hours from Monday to Friday over nine weeks, with another plan on some dates. */
export function plannedBut(
  plans: Readonly<Record<string, Partial<PlannedTime>>>,
  from = plainDate('2026-08-31'),
): ReadonlyMap<PlainDate, PlannedTime> {
  const other = (date: PlainDate, own: PlannedTime): PlannedTime => ({ ...own, ...plans[date] });
  return new Map([...planned(from, 63, 420)].map(([date, own]) => [date, other(date, own)]));
}

export const HOLIDAY = { holiday: 'legal', theoretical: { am: 0, pm: 0 } } as const;

/** Full time of 35 h, part time of 28 h. */
export function contract(from: string, to: string | null, isPartTime = false): TimeContract {
  const last = to === null ? null : plainDate(to);
  return { from: plainDate(from), to: last, isPartTime, weeklyMinutes: isPartTime ? 1_680 : 2_100 };
}

let entries = 0;

/** Presence from one wall time to another: `at('2026-09-07T09:00', '2026-09-07T17:00')`. */
export function at(start: string, end: string, more: Partial<TimedEntry> = {}): TimedEntry {
  entries += 1;
  return {
    id: `e${String(entries)}`,
    start: wallTime(start),
    end: wallTime(end),
    breaks: [],
    statedMinutes: null,
    ...more,
  };
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Presence of so many minutes from 8:00 on each day in a row. */
export function daily(from: PlainDate, ...minutes: readonly number[]): TimedEntry[] {
  return minutes.flatMap((each, nth) => {
    const date = addDays(from, nth);
    return each === 0 ? [] : [at(`${date}T08:00`, `${date}T${clockText(480 + each)}`)];
  });
}

export function away(accountId: string, date: string, ...halves: readonly ('am' | 'pm')[]): TimeAbsence[] {
  const both = halves.length === 0 ? (['am', 'pm'] as const) : halves;
  return both.map((half) => ({ date: plainDate(date), half, accountId, minutes: null }));
}

/** A person under an open full-time contract of 35 h, Monday to Friday, all of September 2026 planned. */
export function person(more: Partial<PersonTime> = {}): PersonTime {
  return {
    employeeId: '7',
    zone: PARIS,
    contracts: [{ from: plainDate('2020-01-01'), to: null, isPartTime: false, weeklyMinutes: 2_100 }],
    planned: planned(plainDate('2026-08-31'), 63, 420),
    timed: [],
    untimed: [],
    absences: [],
    unapproved: [],
    opening: new Map(),
    ...more,
  };
}

export const partTime = (weeklyMinutes: number): Partial<PersonTime> => ({
  contracts: [{ from: plainDate('2020-01-01'), to: null, isPartTime: true, weeklyMinutes }],
  planned: planned(plainDate('2026-08-31'), 63, weeklyMinutes / 5),
});

export const fullTime = (weeklyMinutes: number): Partial<PersonTime> => ({
  contracts: [{ from: plainDate('2020-01-01'), to: null, isPartTime: false, weeklyMinutes }],
  planned: planned(plainDate('2026-08-31'), 63, weeklyMinutes / 5),
});

/** What each account holds at the end. */
export function totals({ movements }: Pick<WorktimeOutcome, 'movements'>): Record<string, number> {
  const codes = [...new Set(movements.map(({ account: code }) => code))].sort();
  return Object.fromEntries(codes.map((code) => [code, total(movements, code)]));
}

/** Totals of a month, September 2026 when none is said. */
export function counted(
  rules: readonly TimeRule[] | RuleSet,
  who: Partial<PersonTime>,
  month = SEPTEMBER,
): Record<string, number> {
  const set = 'rules' in rules ? rules : ruleSet(rules, { absences: treatments });
  return totals(computeWorktime(person(who), set, month));
}
