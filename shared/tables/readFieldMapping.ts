/** « Correspondance champs » as it stands: one line for each row that names a payroll field. */
import { employeeFields, type EmployeeFieldKey } from '../domain/people/employeeFields.ts';
import { foldedName } from '../domain/people/mapping/customField.ts';
import type { MappedFrom } from '../domain/people/mapping/fieldMapping.ts';
import type { TableState } from '../flows/book.ts';
import { sourceNames } from '../messages/fr/employees/fieldWords.ts';
import { fieldMappingTable } from './fieldMappingTable.ts';
import { typedRows, type Reading, type TypedRow } from './typedRow.ts';

export interface TypedMappingLine {
  readonly key: EmployeeFieldKey;
  /** Undefined for a blank cell, or one that cannot be read. */
  readonly from: MappedFrom | undefined;
  readonly code: string;
  readonly name: string;
  readonly row: TypedRow;
}

const byHeading = new Map(employeeFields.map(({ key, heading }) => [foldedName(heading), key]));

function lineOf(row: TypedRow): TypedMappingLine[] {
  const key = byHeading.get(foldedName(row.text('field')));
  if (key === undefined) {
    if (row.text('field') !== '') row.say('field', 'mappingFieldOdd');
    return [];
  }
  const code = row.text('code').replace(/\s/gu, '');
  return [{ key, from: row.choice('from', sourceNames), code, name: row.text('name'), row }];
}

/** The first row of a field counts; a second one is told where it stands. */
export function readFieldMapping(state: TableState | undefined): Reading<readonly TypedMappingLine[]> {
  const { rows, findings } = typedRows(fieldMappingTable, state);
  const seen = new Set<EmployeeFieldKey>();
  const value = rows.flatMap(lineOf).filter(({ key }) => {
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
  return { value, findings };
}
