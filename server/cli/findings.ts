/** What was found, as a command tells it: to a person by cell or by name, to a machine by code and place. */
import { pathText } from '../../shared/contracts/readDocument.ts';
import type { ReportedFinding } from '../../shared/contracts/reportedFinding.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { BookRow } from '../../shared/flows/book.ts';
import { textOf } from '../../shared/flows/vouchers/regulationReadings.ts';
import * as say from '../../shared/messages/fr/cli.ts';
import { inDocument } from '../../shared/messages/fr/documents.ts';
import { findingText } from '../../shared/messages/fr/findings.ts';
import { column } from '../../shared/tables/declaration.ts';
import { tableNamed } from '../../shared/tables/tables.ts';

const SHOWN = 20;
const rank: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, info: 2 };

/** Errors first, each once. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const told = new Map(findings.map((each) => [JSON.stringify([findingText(each), each.place, each.subject]), each]));
  return [...told.values()].sort((a, b) => rank[a.severity] - rank[b.severity]);
}

/** Names of the people of « Salariés », by identifier. */
export function namesOf(people: readonly BookRow[]): ReadonlyMap<string, string> {
  return new Map(
    people.map((row) => {
      const parts = ['lastName', 'firstName', 'employeeNumber'].map((key) => textOf(row, key));
      return [row.key, parts.filter((part) => part !== '').join(' ')];
    }),
  );
}

/** A finding with its cell, or its line of a document, when it stands in one. */
export function findingLine(finding: Finding): string {
  const { table, sheet, address, line, column: key } = finding.place ?? {};
  const sentence = findingText(finding);
  if (table !== undefined && line !== undefined && key !== undefined) {
    const declaration = tableNamed(table);
    return inDocument(declaration.title, line, column(declaration, key).heading, sentence);
  }
  return sheet !== undefined && address !== undefined ? say.findingAt(sheet, address, sentence) : `  ${sentence}`;
}

/** The first findings, each with its cell or its person. */
export function findingLines(findings: readonly Finding[], names: ReadonlyMap<string, string> = new Map()): string[] {
  const lines = findings.slice(0, SHOWN).map((finding) => {
    const person = finding.place ? undefined : names.get(finding.subject ?? '');
    return person === undefined ? findingLine(finding) : say.personFinding(person, findingText(finding));
  });
  const more = findings.length - SHOWN;
  const title = findings.length === 0 ? [] : [say.toSee(findings.length)];
  return [...title, ...lines, ...(more > 0 ? [say.andMore(more)] : [])];
}

/** `tables.Passerelle_TR_Reglementaires[1].face`, for what stands in a document. */
function pathOf(place: Finding['place']): string | null {
  const { table, line, column } = place ?? {};
  return table === undefined || line === undefined ? null : pathText(['tables', table, line - 1, column ?? []].flat());
}

export function reportedFinding(finding: Finding): ReportedFinding {
  const { code, severity, subject, place } = finding;
  const where = { sheet: place?.sheet ?? null, address: place?.address ?? null, path: pathOf(place) };
  return { code, severity, subject: subject ?? null, ...where, sentence: findingText(finding) };
}
