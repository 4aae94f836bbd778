/** Which customer field of the HR file holds which payroll field: by name, and nothing is guessed beyond that. */
import {
  employeeField,
  employeeFields,
  type EmployeeField,
  type EmployeeFieldKey,
} from '../../../shared/domain/people/employeeFields.ts';
import { foldedName } from '../../../shared/domain/people/mapping/customField.ts';
import type { FieldDefinition } from '../resources/fieldDefinitions.ts';

export interface Binding {
  readonly key: EmployeeFieldKey;
  readonly kind: EmployeeField['kind'];
  readonly code: string;
  /** Names of the entries of a list, by their id. */
  readonly entries: ReadonlyMap<string, string | null>;
}

function entriesOf({ extensionUserPropertyListEntries }: FieldDefinition): Binding['entries'] {
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
