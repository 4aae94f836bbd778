import type { Employee, EmployeeValue } from '../../../shared/domain/people/employee.ts';
import type { EmployeeFieldKey } from '../../../shared/domain/people/employeeFields.ts';

/** What one source says of a person. A key that is missing, or undefined, was not given; null was given and is empty. */
export type Given = { readonly [K in EmployeeFieldKey]?: EmployeeValue | undefined };

/** The first of `answers` that holds a value; null when the only ones given are empty; undefined when none was given. */
export function firstGiven(answers: readonly (EmployeeValue | undefined)[]): EmployeeValue | undefined {
  const given = answers.filter((each) => each !== undefined);
  return given.find((each) => each !== null) ?? given[0];
}

/** `given` without what was not given. */
export function valuesOf(given: Given): Employee['values'] {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
