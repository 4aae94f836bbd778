/** What preparing the sheets of a month did, and why it could not be prepared or computed. */
import type { Connection } from '../../shared/contracts/schemas.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { ApplyError, ApplyReport } from '../../shared/flows/apply.ts';
import type { BookError } from '../../shared/flows/book.ts';
import type { MirrorError } from '../../shared/flows/mirrorPages.ts';
import * as say from '../../shared/messages/fr/cli.ts';
import { findingText } from '../../shared/messages/fr/findings.ts';
import * as pane from '../../shared/messages/fr/pane.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { findingLines, reportedFinding } from './findings.ts';
import { outcome, type Outcome } from './outcome.ts';
import { applyOutcome, bookOutcome, serviceOutcome } from './sentences.ts';

/** Failures that sheets of titres-restaurant and of working time share. */
type MonthError =
  | { readonly code: 'book'; readonly error: BookError }
  | { readonly code: 'service'; readonly error: MirrorError }
  | { readonly code: 'apply'; readonly error: ApplyError }
  | { readonly code: 'pending' }
  | { readonly code: 'otherAccount'; readonly account: string }
  | { readonly code: 'tables' | 'unsound'; readonly findings: readonly Finding[] };

export function unsoundOutcome(findings: readonly Finding[]): Outcome {
  return outcome('workbook', findingLines(findings), { code: 'unsound', findings: findings.map(reportedFinding) });
}

export function monthOutcome(error: MonthError): Outcome {
  switch (error.code) {
    case 'book':
      return bookOutcome(error.error);
    case 'service':
      return serviceOutcome(error.error);
    case 'apply':
      return applyOutcome(error.error);
    case 'pending':
      return outcome('attention', [`${pane.pendingTitle}. ${say.resumeFirst}`], { code: error.code });
    case 'otherAccount':
      return outcome('workbook', [`${pane.otherAccountTitle}. ${pane.otherAccountBody(error.account)}`], {
        code: error.code,
      });
    case 'tables':
      return outcome('workbook', [`${pane.tablesTitle} :`, ...error.findings.map(findingText)], { code: error.code });
    case 'unsound':
      return unsoundOutcome(error.findings);
  }
}

/** What preparing the sheets did, and what the key lacks. */
export function preparedLines(
  { created, added }: ApplyReport & { readonly created: readonly TableDeclaration[] },
  { mirror }: Connection,
): string[] {
  const rights = mirror?.missingRights ?? [];
  return [
    ...(created.length > 0 ? [say.sheetsCreated(created.map(({ title }) => title))] : []),
    ...(added > 0 ? [say.rowsBrought(added)] : []),
    ...(rights.length > 0 ? [say.missingRights(rights)] : []),
  ];
}
