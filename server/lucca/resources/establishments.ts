/** Établissements, v4, archived ones included: leavers may still belong to one. */
import type { z } from 'zod';
import { caseless } from '../caseless.ts';
import type { ListOf } from '../list.ts';
import { pathTo } from '../query.ts';
import { idSchema, looseText } from './loose.ts';

const ESTABLISHMENTS_LIMIT = 100;

const establishmentSchema = caseless({ id: idSchema, name: looseText, code: looseText, timeZoneId: looseText });
export type Establishment = z.infer<typeof establishmentSchema>;

export function establishmentsPath(page: number, limit = ESTABLISHMENTS_LIMIT): string {
  return pathTo('/organization/structure/api/establishments', {
    isArchived: 'false,true',
    sort: 'id',
    page,
    limit,
    'fields.root': 'count',
  });
}

export function listOfEstablishments(onRows: ListOf<Establishment>['onRows']): ListOf<Establishment> {
  return {
    call: 'establishments',
    limit: ESTABLISHMENTS_LIMIT,
    row: establishmentSchema,
    path: ({ index }) => establishmentsPath(index + 1),
    idOf: (establishment) => establishment.id,
    ...(onRows && { onRows }),
  };
}
