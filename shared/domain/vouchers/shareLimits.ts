/** The three limits of the share paid by the employer and the works council (CSE), taken together, and what is said when one is missed. */
import type { PlainDate } from '../calendar/plainDate.ts';
import type { Finding } from '../finding.ts';
import { valueOn, type ValueInForce } from '../legal/datedValue.ts';
import { exemptionCaps, shareBounds, type ShareBounds } from '../legal/mealVouchers.ts';
import { portion, type Cents } from '../money/money.ts';

const WHOLE = 10_000;

export interface ShareLimits {
  readonly cap: ValueInForce<Cents>;
  readonly bounds: ValueInForce<ShareBounds>;
}

/** The limits in force on `date`, the cap as known on `knownOn` or now; undefined where the legal tables do not reach. */
export function limitsOf(date: PlainDate, knownOn?: PlainDate): ShareLimits | undefined {
  const cap = valueOn(exemptionCaps, date, knownOn);
  const bounds = valueOn(shareBounds, date);
  return cap && bounds ? { cap, bounds } : undefined;
}

/** Exact, without rounding: 4.49 € is under half of 8.99 €, 4.50 € is not. `paid`: employer and CSE, per voucher. */
export function isUnderLeast(face: Cents, paid: Cents, { bounds }: ShareLimits): boolean {
  return paid * WHOLE < face * bounds.value.least;
}

/** Largest share of `face`, rounded to the cent: 9.26 € → 5.56 €, so that a share given as the very rate is never beyond it. */
export function mostOf(face: Cents, { bounds }: ShareLimits): Cents {
  return portion(face, bounds.value.most);
}

/** What a share costs when it misses limits: every limit missed, not the first only, and what the law itself needs to say. */
export function limitFindings(face: Cents, paid: Cents, reintegrated: Cents, limits: ShareLimits): Finding[] {
  const { cap, bounds } = limits;
  const facts = { face, paid, reintegrated };
  const findings = [...cap.findings, ...bounds.findings];
  if (isUnderLeast(face, paid, limits)) {
    const lost = { ...facts, rate: bounds.value.least };
    findings.push({ code: 'voucherShareUnderMinimum', severity: 'error', facts: lost, source: bounds.source });
  }
  if (paid > mostOf(face, limits)) {
    const excess = { ...facts, rate: bounds.value.most };
    findings.push({ code: 'voucherShareOverMaximum', severity: 'warning', facts: excess, source: bounds.source });
  }
  if (paid > cap.value) {
    const excess = { ...facts, cap: cap.value };
    findings.push({ code: 'voucherShareOverCap', severity: 'warning', facts: excess, source: cap.source });
  }
  return findings;
}
