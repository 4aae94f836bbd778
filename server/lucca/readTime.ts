/** Declared time of the weeks of each month, the sheets it stands on, and the working times that contracts name. */
import { addDays, type PlainDate, type PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { ContractSpan } from '../../shared/contracts/voucherSchemas.ts';
import type { Timesheet, WorkingTime } from '../../shared/contracts/worktimeSchemas.ts';
import {
  compareEntries,
  entryMonthOf,
  type TimeEntry,
  type TimeEntryMonth,
} from '../../shared/domain/worktime/entryMonth.ts';
import type { DateSpan } from '../../shared/domain/worktime/person.ts';
import { isIn, spanOfMonth } from '../../shared/domain/worktime/weeks.ts';
import { readByHalves } from './byHalves.ts';
import { chunksOf } from './chunks.ts';
import { toTimeEntries } from './mapping/timeEntries.ts';
import { toTimesheet } from './mapping/timesheets.ts';
import { toWorkingTime } from './mapping/workingTimes.ts';
import { ifAllowed } from './optional.ts';
import { listOfTimeEntries } from './resources/timeEntries.ts';
import { listOfTimesheets } from './resources/timesheets.ts';
import { workingTimePath, workingTimeRowSchema } from './resources/workingTimes.ts';
import type { User } from './resources/users.ts';
import { underContract } from './underContract.ts';
import type { Session } from './session.ts';

/** Eleven weeks of sheets each: less than a page. Six weeks of four entries a day: about a page. */
const PEOPLE_PER_CALL = 80;
/** A sheet that began before the first week may last into it: a month at most. */
const LONGEST_SHEET = 31;

export interface DeclaredTime {
  readonly entries: ReadonlyMap<PlainMonth, readonly TimeEntryMonth[]>;
  readonly sheets: ReadonlyMap<PlainMonth, readonly Timesheet[]>;
  readonly workingTimes: readonly WorkingTime[];
}

/** Of everybody in `people`, also of those who declared nothing. A shift that ends in the first week may begin on the eve. */
async function readEntries(session: Session, people: readonly string[], month: PlainMonth): Promise<TimeEntryMonth[]> {
  const { from, to } = spanOfMonth(month);
  const asked: DateSpan = { from: addDays(from, -1), to };
  const rows = await readByHalves(session, people, (some) => listOfTimeEntries(some, asked.from, asked.to));
  const byOwner = new Map<string, TimeEntry[]>(people.map((id) => [id, []]));
  for (const row of rows) if (isIn(row.startsAt.date, asked)) byOwner.get(row.ownerId)?.push(...toTimeEntries(row));
  return [...byOwner].map(([id, entries]) => entryMonthOf(id, month, entries.sort(compareEntries)));
}

async function readSheets(session: Session, people: readonly string[], month: PlainMonth): Promise<Timesheet[]> {
  const { from, to } = spanOfMonth(month);
  const earliest: PlainDate = addDays(from, -LONGEST_SHEET);
  const rows = await readByHalves(session, people, (some) => listOfTimesheets(some, earliest, to));
  return rows.flatMap((row) => toTimesheet(row) ?? []).filter((sheet) => sheet.to >= from);
}

/** Those that the account gives. One that refuses the first refuses the others. */
async function readWorkingTimes(session: Session, contracts: readonly ContractSpan[]): Promise<WorkingTime[]> {
  const found: WorkingTime[] = [];
  for (const id of new Set(contracts.map(({ workingTimeId }) => workingTimeId))) {
    if (id == null) continue;
    const body = await ifAllowed(session.get('workingTimes', workingTimePath(id)));
    if (body === undefined && found.length === 0) return [];
    const row = workingTimeRowSchema.safeParse(body);
    if (row.success) found.push(toWorkingTime(id, row.data));
  }
  return found;
}

/** One entry per month; undefined when nobody declared anything and there is no sheet: the key sees none. Throws a `LuccaFailure`. */
export async function readTime(
  session: Session,
  months: readonly PlainMonth[],
  users: readonly User[],
  contracts: readonly ContractSpan[],
): Promise<DeclaredTime | undefined> {
  const calls = months.flatMap((month) =>
    chunksOf(underContract(users, contracts, spanOfMonth(month)), PEOPLE_PER_CALL).map((people) => ({ month, people })),
  );
  const total = calls.reduce((sum, { people }) => sum + people.length, 0);
  const entries = new Map<PlainMonth, TimeEntryMonth[]>(months.map((month) => [month, []]));
  const sheets = new Map<PlainMonth, Timesheet[]>(months.map((month) => [month, []]));
  let done = 0;
  for (const { month, people } of calls) {
    entries.get(month)?.push(...(await readEntries(session, people, month)));
    sheets.get(month)?.push(...(await readSheets(session, people, month)));
    session.progress.rows((done += people.length), total);
  }
  const isDeclared = [...entries.values()].flat().some((row) => row.entries.length > 0);
  if (!isDeclared && [...sheets.values()].every((each) => each.length === 0)) return undefined;
  return { entries, sheets, workingTimes: await readWorkingTimes(session, contracts) };
}
