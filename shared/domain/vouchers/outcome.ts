/** What the computation answers for one person and one order, with every date that counts. */
import type { Half } from '../absences/halfDay.ts';
import type { PlainDate, PlainMonth } from '../calendar/plainDate.ts';
import type { Finding } from '../finding.ts';
import type { LedgerEntry, LedgerFact } from './ledger.ts';

/** Why a date gives a voucher, or does not. */
export const dayReasons = [
  'worked',
  'holidayWorked',
  'notPlanned',
  'partialDay',
  'publicHoliday',
  'outsideBenefit',
  'alreadyGiven',
  'unknownPlanning',
] as const;
export type DayReason = (typeof dayReasons)[number];

/** What took a voucher, or would have. */
export type Taking =
  | { readonly by: 'absence'; readonly accounts: readonly string[]; readonly halves: readonly Half[] }
  | { readonly by: 'meal'; readonly nature: string; readonly host: string | null };

/**
 * One date of the explanation. Every line with a `change` counts for that many vouchers: their sum, the manual adjustments and what was
 * carried in make the total. `correction`: the order that is corrected; null inside the windows of this one.
 */
export interface VoucherLine {
  readonly date: PlainDate;
  readonly fact: LedgerFact;
  readonly change: 1 | 0 | -1;
  readonly reason: DayReason | 'taken' | 'alreadyTaken' | 'notEntitled' | 'noLonger';
  readonly taking: Taking | null;
  readonly correction: PlainMonth | null;
}

/** A signed number of vouchers decided by a person. `returned`: vouchers given back, whose employee share is refunded: orders nothing. */
export interface ManualAdjustment {
  readonly kind: 'entitlement' | 'absence' | 'meal' | 'other' | 'returned';
  readonly date: PlainDate | null;
  readonly number: number;
  readonly comment: string;
}

/** Numbers of vouchers. `days − taken + corrections + manual + carriedIn = total = ordered + carriedOut + settlement`. */
export interface VoucherCount {
  readonly days: number;
  readonly taken: number;
  readonly corrections: number;
  readonly manual: number;
  readonly carriedIn: number;
  readonly total: number;
  /** Never negative. */
  readonly ordered: number;
  /** Zero or negative: goes to the next order. */
  readonly carriedOut: number;
  /** Of a person who has left: to give back (positive) or to recover (negative) with the final pay, never ordered. */
  readonly settlement: number;
  readonly returned: number;
}

/** One person in the order of one regulation. */
export interface VoucherOutcome {
  readonly employeeId: string;
  readonly regulation: string;
  readonly month: PlainMonth;
  /** `incomplete`: the planning of a date of the order is not known; nothing is counted, nothing is lost, a later order catches up. */
  readonly state: 'computed' | 'incomplete';
  readonly count: VoucherCount;
  readonly lines: readonly VoucherLine[];
  /** Those that the count counts. */
  readonly manual: readonly ManualAdjustment[];
  /** What validating the order records. */
  readonly entries: readonly LedgerEntry[];
  readonly findings: readonly Finding[];
}
