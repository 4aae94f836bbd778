/** Which customer field of the HR file holds which payroll field: by name, and nothing is guessed beyond that. */
import {
  employeeField,
  employeeFields,
  type EmployeeField,
  type EmployeeFieldKey,
} from '../../../shared/domain/people/employeeFields.ts';
import { foldedName } from '../../../shared/domain/people/mapping/customField.ts';
import type { FieldMapping } from '../../../shared/domain/people/mapping/fieldMapping.ts';
import type { FieldDefinition } from '../resources/fieldDefinitions.ts';

export interface Binding {
  readonly key: EmployeeFieldKey;
  readonly kind: EmployeeField['kind'];
  readonly code: string;
  /** Names of the entries of a list, by their id. */
  readonly entries: ReadonlyMap<string, string | null>;
}

/** Names of the entries of a list, by their id. */
export function entriesOf({ extensionUserPropertyListEntries }: FieldDefinition): Binding['entries'] {
  return new Map((extensionUserPropertyListEntries ?? []).map(({ id, name }) => [id, name ?? null]));
}

/** True where a customer field, whether it can be bound or not, bears the heading of the payroll field. */
export function isNamed(definitions: readonly FieldDefinition[], key: EmployeeFieldKey): boolean {
  const heading = foldedName(employeeField(key).heading);
  return definitions.some(({ name }) => foldedName(name ?? '') === heading);
}

/**
 * A customer field is bound to the payroll field whose French heading is its name, accents, capitals and spaces aside.
 * Two customer fields of one name are both left alone.
 */
export function bindingsOf(definitions: readonly FieldDefinition[]): Binding[] {
  const byName = new Map<string, FieldDefinition[]>();
  for (const each of definitions) {
    const name = foldedName(each.name ?? '');
    byName.set(name, [...(byName.get(name) ?? []), each]);
  }
  return employeeFields.flatMap(({ key, kind, heading, sources }) => {
    const [found, another] = byName.get(foldedName(heading)) ?? [];
    if (!found || another || !sources.includes('custom')) return [];
    return [{ key, kind, code: found.id, entries: entriesOf(found) }];
  });
}

/**
 * The customer's fields that an accepted mapping names. One that is not declared any more is left out: nothing is read in its place. Of a
 * sub-field, `e_parent.e_child`, its parent must be declared.
 */
export function bindingsFrom(mapping: FieldMapping, definitions: readonly FieldDefinition[]): Binding[] {
  const byCode = new Map(definitions.map((each) => [each.id.toLowerCase(), each]));
  return mapping.flatMap(({ key, from, code }) => {
    const [top = '', ...others] = code.toLowerCase().split('.');
    const own = byCode.get(others.at(-1) ?? top);
    if (from !== 'custom' || !byCode.has(top)) return [];
    return [{ key, kind: employeeField(key).kind, code, entries: own ? entriesOf(own) : new Map<string, string>() }];
  });
}
