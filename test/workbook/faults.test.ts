import { afterEach, describe, expect, test } from '@jest/globals';
import { blank } from '../../shared/domain/review/cell.ts';
import type { PlanLine } from '../../shared/domain/review/plan.ts';
import type { TableChange } from '../../shared/flows/book.ts';
import { add, change, date, memory, remove, set, text, three, trial as trialTable } from '../book/trialTables.ts';
import { tableOf, written } from '../book/reading.ts';
import { endTrials, pictureOf, startTrial, type Trial } from './trial.ts';

afterEach(endTrials);

const remembered: PlanLine = {
  operation: 'add',
  table: memory.name,
  key: 'SEEN',
  reason: 'memory',
  after: { key: text('seen'), value: text("'0042") },
};

/** Everything a write can do to a workbook: cells, rows out, rows back in, rows at the end, a table made. */
const everything: readonly TableChange[] = [
  {
    ...change(
      set('3', 'amount', { number: 30 }, { number: 33 }),
      set('3', 'born', blank, date('1990-05-06')),
      remove('2', { name: text('Bruno'), amount: { number: 20 } }),
      add(
        '7',
        { name: text('Gaston'), code: text('007') },
        { at: 0, kept: [{ heading: 'Prime', cell: { number: 7 } }] },
      ),
      add('8', { name: text("'t Hooft"), amount: { number: 8 } }),
      add('9', { name: text('=1+1') }),
    ),
    caption: 'Données Lucca du 21/11/2026',
  },
  { table: memory, lines: [remembered] },
];

async function started(): Promise<Trial> {
  const trial = startTrial();
  await written(trial.book, [change(...three)]);
  await trial.person.addColumn(trialTable.name, 'Prime', 3, [1, 2, 3]);
  // The client gives its ranges back after the run: not the request a fault is meant for.
  await trial.host.drain();
  return trial;
}

async function finished() {
  const trial = await started();
  await written(trial.book, everything);
  return pictureOf(trial.host);
}

describe('after a fault', () => {
  test('in any write request, nothing of it is done, and the same change completes', async () => {
    const expected = await finished();
    let faults = 0;
    for (let n = 1; ; n++) {
      const { host, book } = await started();
      host.faults.failAtWrite(n, { code: 'GeneralException' });
      const result = await book.write(everything);
      if (result.ok) break;
      faults++;
      expect(result.error).toMatchObject({ code: 'hostRefused', facts: { reason: 'GeneralException' } });
      host.faults.clear();
      expect((await written(book, everything)).refused).toEqual([]);
      expect(pictureOf(host)).toEqual(expected);
    }
    expect(faults).toBeGreaterThan(4);
  });

  test('in any request at all, as an HTTP error, the same change completes', async () => {
    const expected = await finished();
    for (let n = 1; ; n++) {
      const { host, book } = await started();
      host.faults.failAtRequest(n, { code: 'ServiceNotAvailable', status: 503 });
      const result = await book.write(everything);
      if (result.ok) break;
      expect(result.error.code).toBe('hostRefused');
      host.faults.clear();
      await written(book, everything);
      expect(pictureOf(host)).toEqual(expected);
    }
  });

  test('at any action, those before it staying done, the same change completes', async () => {
    const expected = await finished();
    const { host: whole, book: wholeBook } = await started();
    const from = whole.exchanges.length;
    await written(wholeBook, everything);
    const most = Math.max(...whole.exchanges.slice(from).map(({ actions }) => actions));
    for (let action = 0; action < most; action += 5) {
      const { host, book } = await started();
      host.faults.failAtAction(action, { code: 'GeneralException' });
      const result = await book.write(everything);
      expect([action, result.ok]).toEqual([action, false]);
      host.faults.clear();
      expect([action, (await written(book, everything)).refused]).toEqual([action, []]);
      expect([action, pictureOf(host)]).toEqual([action, expected]);
    }
  }, 120_000);

  test('a table half made is completed, and leaves no second sheet', async () => {
    const lines = [change(...three)];
    const { host: whole, book: wholeBook } = startTrial();
    await written(wholeBook, lines);
    const expected = pictureOf(whole);
    const most = Math.max(...whole.exchanges.map(({ actions }) => actions));
    for (let action = 0; action < most; action += 5) {
      const { host, book } = startTrial();
      host.faults.failAtAction(action, { code: 'GeneralException' });
      const result = await book.write(lines);
      if (result.ok) continue;
      await written(book, lines);
      expect([action, pictureOf(host)]).toEqual([action, expected]);
      expect((await tableOf(book)).rows).toHaveLength(3);
    }
  }, 120_000);
});
