/** Données personnelles, v5: NIR and bank account, where the customer has given an OAuth application. */
import { z } from 'zod';
import { caseless } from '../caseless.ts';
import type { ListOf } from '../list.ts';
import { pathTo } from '../query.ts';
import { idSchema, looseDate, looseText } from './loose.ts';

const RECORDS_LIMIT = 100;

const bankAccountSchema = caseless({
  format: looseText,
  accountIdentifier: looseText,
  bankIdentifier: looseText,
  // An older form of the same page.
  iban: looseText,
  bic: looseText,
});

const recordSchema = caseless({
  id: idSchema,
  employee: caseless({ id: idSchema }),
  title: looseText,
  birthDate: looseDate,
  insuranceNumber: caseless({ format: looseText, value: looseText }).nullish().catch(undefined),
  nationalitiesCountryCodes: z.array(z.string()).nullish().catch(undefined),
  bankAccount: bankAccountSchema.nullish().catch(undefined),
  phoneNumber: looseText,
  email: looseText,
});
export type PersonalRecord = z.infer<typeof recordSchema>;

export function recordsPath(cursor: string | undefined, limit = RECORDS_LIMIT): string {
  const page = cursor === undefined ? {} : { page: cursor };
  return pathTo('/lucca-api/employee-personal-records', { limit, include: 'links,totalCount', ...page });
}

export function listOfRecords(
  send: (path: string) => Promise<unknown>,
  onRows: ListOf<PersonalRecord>['onRows'],
): ListOf<PersonalRecord> {
  return {
    call: 'personalRecords',
    limit: RECORDS_LIMIT,
    cursored: true,
    row: recordSchema,
    path: ({ cursor }) => recordsPath(cursor),
    idOf: (record) => record.id,
    send,
    ...(onRows && { onRows }),
  };
}
