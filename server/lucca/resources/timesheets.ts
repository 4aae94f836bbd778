/** Feuilles de temps (Timmi Temps), v3: a week of declared time, as a rule, and whether it is approved. */
import { z } from 'zod';
import type { PlainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { caseless } from '../caseless.ts';
import type { ListOf } from '../list.ts';
import { pathTo } from '../query.ts';
import { dateSchema, idSchema } from './loose.ts';

/** The documented size of a page. */
const SHEETS_LIMIT = 1_000;

/** Whose, and of which days, must be there. A state that cannot be read is none that we know. */
const sheetSchema = caseless({
  id: idSchema,
  ownerId: idSchema,
  startsOn: dateSchema,
  /** The day after the last one. */
  endsOn: dateSchema,
  /** 0 not submitted, 1 pending, 2 approved, 3 rejected. */
  status: z.int().nullish().catch(undefined),
});
export type TimesheetRow = z.infer<typeof sheetSchema>;

/** Sheets of `owners` that begin from `from` to `to`. Those that nobody submitted share the id 0. */
export function listOfTimesheets(owners: readonly string[], from: PlainDate, to: PlainDate): ListOf<TimesheetRow> {
  return {
    call: 'timesheets',
    limit: SHEETS_LIMIT,
    row: sheetSchema,
    path: ({ offset }) =>
      pathTo('/api/v3/timmitimesheets', {
        ownerId: owners.join(','),
        startsOn: `between,${from},${to}`,
        fields: 'id,ownerId,startsOn,endsOn,status,collection.count',
        orderBy: 'ownerId,asc,startsOn,asc',
        paging: `${offset},${SHEETS_LIMIT}`,
      }),
    idOf: ({ id, ownerId, startsOn }) => `${id} ${ownerId} ${startsOn}`,
  };
}
