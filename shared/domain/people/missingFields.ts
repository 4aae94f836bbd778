/** What the file of a person still lacks in Lucca, so that payroll cannot finish it. */
import { situationOf, type Employee } from './employee.ts';
import { employeeFields, type EmployeeFieldKey } from './employeeFields.ts';
import type { PlainDate } from '../calendar/plainDate.ts';

/**
 * The required fields that Lucca holds empty, or in a form that cannot be read, for somebody present or to come on `on`. `unread`: headings
 * that Lucca gives for nobody, which say nothing of a person. Ada, without an address: `['address']`.
 */
export function missingFields(employee: Employee, unread: ReadonlySet<string>, on: PlainDate): EmployeeFieldKey[] {
  if (situationOf(employee, on) === 'former') return [];
  return employeeFields
    .filter(({ key, heading, required }) => required && !unread.has(heading) && isMissing(employee, key))
    .map(({ key }) => key);
}

function isMissing({ values, unreadable = [] }: Employee, key: EmployeeFieldKey): boolean {
  const value = values[key];
  return value === undefined || value === null || value === '' || unreadable.includes(key);
}
