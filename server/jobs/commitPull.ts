import type { Run } from '../../shared/contracts/schemas.ts';
import type { Instant, PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { HalfDayAbsence } from '../../shared/domain/absences/halfDay.ts';
import { accountsEverSeen } from './accountsEverSeen.ts';
import { vanishedFields } from '../../shared/domain/people/mapping/checkMapping.ts';
import { mappingText, type FieldMapping } from '../../shared/domain/people/mapping/fieldMapping.ts';
import { lastGivenBeside, type LastGiven } from '../../shared/domain/review/lastGiven.ts';
import { goneAfter, mirrorChanges, type MirrorChange } from '../../shared/domain/review/mirrorChanges.ts';
import type { Pull } from '../lucca/connector.ts';
import type { MirrorReader, ReadMapping, Store } from '../store/store.ts';

async function mirrorOf(reader: MirrorReader, months: Iterable<PlainMonth>) {
  const absences = new Map<PlainMonth, readonly HalfDayAbsence[]>();
  for (const month of months) {
    if (reader.head.months.includes(month)) absences.set(month, await reader.absences(month));
  }
  const { asOf, mapping } = reader.head;
  const [employees, lastGiven] = [await reader.employees(), await reader.lastGiven()];
  return { employees, absences, lastGiven, asOf, mapping: mapping?.text ?? '' };
}

interface Since {
  readonly changes: readonly MirrorChange[];
  readonly lastGiven: readonly LastGiven[];
}

/** The whole log is read only when somebody new came: they may be coming back. */
async function sinceMirror(reader: MirrorReader, pull: Pull, mapping: ReadMapping | null, at: Instant): Promise<Since> {
  const before = await mirrorOf(reader, pull.absences.keys());
  const known = new Set(before.employees.map((each) => each.id));
  const someoneNew = pull.employees.some((each) => !known.has(each.id));
  const gone = someoneNew ? goneAfter(await reader.changes(0)) : new Set<string>();
  const after = { ...pull, mapping: mapping?.text ?? '' };
  return { changes: mirrorChanges(before, after, gone), lastGiven: lastGivenBeside(before, pull.employees, at) };
}

/** What the mirror says of the mapping that it was read with. */
function readMapping(mapping: FieldMapping | null, customFields: Pull['customFields']): ReadMapping | null {
  if (!mapping) return null;
  const custom = customFields ?? [];
  return { text: mappingText(mapping), vanished: vanishedFields(mapping, { custom, isRead: custom.length > 0 }) };
}

/**
 * Replaces the mirror by what was read, with the log of what changed since the mirror before; answers how many changes.
 * The first reading of a connection is a start and logs nothing. All or nothing, as `Store.commit` says.
 */
export async function commitPull(
  store: Pick<Store, 'withMirror' | 'commit'>,
  run: Pick<Run, 'id' | 'connectionId'>,
  pull: Pull,
  at: Instant,
  accepted: FieldMapping | null = null,
): Promise<number> {
  const mapping = readMapping(accepted, pull.customFields);
  const before = await store.withMirror(run.connectionId, async (reader) => ({
    ...(await sinceMirror(reader, pull, mapping, at)),
    accounts: await reader.leaveAccounts(),
  }));
  const changes = before?.changes ?? [];
  const {
    planning,
    meals,
    expenseNatures,
    timeEntries,
    timesheets,
    workingTimes,
    missingRights,
    sources,
    customFields,
  } = pull;
  await store.commit(run.connectionId, {
    asOf: at,
    employees: pull.employees,
    absences: pull.absences,
    contracts: pull.contracts,
    leaveAccounts: accountsEverSeen(before?.accounts ?? [], pull.leaveAccounts),
    ...(planning && { planning }),
    ...(meals && { meals }),
    ...(expenseNatures && { expenseNatures }),
    ...(timeEntries && { timeEntries }),
    ...(timesheets && { timesheets }),
    ...(workingTimes && { workingTimes }),
    unreadFields: pull.unreadFields,
    sources,
    ...(customFields && { customFields }),
    mapping,
    lastGiven: before?.lastGiven ?? [],
    ...(missingRights && { missingRights }),
    changes: changes.map((change) => ({ ...change, runId: run.id, at })),
  });
  return changes.length;
}
