/** Salariés, v3. */
import { z } from 'zod';
import { caseless, isRecord } from '../caseless.ts';
import type { ListOf } from '../list.ts';
import { pathTo } from '../query.ts';
import { idSchema, looseId, looseText, toldDate, toldName, toldText } from './loose.ts';

/** What payroll needs and nothing else: without a list Lucca gives ids and names only. */
const USER_FIELDS = [
  'id',
  'firstName',
  'lastName',
  'employeeNumber',
  'civilTitle',
  'birthDate',
  'nationality',
  'mail',
  'personalEmail',
  'directLine',
  'professionalMobile',
  'personalMobile',
  'address',
  'dtContractStart',
  'dtContractEnd',
  'legalEntityId',
  'legalEntity[id,name]',
  'extendedData',
  'collection.count',
].join(',');

/** The documented maximum. */
const USERS_LIMIT = 1_000;

const userSchema = caseless({
  id: idSchema,
  firstName: toldText,
  lastName: toldText,
  employeeNumber: toldText,
  civilTitle: toldName,
  birthDate: toldDate,
  nationality: toldName,
  mail: toldText,
  personalEmail: toldText,
  directLine: toldText,
  professionalMobile: toldText,
  personalMobile: toldText,
  address: toldText,
  dtContractStart: toldDate,
  dtContractEnd: toldDate,
  /** Lucca's « legal entity » of v3 is the establishment. */
  legalEntityId: looseId,
  legalEntity: caseless({ id: looseId, name: looseText }).nullish().catch(undefined),
  extendedData: z.custom<Readonly<Record<string, unknown>>>(isRecord).nullish().catch(undefined),
});
export type User = z.infer<typeof userSchema>;

/** Everybody, as far as the key may see: present and future, and former unless `former` is false. */
export function usersPath(offset: number, limit: number, { fields = USER_FIELDS, former = true } = {}): string {
  return pathTo('/api/v3/users', {
    fields,
    ...(former ? { formerEmployees: true } : {}),
    orderBy: 'id,asc',
    paging: `${offset},${limit}`,
  });
}

export function listOfUsers(onRows: ListOf<User>['onRows']): ListOf<User> {
  return {
    call: 'users',
    limit: USERS_LIMIT,
    row: userSchema,
    path: ({ offset }) => usersPath(offset, USERS_LIMIT),
    idOf: (user) => user.id,
    ...(onRows && { onRows }),
  };
}

/** The establishment a person belongs to today. */
export function establishmentOf(user: User): string | undefined {
  return user.legalEntityId ?? user.legalEntity?.id ?? undefined;
}
