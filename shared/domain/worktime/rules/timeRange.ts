/** « Règle des plages horaires »: presence between two times of the clock. */
import { addDays, type PlainDate } from '../../calendar/plainDate.ts';
import { momentOf, timeOn, type Clock } from '../../calendar/wallTime.ts';
import type { DayTime } from '../dayTime.ts';
import { intersection, minutesIn, type Interval } from '../intervals.ts';
import { timedParts, type Movement } from '../movement.ts';
import type { TimeRangeRule } from '../ruleSet.ts';
import type { RuleContext, RuleKind } from './ruleKind.ts';

/** The range that begins on a date; it ends the next day when its end is not later than its start. */
function rangeOf({ from, to }: TimeRangeRule, date: PlainDate, clock: Clock): Interval {
  const last = to > from ? date : addDays(date, 1);
  return { from: momentOf(timeOn(date, from), clock), to: momentOf(timeOn(last, to), clock) };
}

/** What a day holds of the range of its own date and of the one that began the evening before. */
function inRange(rule: TimeRangeRule, { date, presence }: Pick<DayTime, 'date' | 'presence'>, clock: Clock) {
  const ranges = [addDays(date, -1), date].map((each) => rangeOf(rule, each, clock));
  return presence.map((piece) => ({ shift: piece.shift, intervals: intersection([piece], ranges) }));
}

/** Minutes of the range in each shift, over the dates it touches, be they of another month of pay. */
function byShift(rule: TimeRangeRule, { presence, clock }: RuleContext): ReadonlyMap<string, number> {
  const minutes = new Map<string, number>();
  for (const [date, pieces] of presence) {
    for (const { shift, intervals } of inRange(rule, { date, presence: pieces }, clock)) {
      minutes.set(shift, (minutes.get(shift) ?? 0) + minutesIn(intervals));
    }
  }
  return minutes;
}

/** Whether a shift holds as much of the range as the rule wants. */
function countsShift(rule: TimeRangeRule, context: RuleContext): (shift: string) => boolean {
  if (rule.leastMinutes <= 0) return () => true;
  const minutes = byShift(rule, context);
  return (shift) => (minutes.get(shift) ?? 0) >= rule.leastMinutes;
}

function postedOn(
  rule: TimeRangeRule,
  day: DayTime,
  counts: (shift: string) => boolean,
  { clock }: RuleContext,
): Movement[] {
  const { code, account, from, to } = rule;
  const kept = inRange(rule, day, clock).filter(({ shift }) => counts(shift));
  const parts = kept.flatMap(({ intervals }) => timedParts(day.date, intervals));
  const minutes = parts.reduce((total, part) => total + part.minutes, 0);
  return minutes === 0
    ? []
    : [{ date: day.date, account, minutes, rule: code, cause: { kind: 'range', from, to }, parts }];
}

export const timeRangeKind: RuleKind<TimeRangeRule> = {
  post(rule, context) {
    const { payDays } = context;
    const counts = countsShift(rule, context);
    const unclocked = payDays.filter(({ untimed }) => untimed > 0);
    return {
      movements: payDays.flatMap((day) => postedOn(rule, day, counts, context)),
      unknown: unclocked.map(({ date }) => ({
        rule: rule.code,
        account: rule.account,
        period: { from: date, to: date },
        why: 'clock',
      })),
    };
  },
};
