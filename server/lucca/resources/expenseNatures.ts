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

export const listOfNatures: ListOf<Nature> = {
  call: 'expenseNatures',
  limit: NATURES_LIMIT,
  row: natureSchema,
  path: ({ offset }) =>
    pathTo('/api/expenseNatures', { fields: 'id,name,type,isEnabled', paging: `${offset},${NATURES_LIMIT}` }),
  idOf: (nature) => nature.id,
};
