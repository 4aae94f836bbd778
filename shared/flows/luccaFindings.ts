/** What Lucca does not say any more, or says in a form that cannot be read: neither may pass for « up to date ». */
import { monthOfSpan } from '../domain/absences/spans.ts';
import { firstDay, lastDay, monthOf, type PlainMonth } from '../domain/calendar/plainDate.ts';
import type { Finding } from '../domain/finding.ts';
import type { Employee } from '../domain/people/employee.ts';
import { employeeFields, type EmployeeFieldKey } from '../domain/people/employeeFields.ts';
import { displayed } from '../domain/review/cell.ts';
import type { MineRow, TableReview, TheirsRow } from '../domain/review/review.ts';
import { absencesTable } from '../tables/absencesTable.ts';
import { employeesBaseTable, employeesTable } from '../tables/employeesTable.ts';
import type { BookSnapshot } from './book.ts';
import { rowsOf } from './bookState.ts';
import type { Mirror } from './readMirror.ts';

/** People and fields named in a finding; the others are counted. */
const NAMED = 3;
const FIELDS_NAMED = 6;
/**
 * People under contract from whom a month without one half-day of absence is doubtful. In a given month about half of the people are away
 * at least once: of five, all present is one month in thirty; of ten, one in a thousand.
 */
const SEVERAL = 5;

const codes = ['fieldUnreadable', 'fieldsNoLongerRead', 'noAbsenceRead'] as const;

/** True for a finding that keeps the workbook from being up to date whatever the comparison says. */
export function isLuccaSilence({ code }: Finding): boolean {
  return (codes as readonly string[]).includes(code);
}

const HEADINGS_APART = ', ';

/** Headings that a finding names as no longer read: a list of unread fields beside it need not repeat them. */
export function headingsTold(findings: readonly Finding[]): ReadonlySet<string> {
  const lost = findings.filter(({ code }) => code === 'fieldsNoLongerRead');
  return new Set(lost.flatMap(({ facts }) => String(facts['headings']).split(HEADINGS_APART)));
}

function nameOf({ id, values }: Employee): string {
  const { lastName, firstName, employeeNumber } = values;
  const name = [lastName, firstName].filter((part) => part != null).join(' ');
  return `${name === '' ? id : name}${employeeNumber == null ? '' : ` (${String(employeeNumber)})`}`;
}

/** One for each field that holds, for somebody, what cannot be read: who, and never what. */
function unreadableFindings(employees: readonly Employee[]): Finding[] {
  const odd = employees.filter((each) => each.unreadable !== undefined);
  return employeeFields.flatMap(({ key, heading, kind }): Finding[] => {
    const people = odd.filter((each) => each.unreadable?.includes(key));
    if (people.length === 0) return [];
    const names = people.slice(0, NAMED).map(nameOf).join(', ');
    const facts = { field: key, heading, kind, people: people.length, names, more: Math.max(0, people.length - NAMED) };
    return [
      { code: 'fieldUnreadable', severity: 'warning', place: { table: employeesTable.name, column: key }, facts },
    ];
  });
}

function isFilled(row: MineRow | undefined, column: string): boolean {
  const cell = row?.cells[column];
  return cell !== undefined && displayed(cell) !== '';
}

/** Fields that nobody is given, while the workbook shows what Lucca gave of them to people who are still there. */
function lostFields(
  snapshot: BookSnapshot,
  employees: readonly Employee[],
  theirs: readonly TheirsRow[],
): (typeof employeeFields)[number][] {
  const here = new Set(theirs.map(({ key }) => key));
  const mine = new Map(rowsOf(snapshot, employeesTable.name).map((row) => [row.key, row]));
  const base = rowsOf(snapshot, employeesBaseTable.name).filter(({ key }) => here.has(key));
  const isGiven = (key: EmployeeFieldKey) =>
    theirs.some(({ cells }) => key in cells) || employees.some(({ unreadable }) => unreadable?.includes(key));
  const isShown = (key: EmployeeFieldKey) => base.some((row) => isFilled(row, key) && isFilled(mine.get(row.key), key));
  return employeeFields.filter(({ key }) => !isGiven(key) && isShown(key));
}

/** What payroll needs is named first. */
function lostFinding(fields: ReturnType<typeof lostFields>): Finding[] {
  if (fields.length === 0) return [];
  const byNeed = [...fields].sort((a, b) => Number(b.required) - Number(a.required));
  const named = byNeed.slice(0, FIELDS_NAMED).map(({ heading }) => heading);
  const facts = { headings: named.join(HEADINGS_APART), fields: fields.length, more: fields.length - named.length };
  return [{ code: 'fieldsNoLongerRead', severity: 'warning', place: { table: employeesTable.name }, facts }];
}

function underContract(employees: readonly Employee[], month: PlainMonth): number {
  const [first, last] = [firstDay(month), lastDay(month)];
  return employees.filter(({ values: { contractStart: from, contractEnd: to } }) => {
    return typeof from === 'string' && from <= last && !(typeof to === 'string' && to < first);
  }).length;
}

/** Months of which Lucca gives no absence of anybody, though several people were there: a right may be missing. */
export function absenceFindings({ employees, halfDays }: Mirror, months: readonly PlainMonth[]): Finding[] {
  const spoken = new Set(halfDays.map(({ date }) => monthOf(date)));
  const silent = months.flatMap((month) => {
    const people = spoken.has(month) ? 0 : underContract(employees, month);
    return people < SEVERAL ? [] : [{ month, people }];
  });
  if (silent.length === 0) return [];
  const facts = {
    months: silent.map(({ month }) => month).join(' '),
    people: silent.map(({ people }) => people).join(' '),
  };
  return [{ code: 'noAbsenceRead', severity: 'warning', place: { table: absencesTable.name }, facts }];
}

/** `months`: those that were read and are compared. `theirs`: the rows of « Salariés » that Lucca would have. */
export function luccaFindings(
  snapshot: BookSnapshot,
  mirror: Mirror,
  theirs: readonly TheirsRow[],
  months: readonly PlainMonth[],
): Finding[] {
  return [
    ...lostFinding(lostFields(snapshot, mirror.employees, theirs)),
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
