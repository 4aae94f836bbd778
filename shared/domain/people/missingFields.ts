/** What the file of a person still lacks in Lucca, so that payroll cannot finish it. */
import { situationOf, type Employee } from './employee.ts';
import { employeeFields, type EmployeeField, type EmployeeFieldKey } from './employeeFields.ts';
import type { PlainDate } from '../calendar/plainDate.ts';

/**
 * The required fields that Lucca holds empty, or in a form that cannot be read, for somebody present or to come on `on`: the column « À
 * compléter » and the mail of the evening both say so. A field that Lucca did not give proves nothing of the person. Ada, without an address:
 * `['address']`.
 */
export function missingFields(employee: Employee, on: PlainDate): EmployeeFieldKey[] {
  if (situationOf(employee, on) === 'former') return [];
  return employeeFields
    .filter((field) => isNeeded(field, employee.values) && isMissing(employee, field.key))
    .map(({ key }) => key);
}

/** Not a bank account: the salary is not paid into one. */
const OTHERWISE = /ch[eèé]que|esp[eèé]ces|liquide/i;

/** What payroll cannot do without for this person: an account, unless the salary is paid otherwise. */
export function isNeeded(
  { key, required }: Pick<EmployeeField, 'key' | 'required'>,
  { paymentMethod }: { readonly paymentMethod?: unknown },
): boolean {
  const isPaidOtherwise = typeof paymentMethod === 'string' && OTHERWISE.test(paymentMethod);
  return required && !(key === 'iban' && isPaidOtherwise);
}

function isMissing({ values, unreadable = [] }: Employee, key: EmployeeFieldKey): boolean {
  const value = values[key];
  return value === null || value === '' || unreadable.includes(key);
}
