/** Reading one state of the mirror, and keeping its files from removal while somebody does. */
import type { Change } from '../../shared/contracts/schemas.ts';
import type { HalfDayAbsence } from '../../shared/domain/absences/halfDay.ts';
import type { Employee } from '../../shared/domain/people/employee.ts';
import type { MirrorIndex } from './mirrorIndex.ts';
import type { Parts } from './parts.ts';
import type { MirrorReader } from './store.ts';

export function mirrorReader(parts: Parts, index: MirrorIndex): MirrorReader {
  return {
    head: index.head,
    employees: () => parts.read<Employee>(index.people),
    async absences(month) {
      const named = index.absences.find((each) => each.month === month);
      return named ? parts.read<HalfDayAbsence>(named.file) : [];
    },
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
