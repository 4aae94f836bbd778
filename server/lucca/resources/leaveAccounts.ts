/** Comptes d'absence, v3: in no public reference, asked only when the rows of absences do not name their account. */
import type { z } from 'zod';
import { caseless } from '../caseless.ts';
import type { ListOf } from '../list.ts';
import { pathTo } from '../query.ts';
import { idSchema, looseText } from './loose.ts';

const ACCOUNTS_LIMIT = 1_000;

const leaveAccountSchema = caseless({ id: idSchema, name: looseText });
export type LeaveAccount = z.infer<typeof leaveAccountSchema>;

export const listOfLeaveAccounts: ListOf<LeaveAccount> = {
  call: 'leaveAccounts',
  limit: ACCOUNTS_LIMIT,
  row: leaveAccountSchema,
  path: ({ offset }) =>
    pathTo('/api/v3/leaveAccounts', {
      fields: 'id,name,collection.count',
      orderBy: 'id,asc',
      paging: `${offset},${ACCOUNTS_LIMIT}`,
    }),
  idOf: (account) => account.id,
};
