/** « Règle d'écart »: what a counter holds between two bounds, over a period. */
import { solidarityOf, sum, weeklyEffective, type DayTime } from '../dayTime.ts';
import { timedParts, untimedPart, type GapBounds, type Movement, type Part } from '../movement.ts';
import type { DateSpan } from '../person.ts';
import type { CounterName, GapRule } from '../ruleSet.ts';
import { closingOf, isIn, periodsClosingIn } from '../weeks.ts';
import type { RuleContext, RuleKind, Unknown } from './ruleKind.ts';

const HOUR = 60;
/** The ruling on paid leave is about overtime, in weeks counted one by one, or two together; a year is net of leave already. */
const WEEKS_OF_THE_RULING = 2;

function readsWeekly({ measured, direction, period, contracts }: GapRule): boolean {
  const isOvertime = measured === 'effective' && direction === 'over' && contracts === 'fullTime';
  return isOvertime && period.unit === 'week' && period.count <= WEEKS_OF_THE_RULING;
}

function counter(days: readonly DayTime[], name: CounterName): number | null {
  return sum(days.map(({ counters }) => counters[name]));
}

/** The solidarity day is no overtime, but whoever worked it does not lack its hours. */
function measure(rule: GapRule, days: readonly DayTime[]): number | null {
  if (rule.direction === 'under') return sum([counter(days, rule.measured), ...days.map(solidarityOf)]);
  return readsWeekly(rule) ? sum(days.map(weeklyEffective)) : counter(days, rule.measured);
}

function ratio(minutes: number, { numerator, denominator, roundTo }: NonNullable<GapRule['upper']['counter']>): number {
  const unit = roundTo === 'hour' ? HOUR : 1;
  const beyond = (minutes * (numerator - denominator)) / denominator;
  return minutes + Math.round(beyond / unit) * unit;
}

/** The bounds of a period; undefined when they rest on hours that nobody gave. */
function boundsOf(
  { lower, upper }: GapRule,
  days: readonly DayTime[],
  before: GapBounds | undefined,
): GapBounds | undefined {
  const from = lower.counter === undefined ? 0 : counter(days, lower.counter);
  const to = upper.counter === undefined ? Infinity : counter(days, upper.counter.name);
  if (from === null || to === null || (lower.after !== undefined && before === undefined)) return undefined;
  const hour = lower.fromHour === undefined ? 0 : (lower.fromHour - 1) * HOUR;
  const counted = upper.counter ? ratio(to, upper.counter) : Infinity;
  const end = Math.min(counted, upper.toHour === undefined ? Infinity : upper.toHour * HOUR);
  return {
    lower: Math.max(from, hour, before?.lower ?? 0, before?.upper ?? 0),
    upper: end === Infinity ? null : end,
  };
}

/** Time in the order in which it passed: an absence stands at its half, and is no presence. */
function timeline(rule: GapRule, days: readonly DayTime[]): readonly { minutes: number; part: Part | null }[] {
  const counts = new Set(
    rule.measured === 'presence' ? [] : rule.measured === 'paid' ? PAID : readsWeekly(rule) ? WEEKLY : EFFECTIVE,
  );
  return days.flatMap(({ date, presence, untimed, absent }) => {
    const away = (half: string) =>
      absent
        .filter((each) => each.half === half && counts.has(each.takenAs))
        .map(({ minutes }) => ({ minutes: minutes ?? 0, part: null }));
    const present = [...timedParts(date, presence), ...untimedPart(date, untimed)];
    return [...away('am'), ...present.map((part) => ({ minutes: part.minutes, part })), ...away('pm')];
  });
}

const EFFECTIVE = ['effective'] as const;
const WEEKLY = ['effective', 'weeklyThreshold'] as const;
const PAID = ['none', 'effective', 'weeklyThreshold'] as const;

function cutPart({ date, minutes, interval }: Part, from: number, to: number): Part[] {
  const [first, last] = [Math.max(0, from), Math.min(minutes, to)];
  if (last <= first) return [];
  if (!interval) return untimedPart(date, last - first);
  return timedParts(date, [{ from: interval.from + first, to: interval.from + last }]);
}

/** Presence between two amounts of the time that the rule measures. */
function partsBetween(rule: GapRule, days: readonly DayTime[], from: number, to: number): Part[] {
  let at = 0;
  return timeline(rule, days).flatMap(({ minutes, part }) => {
    const start = at;
    at += minutes;
    return part ? cutPart(part, from - start, to - start) : [];
  });
}

interface OfPeriod {
  readonly rule: GapRule;
  readonly period: DateSpan;
  readonly days: readonly DayTime[];
  readonly context: RuleContext;
}

function movementOf({ rule, period, days, context }: OfPeriod, measured: number, bounds: GapBounds): Movement[] {
  const { code, account, direction } = rule;
  const end = Math.min(measured, bounds.upper ?? Infinity);
  const minutes = direction === 'over' ? end - bounds.lower : bounds.lower - measured;
  if (minutes <= 0) return [];
  const date = closingOf(period, context.person.contracts);
  const parts = direction === 'over' ? partsBetween(rule, days, bounds.lower, end) : [];
  return [{ date, account, minutes, rule: code, cause: { kind: 'gap', period, measured, bounds }, parts }];
}

export const gapKind: RuleKind<GapRule> = {
  post(rule, context) {
    const { month, person, set } = context;
    const movements: Movement[] = [];
    const unknown: Unknown[] = [];
    const bounds = new Map<string, GapBounds>();
    for (const period of periodsClosingIn(month, rule.period, person.contracts, set)) {
      const days = [...context.days.values()].filter(({ date }) => isIn(date, period));
      const told = (why: Unknown['why']) => unknown.push({ rule: rule.code, account: rule.account, period, why });
      if (days.length === 0) continue;
      const before =
        rule.lower.after === undefined ? undefined : context.bounds.get(rule.lower.after)?.get(period.from);
      const [measured, own] = [measure(rule, days), boundsOf(rule, days, before)];
      if (own) bounds.set(period.from, own);
      if (days.some(({ waits }) => waits)) told('waits');
      else if (measured === null || !own) told('schedule');
      else movements.push(...movementOf({ rule, period, days, context }, measured, own));
    }
    return { movements, unknown, bounds };
  },
};
