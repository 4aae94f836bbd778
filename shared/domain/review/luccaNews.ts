/** What Lucca shows since a moment, told in one go: the changes of several readings as one, and whose file is not complete. */
import { parsePlainDate, type PlainDate } from '../calendar/plainDate.ts';
import { normalText } from '../people/checks/formats.ts';
import type { Employee, EmployeeValue } from '../people/employee.ts';
import { employeeField, type EmployeeFieldKey } from '../people/employeeFields.ts';
import { missingFields } from '../people/missingFields.ts';
import { personText } from '../people/personText.ts';
import type { MirrorChange } from './mirrorChanges.ts';

/** `values`: null where they may not be shown. */
export interface FieldNews {
  readonly field: EmployeeFieldKey;
  readonly way: 'filled' | 'emptied' | 'changed';
  readonly values: { readonly before: EmployeeValue; readonly after: EmployeeValue } | null;
}

export interface PersonNews {
  readonly person: string;
  readonly fields: readonly FieldNews[];
  /** Half-days. */
  readonly absencesAdded: number;
  readonly absencesRemoved: number;
}

export interface LuccaNews {
  /** Lines of the change log. */
  readonly changes: number;
  readonly changed: readonly PersonNews[];
  readonly arrivals: readonly { readonly person: string; readonly from: PlainDate | null; readonly isBack: boolean }[];
  readonly ends: readonly { readonly person: string; readonly on: PlainDate; readonly isReached: boolean }[];
  /** People whom Lucca no longer shows. */
  readonly gone: readonly string[];
  readonly incomplete: readonly { readonly person: string; readonly missing: readonly EmployeeFieldKey[] }[];
}

export interface NewsInput {
  /** Oldest first. */
  readonly changes: readonly MirrorChange[];
  readonly employees: readonly Employee[];
  /** Headings of the fields that Lucca gives for nobody. */
  readonly unread: ReadonlySet<string>;
  /** Date of the news before; null when there were none. */
  readonly since: PlainDate | null;
  readonly today: PlainDate;
}

/** Shown to anybody in the workbook, and yet never written in a mail. */
const CONTACTS: ReadonlySet<string> = new Set(['workPhone', 'workEmail']);

/** Whether the values of a field may stand in a mail: `lastName` may, `iban` may not. */
export function mayBeMailed(field: string): boolean {
  return employeeField(field).sensitivity === 'open' && !CONTACTS.has(field);
}

/** A title comes from wherever the customer says: what is none may be anything. */
function isTellable(field: string, value: EmployeeValue): boolean {
  return field !== 'civilTitle' || isEmpty(value) || normalText('title', String(value)) !== undefined;
}

/** Everything that happened to one person. */
function byPerson(changes: readonly MirrorChange[]): Map<string, MirrorChange[]> {
  const found = new Map<string, MirrorChange[]>();
  for (const change of changes) {
    const known = found.get(change.employeeId);
    if (known) known.push(change);
    else found.set(change.employeeId, [change]);
  }
  return found;
}

function isEmpty(value: EmployeeValue): boolean {
  return value === null || value === '';
}

function fieldNews(changes: readonly MirrorChange[]): FieldNews[] {
  const spans = new Map<string, { before: EmployeeValue; after: EmployeeValue }>();
  for (const { kind, field, before, after } of changes) {
    if (kind === 'changed' && field !== null)
      spans.set(field, { before: spans.has(field) ? (spans.get(field)?.before ?? null) : before, after });
  }
  return [...spans].flatMap(([field, { before, after }]): FieldNews[] => {
    if (before === after) return [];
    const way = isEmpty(before) ? 'filled' : isEmpty(after) ? 'emptied' : 'changed';
    const { key } = employeeField(field);
    const isShown = mayBeMailed(field) && [before, after].every((each) => isTellable(field, each));
    return [{ field: key as EmployeeFieldKey, way, values: isShown ? { before, after } : null }];
  });
}

const countOf = (changes: readonly MirrorChange[], kind: MirrorChange['kind']) =>
  changes.filter((each) => each.kind === kind).length;

function cameOrWent(changes: readonly MirrorChange[]): MirrorChange | undefined {
  return changes.filter(({ kind }) => kind === 'arrived' || kind === 'returned' || kind === 'gone').at(-1);
}

/** The day a contract ends, when that was said, or came, since the news before. */
function endOf(employee: Employee, fields: readonly FieldNews[], { since, today }: NewsInput) {
  const { contractEnd } = employee.values;
  const on = typeof contractEnd === 'string' ? parsePlainDate(contractEnd) : undefined;
  if (on === undefined) return [];
  const isReached = on <= today;
  const isNew = fields.some(({ field }) => field === 'contractEnd');
  const isDue = since !== null && on > since && isReached;
  return isNew || isDue ? [{ person: personText(employee), on, isReached }] : [];
}

function changedOf(employee: Employee, changes: readonly MirrorChange[]): PersonNews[] {
  // A contract that ends is told with those that end.
  const fields = fieldNews(changes).filter(({ field, way }) => field !== 'contractEnd' || way === 'emptied');
  const [absencesAdded, absencesRemoved] = [countOf(changes, 'absenceAdded'), countOf(changes, 'absenceRemoved')];
  if (fields.length === 0 && absencesAdded === 0 && absencesRemoved === 0) return [];
  return [{ person: personText(employee), fields, absencesAdded, absencesRemoved }];
}

function arrivalOf(employee: Employee, isBack: boolean) {
  const { contractStart } = employee.values;
  const from = typeof contractStart === 'string' ? (parsePlainDate(contractStart) ?? null) : null;
  return { person: personText(employee), from, isBack };
}

function incompleteOf(employees: readonly Employee[], { unread, today }: NewsInput): LuccaNews['incomplete'] {
  return employees.flatMap((each) => {
    const missing = missingFields(each, unread, today);
    return missing.length === 0 ? [] : [{ person: personText(each), missing }];
  });
}

/**
 * The news of `changes`, people in the order of `employees`. A field that changed twice is told once, one that came back is not; who came
 * and left meanwhile is not. A city that changes: `{field: 'city', way: 'changed', values: null}`, an IBAN too: their values stay in Lucca.
 */
export function luccaNews(input: NewsInput): LuccaNews {
  const { changes, employees } = input;
  const of = byPerson(changes);
  const coming = new Map([...of].map(([id, each]) => [id, cameOrWent(each)?.kind]));
  const known = employees.filter(({ id }) => coming.get(id) === undefined || coming.get(id) === 'gone');
  const came = employees.filter(({ id }) => coming.get(id) === 'arrived' || coming.get(id) === 'returned');
  const there = new Set(employees.map(({ id }) => id));
  return {
    changes: changes.length,
    changed: known.flatMap((each) => changedOf(each, of.get(each.id) ?? [])),
    arrivals: came.map((each) => arrivalOf(each, coming.get(each.id) === 'returned')),
    ends: known.flatMap((each) => endOf(each, fieldNews(of.get(each.id) ?? []), input)),
    gone: [...of].flatMap(([id, each]) => (there.has(id) ? [] : goneOf(id, each))),
    incomplete: incompleteOf(employees, input),
  };
}

/** Nobody knew of somebody who came and went since the news before. */
function goneOf(id: string, changes: readonly MirrorChange[]): string[] {
  const last = cameOrWent(changes);
  const isFirst = changes.find(({ kind }) => kind === 'arrived') !== undefined;
  if (last?.kind !== 'gone' || isFirst) return [];
  return [typeof last.before === 'string' ? last.before : `n° ${id}`];
}
