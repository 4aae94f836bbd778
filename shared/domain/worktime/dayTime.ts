/** A date of a person once everything known of it is put together: where presence lies, and what each counter holds. */
import type { Half } from '../absences/halfDay.ts';
import type { PlainDate } from '../calendar/plainDate.ts';
import { minutesIn, type Interval } from './intervals.ts';
import type { Assimilation, CounterName, DayNature } from './ruleSet.ts';

/** Presence without a hole, in minutes of the clock of the set. `shift`: the first of the entries in a row, breaks aside, that it comes from. */
export interface Presence extends Interval {
  readonly shift: string;
}

/** Minutes, or null once one of them is not known. */
export function sum(parts: readonly (number | null)[]): number | null {
  return parts.reduce((total, each) => (total === null || each === null ? null : total + each), 0);
}

/** Minutes, or null when something that they rest on is not known. */
export type Counters = Readonly<Record<CounterName, number | null>>;

/** An absence of half a day, and what it is taken for. `minutes`: null where the schedule does not say them. */
export interface Absent {
  readonly half: Half;
  readonly minutes: number | null;
  readonly takenAs: Assimilation;
}

export interface DayTime {
  readonly date: PlainDate;
  /** In order, none over another; cut at midnight, breaks left out. */
  readonly presence: readonly Presence[];
  /** Presence of which only the duration is known. */
  readonly untimed: number;
  /** The part of presence that is the solidarity day: in no counter, on no account but its own. */
  readonly solidarity: { readonly presence: readonly Presence[]; readonly untimed: number };
  /** Absences that count as such. */
  readonly absent: readonly Absent[];
  readonly counters: Counters;
  readonly natures: ReadonlySet<DayNature>;
  /** Its week has a sheet that is missing or not approved: nothing is posted. */
  readonly waits: boolean;
}

/** Days of a person, by date. A date that is not there is under no contract. */
export type Days = ReadonlyMap<PlainDate, DayTime>;

/** All that was worked on a day: presence and the solidarity day, which is work too. */
export function allWorked({ presence, untimed, solidarity }: DayTime): {
  readonly presence: readonly Presence[];
  readonly untimed: number;
} {
  return { presence: [...solidarity.presence, ...presence], untimed: solidarity.untimed + untimed };
}

/** Minutes of the solidarity day. */
export function solidarityOf({ solidarity }: DayTime): number {
  return minutesIn(solidarity.presence) + solidarity.untimed;
}

/** Effective time with the absences that count for the weekly threshold of overtime, and for nothing else. */
export function weeklyEffective({ counters, absent }: DayTime): number | null {
  return sum([counters.effective, ...absent.filter(({ takenAs }) => takenAs === 'weeklyThreshold').map(minutesOf)]);
}

function minutesOf({ minutes }: Absent): number | null {
  return minutes;
}
