/** « Correspondance champs »: where each payroll field is read in Lucca, as a person accepted it. */
import { checksum } from '../../review/checksum.ts';
import { employeeFields, type EmployeeFieldKey, type FieldOrigin } from '../employeeFields.ts';

/** `none`: read nowhere, because a person said so. */
export type MappedFrom = FieldOrigin | 'none';
export const mappedFroms = ['native', 'contract', 'record', 'custom', 'none'] as const satisfies readonly MappedFrom[];

/** Where one payroll field is read. `code`: of the customer's field; '' for every other source. `name`: what it is called in Lucca. */
export interface MappingLine {
  readonly key: EmployeeFieldKey;
  readonly from: MappedFrom;
  readonly code: string;
  readonly name: string;
}

/** One line for each payroll field, in the order of the catalogue. */
export type FieldMapping = readonly MappingLine[];

/** The part of a line that says where a field is read. */
export type ReadFrom = Pick<MappingLine, 'from' | 'code'>;

const order = new Map<string, number>(employeeFields.map(({ key }, index) => [key, index]));

/** In the order of the catalogue. */
export function inCatalogueOrder<T extends { readonly key: EmployeeFieldKey }>(lines: readonly T[]): T[] {
  return [...lines].sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0));
}

/** `custom:e_nir`, `native`, `none`; '' where nobody said anything. Codes are compared in any case, as Lucca does. */
export function readFromText(line: ReadFrom | undefined): string {
  if (!line) return '';
  return line.from === 'custom' ? `custom:${line.code.toLowerCase()}` : line.from;
}

/** What a mapping says, names aside, in a form that two equal mappings share: `luccaId=native nir=custom:e_nir…`. */
export function mappingText(mapping: FieldMapping): string {
  return inCatalogueOrder(mapping)
    .map((line) => `${line.key}=${readFromText(line)}`)
    .join(' ');
}

/** Sixteen digits that change with any line of a mapping; names, capitals and the order of lines change nothing. */
export function mappingHash(mapping: FieldMapping): string {
  return checksum(mappingText(mapping));
}

/** Where a text of {@link mappingText} reads each field, by its key; '' says nothing of any. */
export function readFroms(text: string): ReadonlyMap<string, string> {
  return new Map(text.split(' ').map((each) => each.split('=') as [string, string]));
}

/** The fields that two texts of {@link mappingText} do not read at the same place. */
export function changedFields(before: string, after: string): EmployeeFieldKey[] {
  const [old, now] = [readFroms(before), readFroms(after)];
  return employeeFields.map(({ key }) => key).filter((key) => old.get(key) !== now.get(key));
}
