/** Long lists as one JSON text per line, made and read in chunks that let the service answer in between. */
import { setImmediate as turn } from 'node:timers/promises';

/** About 3 ms of work for the longest rows (an employee with every field). */
const ROWS_PER_TURN = 200;
const LINE_END = 0x0a;

export async function* rowsToText(rows: readonly unknown[]): AsyncGenerator<string> {
  for (let start = 0; start < rows.length; start += ROWS_PER_TURN) {
    const lines = rows.slice(start, start + ROWS_PER_TURN).map((row) => JSON.stringify(row));
    yield `${lines.join('\n')}\n`;
    await turn();
  }
}

/** Inverse of {@link rowsToText}. The caller vouches for `T`: the text was authenticated and is the store's own. */
export async function rowsFromText<T>(text: Buffer): Promise<readonly T[]> {
  const rows: T[] = [];
  for (let start = 0; start < text.length;) {
    const end = text.indexOf(LINE_END, start);
    rows.push(JSON.parse(text.toString('utf8', start, end)) as T);
    start = end + 1;
    if (rows.length % ROWS_PER_TURN === 0) await turn();
  }
  return rows;
}
