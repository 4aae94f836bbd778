/** What Lucca does not say any more, or says in a form that cannot be read: neither may pass for « up to date ». */
import { monthOfSpan } from '../domain/absences/spans.ts';
import type { PlainMonth } from '../domain/calendar/plainDate.ts';
import type { Finding } from '../domain/finding.ts';
import type { Employee } from '../domain/people/employee.ts';
import { employeeFields } from '../domain/people/employeeFields.ts';
import type { TableReview, TheirsRow } from '../domain/review/review.ts';
import { silentMonths, type Said } from '../domain/review/silentMonths.ts';
import { absencesTable } from '../tables/absencesTable.ts';
import { employeesTable } from '../tables/employeesTable.ts';
import type { BookSnapshot } from './book.ts';
import { lostFindings } from './lostFields.ts';
import { namesOf } from './peopleNamed.ts';
import type { Mirror } from './readMirror.ts';

const notRead: readonly string[] = [
  'fieldUnreadable',
  'fieldsNoLongerRead',
  'valuesNoLongerRead',
  'noAbsenceRead',
  'mappingVanished',
];
const notCompared: readonly string[] = ['monthNotRead', 'duplicateKey'];

/** True for a finding that keeps the workbook from being up to date whatever the comparison says. */
export function forbidsUpToDate({ code }: Finding): boolean {
  return notRead.includes(code) || notCompared.includes(code);
}

/** One for each field that holds, for somebody, what cannot be read: who, and never what. */
function unreadableFindings(employees: readonly Employee[]): Finding[] {
  const odd = employees.filter((each) => each.unreadable !== undefined);
  return employeeFields.flatMap(({ key, heading, kind }): Finding[] => {
    const people = odd.filter((each) => each.unreadable?.includes(key));
    if (people.length === 0) return [];
    const facts = { field: key, heading, kind, ...namesOf(people) };
    return [
      { code: 'fieldUnreadable', severity: 'warning', place: { table: employeesTable.name, column: key }, facts },
    ];
  });
}

export function absenceFindings(said: Said, months: readonly PlainMonth[]): Finding[] {
  return silenceFindings(silentMonths(said, months));
}

/** One for all `silent` months. */
export function silenceFindings(silent: ReturnType<typeof silentMonths>): Finding[] {
  if (silent.length === 0) return [];
  const facts = {
    months: silent.map(({ month }) => month).join(' '),
    people: silent.map(({ people }) => people).join(' '),
  };
  return [{ code: 'noAbsenceRead', severity: 'warning', place: { table: absencesTable.name }, facts }];
}

/**
 * `months`: those that were read and are compared. `theirs`: the rows of « Salariés » that Lucca would have. `told`: headings of the fields
 * that nobody is given for a reason said elsewhere.
 */
export function luccaFindings(
  snapshot: BookSnapshot,
  mirror: Mirror,
  theirs: readonly TheirsRow[],
  months: readonly PlainMonth[],
  told: ReadonlySet<string> = new Set(),
): Finding[] {
  return [
    ...lostFindings(snapshot, mirror.employees, theirs, told),
    ...absenceFindings(mirror, months),
    ...unreadableFindings(mirror.employees),
  ];
}

/**
 * A month of which Lucca says nothing proves nothing cancelled: what would be removed is left to decide. Where that is all that disappears,
 * the silence says more than the number of rows that `review` warns of.
 */
export function withoutSilentMonths(review: TableReview, said: readonly Finding[]): TableReview {
  const silence = said.find(({ code }) => code === 'noAbsenceRead');
  if (!silence) return review;
  const months = new Set<string | undefined>(String(silence.facts['months']).split(' '));
  const removed = review.items.filter(({ kind, remembered }) => kind === 'removed' && !remembered);
  const doubtful = new Set(removed.filter(({ key }) => months.has(monthOfSpan(key))));
  const items = review.items.map((item) => (doubtful.has(item) ? { ...item, decision: 'undecided' as const } : item));
  const isTold = doubtful.size === removed.length;
  const findings = review.findings.filter(({ code }) => !(isTold && code === 'massDisappearance'));
  return { ...review, items, findings };
}
