/** What « Correspondance champs » makes of a review: what it reads no more, and that it changed, lest everybody seem to have changed. */
import type { Connection } from '../contracts/schemas.ts';
import type { Finding } from '../domain/finding.ts';
import { employeeField, employeeFields } from '../domain/people/employeeFields.ts';
import { changedFields } from '../domain/people/mapping/fieldMapping.ts';
import type { ReviewItem } from '../domain/review/review.ts';
import { fieldMappingTable } from '../tables/fieldMappingTable.ts';

/** Fields named in a finding; the others are counted. */
const NAMED = 6;

function finding(code: string, headings: readonly string[], severity: Finding['severity'] = 'warning'): Finding[] {
  if (headings.length === 0) return [];
  const facts = { headings: headings.slice(0, NAMED).join(', '), more: Math.max(0, headings.length - NAMED) };
  return [{ code, severity, place: { table: fieldMappingTable.name }, facts }];
}

/** Headings of the fields that a mapping binds to nothing. */
function unbound(read: string, isAsked: (required: boolean) => boolean): string[] {
  const none = new Set(read.split(' ').filter((each) => each.endsWith('=none')));
  return employeeFields
    .filter(({ key, required }) => none.has(`${key}=none`) && isAsked(required))
    .map((each) => each.heading);
}

/** Headings of the fields of which the mapping says why nobody is given them: no right is missing. */
export function explainedByMapping({ fieldMapping }: Connection): ReadonlySet<string> {
  return new Set([...(fieldMapping?.vanished ?? []), ...unbound(fieldMapping?.read ?? '', () => true)]);
}

/** The fields that the review changes for somebody. */
function changedIn(items: readonly ReviewItem[]): ReadonlySet<string> {
  const known = items.filter(({ kind }) => kind !== 'added');
  return new Set(known.flatMap(({ changes }) => changes.map(({ column }) => column)));
}

/**
 * `before`: the mapping of the last update of the workbook, as `mappingText` writes it, '' without one. `items`: the differences of « Salariés »: a
 * change of mapping that changes nothing is not worth a word.
 */
export function mappingFindings({ fieldMapping }: Connection, before: string, items: readonly ReviewItem[]): Finding[] {
  const read = fieldMapping?.read ?? '';
  const columns = changedIn(items);
  const moved = changedFields(before, read).filter((key) => columns.has(key));
  return [
    ...finding(
      before === '' ? 'mappingFirst' : 'mappingChanged',
      moved.map((key) => employeeField(key).heading),
    ),
    ...finding('mappingVanished', fieldMapping?.vanished ?? []),
    ...finding(
      'mappingUnbound',
      unbound(read, (required) => required),
    ),
  ];
}
