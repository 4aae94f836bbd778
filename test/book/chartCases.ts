import { expect, test } from '@jest/globals';
import { change, charted, three } from './trialTables.ts';
import { tableOf, valueOf, written } from './reading.ts';
import type { MakeBook } from './workbookPerson.ts';

export function chartCases(makeBook: MakeBook): void {
  test('a table that is not there has none, and none is made by asking', async () => {
    const { book, person } = await makeBook();
    const before = await person.sheets();
    expect(['absent', 'notHere']).toContain(valueOf(await book.chart(charted, 'draw')));
    expect(await person.sheets()).toEqual(before);
  });

  test('it is drawn once where the workbook draws, and no cell changes for it', async () => {
    const { book } = await makeBook();
    await written(book, [{ ...change(...three), table: charted }]);
    const before = await tableOf(book);
    const first = valueOf(await book.chart(charted, 'draw'));
    expect(['drawn', 'notHere']).toContain(first);
    expect(valueOf(await book.chart(charted, 'draw'))).toBe(first === 'drawn' ? 'kept' : 'notHere');
    expect(await tableOf(book)).toEqual(before);
  });
}
