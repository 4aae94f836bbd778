/** Natures de frais, v2. One page holds them all: no order is needed. */
import { z } from 'zod';
import { caseless } from '../caseless.ts';
import type { ListOf } from '../list.ts';
import { pathTo } from '../query.ts';
import { idSchema, looseText } from './loose.ts';

const NATURES_LIMIT = 1_000;

const natureSchema = caseless({
  id: idSchema,
  name: looseText,
  type: caseless({ tag: looseText, label: looseText }).nullish().catch(undefined),
  isEnabled: z.boolean().nullish().catch(undefined),
});
export type Nature = z.infer<typeof natureSchema>;

export function naturesPath(offset: number, limit = NATURES_LIMIT): string {
  return pathTo('/api/expenseNatures', { fields: 'id,name,type,isEnabled', paging: `${offset},${limit}` });
}

export const listOfNatures: ListOf<Nature> = {
  call: 'expenseNatures',
  limit: NATURES_LIMIT,
  row: natureSchema,
  path: ({ offset }) => naturesPath(offset),
  idOf: (nature) => nature.id,
};
