import { expect, test } from '@jest/globals';
import { blank, type Cell } from '../../shared/domain/review/cell.ts';
import { inverse } from '../../shared/domain/review/plan.ts';
import { tableOf, under, written } from './reading.ts';
import { add, change, date, remove, set, text, three, trial } from './trialTables.ts';
import type { MakeBook } from './workbookPerson.ts';

export function lineCases(makeBook: MakeBook): void {
  async function startedBook() {
    const both = await makeBook();
    await written(both.book, [change(...three)]);
    return both;
  }

  test('a cell is set by key and column, and the others are left', async () => {
    const { book, person } = await startedBook();
    await person.setCell(trial.name, '2', 'Commentaire', 'à moi');
    const report = await written(book, [
      change(
        set('2', 'amount', { number: 20 }, { number: 25.5 }),
        set('2', 'born', blank, date('1990-05-06')),
        set('3', 'name', text('Chloé'), blank),
      ),
    ]);
    expect(report).toEqual({ written: 3, already: 0, refused: [] });
    const { rows } = await tableOf(book);
    expect(rows[1]?.cells).toMatchObject({ amount: { number: 25.5 }, born: date('1990-05-06'), name: text('Bruno') });
    expect(rows[1]?.cells['comment']).toEqual(text('à moi'));
    expect(rows[2]?.cells['name']).toEqual(blank);
    expect(rows[0]?.cells['amount']).toEqual({ number: 10 });
  });

  test('a row without a key takes one where it stands, and the lines of that key find it; never another row', async () => {
    const { book, person } = await startedBook();
    await person.setCell(trial.name, '2', 'Identifiant', '');
    const keyed = { ...set('8', 'id', blank, text('8')), at: 1 };
    const lost = { ...set('9', 'id', blank, text('9')), at: 2 };
    const report = await written(book, [change(keyed, lost, set('8', 'amount', { number: 20 }, { number: 21 }))]);
    expect(report).toEqual({ written: 2, already: 0, refused: [lost] });
    expect((await tableOf(book)).rows.map(({ key, cells }) => [key, cells['name'], cells['amount']])).toEqual([
      ['1', text('Alice'), { number: 10 }],
      ['8', text('Bruno'), { number: 21 }],
      ['3', text('Chloé'), { number: 30 }],
    ]);
    expect(await written(book, [change(keyed)])).toEqual({ written: 0, already: 1, refused: [] });
    await written(book, [change(...inverse([keyed]))]);
    expect((await tableOf(book)).rows.map(({ key }) => key)).toEqual(['1', '', '3']);
  });

  test('a row takes another key, with what stands beside it, and the lines after find it; never the key of another row', async () => {
    const { book, person } = await startedBook();
    await person.addColumn(trial.name, 'Prime', 8, [5, 6, 7]);
    const other = set('2', 'id', text('2'), text('8'));
    const taken = set('1', 'id', text('1'), text('3'));
    const report = await written(book, [change(other, taken, set('8', 'amount', { number: 20 }, { number: 21 }))]);
    expect(report).toEqual({ written: 2, already: 0, refused: [taken] });
    expect((await tableOf(book)).rows.map(({ key, cells }) => [key, cells['name'], cells['amount']])).toEqual([
      ['1', text('Alice'), { number: 10 }],
      ['8', text('Bruno'), { number: 21 }],
      ['3', text('Chloé'), { number: 30 }],
    ]);
    expect(await under(person, 'Prime')).toEqual([5, 6, 7]);
    expect(await written(book, [change(other)])).toEqual({ written: 0, already: 1, refused: [] });
    await written(book, [change(...inverse([other]))]);
    expect((await tableOf(book)).rows.map(({ key }) => key)).toEqual(['1', '2', '3']);
  });

  test('rows are added at the end, in the order of the lines', async () => {
    const { book } = await startedBook();
    await written(book, [change(add('9', { name: text('Inès') }), add('4', { name: text('Denis') }))]);
    expect((await tableOf(book)).rows.map((row) => row.key)).toEqual(['1', '2', '3', '9', '4']);
    expect((await tableOf(book)).address).toBe('A3:H8');
  });

  test('a row is deleted and the others close up', async () => {
    const { book } = await startedBook();
    const report = await written(book, [change(remove('2', { name: text('Bruno'), amount: { number: 20 } }))]);
    expect(report.written).toBe(1);
    expect((await tableOf(book)).rows.map((row) => [row.key, row.index])).toEqual([
      ['1', 0],
      ['3', 1],
    ]);
    expect((await tableOf(book)).address).toBe('A3:H5');
  });

  test('when every row goes the table stays, without a row', async () => {
    const { book } = await startedBook();
    await written(book, [change(...inverse(three))]);
    expect((await tableOf(book)).rows).toEqual([]);
    await written(book, [change(...three)]);
    expect((await tableOf(book)).rows.map((row) => [row.key, row.index])).toEqual([
      ['1', 0],
      ['2', 1],
      ['3', 2],
    ]);
  });

  test('a row comes back at its place with what the person had beside it', async () => {
    const { book, person } = await startedBook();
    await person.addColumn(trial.name, 'Prime', 8, [5, 'bonus', { formula: '=3*2', result: 6 }]);
    const line = remove(
      '2',
      { name: text('Bruno'), amount: { number: 20 } },
      { at: 1, kept: [{ heading: 'Prime', cell: text('bonus') }] },
    );
    await written(book, [change(line)]);
    expect(await under(person, 'Prime')).toEqual([5, 6]);
    await written(book, [change(...inverse([line]))]);
    expect(await under(person, 'Identifiant')).toEqual(['1', '2', '3']);
    expect(await under(person, 'Prime')).toEqual([5, 'bonus', 6]);
    expect((await tableOf(book)).rows[2]?.others).toEqual([{ heading: 'Prime', cell: { number: 6 }, formula: '=3*2' }]);
  });

  test('a kept formula comes back as a formula; a column the person removed since is not made again', async () => {
    const { book, person } = await startedBook();
    await person.addColumn(trial.name, 'Double', 8, [null, { formula: '=20*2', result: 40 }, null]);
    const kept = [
      { heading: 'Double', cell: { number: 40 }, formula: '=20*2' },
      { heading: 'Disparue', cell: text('x') },
    ];
    const before = { id: text('2'), name: text('Bruno'), amount: { number: 20 } };
    await written(book, [change(remove('2', before, { at: 1 }))]);
    await written(book, [change(add('2', before, { at: 1, kept }))]);
    expect((await tableOf(book)).rows[1]?.others).toMatchObject([{ heading: 'Double', formula: '=20*2' }]);
  });

  test('a line is sent back when the cell no longer holds its before', async () => {
    const { book, person } = await startedBook();
    await person.setCell(trial.name, '2', 'Montant', 99);
    const stale = set('2', 'amount', { number: 20 }, { number: 25 });
    const fresh = set('1', 'amount', { number: 10 }, { number: 11 });
    const report = await written(book, [change(stale, fresh)]);
    expect(report).toEqual({ written: 1, already: 0, refused: [stale] });
    expect(await under(person, 'Montant')).toEqual([11, 99, 30]);
  });

  test('a line whose row has gone is sent back, its deletion is already done', async () => {
    const { book, person } = await startedBook();
    await person.deleteRow(trial.name, '2');
    const lost = set('2', 'amount', { number: 20 }, { number: 25 });
    const report = await written(book, [change(lost, remove('2', { name: text('Bruno') }))]);
    expect(report).toEqual({ written: 0, already: 1, refused: [lost] });
  });

  test('a deletion is sent back when the row changed', async () => {
    const { book, person } = await startedBook();
    await person.setCell(trial.name, '2', 'Nom', 'Brunet');
    const line = remove('2', { name: text('Bruno'), amount: { number: 20 } });
    expect(await written(book, [change(line)])).toEqual({ written: 0, already: 0, refused: [line] });
    expect((await tableOf(book)).rows).toHaveLength(3);
  });

  test('a deletion is sent back when a column of ours that was blank was filled since', async () => {
    const { book, person } = await startedBook();
    await person.setCell(trial.name, '2', 'Commentaire', 'à garder');
    const line = remove('2', { name: text('Bruno'), amount: { number: 20 } });
    expect(await written(book, [change(line)])).toEqual({ written: 0, already: 0, refused: [line] });
    expect(await under(person, 'Commentaire')).toEqual([null, 'à garder', null]);
  });

  test('a deletion that notes what stands beside the row is sent back when it is no longer that', async () => {
    const { book, person } = await startedBook();
    await person.addColumn(trial.name, 'Prime', 8, ['ancien', 5, { formula: '=3*2', result: 6 }]);
    await person.addColumn(trial.name, 'Note', 9, [null, { formula: '=1+1', result: 2 }, null]);
    const prime = (cell: Cell) => [{ heading: 'Prime', cell }];
    const edited = remove('1', three[0]!.after, { kept: prime(text('autre')) });
    const cleared = remove('1', three[0]!.after, {
      kept: [...prime(text('ancien')), { heading: 'Note', cell: text('effacé') }],
    });
    const computed = remove('2', three[1]!.after, {
      kept: [...prime({ number: 5 }), { heading: 'Note', cell: { number: 2 } }],
    });
    expect((await written(book, [change(edited, cleared, computed)])).refused).toEqual([edited, cleared, computed]);
    // Excel fills formulas down by itself, and changes them with their row: they are not compared.
    const filled = remove('2', three[1]!.after, { kept: prime({ number: 5 }) });
    const same = remove('1', three[0]!.after, { kept: prime(text('ancien')) });
    expect(await written(book, [change(filled, same)])).toEqual({ written: 2, already: 0, refused: [] });
    expect(await under(person, 'Identifiant')).toEqual(['3']);
  });

  test('a key that two rows bear is nobody’s: its lines are sent back', async () => {
    const { book, person } = await startedBook();
    await person.addRow(trial.name, { Identifiant: '2', Nom: 'Bruno', Montant: 20 });
    const lines = [
      set('2', 'amount', { number: 20 }, { number: 25 }),
      remove('2', three[1]!.after),
      add('2', three[1]!.after),
    ];
    expect(await written(book, [change(...lines)])).toEqual({ written: 0, already: 0, refused: lines });
    expect(await under(person, 'Montant')).toEqual([10, 20, 30, 20]);
  });

  test('a row cut short is completed, what the person had beside it too', async () => {
    const { book, person } = await startedBook();
    await person.addColumn(trial.name, 'Prime', 8, []);
    await person.setCell(trial.name, '2', 'Montant', null);
    await person.setCell(trial.name, '2', 'Commentaire', 'à moi');
    const line = add('2', three[1]!.after, { kept: [{ heading: 'Prime', cell: text('bonus') }] });
    expect(await written(book, [change(line)])).toEqual({ written: 1, already: 0, refused: [] });
    expect(await under(person, 'Montant')).toEqual([10, 20, 30]);
    expect(await under(person, 'Prime')).toEqual([null, 'bonus', null]);
    expect(await under(person, 'Commentaire')).toEqual([null, 'à moi', null]);
    expect(await written(book, [change(line)])).toEqual({ written: 0, already: 1, refused: [] });
  });

  test('capitals alone are written: the same value for a comparison, not for the person', async () => {
    const { book, person } = await startedBook();
    const line = set('1', 'name', text('Alice'), text('ALICE'));
    expect((await written(book, [change(line)])).written).toBe(1);
    expect(await under(person, 'Nom')).toEqual(['ALICE', 'Bruno', 'Chloé']);
    expect((await written(book, [change(line)])).already).toBe(1);
  });

  test('a row bears its key even when its cells do not say it', async () => {
    const { book } = await startedBook();
    const { id: _, ...after } = add('4', { name: text('Denis') }).after;
    await written(book, [change({ ...add('4', {}), after })]);
    expect((await tableOf(book)).rows[3]).toMatchObject({ key: '4', cells: { id: text('4'), name: text('Denis') } });
  });

  test('a row is not added twice: the same is already there, another is sent back', async () => {
    const { book } = await startedBook();
    const other = add('2', { name: text('Brigitte') });
    const same = add('3', { name: text('Chloé'), amount: { number: 30 } });
    expect(await written(book, [change(other, same)])).toEqual({ written: 0, already: 1, refused: [other] });
    expect((await tableOf(book)).rows).toHaveLength(3);
  });

  test('the same change written twice writes nothing the second time', async () => {
    const { book, person } = await startedBook();
    const lines = [
      set('1', 'amount', { number: 10 }, { number: 12 }),
      remove('2', { name: text('Bruno'), amount: { number: 20 } }),
      add('4', { name: text('Denis'), born: date('1980-01-01') }),
    ];
    expect(await written(book, [change(...lines)])).toEqual({ written: 3, already: 0, refused: [] });
    const before = await person.readAll(trial.name);
    expect(await written(book, [change(...lines)])).toEqual({ written: 0, already: 3, refused: [] });
    expect(await person.readAll(trial.name)).toEqual(before);
  });

  test('lines build on one another: added, then set, then deleted', async () => {
    const { book } = await startedBook();
    const lines = [
      add('4', { name: text('Denis') }),
      set('4', 'amount', blank, { number: 4 }),
      set('4', 'amount', { number: 4 }, { number: 5 }),
      add('5', { name: text('Eva') }),
      remove('5', { name: text('Eva') }),
    ];
    expect((await written(book, [change(...lines)])).refused).toEqual([]);
    const { rows } = await tableOf(book);
    expect(rows.map((row) => row.key)).toEqual(['1', '2', '3', '4']);
    expect(rows[3]?.cells['amount']).toEqual({ number: 5 });
  });

  test('a change and its inverse leave the table as it was', async () => {
    const { book, person } = await startedBook();
    const before = await person.readAll(trial.name);
    const lines = [
      set('2', 'name', text('Bruno'), text('Brunet')),
      remove('1', { name: text('Alice'), amount: { number: 10 } }, { at: 0 }),
      remove('3', { name: text('Chloé'), amount: { number: 30 } }, { at: 2 }),
      add('7', { name: text('Gaston'), code: text('007') }),
    ];
    await written(book, [change(...lines)]);
    await written(book, [change(...inverse(lines))]);
    expect(await person.readAll(trial.name)).toEqual(before);
  });
}
