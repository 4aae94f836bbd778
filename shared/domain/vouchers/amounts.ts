/** What one titre-restaurant costs, to whom, and how much of it escapes contributions. Sources: docs/rules/vouchers.md. */
import { firstDay, lastDay, type PlainMonth } from '../calendar/plainDate.ts';
import type { Finding } from '../finding.ts';
import { cents, portion, times, type Cents } from '../money/money.ts';
import type { EmployerShare, VoucherRegulation, VoucherValue } from './regulation.ts';
import { isUnderLeast, limitFindings, limitsOf, mostOf, type ShareLimits } from './shareLimits.ts';

/** `cap`: the legal cap as known at the end of the order month (what the payslip of the time gave), or as known now. */
export interface AmountSettings {
  readonly month: PlainMonth;
  readonly reintegration: VoucherRegulation['reintegration'];
  readonly cap: 'then' | 'now';
}

/** In cents, of one voucher or of many. `employer + cse + employee = face`; `exempt + reintegrated = employer + cse`. */
export interface VoucherAmounts {
  readonly face: Cents;
  readonly employer: Cents;
  readonly cse: Cents;
  readonly employee: Cents;
  /** Part of employer + CSE free of contributions. */
  readonly exempt: Cents;
  readonly reintegrated: Cents;
}

/** `incomplete`: no amount can be given, and the findings say why. */
export type AmountsOutcome =
  | { readonly kind: 'computed'; readonly unit: VoucherAmounts; readonly findings: readonly Finding[] }
  | { readonly kind: 'incomplete'; readonly findings: readonly Finding[] };

/**
 * The value of the whole order of `month`: the one in force on its first day; for a regulation that begins later in the month, its first one.
 * Undefined when none has begun by the end of the month.
 */
export function valueOfOrder(values: readonly VoucherValue[], month: PlainMonth): VoucherValue | undefined {
  const ordered = [...values].sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
  const begun = ordered.filter(({ from }) => from <= firstDay(month));
  return begun.at(-1) ?? ordered.find(({ from }) => from <= lastDay(month));
}

/**
 * Amounts of one voucher ordered for `settings.month`, with what is wrong or unfavourable in them.
 * 15.00 € with a share of 9.75 € in March 2026 (cap 7.32 €): exempt 7.32, reintegrated 2.43, employee 5.25, and two findings.
 */
export function voucherAmounts(value: VoucherValue, settings: AmountSettings): AmountsOutcome {
  const employer = shareInCents(value.face, value.employerShare);
  const shares = { face: value.face, employer, cse: value.cse };
  const unsound = unsoundShares(shares);
  if (unsound) return { kind: 'incomplete', findings: [unsound] };
  const date = firstDay(settings.month);
  const limits = limitsOf(date, settings.cap === 'then' ? lastDay(settings.month) : undefined);
  if (!limits) return { kind: 'incomplete', findings: [finding('voucherCapUnknown', { date })] };
  const paid = cents(employer + value.cse);
  const exempt = exemptShare(value.face, paid, limits, settings.reintegration);
  const reintegrated = cents(paid - exempt);
  const unit = { ...shares, employee: cents(value.face - paid), exempt, reintegrated };
  return { kind: 'computed', unit, findings: limitFindings(value.face, paid, reintegrated, limits) };
}

/** Totals are unit × number, each exact. */
export function amountsOf(unit: VoucherAmounts, number: number): VoucherAmounts {
  return {
    face: times(unit.face, number),
    employer: times(unit.employer, number),
    cse: times(unit.cse, number),
    employee: times(unit.employee, number),
    exempt: times(unit.exempt, number),
    reintegrated: times(unit.reintegrated, number),
  };
}

function shareInCents(face: Cents, share: EmployerShare): Cents {
  return share.kind === 'amount' ? share.cents : portion(face, share.rate);
}

function exemptShare(
  face: Cents,
  paid: Cents,
  limits: ShareLimits,
  reintegration: AmountSettings['reintegration'],
): Cents {
  const most = mostOf(face, limits);
  const isWhollyLost = isUnderLeast(face, paid, limits) || (reintegration === 'whole' && paid > most);
  if (isWhollyLost) return cents(0);
  return cents(Math.min(paid, most, limits.cap.value));
}

function unsoundShares(shares: Pick<VoucherAmounts, 'face' | 'employer' | 'cse'>): Finding | undefined {
  const { face, employer, cse } = shares;
  if (face <= 0 || employer < 0 || cse < 0) return finding('voucherAmountNegative', { face, employer, cse });
  return employer + cse > face ? finding('voucherSharesOverFace', { face, employer, cse }) : undefined;
}

function finding(code: string, facts: Finding['facts']): Finding {
  return { code, severity: 'error', facts };
}
