/** Fields that the workbook shows as Lucca gave them, and that Lucca gives no more: to anybody, or to some people. */
import type { Finding } from '../domain/finding.ts';
import type { Employee } from '../domain/people/employee.ts';
import { employeeFields, type EmployeeField } from '../domain/people/employeeFields.ts';
import { displayed } from '../domain/review/cell.ts';
import type { MineRow, TheirsRow } from '../domain/review/review.ts';
import { employeesBaseTable, employeesTable } from '../tables/employeesTable.ts';
import type { BookSnapshot } from './book.ts';
import { rowsOf } from './bookState.ts';
import { namesOf } from './peopleNamed.ts';

/** Fields named in a finding; the others are counted. */
const NAMED = 6;
const APART = ', ';

/** Headings that a finding names as no longer read: a list of unread fields beside it need not repeat them. */
export function headingsTold(findings: readonly Finding[]): ReadonlySet<string> {
  const lost = findings.filter(({ code }) => code === 'fieldsNoLongerRead');
  return new Set(lost.flatMap(({ facts }) => String(facts['headings']).split(APART)));
}

function isFilled(row: MineRow | undefined, column: string): boolean {
  const cell = row?.cells[column];
  return cell !== undefined && displayed(cell) !== '';
}

interface Lost {
  readonly field: EmployeeField;
  readonly people: readonly Employee[];
}

/** What payroll needs is named first. */
function headings(lost: readonly Lost[]): Finding['facts'] {
  const byNeed = [...lost].sort((a, b) => Number(b.field.required) - Number(a.field.required));
  const named = byNeed.slice(0, NAMED).map(({ field }) => field.heading);
  return { headings: named.join(APART), fields: lost.length, more: lost.length - named.length };
}

function finding(code: string, facts: Finding['facts']): Finding {
  return { code, severity: 'warning', place: { table: employeesTable.name }, facts };
}

function ofEverybody(lost: readonly Lost[]): Finding[] {
  return lost.length === 0 ? [] : [finding('fieldsNoLongerRead', headings(lost))];
}

function ofSome(lost: readonly Lost[]): Finding[] {
  if (lost.length === 0) return [];
  const people = new Set(lost.flatMap((each) => each.people));
  return [finding('valuesNoLongerRead', { ...headings(lost), ...namesOf([...people]) })];
}

/**
 * `theirs`: the rows of « Salariés » that Lucca would have, one for each of `employees`, in their order. `told`: headings of the fields whose
 * silence is explained elsewhere.
 */
export function lostFindings(
  snapshot: BookSnapshot,
  employees: readonly Employee[],
  theirs: readonly TheirsRow[],
  told: ReadonlySet<string> = new Set(),
): Finding[] {
  const mine = new Map(rowsOf(snapshot, employeesTable.name).map((row) => [row.key, row]));
  const base = new Map(rowsOf(snapshot, employeesBaseTable.name).map((row) => [row.key, row]));
  const isShown = (index: number, column: string) => {
    const key = theirs[index]?.key ?? '';
    return isFilled(base.get(key), column) && isFilled(mine.get(key), column);
  };
  const [everybody, some]: [Lost[], Lost[]] = [[], []];
  for (const field of employeeFields.filter(({ heading }) => !told.has(heading))) {
    const { key } = field;
    const isSilent = ({ unreadable }: Employee, index: number) =>
      !(key in (theirs[index]?.cells ?? {})) && !unreadable?.includes(key);
    const people = employees.filter((each, index) => isSilent(each, index) && isShown(index, key));
    if (people.length > 0) (employees.every(isSilent) ? everybody : some).push({ field, people });
  }
  return [...ofEverybody(everybody), ...ofSome(some)];
}
