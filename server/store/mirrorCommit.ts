/** Writes the parts that a run brings, beside those in use, and answers the index that will name them. */
import type { Change } from '../../shared/contracts/schemas.ts';
import { addMonths, plainMonth, type PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { noSources } from '../../shared/domain/people/fieldSources.ts';
import { listParts, type LogFile, type MirrorIndex, type MonthFile, type MonthPart } from './mirrorIndex.ts';
import type { Parts } from './parts.ts';
import type { MirrorCommit, MirrorHead } from './store.ts';

/** Nothing is visible until the answer is saved; a failure leaves only files that nobody names. */
export async function writeCommit(
  parts: Parts,
  before: MirrorIndex | null,
  commit: MirrorCommit,
): Promise<MirrorIndex> {
  const snapshot = (before?.head.snapshot ?? 0) + 1;
  const people = `people.${String(snapshot)}`;
  await parts.write(people, commit.employees);
  const months = {
    absences: await writeMonths(parts, 'absences', before, commit, snapshot),
    planning: await writeMonths(parts, 'planning', before, commit, snapshot),
    meals: await writeMonths(parts, 'meals', before, commit, snapshot),
    timeEntries: await writeMonths(parts, 'timeEntries', before, commit, snapshot),
    timesheets: await writeMonths(parts, 'timesheets', before, commit, snapshot),
  };
  const lists = await writeLists(parts, before, commit, snapshot);
  const log = await writeLog(parts, before?.log ?? [], commit, snapshot);
  const index = { people, ...months, lists, log };
  return { head: headOf(before?.head, commit, snapshot, index), ...index };
}

function headOf(
  before: MirrorHead | undefined,
  commit: MirrorCommit,
  snapshot: number,
  { absences, planning, meals, timeEntries, log }: Omit<MirrorIndex, 'head'>,
): MirrorHead {
  const monthsOf = (files: readonly MonthFile[]) => files.map((each) => each.month);
  return {
    snapshot,
    asOf: commit.asOf,
    employees: commit.employees.length,
    months: monthsOf(absences),
    planningMonths: monthsOf(planning),
    mealMonths: monthsOf(meals),
    timeMonths: monthsOf(timeEntries),
    lastChange: log.at(-1)?.lastSequence ?? 0,
    unreadFields: [...commit.unreadFields],
    missingRights: [...(commit.missingRights ?? before?.missingRights ?? [])],
    sources: commit.sources ?? before?.sources ?? noSources,
    mapping: commit.mapping === undefined ? (before?.mapping ?? null) : commit.mapping,
  };
}

async function writeMonths(
  parts: Parts,
  part: MonthPart,
  before: MirrorIndex | null,
  commit: MirrorCommit,
  snapshot: number,
): Promise<readonly MonthFile[]> {
  const brought: ReadonlyMap<PlainMonth, readonly unknown[]> = commit[part] ?? new Map<PlainMonth, []>();
  const files = (before?.[part] ?? []).filter((each) => !brought.has(each.month));
  for (const [month, rows] of brought) {
    const file = `${part}-${month}.${String(snapshot)}`;
    await parts.write(file, rows);
    files.push({ month, file });
  }
  return files.sort((a, b) => (a.month < b.month ? -1 : 1));
}

async function writeLists(
  parts: Parts,
  before: MirrorIndex | null,
  commit: MirrorCommit,
  snapshot: number,
): Promise<MirrorIndex['lists']> {
  const lists: MirrorIndex['lists'] = { ...before?.lists };
  for (const part of listParts) {
    const rows = commit[part];
    if (rows === undefined) continue;
    const file = `${part}.${String(snapshot)}`;
    await parts.write(file, rows);
    Object.assign(lists, { [part]: file });
  }
  return lists;
}

/** Wages may be claimed for three years (L3245-1): what was said of people is kept as long, and no longer. */
const LOG_MONTHS = 36;

/** The last file stays whatever its age: numbers go on from it. */
function keptLog(log: readonly LogFile[], month: PlainMonth): readonly LogFile[] {
  const first = addMonths(month, -LOG_MONTHS);
  return log.filter((each, place) => each.month >= first || place === log.length - 1);
}

/** Adds the changes, numbered, to the file of the month of the commit. */
async function writeLog(
  parts: Parts,
  before: readonly LogFile[],
  commit: MirrorCommit,
  snapshot: number,
): Promise<readonly LogFile[]> {
  const last = before.at(-1);
  const month = logMonth(commit, last);
  if (commit.changes.length === 0) return keptLog(before, month);
  const first = (last?.lastSequence ?? 0) + 1;
  const added = commit.changes.map((change, index): Change => ({ ...change, sequence: first + index }));
  const known = last?.month === month ? await parts.read<Change>(last.file) : [];
  const file = `changes-${month}.${String(snapshot)}`;
  await parts.write(file, [...known, ...added]);
  const others = before.filter((each) => each.month !== month);
  return keptLog([...others, { month, file, lastSequence: first + added.length - 1 }], month);
}

/** A clock set back must not put new changes in a file that stands before the last one. */
function logMonth(commit: MirrorCommit, last: LogFile | undefined): PlainMonth {
  const month = plainMonth(commit.asOf.slice(0, 7));
  return last && last.month > month ? last.month : month;
}
