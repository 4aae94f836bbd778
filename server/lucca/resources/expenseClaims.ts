/** Notes de frais, v3: the state of the reports that hold the lines read. */
import { z } from 'zod';
import { caseless } from '../caseless.ts';
import type { ListOf } from '../list.ts';
import { pathTo } from '../query.ts';
import { idSchema } from './loose.ts';

/** The documented size of a page. */
export const CLAIMS_LIMIT = 1_000;

const claimSchema = caseless({ id: idSchema, statusId: z.int() });
export type ExpenseClaim = z.infer<typeof claimSchema>;

/** Reports by their identifiers: no more of them than a page holds. */
export function listOfClaims(ids: readonly string[]): ListOf<ExpenseClaim> {
  return {
    call: 'expenseClaims',
    limit: CLAIMS_LIMIT,
    row: claimSchema,
    path: ({ offset }) =>
      pathTo('/api/v3/expenseClaims', {
        id: ids.join(','),
        fields: 'id,statusId,collection.count',
        orderBy: 'id,asc',
        paging: `${offset},${CLAIMS_LIMIT}`,
      }),
    idOf: (claim) => claim.id,
  };
}
