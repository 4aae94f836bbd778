/** What is known of one person's time, before any rule. */
import type { Half } from '../absences/halfDay.ts';
import type { PlainDate } from '../calendar/plainDate.ts';
import type { HalfMinutes } from '../calendar/plannedTimes.ts';
import type { WallTime } from '../calendar/wallTime.ts';

/** Presence between two times of a clock; it may go past midnight. */
export interface TimedEntry {
  readonly id: string;
  readonly start: WallTime;
  readonly end: WallTime;
  readonly breaks: readonly { readonly start: WallTime; readonly end: WallTime }[];
  /** Duration that Lucca gives, breaks left out; null where none is given. */
  readonly statedMinutes: number | null;
}

/** Presence of which only the date and the duration are known. */
export interface UntimedEntry {
  readonly id: string;
  readonly date: PlainDate;
  readonly minutes: number;
}

/**
 * What a date is before anybody worked it. `contractual`: by the work cycle. `theoretical`: with public holidays and changes of planning.
 * Null: the schedule does not say in hours.
 */
export interface PlannedTime {
  readonly contractual: HalfMinutes | null;
  readonly theoretical: HalfMinutes | null;
  readonly isWeeklyRest: boolean;
  /** A public holiday of the person's calendar. 1 May is a nature of its own (art. L3133-4). */
  readonly holiday: 'none' | 'legal' | 'firstOfMay';
  /** The « journée de solidarité » of the establishment (art. L3133-7). */
  readonly isSolidarity: boolean;
}

/** An approved absence on one half of a date. `minutes`: of an account kept in hours; null where it takes the half whole. */
export interface TimeAbsence {
  readonly date: PlainDate;
  readonly half: Half;
  readonly accountId: string;
  readonly minutes: number | null;
}

/** A contract from its first to its last day; null: without end. */
export interface TimeContract {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly isPartTime: boolean;
  /** What a week of the contract holds, when it is known: the pro rata of the solidarity day. */
  readonly weeklyMinutes: number | null;
}

/** Both ends are inside. */
export interface DateSpan {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export interface PersonTime {
  readonly employeeId: string;
  /** Zone of the establishment, `'Europe/Paris'`. */
  readonly zone: string;
  readonly contracts: readonly TimeContract[];
  readonly planned: ReadonlyMap<PlainDate, PlannedTime>;
  readonly timed: readonly TimedEntry[];
  readonly untimed: readonly UntimedEntry[];
  readonly absences: readonly TimeAbsence[];
  /** Sheets that are missing or not approved yet: their weeks wait. */
  readonly unapproved: readonly DateSpan[];
  /** Minutes on each account when the span begins. */
  readonly opening: ReadonlyMap<string, number>;
}
