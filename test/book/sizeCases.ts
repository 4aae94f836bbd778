import { expect, test } from '@jest/globals';
import { add, change, set, text, trial } from './trialTables.ts';
import { seen, tableOf, under, written } from './reading.ts';
import type { MakeBook } from './workbookPerson.ts';

const many = 5_000;

/** Wide enough that no adapter takes them all in one block. */
const crowd = Array.from({ length: many }, (_, index) =>
  add(`p${index}`, { name: text(`Personne ${index} ${'x'.repeat(300)}`), amount: { number: index } }),
);

export function sizeCases(makeBook: MakeBook): void {
  test('5,000 rows are written, found and changed', async () => {
    const { book, person } = await makeBook();
    const progress: number[] = [];
    const report = await written(book, [change(...crowd)], {
      onProgress: ({ done, total }) => {
        expect(total).toBe(many);
        progress.push(done);
      },
    });
    expect(report.written).toBe(many);
    expect(progress.at(-1)).toBe(many);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    const lines = [0, 2_500, 4_999].map((index) => set(`p${index}`, 'amount', { number: index }, { number: -1 }));
    expect(await written(book, [change(...lines)])).toEqual({ written: 3, already: 0, refused: [] });
    const amounts = await under(person, 'Montant');
    expect(amounts).toHaveLength(many);
    expect([0, 1, 2_500, 4_998, 4_999].map((index) => amounts[index])).toEqual([-1, 1, -1, 4_998, -1]);
  }, 120_000);

  test('a write cancelled before it starts writes nothing', async () => {
    const { book, person } = await makeBook();
    const result = await book.write([change(add('1', { name: text('Alice') }))], { signal: { aborted: true } });
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await person.readAll(trial.name)).toBeUndefined();
  });

  test('a write cancelled between two blocks can be written again, and ends the same', async () => {
    const { book, person } = await makeBook();
    const signal = { aborted: false };
    const result = await book.write([change(...crowd)], {
      signal,
      onProgress: ({ done }) => {
        signal.aborted = done > 0;
      },
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    const again = await written(book, [change(...crowd)]);
    expect(again.refused).toEqual([]);
    expect(again.written + again.already).toBe(many);
    expect((await seen(person)).rows).toHaveLength(many);
    const keys = (await tableOf(book)).rows.map((row) => row.key);
    expect(new Set(keys).size).toBe(many);
  }, 120_000);
}
