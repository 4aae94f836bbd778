/** Everything a run reads from one account, one request after the other: the limit is shared, haste gains nothing. */
import { compareHalfDates, type HalfDayAbsence } from '../../shared/domain/absences/halfDay.ts';
import { monthOf, type PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { Pull, PullOptions } from './connector.ts';
import { readWindow, windowsFor } from './leaveWindows.ts';
import { readList } from './list.ts';
import { stands, toAbsences } from './mapping/absences.ts';
import { toCustomFields } from './mapping/customFields.ts';
import { toContractSpans } from './mapping/contractSpans.ts';
import { toEmployees, unreadFields, type PeopleSources } from './mapping/employees.ts';
import { toLeaveAccounts } from './mapping/leaveAccounts.ts';
import { createV5 } from './oauth.ts';
import { ifAllowed } from './optional.ts';
import { readTopics } from './readTopics.ts';
import { listOfContracts } from './resources/contracts.ts';
import { listOfEstablishments } from './resources/establishments.ts';
import { listOfDefinitions } from './resources/fieldDefinitions.ts';
import { listOfLeaveAccounts } from './resources/leaveAccounts.ts';
import type { Leave } from './resources/leaves.ts';
import { listOfRecords, type PersonalRecord } from './resources/personalRecords.ts';
import { listOfUsers, type User } from './resources/users.ts';
import type { Session } from './session.ts';

async function readRecords(session: Session): Promise<PersonalRecord[]> {
  const { progress, credentials } = session;
  if (!credentials.oauth) return [];
  progress.step('records');
  const send = createV5(session, credentials.oauth);
  return readList(
    session,
    listOfRecords((path) => send('personalRecords', path), progress.rows),
  );
}

/** Users are needed; contracts, establishments and customer fields are done without when the key may not read them. */
async function readPeople(session: Session): Promise<PeopleSources & { readonly isListed: boolean }> {
  const { progress } = session;
  progress.step('establishments');
  const establishments = await ifAllowed(readList(session, listOfEstablishments(progress.rows)));
  const definitions = await ifAllowed(readList(session, listOfDefinitions));
  progress.step('employees');
  const users = await readList(session, listOfUsers(progress.rows));
  progress.step('contracts');
  const contracts = await ifAllowed(readList(session, listOfContracts(progress.rows)));
  const records = await readRecords(session);
  return {
    users,
    contracts: contracts ?? [],
    establishments: establishments ?? [],
    definitions: definitions ?? [],
    isListed: definitions !== undefined,
    records,
  };
}

async function readLeaves(session: Session, months: readonly PlainMonth[], users: readonly User[]): Promise<Leave[]> {
  session.progress.step('absences');
  const jobs = months.flatMap((month) => windowsFor(users).map((window) => ({ month, window })));
  // By id: a person who changes establishment between two windows is in both.
  const rows = new Map<string, Leave>();
  for (const [at, { month, window }] of jobs.entries()) {
    const before = rows.size;
    const isLast = at === jobs.length - 1;
    const read = await readWindow(session, month, window, (done, total) =>
      session.progress.rows(before + done, isLast && total > 0 ? before + total : 0),
    );
    for (const row of read) if (monthOf(row.date) === month) rows.set(row.id, row);
  }
  return [...rows.values()];
}

/** Names by account, asked for only with a topic, which needs them all, or when a row that counts does not carry its own. */
async function readAccountNames(
  session: Session,
  leaves: readonly Leave[],
  needsAll: boolean,
): Promise<ReadonlyMap<string, string>> {
  if (!needsAll && leaves.every((leave) => !stands(leave) || leave.leaveAccount?.name != null)) return new Map();
  const accounts = (await ifAllowed(readList(session, listOfLeaveAccounts))) ?? [];
  return new Map(accounts.flatMap(({ id, name }) => (name == null ? [] : [[id, name] as const])));
}

/** Made once: a comparison that builds its own collator costs more than reading the account. */
const numbersInText = new Intl.Collator('en', { numeric: true });

/** By person, date and id: the same whatever windows the rows came through. */
function inOrder(a: HalfDayAbsence, b: HalfDayAbsence): number {
  return (
    numbersInText.compare(a.employeeId, b.employeeId) || compareHalfDates(a, b) || numbersInText.compare(a.id, b.id)
  );
}

function byMonth(
  months: readonly PlainMonth[],
  absences: readonly HalfDayAbsence[],
): ReadonlyMap<PlainMonth, readonly HalfDayAbsence[]> {
  const sorted = new Map<PlainMonth, HalfDayAbsence[]>(months.map((month) => [month, []]));
  for (const each of [...absences].sort(inOrder)) sorted.get(monthOf(each.date))?.push(each);
  return sorted;
}

/** Reads the account. Throws a `LuccaFailure`. */
export async function pullAccount(
  session: Session,
  months: readonly PlainMonth[],
  options: Pick<PullOptions, 'topics' | 'sources' | 'missingRights' | 'mapping'> = {},
): Promise<Pull> {
  const people = await readPeople(session);
  const contracts = toContractSpans(people);
  const wanted = [...new Set(months)].sort();
  const leaves = await readLeaves(session, wanted, people.users);
  const names = await readAccountNames(session, leaves, (options.topics ?? []).length > 0);
  const absences = toAbsences(leaves, names);
  const read = await readTopics(session, wanted, options, people, contracts);
  const { employees, sources } = toEmployees(people, options.sources, options.mapping);
  return {
    employees,
    absences: byMonth(wanted, absences),
    contracts,
    leaveAccounts: toLeaveAccounts(names, absences, contracts),
    ...read,
    unreadFields: unreadFields(employees),
    sources,
    customFields: people.isListed ? toCustomFields(people) : undefined,
    requests: session.progress.requests,
  };
}
