/** « Correspondance champs » as the service answers it: from what the mirror holds, without a call to Lucca. */
import type { AcceptedMapping, FieldsView } from '../../shared/contracts/fieldSchemas.ts';
import { frenchDate, parsePlainDate } from '../../shared/domain/calendar/plainDate.ts';
import type { Employee, EmployeeValue } from '../../shared/domain/people/employee.ts';
import {
  employeeField,
  employeeFields,
  type EmployeeFieldKey,
  type FieldOrigin,
} from '../../shared/domain/people/employeeFields.ts';
import type { FieldOrigins } from '../../shared/domain/people/fieldSources.ts';
import type { MappingWorld } from '../../shared/domain/people/mapping/checkMapping.ts';
import { maskedValue, samplesOf } from '../../shared/domain/people/mapping/maskedSample.ts';
import { proposeMapping } from '../../shared/domain/people/mapping/proposeMapping.ts';
import { checksum } from '../../shared/domain/review/checksum.ts';
import type { MirrorReader } from '../store/store.ts';

/** Spans that no contract gave come from the person's own dates. */
const NO_CONTRACT = /^user-/;

async function givenIn(mirror: MirrorReader): Promise<FieldOrigins> {
  const { record, custom, native } = mirror.head.sources;
  const isContract = (await mirror.contracts()).some(({ id }) => !NO_CONTRACT.test(id));
  const contract: EmployeeFieldKey[] = isContract ? ['contractStart', 'contractEnd'] : [];
  return { record, custom, native, contract };
}

/** What a mapping is judged beside. */
export async function mappingWorld(mirror: MirrorReader, accepted: AcceptedMapping | null): Promise<MappingWorld> {
  const custom = await mirror.customFields();
  // An empty list says that the key may not see it, rather than that there is nothing.
  return { custom, isRead: custom.length > 0, given: await givenIn(mirror), accepted: accepted?.lines ?? null };
}

function shown(value: EmployeeValue): string {
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  const date = typeof value === 'string' ? parsePlainDate(value) : undefined;
  return date === undefined ? String(value ?? '') : frenchDate(date);
}

function* masked(employees: readonly Employee[], key: EmployeeFieldKey): Generator<string> {
  const { sensitivity } = employeeField(key);
  for (const { values } of employees) yield maskedValue(key, sensitivity, shown(values[key] ?? null));
}

function fieldViews(employees: readonly Employee[], given: FieldOrigins): FieldsView['fields'] {
  return employeeFields.map(({ key, sources }) => ({
    key,
    sources,
    given: sources.filter((each: FieldOrigin) => given[each].includes(key)),
    samples: samplesOf(masked(employees, key)),
  }));
}

export async function fieldsView(mirror: MirrorReader, accepted: AcceptedMapping | null): Promise<FieldsView> {
  const { custom, isRead, given } = await mappingWorld(mirror, accepted);
  const { asOf, mapping } = mirror.head;
  return {
    asOf,
    isRead,
    fields: fieldViews(await mirror.employees(), given),
    custom,
    accepted,
    readWith: mapping ? checksum(mapping.text) : null,
    proposal: proposeMapping(custom, given),
  };
}
