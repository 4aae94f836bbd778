/** Which files make up the mirror of a connection now. Whoever reads one index never meets a file of another. */
import type { PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { noSources } from '../../shared/domain/people/fieldSources.ts';
import type { ConnectionRecord, MirrorHead } from './store.ts';

/** The small document of a connection; rewriting it is what commits. */
export interface ConnectionDocument {
  readonly record: ConnectionRecord;
  readonly mirror: MirrorIndex | null;
}

/** What is kept by month, and what is one list: a part is one file of either. */
export const monthParts = ['absences', 'planning', 'meals', 'timeEntries', 'timesheets'] as const;
export const listParts = [
  ...(['contracts', 'leaveAccounts', 'expenseNatures', 'workingTimes', 'customFields'] as const),
  'lastGiven',
] as const;
export type MonthPart = (typeof monthParts)[number];
export type ListPart = (typeof listParts)[number];

/** File names are those of immutable snapshots: `people.42`, `absences-2026-10.42`, `contracts.42`, `changes-2026-11.42`. */
export interface MirrorIndex extends Readonly<Record<MonthPart, readonly MonthFile[]>> {
  readonly head: MirrorHead;
  readonly people: string;
  /** Files of the lists that a run has brought. */
  readonly lists: Readonly<Partial<Record<ListPart, string>>>;
  /** By month of the commit, ascending; sequences grow along it. */
  readonly log: readonly LogFile[];
}

/** By month, ascending. */
export interface MonthFile {
  readonly month: PlainMonth;
  readonly file: string;
}

export interface LogFile extends MonthFile {
  readonly lastSequence: number;
}

export function filesOf(index: MirrorIndex): readonly string[] {
  const dated = [...monthParts.flatMap((part) => index[part]), ...index.log];
  return [index.people, ...Object.values(index.lists), ...dated.map((each) => each.file)];
}

type Added = Exclude<MonthPart, 'absences'> | 'lists';
type AddedToHead = 'planningMonths' | 'mealMonths' | 'timeMonths' | 'missingRights' | 'sources' | 'mapping';
type OlderHead = Omit<MirrorHead, AddedToHead> & Partial<Pick<MirrorHead, AddedToHead>>;
/** An index written before these parts, lists and sources were kept has none of them. */
type OlderIndex = Omit<MirrorIndex, 'head' | Added> & Partial<Pick<MirrorIndex, Added>> & { readonly head: OlderHead };

function completedHead(head: OlderHead): MirrorHead {
  return {
    planningMonths: [],
    mealMonths: [],
    timeMonths: [],
    missingRights: [],
    sources: noSources,
    mapping: null,
    ...head,
  };
}

function completedIndex({ head, ...index }: OlderIndex): MirrorIndex {
  const none = { planning: [], meals: [], timeEntries: [], timesheets: [], lists: {} };
  return { ...none, ...index, head: completedHead(head) };
}

/** The document as this version reads it, whatever version wrote it. */
export function completed({ record, mirror }: ConnectionDocument): ConnectionDocument {
  return { record, mirror: mirror && completedIndex(mirror) };
}
