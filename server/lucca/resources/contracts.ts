/** Contrats de travail, v4: all of everybody. The applicable one is the one running today, else the next, else the last. */
import { z } from 'zod';
import { caseless } from '../caseless.ts';
import type { ListOf } from '../list.ts';
import { pathTo } from '../query.ts';
import { dateSchema, idSchema, looseId, looseText, toldDate } from './loose.ts';

const CONTRACTS_LIMIT = 1_000;

const contractSchema = caseless({
  id: idSchema,
  ownerId: idSchema,
  startsOn: dateSchema,
  endsOn: toldDate,
  isApplicable: z.boolean().nullish(),
  establishmentId: looseId,
  establishment: caseless({ id: looseId, name: looseText }).nullish().catch(undefined),
  workingTimeArrangementId: looseId,
  type: caseless({ name: looseText }).nullish().catch(undefined),
});
export type Contract = z.infer<typeof contractSchema>;

export function contractsPath(page: number, limit = CONTRACTS_LIMIT): string {
  return pathTo('/directory/api/4.0/work-contracts', {
    isArchived: false,
    sort: 'id',
    page,
    limit,
    'fields.root': 'count',
  });
}

export function listOfContracts(onRows: ListOf<Contract>['onRows']): ListOf<Contract> {
  return {
    call: 'contracts',
    limit: CONTRACTS_LIMIT,
    row: contractSchema,
    path: ({ index }) => contractsPath(index + 1),
    idOf: (contract) => contract.id,
    ...(onRows && { onRows }),
  };
}
