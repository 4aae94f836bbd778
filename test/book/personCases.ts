import { expect, test } from '@jest/globals';
import { blank } from '../../shared/domain/review/cell.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { add, change, date, remove, set, text, three, trial } from './trialTables.ts';
import { seen, tableOf, under, valueOf, written } from './reading.ts';
import type { MakeBook } from './workbookPerson.ts';

/** « Essai » with a column of yes and no. */
const asked: TableDeclaration = {
  ...trial,
  columns: [...trial.columns, { ...trial.columns[7]!, key: 'student', heading: 'Étudiant', kind: 'boolean' }],
};

export function personCases(makeBook: MakeBook): void {
  async function startedBook() {
    const both = await makeBook();
    await written(both.book, [change(...three)]);
    return both;
  }

  test('columns of the person, wherever inserted, follow their row and are never written', async () => {
    const { book, person } = await startedBook();
    await person.addColumn(trial.name, 'Équipe', 0, ['Nord', 'Sud', 'Est']);
    await person.addColumn(trial.name, 'Prime', 3, [1, 2, 3]);
    await written(book, [
      change(
        remove('1', { name: text('Alice'), amount: { number: 10 } }),
        set('3', 'amount', { number: 30 }, { number: 33 }),
        add('4', { name: text('Denis') }),
      ),
    ]);
    expect(await under(person, 'Équipe')).toEqual(['Sud', 'Est', null]);
    expect(await under(person, 'Prime')).toEqual([2, 3, null]);
    expect(await under(person, 'Montant')).toEqual([20, 33, null]);
    expect(await under(person, 'Nom')).toEqual(['Bruno', 'Chloé', 'Denis']);
    expect((await tableOf(book)).letters).toMatchObject({ id: 'B', name: 'C', born: 'E', amount: 'F' });
  });

  test('what stands beside our columns is read, blanks left out, in the order of the sheet', async () => {
    const { book, person } = await startedBook();
    await person.addColumn(trial.name, 'Équipe', 0, ['Nord', null, 'Est']);
    await person.addColumn(trial.name, 'Double', 9, [{ formula: '=10*2', result: 20 }, 7, null]);
    const { rows } = await tableOf(book);
    expect(rows.map((row) => row.others)).toEqual([
      [
        { heading: 'Équipe', cell: text('Nord') },
        { heading: 'Double', cell: { number: 20 }, formula: '=10*2' },
      ],
      [{ heading: 'Double', cell: { number: 7 } }],
      [{ heading: 'Équipe', cell: text('Est') }],
    ]);
  });

  test('formulas of the person survive a write beside them', async () => {
    const { book, person } = await startedBook();
    await person.addColumn(trial.name, 'Double', 4, [
      { formula: '=10*2', result: 20 },
      { formula: '=20*2', result: 40 },
      { formula: '=30*2', result: 60 },
    ]);
    await written(book, [
      change(set('2', 'amount', { number: 20 }, { number: 21 }), set('2', 'children', blank, { number: 1 })),
    ]);
    const table = await seen(person);
    const double = table.headings.indexOf('Double');
    expect(table.rows.map((row) => row[double]?.formula)).toEqual(['=10*2', '=20*2', '=30*2']);
  });

  test('a formula typed in a column of ours is told, with what it shows', async () => {
    const { book, person } = await startedBook();
    await person.setCell(trial.name, '2', 'Montant', { formula: '=10+10', result: 20 });
    const row = (await tableOf(book)).rows[1];
    expect(row?.formulas).toEqual(['amount']);
    expect(row?.cells['amount']).toEqual({ number: 20 });
    await written(book, [change(set('1', 'amount', { number: 10 }, { number: 11 }))]);
    expect((await tableOf(book)).rows[1]?.formulas).toEqual(['amount']);
  });

  test('the order of the person is kept, and rows are found wherever they went', async () => {
    const { book, person } = await startedBook();
    await person.sortBy(trial.name, 'Nom', 'descending');
    await written(book, [
      change(set('1', 'amount', { number: 10 }, { number: 11 }), add('4', { name: text('Denis') })),
    ]);
    expect(await under(person, 'Identifiant')).toEqual(['3', '2', '1', '4']);
    expect(await under(person, 'Montant')).toEqual([30, 20, 11, null]);
  });

  test('a row typed without a key is read with an empty key, and left', async () => {
    const { book, person } = await startedBook();
    await person.addRow(trial.name, { Nom: 'Sans identifiant' });
    await written(book, [change(add('4', { name: text('Denis') }))]);
    const { rows } = await tableOf(book);
    expect(rows.map((row) => row.key)).toEqual(['1', '2', '3', '', '4']);
    expect(rows[3]?.cells['name']).toEqual(text('Sans identifiant'));
  });

  test('a row left blank is not a row, and keeps its place', async () => {
    const { book, person } = await startedBook();
    await person.addRow(trial.name, {});
    await person.addRow(trial.name, { Identifiant: '8', Nom: 'Huit' });
    expect((await tableOf(book)).rows.map((row) => [row.key, row.index])).toEqual([
      ['1', 0],
      ['2', 1],
      ['3', 2],
      ['8', 4],
    ]);
    await written(book, [change(set('8', 'name', text('Huit'), text('Hugo')))]);
    expect(await under(person, 'Nom')).toEqual(['Alice', 'Bruno', 'Chloé', null, 'Hugo']);
  });

  test('a blank row is taken by the row that is added there: none is left behind', async () => {
    const { book, person } = await startedBook();
    await person.addRow(trial.name, {});
    await person.addRow(trial.name, { Identifiant: '8', Nom: 'Huit' });
    await person.addRow(trial.name, {});
    const lines = [add('4', { name: text('Denis') }, { at: 3 }), add('9', { name: text('Inès') })];
    expect((await written(book, [change(...lines)])).written).toBe(2);
    expect(await under(person, 'Identifiant')).toEqual(['1', '2', '3', '4', '8', '9']);
    expect((await tableOf(book)).address).toBe('A3:H9');
  });

  test('an identifier typed as a number is the same key; a date typed in ours is a date', async () => {
    const { book, person } = await startedBook();
    await person.setCell(trial.name, '2', 'Né le', { date: '1990-05-06' });
    await person.setCell(trial.name, '2', 'Identifiant', 2);
    const report = await written(book, [change(set('2', 'born', date('1990-05-06'), date('1990-05-07')))]);
    expect(report.written).toBe(1);
    expect((await tableOf(book)).rows[1]).toMatchObject({ key: '2', cells: { born: date('1990-05-07') } });
  });

  test('TRUE and FALSE say yes and no in a column of those, and what Excel shows elsewhere', async () => {
    const { book, person } = await makeBook();
    await written(book, [{ ...change(...three), table: asked }]);
    await person.addColumn(trial.name, 'Prime', 9, [true, false, null]);
    await person.setCell(trial.name, '1', 'Étudiant', true);
    await person.setCell(trial.name, '2', 'Étudiant', false);
    await person.setCell(trial.name, '2', 'Commentaire', false);
    const { rows } = await tableOf(book, asked);
    expect(rows.map(({ cells }) => cells['student'])).toEqual([text('oui'), text('non'), blank]);
    expect(rows[1]?.cells['comment']).toEqual(text('FAUX'));
    expect(rows.map(({ others }) => others[0]?.cell)).toEqual([text('VRAI'), text('FAUX'), undefined]);
  });

  test('cells under the table are never overwritten', async () => {
    const { book, person } = await startedBook();
    await person.setSheetCell('Essai', 'B8', 'Total de la paie');
    const lines = ['4', '5', '6', '7'].map((key) => add(key, { name: text(`Personne ${key}`) }));
    const result = await book.write([change(...lines)]);
    const kept = await Promise.all(['B8', 'B9', 'B10', 'B11', 'B12', 'B13'].map((at) => person.cell('Essai', at)));
    expect(kept.filter((cell) => cell.value === 'Total de la paie')).toHaveLength(1);
    const rows = (await tableOf(book)).rows.length;
    if (result.ok) {
      expect(rows).toBe(7);
    } else {
      expect(result.error).toMatchObject({ code: 'noRoom', facts: { sheet: 'Essai' } });
      expect(rows).toBe(3);
    }
  });

  test('the caption is replaced where the table stands, and left when none is given', async () => {
    const { book, person } = await makeBook();
    await written(book, [{ ...change(...three), caption: 'Données Lucca du 20/11/2026' }]);
    await written(book, [change(set('1', 'name', text('Alice'), text('Alicia')))]);
    expect((await person.cell('Essai', 'A2')).value).toBe('Données Lucca du 20/11/2026');
    await written(book, [{ ...change(), caption: 'Données Lucca du 21/11/2026' }]);
    expect((await person.cell('Essai', 'A2')).value).toBe('Données Lucca du 21/11/2026');
  });

  test('a caption never covers what a person wrote above the table', async () => {
    const { book, person } = await startedBook();
    await person.setSheetCell('Essai', 'A2', 'À vérifier avec Paul');
    await written(book, [{ ...change(), caption: 'Données Lucca du 21/11/2026' }]);
    expect((await person.cell('Essai', 'A2')).value).toBe('À vérifier avec Paul');
  });

  test('a protected sheet is not written, and is named', async () => {
    const { book, person } = await startedBook();
    await person.protectSheet('Essai');
    const result = await book.write([change(set('1', 'amount', { number: 10 }, { number: 11 }))]);
    expect(result).toMatchObject({ ok: false, error: { code: 'protectedSheet', facts: { sheet: 'Essai' } } });
    expect(await under(person, 'Montant')).toEqual([10, 20, 30]);
    expect(valueOf(await book.read([trial]))[trial.name]?.state).toBe('found');
  });
}
