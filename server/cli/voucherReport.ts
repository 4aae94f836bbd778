/** A computation as `--json` answers it. */
import type { VoucherReport } from '../../shared/contracts/voucherReport.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import { amountsOf, type VoucherAmounts } from '../../shared/domain/vouchers/amounts.ts';
import type { Taking, VoucherOutcome } from '../../shared/domain/vouchers/outcome.ts';
import type { PersonVouchers, VoucherComputation } from '../../shared/flows/vouchers/computeVouchers.ts';
import { textOf } from '../../shared/flows/vouchers/voucherBook.ts';
import { sumOf, supportOf } from '../../shared/flows/vouchers/writeVouchers.ts';
import { reportedFinding } from './findings.ts';

type ReportedRegulation = VoucherReport['regulations'][number];
type ReportedPerson = VoucherReport['people'][number];

function inCents(amounts: VoucherAmounts): NonNullable<ReportedRegulation['unit']> {
  return {
    faceCents: amounts.face,
    employerCents: amounts.employer,
    cseCents: amounts.cse,
    employeeCents: amounts.employee,
    exemptCents: amounts.exempt,
    reintegratedCents: amounts.reintegrated,
  };
}

/** Each regulation of the order with its totals. */
export function regulationsOf({ regulations, people }: VoucherComputation): ReportedRegulation[] {
  return [...regulations].map(([name, { unit }]) => {
    const own = people.filter(({ outcome }) => outcome.regulation === name).map(({ outcome }) => outcome);
    const vouchers = own.reduce((sum, { count }) => sum + count.ordered, 0);
    return {
      name,
      people: own.filter(({ count }) => count.ordered > 0).length,
      vouchers,
      incomplete: own.filter(({ state }) => state === 'incomplete').length,
      unit: unit && inCents(unit),
      total: unit && inCents(amountsOf(unit, vouchers)),
    };
  });
}

function takingOf(taking: Taking | null): ReportedPerson['lines'][number]['taking'] {
  if (taking?.by === 'absence') return { by: 'absence', accounts: [...taking.accounts], halves: [...taking.halves] };
  return taking && { by: 'meal', nature: taking.nature, isInvitation: taking.host !== null };
}

function linesOf({ lines }: VoucherOutcome): ReportedPerson['lines'] {
  return lines.map(({ date, fact, change, reason, taking, correction }) => {
    return { date, fact, change, reason, taking: takingOf(taking), correction };
  });
}

function personOf(computation: VoucherComputation, person: PersonVouchers): ReportedPerson {
  const { row, outcome } = person;
  return {
    employeeId: outcome.employeeId,
    employeeNumber: textOf(row, 'employeeNumber'),
    regulation: outcome.regulation,
    state: outcome.state,
    support: supportOf(computation, person),
    count: outcome.count,
    sum: sumOf(outcome),
    lines: linesOf(outcome),
  };
}

/** `findings`: all that is to be said, of the sheets and of people. */
export function reportOf(computation: VoucherComputation, findings: readonly Finding[]): VoucherReport {
  return {
    version: 1,
    month: computation.month,
    regulations: regulationsOf(computation),
    people: computation.people.map((person) => personOf(computation, person)),
    findings: findings.map(reportedFinding),
  };
}
