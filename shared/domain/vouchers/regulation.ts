/** What an accountant decides about titres-restaurant, as rules take it: « Réglementaires TR » and the impacts. */
import type { PlainDate, PlainMonth } from '../calendar/plainDate.ts';
import type { BasisPoints, Cents } from '../money/money.ts';

/** The month of the order, or the one before. */
export type MonthShift = 'M' | 'M-1';

/** Every month has such a day. */
export const LAST_START_DAY = 28;

export interface VoucherRules {
  readonly days: MonthShift;
  readonly absences: MonthShift;
  readonly expenses: MonthShift;
  /** 1 to `LAST_START_DAY`. Above 1, month M runs from that day of the calendar month before to the day before it in M. */
  readonly startDay: number;
  /** True: a date of which one half only is worked gives nothing, unless the half includes the meal. */
  readonly partialDaysDeduct: boolean;
  /** When hours of absence remove a half: when they cover it, or as soon as there are any. */
  readonly hourAbsence: 'full' | 'any';
  /** From which state of its report a meal takes a voucher. */
  readonly mealStage: 'controlled' | 'exported';
}

export type EmployerShare =
  { readonly kind: 'amount'; readonly cents: Cents } | { readonly kind: 'rate'; readonly rate: BasisPoints };

/** What a voucher is worth, from a date on. */
export interface VoucherValue {
  readonly from: PlainDate;
  readonly face: Cents;
  readonly employerShare: EmployerShare;
  /** Share of the works council (CSE), added to the employer's for the limits. */
  readonly cse: Cents;
}

/** Whether a leave account or an expense nature deducts, from a date on; null from ever. */
export interface Impact {
  readonly from: PlainDate | null;
  readonly deducts: boolean;
}

/** By identifier of the account or of the nature. One that is absent was never decided. */
export type Impacts = ReadonlyMap<string, readonly Impact[]>;

/**
 * The first month handled here (« Reprise »): what the dates before its days window are.
 * `first`: they were never given and take nothing. `elsewhere`: they were given by an order made elsewhere; their absences and meals are taken.
 */
export interface VoucherStart {
  readonly kind: 'first' | 'elsewhere';
  readonly month: PlainMonth;
}

export interface VoucherRegulation {
  readonly key: string;
  readonly rules: VoucherRules;
  readonly start: VoucherStart;
  readonly accounts: Impacts;
  readonly natures: Impacts;
  /** In order of date. */
  readonly values: readonly VoucherValue[];
  /** What is reintegrated when the share is outside its limits: the excess (BOSS), or the whole (openfisca). */
  readonly reintegration: 'boss' | 'whole';
}

/** Whether `id` deducts on `date`: undefined when nobody decided. The latest decision that has begun counts. */
export function deductsOn(impacts: Impacts, id: string, date: PlainDate): boolean | undefined {
  let latest: Impact | undefined;
  for (const each of impacts.get(id) ?? []) {
    const hasBegun = each.from === null || each.from <= date;
    const isLater = latest?.from == null || (each.from !== null && each.from >= latest.from);
    if (hasBegun && isLater) latest = each;
  }
  return latest?.deducts;
}
