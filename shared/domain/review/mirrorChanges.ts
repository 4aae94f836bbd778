/** What changed in Lucca between two readings: the change log of the service. Pure; the workbook is not in it. */
import type { HalfDayAbsence } from '../absences/halfDay.ts';
import type { PlainMonth } from '../calendar/plainDate.ts';
import type { Employee, EmployeeValue } from '../people/employee.ts';
import { employeeFields } from '../people/employeeFields.ts';
import { personText } from '../people/personText.ts';

export type MirrorChangeKind = 'arrived' | 'changed' | 'gone' | 'returned' | 'absenceAdded' | 'absenceRemoved';

/**
 * `field` is the key of the field that changed, the id of the half-day for an absence, null for a person who came or went.
 * `before` and `after` are Lucca's values; for an absence, the text of {@link absenceText}; of who is gone, `before` is their name.
 */
export interface MirrorChange {
  readonly employeeId: string;
  readonly kind: MirrorChangeKind;
  readonly field: string | null;
  readonly before: EmployeeValue;
  readonly after: EmployeeValue;
}

export interface Mirror {
  readonly employees: readonly Employee[];
  readonly absences: ReadonlyMap<PlainMonth, readonly HalfDayAbsence[]>;
}

/** `'2026-10-05 am Congés payés'`; with the minutes for an account kept in hours: `'2026-10-05 am Absence (210 min)'`. */
export function absenceText(absence: HalfDayAbsence): string {
  const minutes = absence.minutes === null ? '' : ` (${absence.minutes} min)`;
  return `${absence.date} ${absence.half} ${absence.accountName}${minutes}`;
}

/** Lucca's ids are numbers written as text: `'9'` comes before `'10'`. */
function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** A key that one side lacks was not given by Lucca: it proves nothing, and changes nothing. */
function fieldChanges(before: Employee, after: Employee): MirrorChange[] {
  const changes: MirrorChange[] = [];
  for (const { key } of employeeFields) {
    const [was, is] = [before.values[key], after.values[key]];
    if (was === undefined || is === undefined || was === is) continue;
    changes.push({ employeeId: after.id, kind: 'changed', field: key, before: was, after: is });
  }
  return changes;
}

function personChanges(before: Mirror, after: Mirror, goneEarlier: ReadonlySet<string>): MirrorChange[] {
  const known = new Map(before.employees.map((each) => [each.id, each]));
  const changes: MirrorChange[] = [];
  for (const employee of after.employees) {
    const was = known.get(employee.id);
    known.delete(employee.id);
    if (was) changes.push(...fieldChanges(was, employee));
    else changes.push(cameOrWent(employee.id, goneEarlier.has(employee.id) ? 'returned' : 'arrived'));
  }
  for (const [id, was] of known) changes.push({ ...cameOrWent(id, 'gone'), before: personText(was) });
  return changes;
}

function cameOrWent(employeeId: string, kind: 'arrived' | 'gone' | 'returned'): MirrorChange {
  return { employeeId, kind, field: null, before: null, after: null };
}

function absenceChange(absence: HalfDayAbsence, kind: 'absenceAdded' | 'absenceRemoved'): MirrorChange {
  const text = absenceText(absence);
  const [before, after] = kind === 'absenceAdded' ? [null, text] : [text, null];
  return { employeeId: absence.employeeId, kind, field: absence.id, before, after };
}

function sameAbsence(a: HalfDayAbsence, b: HalfDayAbsence): boolean {
  return a.employeeId === b.employeeId && a.accountId === b.accountId && absenceText(a) === absenceText(b);
}

function monthChanges(before: readonly HalfDayAbsence[], after: readonly HalfDayAbsence[]): MirrorChange[] {
  const known = new Map(before.map((each) => [each.id, each]));
  const changes: MirrorChange[] = [];
  for (const absence of after) {
    const was = known.get(absence.id);
    if (was && sameAbsence(was, absence)) {
      known.delete(absence.id);
      continue;
    }
    changes.push(absenceChange(absence, 'absenceAdded'));
  }
  return [...[...known.values()].map((each) => absenceChange(each, 'absenceRemoved')), ...changes];
}

/**
 * Every change from `before` to `after`, ordered by person, and for one person in the order of the catalogue, absences last.
 * A half-day whose date, half, account or minutes changed was removed, then added. Only months held by both sides are
 * compared: a month read for the first time is a start, not news. `goneEarlier`: people who left the mirror in the past.
 * Ada, known, now in Lille: `[{employeeId: '7', kind: 'changed', field: 'city', before: 'Lyon', after: 'Lille'}]`.
 */
export function mirrorChanges(before: Mirror, after: Mirror, goneEarlier: ReadonlySet<string>): MirrorChange[] {
  const changes = personChanges(before, after, goneEarlier);
  for (const [month, absences] of after.absences) {
    const was = before.absences.get(month);
    if (was) changes.push(...monthChanges(was, absences));
  }
  return changes.sort((a, b) => compareIds(a.employeeId, b.employeeId));
}

/** Who is gone according to a change log, oldest first: their last coming or going is `gone`. */
export function goneAfter(log: Iterable<Pick<MirrorChange, 'employeeId' | 'kind'>>): Set<string> {
  const gone = new Set<string>();
  for (const { employeeId, kind } of log) {
    if (kind === 'gone') gone.add(employeeId);
    else if (kind === 'arrived' || kind === 'returned') gone.delete(employeeId);
  }
  return gone;
}
