/** What Lucca shows since a moment, told in one go: the changes of several readings as one, and whose file is not complete. */
import { parsePlainDate, type PlainDate } from '../calendar/plainDate.ts';
import { normalText } from '../people/checks/formats.ts';
import type { Employee, EmployeeValue } from '../people/employee.ts';
import { employeeField, employeeFields, type EmployeeFieldKey } from '../people/employeeFields.ts';
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
  /** How many facts are told below, but for the files that are not complete. */
  readonly told: number;
  readonly changed: readonly PersonNews[];
  /** Fields that are read elsewhere, and how many values are others since: nobody need have changed. */
  readonly reread: readonly { readonly field: EmployeeFieldKey; readonly values: number }[];
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
  /** Months of which Lucca shows no absence of anybody, which proves none cancelled. */
  readonly silent: ReadonlySet<string>;
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

interface Span {
  readonly field: string;
  readonly before: EmployeeValue;
  readonly after: EmployeeValue;
}

/** The fields that are others at the end, from first to last; those that are read elsewhere, or the others. */
function spansOf(changes: readonly MirrorChange[], isReread: boolean): Span[] {
  const spans = new Map<string, Span>();
  for (const { kind, field, before, after, cause } of changes) {
    if (kind !== 'changed' || field === null || (cause === 'mapping') !== isReread) continue;
    spans.set(field, { before, ...spans.get(field), field, after });
  }
  return [...spans.values()].filter(({ before, after }) => before !== after);
}

function fieldNews(changes: readonly MirrorChange[]): FieldNews[] {
  return spansOf(changes, false).map(({ field, before, after }): FieldNews => {
    const way = isEmpty(before) ? 'filled' : isEmpty(after) ? 'emptied' : 'changed';
    const { key } = employeeField(field);
    const isShown = mayBeMailed(field) && [before, after].every((each) => isTellable(field, each));
    return { field: key as EmployeeFieldKey, way, values: isShown ? { before, after } : null };
  });
}

/** In the order of the catalogue. */
function rereadOf(changes: readonly (readonly MirrorChange[])[]): LuccaNews['reread'] {
  const values = new Map<string, number>();
  for (const { field } of changes.flatMap((each) => spansOf(each, true)))
    values.set(field, (values.get(field) ?? 0) + 1);
  return employeeFields.flatMap(({ key }) => {
    const count = values.get(key);
    return count === undefined ? [] : [{ field: key, values: count }];
  });
}

/** A half-day that was taken away and came back is not told. */
function absencesOf(changes: readonly MirrorChange[], silent: ReadonlySet<string>) {
  const net = new Map<string, number>();
  for (const { kind, before, after } of changes) {
    if (kind !== 'absenceAdded' && kind !== 'absenceRemoved') continue;
    const text = String(kind === 'absenceAdded' ? after : before);
    net.set(text, (net.get(text) ?? 0) + (kind === 'absenceAdded' ? 1 : -1));
  }
  const counted = { absencesAdded: 0, absencesRemoved: 0 };
  for (const [text, count] of net) {
    if (count > 0) counted.absencesAdded += count;
    else if (!silent.has(text.slice(0, 7))) counted.absencesRemoved -= count;
  }
  return counted;
}

function cameOrWent(changes: readonly MirrorChange[]): MirrorChange | undefined {
  return changes.filter(({ kind }) => kind === 'arrived' || kind === 'returned' || kind === 'gone').at(-1);
}

/** The day a contract ends, when that was said, or came, since the news before; of who came, whenever it is. */
function endOf(employee: Employee, changes: readonly MirrorChange[], isComing: boolean, { since, today }: NewsInput) {
  const { contractEnd } = employee.values;
  const on = typeof contractEnd === 'string' ? parsePlainDate(contractEnd) : undefined;
  if (on === undefined) return [];
  const isReached = on <= today;
  const isNew = isComing || fieldNews(changes).some(({ field }) => field === 'contractEnd');
  const isDue = since !== null && on > since && isReached;
  return isNew || isDue ? [{ person: personText(employee), on, isReached }] : [];
}

/** Of who came back, what changed meanwhile; their absences came back with them. */
function changedOf(employee: Employee, changes: readonly MirrorChange[], { silent }: NewsInput): PersonNews[] {
  // A contract that ends is told with those that end.
  const fields = fieldNews(changes).filter(({ field, way }) => field !== 'contractEnd' || way === 'emptied');
  const absences = absencesOf(cameOrWent(changes) ? [] : changes, silent);
  if (fields.length === 0 && absences.absencesAdded === 0 && absences.absencesRemoved === 0) return [];
  return [{ person: personText(employee), fields, ...absences }];
}

function arrivalOf(employee: Employee, isBack: boolean) {
  const { contractStart } = employee.values;
  const from = typeof contractStart === 'string' ? (parsePlainDate(contractStart) ?? null) : null;
  return { person: personText(employee), from, isBack };
}

function incompleteOf(employees: readonly Employee[], { today }: NewsInput): LuccaNews['incomplete'] {
  return employees.flatMap((each) => {
    const missing = missingFields(each, today);
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
  const changesOf = ({ id }: Employee) => of.get(id) ?? [];
  const coming = new Map([...of].map(([id, each]) => [id, cameOrWent(each)?.kind]));
  const isComing = ({ id }: Employee) => coming.get(id) === 'arrived' || coming.get(id) === 'returned';
  const there = new Set(employees.map(({ id }) => id));
  // Of who is new, everything is.
  const known = employees.filter((each) => !changesOf(each).some(({ kind }) => kind === 'arrived'));
  const told = {
    changed: known.flatMap((each) => changedOf(each, changesOf(each), input)),
    reread: rereadOf(known.map(changesOf)),
    arrivals: employees.filter(isComing).map((each) => arrivalOf(each, coming.get(each.id) === 'returned')),
    ends: employees.flatMap((each) => endOf(each, changesOf(each), isComing(each), input)),
    gone: [...of].flatMap(([id, each]) => (there.has(id) ? [] : goneOf(id, each))),
  };
  return { told: countOf(told), ...told, incomplete: incompleteOf(employees, input) };
}

function countOf({ changed, reread, arrivals, ends, gone }: Omit<LuccaNews, 'told' | 'incomplete'>): number {
  const ofPeople = changed.map((each) => each.fields.length + each.absencesAdded + each.absencesRemoved);
  return ofPeople.reduce((sum, each) => sum + each, reread.length + arrivals.length + ends.length + gone.length);
}

/** Nobody knew of somebody who came and went since the news before. */
function goneOf(id: string, changes: readonly MirrorChange[]): string[] {
  const last = cameOrWent(changes);
  const isFirst = changes.find(({ kind }) => kind === 'arrived') !== undefined;
  if (last?.kind !== 'gone' || isFirst) return [];
  return [typeof last.before === 'string' ? last.before : `n° ${id}`];
}
