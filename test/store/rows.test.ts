import { describe, expect, test } from '@jest/globals';
import { rowsFromText, rowsToText } from '../../server/store/rows.ts';
import { people } from './sample.ts';

async function textOf(rows: readonly unknown[]): Promise<Buffer> {
  const pieces: string[] = [];
  for await (const piece of rowsToText(rows)) pieces.push(piece);
  return Buffer.from(pieces.join(''));
}

/** How many turns of the event loop others had while `work` ran. */
async function turnsDuring<T>(work: Promise<T>): Promise<{ turns: number; result: T }> {
  let turns = 0;
  let running = true;
  const count = () => {
    turns += 1;
    if (running) setImmediate(count);
  };
  setImmediate(count);
  const result = await work;
  running = false;
  return { turns, result };
}

describe('rows', () => {
  test.each([0, 1, 199, 200, 201, 400, 1001])('%i rows come back in order', async (count) => {
    const rows = people(count, 'é\n');
    expect(await rowsFromText(await textOf(rows))).toEqual(rows);
  });

  test('10,000 employees: others have a turn at least every 200 rows, both ways', async () => {
    const rows = people(10_000, 'x');
    const written = await turnsDuring(textOf(rows));
    const read = await turnsDuring(rowsFromText(written.result));
    expect(written.turns).toBeGreaterThanOrEqual(49);
    expect(read.turns).toBeGreaterThanOrEqual(49);
    expect(read.result).toHaveLength(10_000);
  });
});
