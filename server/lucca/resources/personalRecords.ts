/** Données personnelles, v5: NIR and bank account, where the customer has given an OAuth application. */
import { z } from 'zod';
import { caseless } from '../caseless.ts';
import type { ListOf } from '../list.ts';
import { pathTo } from '../query.ts';
import { idSchema, looseText, told, toldDate, toldText } from './loose.ts';

const RECORDS_LIMIT = 100;

const bankAccountSchema = caseless({
  format: looseText,
  accountIdentifier: toldText,
  bankIdentifier: toldText,
  // An older form of the same page.
  iban: toldText,
  bic: toldText,
});

const recordSchema = caseless({
  id: idSchema,
  employee: caseless({ id: idSchema }),
  title: toldText,
  birthDate: toldDate,
  insuranceNumber: told(caseless({ format: looseText, value: toldText })),
  nationalitiesCountryCodes: told(z.array(z.string())),
  bankAccount: told(bankAccountSchema),
  phoneNumber: toldText,
  email: toldText,
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
