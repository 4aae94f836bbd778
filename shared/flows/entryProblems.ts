/** What is wrong or doubtful in what Lucca would write: told beside the difference, which is never corrected nor held back for it. */
import { parsePlainDate, wallClock, type Instant } from '../domain/calendar/plainDate.ts';
import { checkPerson } from '../domain/people/checks/checkPerson.ts';
import type { EmployeeValue } from '../domain/people/employee.ts';
import { employeeFields, type EmployeeField } from '../domain/people/employeeFields.ts';
import { canonical, displayed, isBlank, type Cell } from '../domain/review/cell.ts';
import { problemTexts } from '../messages/fr/employees/checks.ts';
import { employeesTable } from '../tables/employeesTable.ts';
import type { ReviewEntry } from './reviewShape.ts';

const ZONE = 'Europe/Paris';

function valueOf({ kind }: Pick<EmployeeField, 'kind'>, cell: Cell): EmployeeValue {
  if (isBlank(cell)) return null;
  if ('number' in cell) return cell.number;
  return kind === 'date' ? (parsePlainDate(canonical('date', cell)) ?? null) : displayed(cell);
}

/** One sentence for each problem of a value that the entry would write, without the value. `asOf`: of the data. */
export function entryProblems({ item, about }: ReviewEntry, asOf: Instant): string[] {
  const isComing = item.kind === 'added' || item.kind === 'changed' || item.kind === 'conflict';
  if (item.table !== employeesTable.name || !isComing) return [];
  const values = Object.fromEntries(
    employeeFields.flatMap((field) => {
      const cell = about[field.key];
      return cell ? [[field.key, valueOf(field, cell)] as const] : [];
    }),
  );
  const written = new Set(item.changes.map(({ column }) => column));
  return checkPerson(values, wallClock(asOf, ZONE).date)
    .filter(({ field }) => written.has(field))
    .map(({ field, code }) => {
      const heading = employeeFields.find(({ key }) => key === field)?.heading ?? '';
      return `${heading}\u00a0: ${problemTexts[code]}`;
    });
}
