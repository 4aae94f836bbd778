/** From what Lucca says of people to `Employee`. */
import type { Employee } from '../../../shared/domain/people/employee.ts';
import { employeeFields, type EmployeeFieldKey } from '../../../shared/domain/people/employeeFields.ts';
import type { Contract } from '../resources/contracts.ts';
import type { Establishment } from '../resources/establishments.ts';
import type { FieldDefinition } from '../resources/fieldDefinitions.ts';
import type { PersonalRecord } from '../resources/personalRecords.ts';
import type { User } from '../resources/users.ts';
import { bindingsOf } from './bindings.ts';
import { boundValues, codesHeld } from './boundValues.ts';
import { firstGiven, valuesOf, type Given } from './given.ts';
import { nativeValues } from './nativeValues.ts';
import { recordValues } from './recordValues.ts';

export interface PeopleSources {
  readonly users: readonly User[];
  readonly contracts: readonly Contract[];
  readonly establishments: readonly Establishment[];
  readonly definitions: readonly FieldDefinition[];
  readonly records: readonly PersonalRecord[];
}

/** Where the personal record knows best. Elsewhere it only fills in, so that giving it does not rewrite every file. */
const RECORD_FIRST: ReadonlySet<EmployeeFieldKey> = new Set<EmployeeFieldKey>(['nir', 'iban', 'bic']);
/** Numbers written with blanks by some sources and without by others. */
const WITHOUT_BLANKS: ReadonlySet<EmployeeFieldKey> = RECORD_FIRST;

function merged(record: Given, bound: Given, native: Given): Given {
  const entries = employeeFields.map(({ key }) => {
    const others = [bound[key], native[key]];
    const value = firstGiven(RECORD_FIRST.has(key) ? [record[key], ...others] : [...others, record[key]]);
    const compact = typeof value === 'string' && WITHOUT_BLANKS.has(key) ? value.replace(/\s/gu, '') : value;
    return [key, compact] as const;
  });
  return Object.fromEntries(entries);
}

function applicable(contracts: readonly Contract[]): ReadonlyMap<string, Contract> {
  return new Map(contracts.filter((each) => each.isApplicable !== false).map((each) => [each.ownerId, each]));
}

function namesOf(establishments: readonly Establishment[]): ReadonlyMap<string, string> {
  return new Map(establishments.flatMap(({ id, name }) => (name == null ? [] : [[id, name] as const])));
}

/**
 * One employee per user, in the order given. For each field: personal record, customer field, Lucca's own field, in the order
 * that docs/lucca-api.md gives. A field that no source gave is left out.
 */
export function toEmployees(sources: PeopleSources): Employee[] {
  const bindings = bindingsOf(sources.definitions);
  const readable = codesHeld(sources.users);
  const contracts = applicable(sources.contracts);
  const establishments = namesOf(sources.establishments);
  const records = new Map(sources.records.map((each) => [each.employee.id, each]));
  return sources.users.map((user) => {
    const record = records.get(user.id);
    const bound = boundValues(user, bindings, readable);
    const native = nativeValues(user, contracts.get(user.id), establishments);
    return { id: user.id, values: valuesOf(merged(record ? recordValues(record) : {}, bound, native)) };
  });
}

/** French headings of the fields that nobody was given: no right to read them, or no customer field of that name. */
export function unreadFields(employees: readonly Employee[]): string[] {
  return employeeFields.filter(({ key }) => !employees.some(({ values }) => key in values)).map((each) => each.heading);
}
