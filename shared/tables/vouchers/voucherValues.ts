/** What a voucher is worth in one version of a regulation, and what the law says of it. */
import { monthOf } from '../../domain/calendar/plainDate.ts';
import type { PlainDate } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { basisPoints, cents, type Cents } from '../../domain/money/money.ts';
import { voucherAmounts } from '../../domain/vouchers/amounts.ts';
import type { EmployerShare, VoucherRegulation, VoucherValue } from '../../domain/vouchers/regulation.ts';
import type { HeldVersion } from './regulationVersions.ts';

/** Euros as typed, in whole hundredths; undefined past the cent. 0.1 + 0.2 of a formula is 0.30. */
function hundredths(amount: number): number | undefined {
  const whole = Math.round(amount * 100);
  return Math.abs(amount * 100 - whole) < 1e-6 && Number.isSafeInteger(whole) ? whole : undefined;
}

function euros(version: HeldVersion, key: string): Cents | undefined {
  const typed = version.number(key);
  if (typed === null) return undefined;
  const whole = hundredths(typed);
  if (whole === undefined) version.say(key, 'voucherNotCents');
  return whole === undefined ? undefined : cents(whole);
}

/** 60, or 0.6 of a cell that Excel shows as 60 %: no employer's share is one percent or less. */
function rate(version: HeldVersion): EmployerShare | undefined {
  const typed = version.number('sharePercent') ?? 0;
  const whole = hundredths(typed > 0 && typed <= 1 ? typed * 100 : typed);
  if (whole === undefined) version.say('sharePercent', 'voucherNotHundredths');
  return whole === undefined ? undefined : { kind: 'rate', rate: basisPoints(whole) };
}

function shareOf(version: HeldVersion): EmployerShare | undefined {
  const [amount, percent] = [version.number('shareAmount'), version.number('sharePercent')];
  if (amount !== null && percent !== null) version.say('sharePercent', 'voucherShareTwice');
  else if (percent !== null) return rate(version);
  else if (amount !== null) {
    const share = euros(version, 'shareAmount');
    return share === undefined ? undefined : { kind: 'amount', cents: share };
  } else if (!version.isUnreadable('shareAmount') && !version.isUnreadable('sharePercent'))
    version.say('shareAmount', 'voucherShareMissing');
  return undefined;
}

/** The value of a version, undefined where it cannot be told; what is wrong is said at the cells. */
export function valueOf(version: HeldVersion): VoucherValue | undefined {
  const isFaceMissing = version.number('face') === null && !version.isUnreadable('face');
  if (isFaceMissing) version.say('face', 'voucherFaceMissing');
  const [face, share] = [euros(version, 'face'), shareOf(version)];
  const cse = version.number('cse') === null ? cents(0) : euros(version, 'cse');
  if (face === undefined || share === undefined || cse === undefined) return undefined;
  return { from: version.from, face, employerShare: share, cse };
}

/** Wrong in any country. */
const arithmetic = new Set(['voucherAmountNegative', 'voucherSharesOverFace']);

function severityOf({ code, severity }: Finding, isOrdered: boolean): Finding['severity'] {
  return code === 'voucherShareUnderMinimum' && isOrdered ? 'warning' : severity;
}

/** `on`: first day that is still to be ordered; what ended before is history. `isOrdered`: an order was made with the regulation. */
interface LimitCheck {
  readonly on: PlainDate;
  readonly isFrench: boolean;
  readonly isOrdered: boolean;
  readonly reintegration: VoucherRegulation['reintegration'];
}

/**
 * Says at the cells of a version what its shares cost, on its first day or on `on` if later. A share under the legal least is refused in
 * France for a regulation that nothing was ordered with; told of the others.
 */
export function sayLimits(version: HeldVersion, value: VoucherValue, check: LimitCheck): void {
  if (version.until !== null && version.until < check.on) return;
  const date = value.from > check.on ? value.from : check.on;
  const { findings } = voucherAmounts(value, {
    month: monthOf(date),
    reintegration: check.reintegration,
    cap: 'now',
  });
  const key = value.employerShare.kind === 'rate' ? 'sharePercent' : 'shareAmount';
  for (const finding of findings) {
    if (!check.isFrench && !arithmetic.has(finding.code)) continue;
    version.at(key).row.tell(key, { ...finding, severity: severityOf(finding, check.isOrdered) });
  }
}
