/** What a type of rule is to the engine: one file each, none knows another. */
import type { PlainMonth } from '../../calendar/plainDate.ts';
import type { Clock } from '../../calendar/wallTime.ts';
import type { DayTime, Days } from '../dayTime.ts';
import type { GapBounds, Movement } from '../movement.ts';
import type { DateSpan, PersonTime } from '../person.ts';
import type { PresenceByDate } from '../presence.ts';
import type { RuleSet } from '../ruleSet.ts';

/** What was not counted, and why: never taken for nought. `clock`: times of day are wanted and only a duration is known. */
export interface Unknown {
  readonly rule: string;
  readonly account: string;
  readonly period: DateSpan;
  readonly why: 'schedule' | 'clock' | 'waits';
}

export interface RuleContext {
  readonly set: RuleSet;
  readonly person: PersonTime;
  /** Month of pay. */
  readonly month: PlainMonth;
  readonly clock: Clock;
  readonly days: Days;
  /** Presence of those days and around them, whole shifts. */
  readonly presence: PresenceByDate['byDate'];
  /** Days of the month of pay, in order, those that wait left out. */
  readonly payDays: readonly DayTime[];
  /** What the rules before posted. */
  readonly posted: readonly Movement[];
  /** What dates of periods that close in this month gave to the months of pay before: read, and not posted again. */
  readonly carried: readonly Movement[];
  /** Bounds of the gap rules before, by code and first day of their period. */
  readonly bounds: ReadonlyMap<string, ReadonlyMap<string, GapBounds>>;
}

export interface Posting {
  readonly movements: readonly Movement[];
  readonly unknown: readonly Unknown[];
  readonly bounds?: ReadonlyMap<string, GapBounds>;
}

/** `post`: what the rule adds to what was posted before it. Pure; a rule that has passed its checks never fails. */
export interface RuleKind<R> {
  readonly post: (rule: R, context: RuleContext) => Posting;
}
