/** Which files make up the mirror of a connection now. Whoever reads one index never meets a file of another. */
import type { PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { ConnectionRecord, MirrorHead } from './store.ts';

/** The small document of a connection; rewriting it is what commits. */
export interface ConnectionDocument {
  readonly record: ConnectionRecord;
  readonly mirror: MirrorIndex | null;
}

/** File names are those of immutable snapshots: `people.42`, `absences-2026-10.42`, `changes-2026-11.42`. */
export interface MirrorIndex {
  readonly head: MirrorHead;
  readonly people: string;
  /** By month, ascending. */
  readonly absences: readonly MonthFile[];
  /** By month of the commit, ascending; sequences grow along it. */
  readonly log: readonly LogFile[];
}

export interface MonthFile {
  readonly month: PlainMonth;
  readonly file: string;
}

export interface LogFile extends MonthFile {
  readonly lastSequence: number;
}

export function filesOf(index: MirrorIndex): readonly string[] {
  return [index.people, ...[...index.absences, ...index.log].map((each) => each.file)];
}
