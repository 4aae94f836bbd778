/** What Lucca was read with, remembered by an update that had nothing to write: the next one is not the first of its mapping. */
import { ok, type Result } from '../domain/result.ts';
import { stateTable } from '../tables/memoryTables.ts';
import { tables } from '../tables/updateTables.ts';
import type { Book, BookError } from './book.ts';
import { bookState, originLines } from './bookState.ts';
import { freshEntries } from './reviewEntries.ts';
import type { Review } from './reviewShape.ts';

/**
 * To be called once a review is seen to hold nothing new: everything agrees under the mapping that was read with. Not journalled, so that
 * the last update can still be undone. True when something was written.
 */
export async function rememberMapping(book: Book, review: Review): Promise<Result<boolean, BookError>> {
  if (freshEntries(review).length > 0) return ok(false);
  const snapshot = await book.read(tables);
  if (!snapshot.ok) return snapshot;
  const { origin, pending } = bookState(snapshot.value);
  if (!origin || pending) return ok(false);
  const lines = originLines(snapshot.value, { ...origin, mapping: review.origin.mapping ?? '' });
  const own = lines.filter(({ key }) => key === 'MAPPING');
  if (own.length === 0) return ok(false);
  const written = await book.write([{ table: stateTable, lines: own }]);
  return written.ok ? ok(true) : written;
}
