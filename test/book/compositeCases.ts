import { expect, test } from '@jest/globals';
import { blank } from '../../shared/domain/review/cell.ts';
import type { AddLine, SetLine } from '../../shared/domain/review/plan.ts';
import { inverse } from '../../shared/domain/review/plan.ts';
import { rowKey, type TableDeclaration } from '../../shared/tables/declaration.ts';
import { tableOf, written } from './reading.ts';
import { date, text, trial } from './trialTables.ts';
import type { MakeBook } from './workbookPerson.ts';

/** One row per name and day. */
const dated: TableDeclaration = { ...trial, key: 'name', alsoKey: ['born'] };

function add(id: string, name: string, born: string, amount: number): AddLine {
  const after = { id: text(id), name: text(name), born: date(born), amount: { number: amount } };
  return { operation: 'add', table: dated.name, key: rowKey(dated, after), reason: 'arrival', after };
}

function raise({ key }: AddLine, before: number, after: number): SetLine {
  const amounts = { before: { number: before }, after: { number: after } };
  return { operation: 'set', table: dated.name, key, column: 'amount', reason: 'change', ...amounts };
}

const january = add('1', 'TR Siège', '2026-01-01', 9);
const october = add('2', 'TR Siège', '2026-10-01', 9.5);
const other = add('3', 'TR Usine', '2026-01-01', 8);

export function compositeCases(makeBook: MakeBook): void {
  async function startedBook() {
    const both = await makeBook();
    await written(both.book, [{ table: dated, lines: [january, october, other] }]);
    return both;
  }

  async function amounts(book: Awaited<ReturnType<typeof startedBook>>['book']) {
    return (await tableOf(book, dated)).rows.map(({ cells }) => cells['amount']);
  }

  test('rows of one name are told apart by their day', async () => {
    const { book } = await startedBook();
    expect((await tableOf(book, dated)).rows.map(({ key }) => key)).toEqual([january.key, october.key, other.key]);
    const report = await written(book, [{ table: dated, lines: [raise(october, 9.5, 10)] }]);
    expect(report).toEqual({ written: 1, already: 0, refused: [] });
    expect(await amounts(book)).toEqual([{ number: 9 }, { number: 10 }, { number: 8 }]);
  });

  test('a row already there is added once; its key may be spelt otherwise', async () => {
    const { book } = await startedBook();
    const again = { ...october, key: october.key.toLowerCase() };
    expect(await written(book, [{ table: dated, lines: [again] }])).toEqual({ written: 0, already: 1, refused: [] });
  });

  test('a row whose day was changed is no longer the one a line speaks of', async () => {
    const { book, person } = await startedBook();
    await person.setCell(dated.name, '3', 'Né le', { date: '2026-02-01' });
    const line = raise(other, 8, 8.5);
    expect((await written(book, [{ table: dated, lines: [line] }])).refused).toEqual([line]);
  });

  test('a row takes another key by one of its cells, and goes back; not the key of another row', async () => {
    const { book } = await startedBook();
    const keys = async () => (await tableOf(book, dated)).rows.map(({ key }) => key);
    const moved = (to: string): SetLine => {
      const days = { before: date('2026-10-01'), after: date(to) };
      return { operation: 'set', table: dated.name, key: october.key, column: 'born', reason: 'change', ...days };
    };
    const away = moved('2026-11-01');
    const renamed = rowKey(dated, { name: text('TR Siège'), born: date('2026-11-01') });
    expect((await written(book, [{ table: dated, lines: [away] }])).written).toBe(1);
    expect(await keys()).toEqual([january.key, renamed, other.key]);
    expect(await written(book, [{ table: dated, lines: [away] }])).toEqual({ written: 0, already: 1, refused: [] });
    expect((await written(book, [{ table: dated, lines: inverse([away]) }])).written).toBe(1);
    expect(await keys()).toEqual([january.key, october.key, other.key]);
    expect((await written(book, [{ table: dated, lines: [moved('2026-01-01')] }])).refused).toHaveLength(1);
  });

  test('adding and its inverse leave the others', async () => {
    const { book } = await startedBook();
    expect((await written(book, [{ table: dated, lines: inverse([october]) }])).written).toBe(1);
    expect(await amounts(book)).toEqual([{ number: 9 }, { number: 8 }]);
  });

  test('a row is shown by its whole key', async () => {
    const { book } = await startedBook();
    expect(await book.show({ table: trial.name, key: october.key, column: 'amount' })).toMatchObject({ ok: true });
  });

  test('without its first cell a row is of no key; a blank day is a day like any', async () => {
    const { book, person } = await makeBook();
    const undated: AddLine = { ...january, key: rowKey(dated, { name: text('TR') }), after: { name: text('TR') } };
    await written(book, [{ table: dated, lines: [undated] }]);
    await person.addRow(dated.name, { 'Né le': { date: '2026-01-01' } });
    const { rows } = await tableOf(book, dated);
    expect(rows.map(({ key }) => key)).toEqual([undated.key, '']);
    expect(rows[0]?.cells['born']).toEqual(blank);
  });
}
