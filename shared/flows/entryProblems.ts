/** What is wrong or doubtful in what Lucca would write: told beside the difference, which is never corrected nor held back for it. */
import { parsePlainDate, wallClock, type Instant } from '../domain/calendar/plainDate.ts';
import { checkPerson, type PersonValues } from '../domain/people/checks/checkPerson.ts';
import type { PersonProblem } from '../domain/people/checks/problems.ts';
import type { EmployeeValue } from '../domain/people/employee.ts';
import { employeeFields, type EmployeeField } from '../domain/people/employeeFields.ts';
import { blank, canonical, displayed, isBlank, type Cell } from '../domain/review/cell.ts';
import type { RowCells } from '../domain/review/plan.ts';
import { problemTexts } from '../messages/fr/employees/checks.ts';
import { employeesTable } from '../tables/employeesTable.ts';
import type { ReviewEntry } from './reviewShape.ts';
import { cellsOf } from './rowsAround.ts';

const ZONE = 'Europe/Paris';

function valueOf({ kind }: Pick<EmployeeField, 'kind'>, cell: Cell): EmployeeValue {
  if (isBlank(cell)) return null;
  if ('number' in cell) return cell.number;
  return kind === 'date' ? (parsePlainDate(canonical('date', cell)) ?? null) : displayed(cell);
}

function valuesOf(cells: RowCells): PersonValues {
  return Object.fromEntries(
    employeeFields.flatMap((field) => {
      const cell = cells[field.key];
      return cell ? [[field.key, valueOf(field, cell)] as const] : [];
    }),
  );
}

function idOf({ field, code }: PersonProblem): string {
  return `${field} ${code}`;
}

/** Problems of `after` that `before` does not have. */
function newProblems(before: RowCells, after: RowCells, asOf: Instant): PersonProblem[] {
  const on = wallClock(asOf, ZONE).date;
  const known = new Set(checkPerson(valuesOf(before), on).map(idOf));
  return checkPerson(valuesOf(after), on).filter((each) => !known.has(idOf(each)));
}

/** What the entry makes wrong: in the cells that it writes, and, on whichever cell it is told, what its row would not have without it. */
function problemsOf({ item, about, row }: ReviewEntry, asOf: Instant): PersonProblem[] {
  const written = new Set(item.changes.map(({ column }) => column));
  const after = row ? { ...row.after, ...cellsOf(item) } : about;
  const own = checkPerson(valuesOf(after), wallClock(asOf, ZONE).date).filter(({ field }) => written.has(field));
  if (!row) return own;
  const back = Object.fromEntries(item.changes.map(({ column }) => [column, row.before[column] ?? blank]));
  const isNew = new Set(newProblems(row.before, after, asOf).map(idOf));
  const beside = newProblems({ ...after, ...back }, after, asOf).filter(
    (each) => !written.has(each.field) && isNew.has(idOf(each)),
  );
  return [...own, ...beside];
}

/** One sentence for each problem that the entry would make or write, without the value. `asOf`: of the data. */
export function entryProblems(entry: ReviewEntry, asOf: Instant): string[] {
  const { kind, table } = entry.item;
  const isComing = kind === 'added' || kind === 'changed' || kind === 'conflict';
  if (table !== employeesTable.name || !isComing) return [];
  return problemsOf(entry, asOf).map(({ field, code }) => {
    const heading = employeeFields.find(({ key }) => key === field)?.heading ?? '';
    return `${heading}\u00a0: ${problemTexts[code]}`;
  });
}

/** True when the entry, written alone, makes nothing wrong. */
export function isSound(entry: ReviewEntry, asOf: Instant): boolean {
  if (entryProblems(entry, asOf).length > 0) return false;
  const { row, item } = entry;
  return !row || newProblems(row.before, { ...row.before, ...cellsOf(item) }, asOf).length === 0;
}
