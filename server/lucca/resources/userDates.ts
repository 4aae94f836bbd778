/** Jours travaillés, v3: what is planned for a person on a date, half by half, absences left aside. */
import { z } from 'zod';
import { firstDay, lastDay, type PlainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { caseless } from '../caseless.ts';
import type { ListOf } from '../list.ts';
import { pathTo } from '../query.ts';
import { minutesOfDuration } from './duration.ts';
import { dateSchema, idSchema } from './loose.ts';

/** What Lucca advises for one call, over a month. */
export const PEOPLE_PER_CALL = 10;
/** Ten people over a month are 310 rows: one page. */
const DATES_LIMIT = 1_000;

const FIELDS = [
  'ownerId',
  'date',
  'source',
  'isHoliday',
  'am[isHoliday,isWeeklyRest,dtt]',
  'pm[isHoliday,isWeeklyRest,dtt]',
  'collection.count',
].join(',');

const flagSchema = z.boolean().nullish().catch(undefined);

const halfSchema = caseless({
  isHoliday: flagSchema,
  isWeeklyRest: flagSchema,
  /** Theoretical time, in minutes. */
  dtt: z.string().transform(minutesOfDuration).nullish().catch(undefined),
})
  .nullish()
  .catch(undefined);

/** Whose, and when, must be there; a day without its halves is a day of which nothing is known. */
const userDateSchema = caseless({
  ownerId: idSchema,
  date: dateSchema,
  /** 1 work cycle, 2 public holiday, 3 exception to the cycle, 5 leave, 6 entry. */
  source: z.int().nullish().catch(undefined),
  isHoliday: flagSchema,
  am: halfSchema,
  pm: halfSchema,
});
export type UserDate = z.infer<typeof userDateSchema>;

function userDatesPath(owners: readonly string[], month: PlainMonth, offset: number): string {
  return pathTo('/api/v3/userdates', {
    ownerId: owners.join(','),
    date: `between,${firstDay(month)},${lastDay(month)}`,
    fields: FIELDS,
    orderBy: 'ownerId,asc,date,asc',
    paging: `${offset},${DATES_LIMIT}`,
  });
}

export function listOfUserDates(owners: readonly string[], month: PlainMonth): ListOf<UserDate> {
  return {
    call: 'userDates',
    limit: DATES_LIMIT,
    row: userDateSchema,
    path: ({ offset }) => userDatesPath(owners, month, offset),
    idOf: ({ ownerId, date }) => `${ownerId} ${date}`,
  };
}
