/** Pages that a failed run had already read, so that the next run of the same months asks Lucca only for the rest. */
import type { PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { PageMemory } from '../lucca/connector.ts';

/** Personal data in memory: kept half an hour after the failure, no more. */
export const KEEP_PAGES_MS = 30 * 60_000;
/** Characters of JSON kept for one connection; 10,000 people are about 20 million. */
export const KEEP_PAGES_CHARACTERS = 64_000_000;

/** A memory that stops growing at `limit`: pages beyond are read again. */
function boundedPages(limit: number): PageMemory {
  const pages = new Map<string, unknown>();
  let held = 0;
  return {
    get: (key) => pages.get(key),
    set(key, page) {
      held += JSON.stringify(page).length;
      if (held <= limit) pages.set(key, page);
    },
  };
}

export interface PageMemories {
  /** The pages left by the last failed run of these months, or an empty memory. They belong to the caller from then on. */
  take(connectionId: string, months: readonly PlainMonth[]): PageMemory;
  /** Keeps the pages of a run that failed; they are forgotten after a while. */
  keep(connectionId: string, months: readonly PlainMonth[], pages: PageMemory): void;
  forget(connectionId: string): void;
  close(): void;
}

interface Kept {
  readonly months: string;
  readonly pages: PageMemory;
  readonly timer: NodeJS.Timeout;
}

/** At most one memory for each connection: another choice of months starts from nothing. */
export function createPageMemories(keepMs = KEEP_PAGES_MS, limit = KEEP_PAGES_CHARACTERS): PageMemories {
  const kept = new Map<string, Kept>();
  const signature = (months: readonly PlainMonth[]) => [...months].sort().join(' ');

  function forget(connectionId: string): void {
    clearTimeout(kept.get(connectionId)?.timer);
    kept.delete(connectionId);
  }

  return {
    take(connectionId, months) {
      const found = kept.get(connectionId);
      forget(connectionId);
      return found?.months === signature(months) ? found.pages : boundedPages(limit);
    },
    keep(connectionId, months, pages) {
      forget(connectionId);
      const timer = setTimeout(() => kept.delete(connectionId), keepMs);
      timer.unref();
      kept.set(connectionId, { months: signature(months), pages, timer });
    },
    forget,
    close() {
      for (const connectionId of [...kept.keys()]) forget(connectionId);
    },
  };
}
