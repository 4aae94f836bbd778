/**
 * A source that used to give a field and gives it to nobody now probably may not be read any more. That proves nothing: until it is read
 * again, what another source says of the field must not pass for a change.
 */
import type { EmployeeFieldKey } from '../../../shared/domain/people/employeeFields.ts';
import type { FieldSource, FieldSources } from '../../../shared/domain/people/fieldSources.ts';
import type { FieldDefinition } from '../resources/fieldDefinitions.ts';
import { isNamed } from './bindings.ts';
import { withheld, type Given } from './given.ts';

/** What each source says of one person. */
export type Answers = Readonly<Record<FieldSource, Given>>;

/** The fields that `source` gives to somebody. */
function givenBy(source: FieldSource, people: readonly Answers[]): ReadonlySet<EmployeeFieldKey> {
  const keys = new Set<EmployeeFieldKey>();
  for (const answers of people) {
    const given = answers[source];
    for (const key of Object.keys(given) as EmployeeFieldKey[]) if (given[key] !== undefined) keys.add(key);
  }
  return keys;
}

/** A list of customer fields that names others and not this one says that the customer deleted or renamed it. */
function isDropped(source: FieldSource, key: EmployeeFieldKey, definitions: readonly FieldDefinition[]): boolean {
  return source === 'custom' && definitions.length > 0 && !isNamed(definitions, key);
}

export interface SourcesNow {
  /** What is to be remembered: the fields that each source gives, and those that it is waited for. */
  readonly known: FieldSources;
  /** The fields that each source is waited for, as its answer. */
  readonly waited: Answers;
}

/** `before`: what the last reading remembered. */
export function sourcesNow(
  people: readonly Answers[],
  before: FieldSources,
  definitions: readonly FieldDefinition[],
): SourcesNow {
  const ofSource = (source: FieldSource) => {
    const given = givenBy(source, people);
    const waited = before[source].filter((key) => !given.has(key) && !isDropped(source, key, definitions));
    return { known: [...given, ...waited].sort(), waited: Object.fromEntries(waited.map((key) => [key, withheld])) };
  };
  const [record, custom, native] = [ofSource('record'), ofSource('custom'), ofSource('native')];
  return {
    known: { record: record.known, custom: custom.known, native: native.known },
    waited: { record: record.waited, custom: custom.waited, native: native.waited },
  };
}
