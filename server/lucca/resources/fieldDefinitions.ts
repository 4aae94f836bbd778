/** The customer's own fields of the HR file, v3: their codes (`e_…`), their names, and the entries of their lists. */
import { z } from 'zod';
import { caseless } from '../caseless.ts';
import type { ListOf } from '../list.ts';
import { pathTo } from '../query.ts';
import { idSchema, looseText } from './loose.ts';

const DEFINITIONS_LIMIT = 1_000;

const FIELDS = 'id,name,formatKey,extensionUserPropertyListEntries[id,name],collection.count';

const definitionSchema = caseless({
  /** The code under which `extendedData` holds the value. */
  id: idSchema,
  name: looseText,
  /** What kind of value it holds: `select`, `date`… */
  formatKey: looseText,
  extensionUserPropertyListEntries: z
    .array(caseless({ id: idSchema, name: looseText }))
    .nullish()
    .catch(undefined),
});
export type FieldDefinition = z.infer<typeof definitionSchema>;

export function definitionsPath(offset: number): string {
  return pathTo('/api/v3/extensionuserdefinitions', {
    fields: FIELDS,
    orderBy: 'id,asc',
    paging: `${offset},${DEFINITIONS_LIMIT}`,
  });
}

export const listOfDefinitions: ListOf<FieldDefinition> = {
  call: 'fieldDefinitions',
  limit: DEFINITIONS_LIMIT,
  row: definitionSchema,
  path: ({ offset }) => definitionsPath(offset),
  idOf: (definition) => definition.id,
};
