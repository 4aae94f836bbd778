/** Planned days of a month: ten people a call, as Lucca advises, and only those who are under contract then. */
import { firstDay, lastDay, type PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { PlannedMonth } from '../../shared/domain/calendar/plannedMonth.ts';
import type { ContractSpan } from '../../shared/contracts/voucherSchemas.ts';
import { chunksOf } from './chunks.ts';
import { LuccaFailure } from './http/failure.ts';
import { readList } from './list.ts';
import { toPlannedMonths } from './mapping/planning.ts';
import { listOfUserDates, PEOPLE_PER_CALL, type UserDate } from './resources/userDates.ts';
import type { User } from './resources/users.ts';
import type { Session } from './session.ts';

/** Calls without a single row after which the planning is held to be closed to the key: everybody under contract has days. */
const EMPTY_CALLS = 3;
const TOO_LONG_ATTEMPTS = 2;

/** People under contract in `month`; one of whom no date is known may be. */
function underContract(users: readonly User[], contracts: readonly ContractSpan[], month: PlainMonth): string[] {
  const known = new Set<string>();
  const present = new Set<string>();
  for (const { employeeId, from, to } of contracts) {
    known.add(employeeId);
    if (from <= lastDay(month) && (to === null || to >= firstDay(month))) present.add(employeeId);
  }
  return users.map(({ id }) => id).filter((id) => present.has(id) || !known.has(id));
}

/** A call that Lucca finds too long (408) is made again by halves, down to one person. */
async function readCall(session: Session, people: readonly string[], month: PlainMonth): Promise<UserDate[]> {
  const list = listOfUserDates(people, month);
  try {
    const send = (path: string): Promise<unknown> => session.get('userDates', path, TOO_LONG_ATTEMPTS);
    return await readList(session, { ...list, send });
  } catch (error) {
    const isTooLong = error instanceof LuccaFailure && error.reason.status === 408;
    if (!isTooLong || people.length < 2) throw error;
    const rows: UserDate[] = [];
    for (const half of chunksOf(people, Math.ceil(people.length / 2)))
      rows.push(...(await readCall(session, half, month)));
    return rows;
  }
}

/** One entry per month, a row per person; undefined when the key sees nobody's days. Throws a `LuccaFailure`. */
export async function readPlanning(
  session: Session,
  months: readonly PlainMonth[],
  users: readonly User[],
  contracts: readonly ContractSpan[],
): Promise<ReadonlyMap<PlainMonth, readonly PlannedMonth[]> | undefined> {
  const calls = months.flatMap((month) =>
    chunksOf(underContract(users, contracts, month), PEOPLE_PER_CALL).map((people) => ({ month, people })),
  );
  const total = calls.reduce((sum, { people }) => sum + people.length, 0);
  const planning = new Map<PlainMonth, PlannedMonth[]>(months.map((month) => [month, []]));
  let done = 0;
  let seen = 0;
  for (const [at, { month, people }] of calls.entries()) {
    const rows = toPlannedMonths(await readCall(session, people, month), month);
    planning.get(month)?.push(...rows);
    seen += rows.length;
    session.progress.rows((done += people.length), total);
    if (seen === 0 && at + 1 >= Math.min(EMPTY_CALLS, calls.length)) return undefined;
  }
  return planning;
}
