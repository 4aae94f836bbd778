/** A computation in a few lines for a person: what each regulation orders, and what is to be seen. */
import type { Finding } from '../../shared/domain/finding.ts';
import type { VoucherComputation } from '../../shared/flows/vouchers/computeVouchers.ts';
import * as say from '../../shared/messages/fr/vouchers/cli.ts';
import { findingLines, inOrder, namesOf } from './findings.ts';
import { regulationsOf } from './voucherReport.ts';

/** Everything found on the way, errors first, each once: of the sheets, of the regulations that are not valid, of people. */
export function allFindings({ findings, book, people }: VoucherComputation): Finding[] {
  return inOrder([
    ...findings,
    ...book.states.flatMap((each) => each.findings),
    ...people.flatMap(({ outcome }) => outcome.findings),
  ]);
}

/** What is ordered, regulation after regulation, then what is to be seen. */
export function computationLines(computation: VoucherComputation, findings: readonly Finding[]): string[] {
  const regulations = regulationsOf(computation);
  const incomplete = regulations.reduce((sum, each) => sum + each.incomplete, 0);
  return [
    say.monthTitle(computation.month),
    ...regulations.map(({ name, people, vouchers, total }) =>
      say.regulationLine(name, people, vouchers, total && total.faceCents),
    ),
    ...(incomplete > 0 ? [say.incompletePeople(incomplete)] : []),
    ...findingLines(findings, namesOf(computation.book.people)),
  ];
}
