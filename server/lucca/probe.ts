/** A few cheap calls before anything is kept: is it Lucca, is the key good, what does it seem not to be allowed to read. */
import { addDays, instant, wallClock } from '../../shared/domain/calendar/plainDate.ts';
import { luccaCallNames, luccaRightNames } from '../../shared/messages/fr/lucca.ts';
import type { ProbeResult } from './connector.ts';
import { isRecord, valueAt } from './caseless.ts';
import { readEnvelope, type Page } from './envelope.ts';
import { LuccaFailure } from './http/failure.ts';
import { createV5 } from './oauth.ts';
import { ifAllowed } from './optional.ts';
import { contractsPath } from './resources/contracts.ts';
import { establishmentsPath } from './resources/establishments.ts';
import { definitionsPath } from './resources/fieldDefinitions.ts';
import { leavesPath } from './resources/leaves.ts';
import { recordsPath } from './resources/personalRecords.ts';
import { usersPath } from './resources/users.ts';
import type { LuccaCall } from './failures.ts';
import type { Session } from './session.ts';

type Right = keyof typeof luccaRightNames;

/** People looked at to learn which fields the key is given. */
const SAMPLE = 20;
/** Days of absences looked for, before and after today: every account has some. */
const DAYS_AROUND = 45;

async function ask(session: Session, call: LuccaCall, path: string): Promise<Page> {
  const page = readEnvelope(await session.get(call, path));
  if (!page) throw session.oddReply(call);
  return page;
}

/** Too long for Lucca (408): there is something to read. */
function isTooLong(error: unknown): boolean {
  return error instanceof LuccaFailure && error.reason.status === 408;
}

/** A list that is refused, or empty where a company always has something, probably may not be read. */
async function isEmpty(session: Session, call: LuccaCall, path: string): Promise<boolean> {
  try {
    const page = await ifAllowed(ask(session, call, path));
    return page === undefined || page.items.length === 0;
  } catch (error) {
    if (isTooLong(error)) return false;
    throw error;
  }
}

/** The same number of people with and without the leavers: nobody ever left, or the key does not see them. */
async function hidesFormer(session: Session, everybody: number): Promise<boolean> {
  const { count } = await ask(session, 'users', usersPath(0, 1, { fields: 'id,collection.count', former: false }));
  return count !== undefined && count >= everybody;
}

/** Absences of the establishments seen in the sample, around today; undefined when the sample names none. */
function leavesAround(session: Session, sample: Page): string | undefined {
  const now = instant(new Date(session.line.clock.now()).toISOString());
  const today = wallClock(now, 'Europe/Paris').date;
  const ids = sample.items.map((user) => valueAt(user, 'legalEntityId')).filter((id) => typeof id === 'number');
  if (ids.length === 0) return undefined;
  const range = { from: addDays(today, -DAYS_AROUND), to: addDays(today, DAYS_AROUND) };
  return leavesPath({ ...range, by: 'leavePeriod.owner.legalEntityId', ids: [...new Set(ids)].map(String) }, 0, 1);
}

async function lists(session: Session, sample: Page): Promise<Right[]> {
  const leaves = leavesAround(session, sample);
  const asked: readonly (readonly [Right, LuccaCall, string | undefined])[] = [
    ['contracts', 'contracts', contractsPath(1, 1)],
    ['establishments', 'establishments', establishmentsPath(1, 1)],
    ['customFields', 'fieldDefinitions', definitionsPath(0)],
    ['leaves', 'leaves', leaves],
  ];
  const missing: Right[] = [];
  for (const [right, call, path] of asked) if (path && (await isEmpty(session, call, path))) missing.push(right);
  return missing;
}

function unseenFields(sample: Page): Right[] {
  const isUnseen = (field: string): boolean => !sample.items.some((user) => valueAt(user, field) !== undefined);
  const missing: Right[] = isUnseen('birthDate') ? ['birthDates'] : [];
  return isUnseen('extendedData') ? [...missing, 'customFields'] : missing;
}

/** A wrong client is an error; a scope not granted is a missing right. */
async function hidesRecords(session: Session): Promise<boolean> {
  const { oauth } = session.credentials;
  if (!oauth) return false;
  const send = createV5(session, oauth);
  const reply = await ifAllowed(send('personalRecords', recordsPath(undefined, 1)));
  return reply === undefined;
}

/** Throws a `LuccaFailure`: not Lucca, wrong key, unreachable… A key that sees nobody lacks « users », and no more is asked. */
export async function probeAccount(session: Session): Promise<ProbeResult> {
  const sample = await ask(session, 'users', usersPath(0, SAMPLE));
  if (!sample.items.every((user) => isRecord(user))) {
    throw new LuccaFailure({ code: 'notLucca', call: luccaCallNames.users() });
  }
  const employees = sample.count ?? sample.items.length;
  const missing = new Set<Right>(employees === 0 ? ['users'] : unseenFields(sample));
  if (employees > 0) {
    if (await hidesFormer(session, employees)) missing.add('formerEmployees');
    for (const right of await lists(session, sample)) missing.add(right);
  }
  if (await hidesRecords(session)) missing.add('personalRecords');
  return { employees, missingRights: [...missing].map((right) => luccaRightNames[right]()) };
}
