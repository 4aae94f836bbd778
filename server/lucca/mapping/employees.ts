/** From what Lucca says of people to `Employee`. */
import type { Employee } from '../../../shared/domain/people/employee.ts';
import { employeeField, employeeFields, type EmployeeFieldKey } from '../../../shared/domain/people/employeeFields.ts';
import { noSources, type FieldSource, type FieldSources } from '../../../shared/domain/people/fieldSources.ts';
import type { FieldMapping } from '../../../shared/domain/people/mapping/fieldMapping.ts';
import type { Contract } from '../resources/contracts.ts';
import type { Establishment } from '../resources/establishments.ts';
import type { FieldDefinition } from '../resources/fieldDefinitions.ts';
import type { PersonalRecord } from '../resources/personalRecords.ts';
import type { User } from '../resources/users.ts';
import { bindingsFrom, bindingsOf } from './bindings.ts';
import { boundValues, codesHeld } from './boundValues.ts';
import { sourcesNow, type Answers } from './fieldSources.ts';
import { firstGiven, foreign, valuesOf, type Answer, type Given } from './given.ts';
import { contractValues, mappedValues } from './mappedValues.ts';
import { nativeValues } from './nativeValues.ts';
import { recordValues } from './recordValues.ts';

export interface PeopleSources {
  readonly users: readonly User[];
  readonly contracts: readonly Contract[];
  readonly establishments: readonly Establishment[];
  readonly definitions: readonly FieldDefinition[];
  readonly records: readonly PersonalRecord[];
}

/** Numbers written with blanks by some sources and without by others. */
const WITHOUT_BLANKS: ReadonlySet<EmployeeFieldKey> = new Set<EmployeeFieldKey>(['nir', 'iban', 'bic']);

/** What a personal record cannot say leaves the other sources their say. */
function inOrder(key: EmployeeFieldKey, record: Answer, others: readonly Answer[]): readonly Answer[] {
  const isFirst = employeeField(key).sources[0] === 'record' && record !== foreign;
  return isFirst ? [record, ...others] : [...others, record];
}

/** `waited`: the answer of a source that used to give a field and gives it to nobody now. */
function merged(said: Answers, waited: Answers): Given {
  const entries = employeeFields.map(({ key }) => {
    const of = (source: FieldSource): Answer => (key in waited[source] ? waited[source][key] : said[source][key]);
    return [key, firstGiven(inOrder(key, of('record'), [of('custom'), of('native')]))] as const;
  });
  return Object.fromEntries(entries);
}

function compact(given: Given): Given {
  const entries = (Object.entries(given) as [EmployeeFieldKey, Answer][]).map(([key, value]) => {
    const isNumber = typeof value === 'string' && WITHOUT_BLANKS.has(key);
    return [key, isNumber ? value.replace(/\s/gu, '') : value] as const;
  });
  return Object.fromEntries(entries);
}

type Contracts = ReadonlyMap<string, Contract>;

function applicable(contracts: readonly Contract[]): Contracts {
  return new Map(contracts.filter((each) => each.isApplicable !== false).map((each) => [each.ownerId, each]));
}

function namesOf(establishments: readonly Establishment[]): ReadonlyMap<string, string> {
  return new Map(establishments.flatMap(({ id, name }) => (name == null ? [] : [[id, name] as const])));
}

export interface People {
  readonly employees: readonly Employee[];
  /** Which source gives which field, for the next reading. */
  readonly sources: FieldSources;
}

/** What each source says of everybody, in the order given. With a mapping, contracts are a source of their own. */
function answersOf(sources: PeopleSources, mapping: FieldMapping | undefined, applicables: Contracts): Answers[] {
  const { definitions } = sources;
  const bindings = mapping ? bindingsFrom(mapping, definitions) : bindingsOf(definitions);
  const readable = codesHeld(sources.users);
  const establishments = namesOf(sources.establishments);
  const records = new Map(sources.records.map((each) => [each.employee.id, each]));
  return sources.users.map((user): Answers => {
    const record = records.get(user.id);
    return {
      record: record ? recordValues(record) : {},
      custom: boundValues(user, bindings, readable),
      native: nativeValues(user, mapping ? undefined : applicables.get(user.id), establishments),
    };
  });
}

/**
 * One employee per user, in the order given. For each field: personal record, customer field, Lucca's own field, in the order
 * that docs/lucca-api.md gives. A field that no source gave is left out, and so is one whose source is not read any more: `before` is
 * what the last reading said of that. With an accepted `mapping`, each field is read from its source, and nothing takes its place.
 */
export function toEmployees(sources: PeopleSources, before: FieldSources = noSources, mapping?: FieldMapping): People {
  const contracts = applicable(sources.contracts);
  const answers = answersOf(sources, mapping, contracts);
  const { known, waited } = sourcesNow(answers, before, sources.definitions);
  const employees = sources.users.map(({ id }, index) => {
    const said = answers[index];
    if (!said) return { id, values: {} };
    const given = mapping ? mappedValues(mapping, said, contractValues(contracts.get(id), said)) : merged(said, waited);
    return { id, ...valuesOf(compact(given)) };
  });
  return { employees, sources: known };
}

/** French headings of the fields that nobody was given: no right to read them, or no customer field of that name. */
export function unreadFields(employees: readonly Employee[]): string[] {
  const isRead = (key: EmployeeFieldKey) =>
    employees.some(({ values, unreadable: odd }) => key in values || odd?.includes(key));
  return employeeFields.filter(({ key }) => !isRead(key)).map((each) => each.heading);
}
