/** Lignes de frais, v3, by day of purchase. Neither amounts nor comments nor the names of outside guests are asked for. */
import { z } from 'zod';
import { firstDay, lastDay, type PlainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { caseless } from '../caseless.ts';
import type { ListOf } from '../list.ts';
import { pathTo } from '../query.ts';
import { dateSchema, idSchema, looseId } from './loose.ts';

/** The documented size of a page. */
const ITEMS_LIMIT = 1_000;

const FIELDS = [
  'id',
  'expenseClaimId',
  'purchasedOn',
  'expenseNatureId',
  'ownerId',
  'attendees[internal[id]]',
  'collection.count',
].join(',');

const guestsSchema = z
  .array(caseless({ id: idSchema }))
  .nullish()
  .catch(undefined);

const itemSchema = caseless({
  id: idSchema,
  /** Null while the line is on no report yet. */
  expenseClaimId: looseId,
  purchasedOn: dateSchema,
  expenseNatureId: idSchema,
  ownerId: idSchema,
  attendees: caseless({ internal: guestsSchema }).nullish().catch(undefined),
});
export type ExpenseItem = z.infer<typeof itemSchema>;

export function listOfItems(
  month: PlainMonth,
  natures: readonly string[],
  onRows: ListOf<ExpenseItem>['onRows'],
): ListOf<ExpenseItem> {
  return {
    call: 'expenseItems',
    limit: ITEMS_LIMIT,
    row: itemSchema,
    path: ({ offset }) =>
      pathTo('/api/v3/expenseClaimItems', {
        purchasedOn: `between,${firstDay(month)},${lastDay(month)}`,
        expenseNatureId: natures.join(','),
        fields: FIELDS,
        orderBy: 'id,asc',
        paging: `${offset},${ITEMS_LIMIT}`,
      }),
    idOf: (item) => item.id,
    ...(onRows && { onRows }),
  };
}
