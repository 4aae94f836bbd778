import type { Employee, EmployeeValue } from '../../../shared/domain/people/employee.ts';
import type { EmployeeFieldKey } from '../../../shared/domain/people/employeeFields.ts';
import { unreadable, type Unreadable } from '../resources/loose.ts';

/** The source that used to say it cannot be read now: what another one says must not take its place. */
export const withheld: unique symbol = Symbol('withheld');

/** The number of another country, or an account without an IBAN: it cannot be read, and leaves the other sources their say. */
export const foreign: unique symbol = Symbol('foreign');

/** What a source answers: a value; null, given and empty; undefined, not given; or why there is no value. */
export type Answer = EmployeeValue | undefined | Unreadable | typeof foreign | typeof withheld;

/** What one source says of a person. A key that is missing was not given. */
export type Given = { readonly [K in EmployeeFieldKey]?: Answer };

/** The first of `answers` that holds something; null when the only ones given are empty; undefined when none was given. */
export function firstGiven(answers: readonly Answer[]): Answer {
  const given = answers.filter((each) => each !== undefined);
  return given.find((each) => each !== null) ?? given[0];
}

/** `given` without what was not given, and the keys of what cannot be read. */
export function valuesOf(given: Given): Omit<Employee, 'id'> {
  const entries = Object.entries(given) as [EmployeeFieldKey, Answer][];
  const values = Object.fromEntries(entries.filter(([, each]) => each !== undefined && typeof each !== 'symbol'));
  const keys = entries.flatMap(([key, each]) => (each === unreadable || each === foreign ? [key] : []));
  return { values, ...(keys.length > 0 ? { unreadable: keys } : {}) };
}
