/** A computation in a few lines for a person: what each regulation orders, and what is to be seen. */
import type { Finding } from '../../shared/domain/finding.ts';
import type { VoucherComputation } from '../../shared/flows/vouchers/computeVouchers.ts';
import { textOf } from '../../shared/flows/vouchers/voucherBook.ts';
import { andMore } from '../../shared/messages/fr/cli.ts';
import { findingText } from '../../shared/messages/fr/findings.ts';
import * as say from '../../shared/messages/fr/vouchers/cli.ts';
import { regulationsOf } from './voucherReport.ts';
import { findingLine } from './workbook.ts';

const SHOWN = 20;
const rank: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, info: 2 };

/** Everything found on the way, errors first, each once: of the sheets, of the regulations that are not valid, of people. */
export function allFindings({ findings, book, people }: VoucherComputation): Finding[] {
  const told = new Map<string, Finding>();
  const all = [
    ...findings,
    ...book.states.flatMap((each) => each.findings),
    ...people.flatMap(({ outcome }) => outcome.findings),
  ];
  for (const finding of all) told.set(JSON.stringify([findingText(finding), finding.place, finding.subject]), finding);
  return [...told.values()].sort((a, b) => rank[a.severity] - rank[b.severity]);
}

/** Names of the people of « Salariés », by identifier. */
function namesOf({ book }: VoucherComputation): ReadonlyMap<string, string> {
  return new Map(
    book.people.map((row) => {
      const parts = ['lastName', 'firstName', 'employeeNumber'].map((key) => textOf(row, key));
      return [row.key, parts.filter((part) => part !== '').join(' ')];
    }),
  );
}

/** The first findings, each with its cell or its person. */
export function findingLines(findings: readonly Finding[], names: ReadonlyMap<string, string> = new Map()): string[] {
  const lines = findings.slice(0, SHOWN).map((finding) => {
    const person = finding.place ? undefined : names.get(finding.subject ?? '');
    return person === undefined ? findingLine(finding) : say.personFinding(person, findingText(finding));
  });
  const more = findings.length - SHOWN;
  const title = findings.length === 0 ? [] : [say.toSee(findings.length)];
  return [...title, ...lines, ...(more > 0 ? [andMore(more)] : [])];
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
    ...findingLines(findings, namesOf(computation)),
  ];
}
