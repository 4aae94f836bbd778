/** Dates, months and instants as they travel. */
import { z } from 'zod';
import {
  parsePlainDate,
  parsePlainMonth,
  type Instant,
  type PlainDate,
  type PlainMonth,
} from '../domain/calendar/plainDate.ts';

export const plainDateSchema = z
  .custom<PlainDate>((value) => typeof value === 'string' && parsePlainDate(value) !== undefined, {
    params: { expected: 'date' },
  })
  .meta({ type: 'string', format: 'date' });
export const plainMonthSchema = z
  .custom<PlainMonth>((value) => typeof value === 'string' && parsePlainMonth(value) !== undefined, {
    params: { expected: 'month' },
  })
  .meta({ type: 'string', pattern: String.raw`^\d{4}-(0[1-9]|1[0-2])$` });
export const instantSchema = z
  .custom<Instant>((value) => typeof value === 'string' && z.iso.datetime().safeParse(value).success)
  .meta({ type: 'string', format: 'date-time' });
