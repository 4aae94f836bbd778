import { expect, test } from '@jest/globals';
import { blank } from '../../shared/domain/review/cell.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { add, change, memory, remove, set, text, three, trial } from './trialTables.ts';
import { tableOf, under, valueOf, written } from './reading.ts';
import type { MakeBook } from './workbookPerson.ts';

export function findingCases(makeBook: MakeBook): void {
  async function startedBook() {
    const both = await makeBook();
    await written(both.book, [change(...three)]);
    return both;
  }

  test('away from our tables, nobody is on a row of ours', async () => {
    const { book } = await makeBook();
    expect(valueOf(await book.selected([trial]))).toBeUndefined();
  });

  test('a renamed sheet changes nothing', async () => {
    const { book, person } = await startedBook();
    await person.renameSheet('Essai', "L'équipe & co");
    await written(book, [change(set('1', 'amount', { number: 10 }, { number: 11 }))]);
    expect(await tableOf(book)).toMatchObject({ sheet: "L'équipe & co" });
    expect((await tableOf(book)).renamedFrom).toBeUndefined();
    expect(await under(person, 'Montant')).toEqual([11, 20, 30]);
  });

  test('a renamed table is found by its headings, and named back when written', async () => {
    const { book, person } = await startedBook();
    await person.renameTable(trial.name, 'MonTableau');
    expect(await tableOf(book)).toMatchObject({ renamedFrom: 'MonTableau' });
    await written(book, [change(set('1', 'amount', { number: 10 }, { number: 11 }))]);
    expect((await tableOf(book)).renamedFrom).toBeUndefined();
    expect(await under(person, 'Montant')).toEqual([11, 20, 30]);
    expect(await person.readAll('MonTableau')).toBeUndefined();
  });

  test('another table that happens to hold the headings is left when ours bears its name', async () => {
    const { book, person } = await startedBook();
    await person.copyTable(trial.name, 'Copie', 'Copie de Essai');
    await written(book, [change(set('1', 'amount', { number: 10 }, { number: 11 }))]);
    expect((await tableOf(book)).sheet).toBe('Essai');
    expect(await under(person, 'Montant', 'Copie')).toEqual([10, 20, 30]);
  });

  test('two tables that could be ours: the person chooses, nothing is written', async () => {
    const { book, person } = await startedBook();
    await person.copyTable(trial.name, 'Copie', 'Ailleurs');
    await person.renameTable(trial.name, 'MonTableau');
    const state = valueOf(await book.read([trial]))[trial.name];
    expect(state?.state).toBe('ambiguous');
    expect(state?.state === 'ambiguous' && new Set(state.candidates)).toEqual(
      new Set([
        { name: 'MonTableau', sheet: 'Essai' },
        { name: 'Copie', sheet: 'Ailleurs' },
      ]),
    );
    const result = await book.write([change(add('4', { name: text('Denis') }))]);
    expect(result).toMatchObject({ ok: false, error: { code: 'tableAmbiguous', facts: { table: trial.name } } });
    expect(await under(person, 'Nom', 'MonTableau')).toEqual(['Alice', 'Bruno', 'Chloé']);
  });

  test('the sheets of the two tables are named', async () => {
    const { book, person } = await startedBook();
    await person.copyTable(trial.name, 'Copie', 'Ailleurs');
    await person.renameTable(trial.name, 'MonTableau');
    const result = await book.write([change()]);
    expect(result).toMatchObject({ ok: false, error: { code: 'tableAmbiguous' } });
    expect(!result.ok && result.error.facts['sheets']?.split(', ').sort()).toEqual(['Ailleurs', 'Essai']);
  });

  test('capitals make no other name', async () => {
    const { book, person } = await startedBook();
    await person.renameTable(trial.name, trial.name.toUpperCase());
    expect((await tableOf(book)).renamedFrom).toBeUndefined();
    expect((await tableOf(book)).rows).toHaveLength(3);
  });

  test('« Absences » renamed is never taken for « Salariés », whose required heading it holds', async () => {
    const { book, person } = await makeBook();
    await written(book, [{ table: absencesTable, lines: [] }]);
    await person.renameTable(absencesTable.name, 'Tableau2');
    const snapshot = valueOf(await book.read([employeesTable, absencesTable]));
    expect(snapshot[employeesTable.name]).toEqual({ state: 'absent' });
    expect(snapshot[absencesTable.name]).toMatchObject({ state: 'found', renamedFrom: 'Tableau2' });
    expect(await book.show({ table: absencesTable.name })).toMatchObject({ ok: true });
    expect(await book.show({ table: employeesTable.name })).toMatchObject({ error: { code: 'tableGone' } });
  });

  test('a very hidden table is found by its headings on its own sheet, and nowhere else', async () => {
    const { book, person } = await makeBook();
    await written(book, [{ table: memory, lines: [] }]);
    await person.renameTable(memory.name, 'Tableau3');
    expect(await tableOf(book, memory)).toMatchObject({ renamedFrom: 'Tableau3' });
    await person.renameSheet('_essai', 'Feuil9');
    expect(valueOf(await book.read([memory]))[memory.name]).toEqual({ state: 'absent' });
  });

  test('a required heading renamed: the table is broken, the heading is named, nothing is written', async () => {
    const { book, person } = await startedBook();
    await person.renameHeading(trial.name, 'Nom', 'Nom de famille');
    expect(valueOf(await book.read([trial]))[trial.name]).toEqual({
      state: 'broken',
      sheet: 'Essai',
      missingHeadings: ['Nom'],
    });
    const result = await book.write([change(add('4', { name: text('Denis') }))]);
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'tableBroken', facts: { table: trial.name, sheet: 'Essai', headings: 'Nom' } },
    });
    expect(await under(person, 'Identifiant')).toEqual(['1', '2', '3']);
  });

  test('a broken table stops the whole write, the other tables of it included', async () => {
    const { book, person } = await startedBook();
    await person.renameHeading(trial.name, 'Identifiant', 'Id');
    const result = await book.write([{ table: memory, lines: [] }, change(add('4', { name: text('Denis') }))]);
    expect(result).toMatchObject({ ok: false, error: { code: 'tableBroken' } });
    expect(valueOf(await book.read([memory]))[memory.name]).toEqual({ state: 'absent' });
  });

  test('headings are the same whatever the spaces and capitals around them', async () => {
    const { book, person } = await startedBook();
    await person.renameHeading(trial.name, 'Montant', ' montant ');
    expect((await tableOf(book)).rows[0]?.cells['amount']).toEqual({ number: 10 });
  });

  test('an optional column removed: its set is sent back, the rest is written', async () => {
    const { book, person } = await startedBook();
    await person.deleteColumn(trial.name, 'Montant');
    const impossible = set('1', 'amount', { number: 10 }, { number: 11 });
    const report = await written(book, [
      change(
        impossible,
        set('1', 'children', blank, { number: 2 }),
        add('4', { name: text('Denis'), amount: { number: 4 } }),
        remove('2', { name: text('Bruno'), amount: { number: 20 } }),
      ),
    ]);
    expect(report).toEqual({ written: 3, already: 0, refused: [impossible] });
    const table = await tableOf(book);
    expect(table.letters['amount']).toBeUndefined();
    expect(table.rows.map((row) => row.key)).toEqual(['1', '3', '4']);
    expect(table.rows[0]?.cells).toMatchObject({ children: { number: 2 } });
    expect('amount' in (table.rows[0]?.cells ?? {})).toBe(false);
  });

  test('a place is shown by key, by address and by table; a table that is not there is said', async () => {
    const { book } = await startedBook();
    expect(await book.show({ table: trial.name, key: '2', column: 'name' })).toEqual({ ok: true, value: undefined });
    expect(await book.show({ table: trial.name, key: '2' })).toMatchObject({ ok: true });
    expect(await book.show({ table: trial.name })).toMatchObject({ ok: true });
    expect(await book.show({ table: memory.name })).toMatchObject({ ok: false, error: { code: 'tableGone' } });
  });
}
