import { chunksOf } from './chunks.ts';
import { LuccaFailure } from './http/failure.ts';
import { readList, type ListOf } from './list.ts';
import type { Session } from './session.ts';

const TOO_LONG_ATTEMPTS = 2;

/** The whole list of some people. A call that Lucca finds too long (408) is made again by halves, down to one person. */
export async function readByHalves<T>(
  session: Session,
  people: readonly string[],
  listOf: (people: readonly string[]) => ListOf<T>,
): Promise<T[]> {
  const list = listOf(people);
  try {
    const send = (path: string): Promise<unknown> => session.get(list.call, path, TOO_LONG_ATTEMPTS);
    return await readList(session, { ...list, send });
  } catch (error) {
    const isTooLong = error instanceof LuccaFailure && error.reason.status === 408;
    if (!isTooLong || people.length < 2) throw error;
    const rows: T[] = [];
    for (const half of chunksOf(people, Math.ceil(people.length / 2)))
      for (const row of await readByHalves(session, half, listOf)) rows.push(row);
    return rows;
  }
}
