/** Temps saisis (Timmi Temps), v3: what people declare, never what their schedule would have them do. */
import { z } from 'zod';
import { addDays, type PlainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { caseless } from '../caseless.ts';
import type { ListOf } from '../list.ts';
import { pathTo } from '../query.ts';
import { secondsOfDuration } from './duration.ts';
import { dateAtHead, idSchema, looseText, told, unreadable, type Unreadable } from './loose.ts';

/** The documented maximum of one answer. */
const ENTRIES_LIMIT = 10_000;

const FIELDS = [
  'id',
  'ownerId',
  'unit',
  'startsAt',
  'duration',
  'endsAt',
  'layer',
  'archivedAt',
  'collection.count',
].join(',');

/** A date and the time of a clock, in seconds since its midnight; null where the time cannot be read. */
export interface Moment {
  readonly date: PlainDate;
  readonly second: number | null;
}

/** Hours float: written without a zone. With one, we would not know whose clock it is. */
const TIME = /^(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?)?$/;

function momentIn(text: string): Moment | undefined {
  const date = dateAtHead(text.trim());
  if (date === undefined) return undefined;
  const [time, hours = 0, minutes = 0, seconds = 0] = TIME.exec(text.trim().slice(10)) ?? [];
  return {
    date,
    second: time === undefined ? null : (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds),
  };
}

/** Whose, and on which date, must be there: without them time would silently vanish. */
const startSchema = z.string().transform((text, context) => {
  const moment = momentIn(text);
  if (moment !== undefined) return moment;
  context.addIssue({ code: 'custom', message: 'not a moment' });
  return z.NEVER;
});

const entrySchema = caseless({
  id: idSchema,
  ownerId: idSchema,
  /** 0 days, 1 hours, 2 times of a clock. */
  unit: z.int().nullish().catch(undefined),
  startsAt: startSchema,
  /** In seconds. */
  duration: told(z.string().transform((text): number | Unreadable => secondsOfDuration(text) ?? unreadable)),
  endsAt: told(z.string().transform((text): Moment | Unreadable => momentIn(text) ?? unreadable)),
  /** 0 actual, 1 theoretical. */
  layer: z.int().nullish().catch(undefined),
  archivedAt: looseText,
});
export type TimeEntryRow = z.infer<typeof entrySchema>;

/**
 * Entries of `owners` that begin from `from` to `to`. One day more is asked: an end of `between` without a time may be read as its
 * midnight.
 */
export function listOfTimeEntries(owners: readonly string[], from: PlainDate, to: PlainDate): ListOf<TimeEntryRow> {
  return {
    call: 'timeEntries',
    limit: ENTRIES_LIMIT,
    row: entrySchema,
    path: ({ offset }) =>
      pathTo('/api/v3/timeentries', {
        ownerId: owners.join(','),
        startsAt: `between,${from},${addDays(to, 1)}`,
        layer: 'notequal,1',
        archivedAt: 'null',
        fields: FIELDS,
        orderBy: 'id,asc',
        paging: `${offset},${ENTRIES_LIMIT}`,
      }),
    idOf: (entry) => entry.id,
  };
}
