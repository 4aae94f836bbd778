/** What an accountant decides about working time, as rules take it: « Réglementaires de temps », « Comptes de temps », « Règles de temps ». */
import type { PlainDate } from '../calendar/plainDate.ts';
import type { BasisPoints } from '../money/money.ts';

/** `presence`: what was declared. `effective`: with absences taken for work. `paid`: with absences that count as such. `contractual`: the work
 * cycle. `theoretical`: the cycle with holidays and changes of planning. */
export const counterNames = ['presence', 'effective', 'paid', 'contractual', 'theoretical'] as const;
export type CounterName = (typeof counterNames)[number];

export interface TimeAccount {
  readonly code: string;
  readonly name: string;
  /** Premium of an hour on this account: 25 % is 2,500. Null: the account bears none. */
  readonly premium: BasisPoints | null;
  /** Fed by a transfer that a rule does not tell: payroll, or rest accounts. */
  readonly isTransferable: boolean;
}

/** Taken for working time never, always, or for the weekly threshold of overtime only (Cass. soc. 10/09/2025, n° 23-14.455). */
export type Assimilation = 'none' | 'effective' | 'weeklyThreshold';

/** How an account of absence counts. `assimilation`: by first day, in order. */
export interface AbsenceTreatment {
  readonly assimilation: readonly { readonly from: PlainDate | null; readonly value: Assimilation }[];
  /** False: « un jour posé n'est pas décompté comme une absence » (telework): presence holds that time already. */
  readonly isAbsence: boolean;
}

export type GapPeriod =
  | { readonly unit: 'day' | 'month' | 'year' }
  /** Weeks in a row; `anchor`: a Monday on which a group of them begins. */
  | { readonly unit: 'week'; readonly count: number; readonly anchor: PlainDate };

/** A share of a counter, 11/10 of the contract; what goes beyond the counter is rounded to the minute or to the hour. */
export interface CounterShare {
  readonly name: CounterName;
  readonly numerator: number;
  readonly denominator: number;
  readonly roundTo: 'minute' | 'hour';
}

interface OfRule {
  /** Unique in its set. */
  readonly code: string;
}

/**
 * « Règle d'écart ». The lower bound is the highest of those given; « à partir de la Nᵉ heure » is (N − 1) hours, « jusqu'à la Nᵉ incluse » N.
 * `after`: begins where the gap rule of that code ends. `over` posts what is measured between the bounds, `under` what lacks to the lower one.
 */
export interface GapRule extends OfRule {
  readonly kind: 'gap';
  readonly account: string;
  readonly direction: 'over' | 'under';
  readonly measured: 'presence' | 'effective' | 'paid';
  readonly period: GapPeriod;
  readonly lower: {
    readonly counter?: CounterName;
    readonly fromHour?: number;
    readonly after?: string;
  };
  readonly upper: {
    readonly toHour?: number;
    readonly counter?: CounterShare;
  };
  /** Whose hours it counts: overtime is of full time, additional hours are of part time (art. L3123-8, L3121-28). */
  readonly contracts: 'fullTime' | 'partTime';
}

/** 1 is Monday, 7 Sunday. */
export const dayNatures = ['holiday', 'firstOfMay', 'weeklyRest', 'solidarity', 1, 2, 3, 4, 5, 6, 7] as const;
export type DayNature = (typeof dayNatures)[number];

/** « Règle des jours chômés »: presence on days of one of the natures. */
export interface DaysOffRule extends OfRule {
  readonly kind: 'daysOff';
  readonly account: string;
  readonly natures: readonly DayNature[];
}

/** « Règle des plages horaires »: presence from a time to another, of the next day when it is not later. */
export interface TimeRangeRule extends OfRule {
  readonly kind: 'timeRange';
  readonly account: string;
  /** `'21:00'`. */
  readonly from: string;
  readonly to: string;
  /** A shift that holds less of the range gives nothing. */
  readonly leastMinutes: number;
}

/** « Règle de non-cumul »: minutes on several of `accounts` stay on one: the highest premium, or `explicit`. */
export interface NonCumulativeRule extends OfRule {
  readonly kind: 'nonCumulative';
  readonly accounts: readonly string[];
  readonly explicit: string | null;
}

/**
 * « Règle comptable ». `cap`: what the balance, or the movements of the period, hold beyond `limit` leaves the account. `transfer`: all of them.
 * What leaves goes to `to` times `factor` (in basis points: an hour at 25 % is 12,500 of rest), or nowhere.
 */
export interface AccountingRule extends OfRule {
  readonly kind: 'accounting';
  readonly account: string;
  readonly operation:
    | { readonly name: 'cap'; readonly on: 'balance' | 'movements'; readonly limit: number }
    | { readonly name: 'transfer' };
  readonly period: 'week' | 'month';
  readonly to: { readonly account: string; readonly factor: BasisPoints } | null;
}

export type TimeRule = GapRule | DaysOffRule | TimeRangeRule | NonCumulativeRule | AccountingRule;

export interface RuleSet {
  readonly name: string;
  /** In order: a rule reads what those before it posted. */
  readonly rules: readonly TimeRule[];
  /** In the order of the sheets. */
  readonly accounts: readonly TimeAccount[];
  /** By identifier of the account of absence. One that is left out is taken for no work. */
  readonly absences: ReadonlyMap<string, AbsenceTreatment>;
  /** `completeWeeks`: every movement of a week is of the month in which it closes. `civil`: daily movements are of the month of their date. */
  readonly month: 'completeWeeks' | 'civil';
  /** A night during which the clocks change counts the hours that passed, or those of the wall. */
  readonly clockChange: 'real' | 'wall';
  /** Forfait-jours, cadres dirigeants: nothing is counted in hours (art. L3111-2, L3121-62). */
  readonly countsHours: boolean;
}
