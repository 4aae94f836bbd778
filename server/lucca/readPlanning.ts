/** Planned days of a month: ten people a call, as Lucca advises, and only those who are under contract then. */
import { firstDay, lastDay, type PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { PlannedMonth } from '../../shared/domain/calendar/plannedMonth.ts';
import type { ContractSpan } from '../../shared/contracts/voucherSchemas.ts';
import { readByHalves } from './byHalves.ts';
import { chunksOf } from './chunks.ts';
import { toPlannedMonths } from './mapping/planning.ts';
import { listOfUserDates, PEOPLE_PER_CALL } from './resources/userDates.ts';
import type { User } from './resources/users.ts';
import type { Session } from './session.ts';
import { underContract } from './underContract.ts';

/** Calls without a single row after which the planning is held to be closed to the key: everybody under contract has days. */
const EMPTY_CALLS = 3;

/** One entry per month, a row per person; undefined when the key sees nobody's days. Throws a `LuccaFailure`. */
export async function readPlanning(
  session: Session,
  months: readonly PlainMonth[],
  users: readonly User[],
  contracts: readonly ContractSpan[],
): Promise<ReadonlyMap<PlainMonth, readonly PlannedMonth[]> | undefined> {
  const calls = months.flatMap((month) =>
    chunksOf(underContract(users, contracts, { from: firstDay(month), to: lastDay(month) }), PEOPLE_PER_CALL).map(
      (people) => ({ month, people }),
    ),
  );
  const total = calls.reduce((sum, { people }) => sum + people.length, 0);
  const planning = new Map<PlainMonth, PlannedMonth[]>(months.map((month) => [month, []]));
  let done = 0;
  let seen = 0;
  for (const [at, { month, people }] of calls.entries()) {
    const read = await readByHalves(session, people, (some) => listOfUserDates(some, month));
    const rows = toPlannedMonths(read, month);
    planning.get(month)?.push(...rows);
    seen += rows.length;
    session.progress.rows((done += people.length), total);
    if (seen === 0 && at + 1 >= Math.min(EMPTY_CALLS, calls.length)) return undefined;
  }
  return planning;
}
