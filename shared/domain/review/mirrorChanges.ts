/** What changed in Lucca between two readings: the change log of the service. Pure; the workbook is not in it. */
import type { HalfDayAbsence } from '../absences/halfDay.ts';
import type { PlainMonth } from '../calendar/plainDate.ts';
import type { Employee, EmployeeValue } from '../people/employee.ts';
import { employeeFields } from '../people/employeeFields.ts';
import { personText } from '../people/personText.ts';
import { readFroms } from '../people/mapping/fieldMapping.ts';
import { recalling, type Known } from './lastGiven.ts';
import { silentMonths } from './silentMonths.ts';

export type MirrorChangeKind = 'arrived' | 'changed' | 'gone' | 'returned' | 'absenceAdded' | 'absenceRemoved';

/** `mapping`: the field is read elsewhere, the person may be the same. `silence`: Lucca shows no absence of anybody that month. */
export type MirrorChangeCause = 'mapping' | 'silence';

/**
 * `field` is the key of the field that changed, the id of the half-day for an absence, null for a person who came or went.
 * `before` and `after` are Lucca's values; for an absence, the text of {@link absenceText}; of who is gone, `before` is their name.
 * `cause`: why it may be no news of the person; absent when it is.
 */
export interface MirrorChange {
  readonly employeeId: string;
  readonly kind: MirrorChangeKind;
  readonly field: string | null;
  readonly before: EmployeeValue;
  readonly after: EmployeeValue;
  readonly cause?: MirrorChangeCause | undefined;
}

/** `mapping`: what it was read with, as `mappingText` writes it; absent without one. */
export interface Mirror extends Pick<Known, 'employees'>, Partial<Pick<Known, 'mapping'>> {
  readonly absences: ReadonlyMap<PlainMonth, readonly HalfDayAbsence[]>;
}

/** `lastGiven`: what the readings before gave, and this one does not. */
export type MirrorBefore = Mirror & Partial<Pick<Known, 'lastGiven'>>;

/** `'2026-10-05 am Congés payés'`; with the minutes for an account kept in hours: `'2026-10-05 am Absence (210 min)'`. */
export function absenceText(absence: HalfDayAbsence): string {
  const minutes = absence.minutes === null ? '' : ` (${absence.minutes} min)`;
  return `${absence.date} ${absence.half} ${absence.accountName}${minutes}`;
}

/** Lucca's ids are numbers written as text: `'9'` comes before `'10'`. */
function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

type FieldsOf = (employee: Employee) => MirrorChange[];

/** What Lucca gives now is compared with what it gave last. A key that is missing now was not given: it proves nothing, and changes nothing. */
function fieldChanges(before: MirrorBefore, after: Mirror): FieldsOf {
  const recall = recalling({ mapping: '', lastGiven: [], ...before });
  const froms = readFroms(after.mapping ?? '');
  return ({ id, values }) =>
    employeeFields.flatMap(({ key, sources }): MirrorChange[] => {
      const [was, is] = [recall(id, key), values[key]];
      if (was === undefined || is === undefined || was.value === is) return [];
      // What only the person's own file gives is read there, whether a mapping said it or not.
      const isMoved = sources.some((source) => source !== 'native') && was.from !== (froms.get(key) ?? '');
      const change = { employeeId: id, kind: 'changed', field: key, before: was.value, after: is } as const;
      return [isMoved ? { ...change, cause: 'mapping' } : change];
    });
}

function personChanges(before: MirrorBefore, after: Mirror, goneEarlier: ReadonlySet<string>): MirrorChange[] {
  const known = new Map(before.employees.map((each) => [each.id, each]));
  const changesOf = fieldChanges(before, after);
  const changes: MirrorChange[] = [];
  for (const employee of after.employees) {
    const { id } = employee;
    const isKnown = known.delete(id);
    if (!isKnown) changes.push(cameOrWent(id, goneEarlier.has(id) ? 'returned' : 'arrived'));
    changes.push(...changesOf(employee));
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

/** Only months held by both sides. Of a month of which nothing is shown any more, nothing proves that it was cancelled. */
function absenceChanges(before: Mirror, { employees, absences }: Mirror): MirrorChange[] {
  return [...absences].flatMap(([month, halfDays]) => {
    const changes = monthChanges(before.absences.get(month) ?? halfDays, halfDays);
    const isSilent = changes.length > 0 && silentMonths({ employees, halfDays }, [month]).length > 0;
    return isSilent ? changes.map((each) => ({ ...each, cause: 'silence' as const })) : changes;
  });
}

/**
 * Every change from `before` to `after`, ordered by person, and for one person in the order of the catalogue, absences last.
 * A half-day whose date, half, account or minutes changed was removed, then added. Only months held by both sides are
 * compared: a month read for the first time is a start, not news. `goneEarlier`: people who left the mirror in the past; of who comes
 * back, what changed meanwhile is told after their return.
 * Ada, known, now in Lille: `[{employeeId: '7', kind: 'changed', field: 'city', before: 'Lyon', after: 'Lille'}]`.
 */
export function mirrorChanges(before: MirrorBefore, after: Mirror, goneEarlier: ReadonlySet<string>): MirrorChange[] {
  const changes = [...personChanges(before, after, goneEarlier), ...absenceChanges(before, after)];
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
