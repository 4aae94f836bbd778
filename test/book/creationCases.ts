import { expect, test } from '@jest/globals';
import type { Cell } from '../../shared/domain/review/cell.ts';
import { add, change, date, memory, remove, set, text, three, trial } from './trialTables.ts';
import { seen, tableOf, under, valueOf, written } from './reading.ts';
import type { MakeBook } from './workbookPerson.ts';

/** Texts that a spreadsheet would like to make something else of. */
const treacherous = [
  '007',
  '12345678901234567890',
  '1234',
  '=1+1',
  '=HYPERLINK("http://example.test")',
  '+33612345678',
  '-5',
  '@SUM(A1)',
  '\tfoo',
  "l'été à Nîmes",
  "'entre apostrophes'",
  'TRUE',
  '05/10/2026',
  '1E5',
  '<b>&amp;</b>',
  '  spaces kept  ',
  'two\nlines',
  '𝒳 œuvre ﬁn',
];

const memoryLine = {
  operation: 'add',
  table: memory.name,
  key: 'seen',
  reason: 'memory',
  after: { key: text('seen'), value: text('0042') },
} as const;

export function creationCases(makeBook: MakeBook): void {
  test('an empty workbook holds no table', async () => {
    const { book } = await makeBook();
    expect(valueOf(await book.read([trial, memory]))).toEqual({
      [trial.name]: { state: 'absent' },
      [memory.name]: { state: 'absent' },
    });
  });

  test('an absent table is created on its own sheet, titled, captioned and dressed', async () => {
    const { book, person } = await makeBook();
    const report = await written(book, [{ ...change(...three), caption: 'Données Lucca du 20/11/2026' }]);
    expect(report).toEqual({ written: 3, already: 0, refused: [] });
    expect((await seen(person)).headings).toEqual(trial.columns.map((each) => each.heading));
    expect((await person.sheets()).find((each) => each.name === 'Essai')).toEqual({
      name: 'Essai',
      visibility: 'visible',
      frozenRows: 3,
    });
    expect((await person.cell('Essai', 'A1')).value).toBe('Essai');
    expect((await person.cell('Essai', 'A2')).value).toBe('Données Lucca du 20/11/2026');
    expect(await person.column(trial.name, 'Identifiant')).toEqual({ format: '@', prompt: 'Ne pas modifier.' });
    expect(await person.column(trial.name, 'Né le')).toEqual({ format: 'dd/mm/yyyy' });
    expect(await person.column(trial.name, 'Montant')).toEqual({ format: '0.00' });
    expect(await person.column(trial.name, 'État')).toEqual({
      format: 'General',
      choices: ['ouvert', 'fermé'],
      refusal: { title: 'Valeur hors liste', message: 'Choisissez une valeur de la liste : ouvert, fermé.' },
    });
  });

  test('a found table says where it stands', async () => {
    const { book } = await makeBook();
    await written(book, [change(...three)]);
    const table = await tableOf(book);
    expect(table).toMatchObject({ sheet: 'Essai', address: 'A3:H6', firstRow: 4 });
    expect(table.letters).toMatchObject({ id: 'A', born: 'C', comment: 'H' });
    expect(table.rows.map((row) => [row.key, row.index])).toEqual([
      ['1', 0],
      ['2', 1],
      ['3', 2],
    ]);
  });

  test('lines that only take away leave an absent table absent', async () => {
    const { book, person } = await makeBook();
    const lost = set('2', 'amount', { number: 20 }, { number: 25 });
    expect(await written(book, [change(remove('1', {}), lost)])).toEqual({ written: 0, already: 1, refused: [lost] });
    expect(await person.readAll(trial.name)).toBeUndefined();
  });

  test('a table created without a line has no row, and the first line becomes its first row', async () => {
    const { book } = await makeBook();
    await written(book, [change()]);
    expect((await tableOf(book)).rows).toEqual([]);
    await written(book, [change(add('1', { name: text('Alice') }))]);
    expect((await tableOf(book)).rows.map((row) => [row.key, row.index])).toEqual([['1', 0]]);
  });

  test('every kind of cell comes back as it was written', async () => {
    const { book } = await makeBook();
    const cells = {
      name: text('Zoé'),
      born: date('2000-02-29'),
      amount: { number: -1234.56 },
      children: { number: 0 },
      code: text('00120'),
      state: text('ouvert'),
      comment: { blank: true } as Cell,
    };
    await written(book, [change(add('00042', cells))]);
    const row = (await tableOf(book)).rows[0];
    expect(row).toEqual({ key: '00042', index: 0, cells: { id: text('00042'), ...cells }, formulas: [], others: [] });
  });

  test('a day that Excel does not know is written as a French reader writes it, once', async () => {
    const { book } = await makeBook();
    const line = add('1', { born: date('1899-12-31') });
    await written(book, [change(line)]);
    expect((await tableOf(book)).rows[0]?.cells['born']).toEqual(text('31/12/1899'));
    expect(await written(book, [change(line)])).toEqual({ written: 0, already: 1, refused: [] });
  });

  test('text stays text, whatever it looks like', async () => {
    const { book, person } = await makeBook();
    const lines = treacherous.map((each, index) => add(`k${index}`, { name: text(each), code: text(each) }));
    await written(book, [change(...lines)]);
    const { rows } = await tableOf(book);
    expect(rows.map((row) => row.cells['name'])).toEqual(treacherous.map(text));
    expect(rows.map((row) => row.cells['code'])).toEqual(treacherous.map(text));
    expect(rows.flatMap((row) => row.formulas)).toEqual([]);
    const table = await seen(person);
    expect(table.rows.flat().filter((cell) => cell.formula !== undefined)).toEqual([]);
    expect(await under(person, 'Nom')).toEqual(treacherous);
  });

  test('a hidden table is very hidden and keeps text', async () => {
    const { book, person } = await makeBook();
    await written(book, [{ table: memory, lines: [memoryLine] }]);
    expect((await person.sheets()).find((each) => each.name === '_essai')?.visibility).toBe('veryHidden');
    expect((await tableOf(book, memory)).rows[0]?.cells).toEqual({ key: text('seen'), value: text('0042') });
    expect((await tableOf(book, memory)).address).toBe('A1:B2');
  });

  test('a sheet of that name already there is left alone', async () => {
    const { book, person } = await makeBook();
    const first = (await person.sheets())[0]?.name ?? '';
    await person.renameSheet(first, 'ESSAI');
    await person.setSheetCell('ESSAI', 'B4', 'mes notes');
    await written(book, [change(...three)]);
    expect((await person.cell('ESSAI', 'B4')).value).toBe('mes notes');
    expect((await tableOf(book)).sheet).toBe('Essai (2)');
    expect((await tableOf(book)).rows).toHaveLength(3);
  });

  test('several tables are created by one write', async () => {
    const { book } = await makeBook();
    await written(book, [change(...three), { table: memory, lines: [memoryLine] }]);
    const snapshot = valueOf(await book.read([trial, memory]));
    expect([snapshot[trial.name]?.state, snapshot[memory.name]?.state]).toEqual(['found', 'found']);
  });

  test('a number that is not finite is refused before anything is written', async () => {
    const { book } = await makeBook();
    await written(book, [change(...three)]);
    const wrong = [add('4', { name: text('Denis') }), add('5', { amount: { number: Number.NaN } })];
    await expect(book.write([change(...wrong)])).rejects.toThrow(RangeError);
    expect((await tableOf(book)).rows).toHaveLength(3);
  });

  test('so is a text longer than a cell holds, given back beside a row too', async () => {
    const { book } = await makeBook();
    const long = text('x'.repeat(32_768));
    await expect(book.write([change(add('1', { name: long }))])).rejects.toThrow(RangeError);
    const kept = [{ heading: 'Note', cell: long }];
    await expect(book.write([change(add('1', {}, { kept }))])).rejects.toThrow(RangeError);
    expect(valueOf(await book.read([trial]))[trial.name]).toEqual({ state: 'absent' });
  });
}
