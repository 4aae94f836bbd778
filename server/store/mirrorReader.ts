/** Reading one state of the mirror, and keeping its files from removal while somebody does. */
import type { Change } from '../../shared/contracts/schemas.ts';
import type { PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { Employee } from '../../shared/domain/people/employee.ts';
import type { ListPart, MirrorIndex, MonthPart } from './mirrorIndex.ts';
import type { Parts } from './parts.ts';
import type { MirrorReader } from './store.ts';

export function mirrorReader(parts: Parts, index: MirrorIndex): MirrorReader {
  const ofMonth =
    <T>(part: MonthPart) =>
    async (month: PlainMonth): Promise<readonly T[]> => {
      const named = index[part].find((each) => each.month === month);
      return named ? parts.read<T>(named.file) : [];
    };
  const list =
    <T>(part: ListPart) =>
    async (): Promise<readonly T[]> => {
      const file = index.lists[part];
      return file === undefined ? [] : parts.read<T>(file);
    };
  return {
    head: index.head,
    employees: () => parts.read<Employee>(index.people),
    absences: ofMonth('absences'),
    planning: ofMonth('planning'),
    meals: ofMonth('meals'),
    timeEntries: ofMonth('timeEntries'),
    timesheets: ofMonth('timesheets'),
    contracts: list('contracts'),
    leaveAccounts: list('leaveAccounts'),
    expenseNatures: list('expenseNatures'),
    workingTimes: list('workingTimes'),
    customFields: list('customFields'),
    lastGiven: list('lastGiven'),
    async changes(since) {
      const found: Change[] = [];
      for (const { file, lastSequence } of index.log) {
        if (lastSequence <= since) continue;
        const rows = await parts.read<Change>(file);
        for (const row of rows) if (row.sequence > since) found.push(row);
      }
      return found;
    },
  };
}

/** Who is reading what. */
export interface Readings {
  hold<T>(index: MirrorIndex, read: () => Promise<T>): Promise<T>;
  held(): Iterable<MirrorIndex>;
  /** Resolves when the readings under way have ended. */
  idle(): Promise<void>;
}

export function readings(): Readings {
  const current = new Map<Promise<unknown>, MirrorIndex>();
  return {
    async hold(index, read) {
      const reading = read();
      current.set(reading, index);
      try {
        return await reading;
      } finally {
        current.delete(reading);
      }
    },
    held: () => current.values(),
    async idle() {
      await Promise.allSettled(current.keys());
    },
  };
}
