/** Which customer field of the HR file holds which payroll field: by name, and nothing is guessed beyond that. */
import {
  employeeField,
  employeeFields,
  type EmployeeField,
  type EmployeeFieldKey,
} from '../../../shared/domain/people/employeeFields.ts';
import type { FieldDefinition } from '../resources/fieldDefinitions.ts';

/** Lucca's own, never a customer's: they say who the person is and where the contract stands. */
const NATIVE_ONLY: ReadonlySet<EmployeeFieldKey> = new Set<EmployeeFieldKey>([
  'luccaId',
  'employeeNumber',
  'lastName',
  'firstName',
  'establishment',
  'contractStart',
  'contractEnd',
]);

export interface Binding {
  readonly key: EmployeeFieldKey;
  readonly kind: EmployeeField['kind'];
  readonly code: string;
  /** Names of the entries of a list, by their id. */
  readonly entries: ReadonlyMap<string, string | null>;
}

/** Without accents, capitals, punctuation of quotes, or doubled spaces: `« Complément d’adresse »` and `complement d'adresse` are one. */
function folded(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’ʼ]/g, "'");
  return plain.replace(/\s+/gu, ' ').trim().toLowerCase();
}

function entriesOf({ extensionUserPropertyListEntries }: FieldDefinition): Binding['entries'] {
  return new Map((extensionUserPropertyListEntries ?? []).map(({ id, name }) => [id, name ?? null]));
}

/** True where a customer field, whether it can be bound or not, bears the heading of the payroll field. */
export function isNamed(definitions: readonly FieldDefinition[], key: EmployeeFieldKey): boolean {
  const heading = folded(employeeField(key).heading);
  return definitions.some(({ name }) => folded(name ?? '') === heading);
}

/**
 * A customer field is bound to the payroll field whose French heading is its name, accents, capitals and spaces aside.
 * Two customer fields of one name are both left alone.
 */
export function bindingsOf(definitions: readonly FieldDefinition[]): Binding[] {
  const byName = new Map<string, FieldDefinition[]>();
  for (const each of definitions) {
    const name = folded(each.name ?? '');
    byName.set(name, [...(byName.get(name) ?? []), each]);
  }
  return employeeFields.flatMap(({ key, kind, heading }) => {
    const [found, another] = byName.get(folded(heading)) ?? [];
    if (!found || another || NATIVE_ONLY.has(key)) return [];
    return [{ key, kind, code: found.id, entries: entriesOf(found) }];
  });
}
