import { expect, test } from '@jest/globals';
import type { Host } from '../../addin/workbench/host/index.ts';

/** A table of two people on a sheet of its own, made through the genuine client. */
export async function makePeople(name = 'Personnes'): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(name);
    const range = sheet.getRange('A1:C3');
    range.values = [
      ['Matricule', 'Nom', 'Salaire'],
      ["'0012", 'Zoé', 2100],
      ["'0013", 'Élie', 1900],
    ];
    const table = sheet.tables.add(range, true);
    table.name = `Passerelle_${name}`;
    await context.sync();
  });
}

/** What the add-in does with tables. */
export function tableOperations(current: () => Host): void {
  test('makes a table, gives it a look, and tells its columns and its parts', async () => {
    await makePeople('Salariés');
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem('Passerelle_Salariés');
      table.style = 'TableStyleLight1';
      const columns = table.columns.load('items/name');
      const parts = [table.getRange(), table.getHeaderRowRange()];
      for (const part of parts) part.load('address');
      table.load('name,showTotals,worksheet/name');
      await context.sync();
      expect(columns.items.map(({ name }) => name)).toEqual(['Matricule', 'Nom', 'Salaire']);
      expect(parts.map((part) => part.address)).toEqual(['Salariés!A1:C3', 'Salariés!A1:C1']);
      expect([table.worksheet.name, table.showTotals]).toEqual(['Salariés', false]);
      expect(current().workbook.table(table.name)?.style).toBe('TableStyleLight1');
    });
  });

  test('resizes a table, renames it and goes on with the same object', async () => {
    await makePeople('Tailles');
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem('Passerelle_Tailles');
      await context.sync();
      table.resize(table.getRange().getAbsoluteResizedRange(6, 4));
      table.name = 'Passerelle_Gabarits';
      await context.sync();
      const range = table.getRange().load('address');
      const headings = table.getHeaderRowRange().load('values');
      table.load('name');
      await context.sync();
      expect([range.address, table.name]).toEqual(['Tailles!A1:D6', 'Passerelle_Gabarits']);
      expect(headings.values).toEqual([['Matricule', 'Nom', 'Salaire', 'Colonne4']]);
    });
  });

  test('cells inserted above a totals row are in the table', async () => {
    await makePeople('Totaux');
    current().workbook.table('Passerelle_Totaux')?.setTotals(true);
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem('Passerelle_Totaux').load('showTotals');
      const under = table.getRange().getCell(3, 0).getAbsoluteResizedRange(1, 3);
      under.insert('Down');
      const whole = table.getRange().load('address,values');
      await context.sync();
      expect([table.showTotals, whole.address]).toEqual([true, 'Totaux!A1:C5']);
      expect(whole.values.slice(-2)).toEqual([
        ['', '', ''],
        ['Total', '', ''],
      ]);
    });
  });

  test('lists what is inside its collections in one request', async () => {
    await makePeople('Listage');
    await Excel.run(async (context) => {
      const { tables, worksheets } = context.workbook;
      tables.load('items/name,items/worksheet/name,items/columns/items/name');
      worksheets.load('items/name,items/tables/items/name');
      await context.sync();
      const table = tables.items.find((item) => item.name === 'Passerelle_Listage');
      expect([table?.worksheet.name, table?.columns.items.map((column) => column.name)]).toEqual([
        'Listage',
        ['Matricule', 'Nom', 'Salaire'],
      ]);
      const sheet = worksheets.items.find((item) => item.name === 'Listage');
      expect(sheet?.tables.items.map((item) => item.name)).toEqual(['Passerelle_Listage']);
    });
  });

  test('shows and clears the filters a person set', async () => {
    await makePeople('Filtres');
    const people = current().workbook.table('Passerelle_Filtres');
    if (!people) throw new Error('no table');
    current().person.filter(people, 'Nom', ['Zoé']);
    expect(people.hiddenRows()).toEqual([2]);
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem('Passerelle_Filtres');
      const filter = table.autoFilter.load('isDataFiltered,criteria');
      await context.sync();
      expect(filter.isDataFiltered).toBe(true);
      const [, criteria] = filter.criteria;
      expect([filter.criteria.length, criteria?.filterOn, criteria?.values]).toEqual([3, 'Values', ['Zoé']]);
      filter.clearCriteria();
      await context.sync();
      expect(people.hiddenRows()).toEqual([]);
      table.columns.getItem('Nom').filter.apply({ filterOn: 'Values', values: ['Élie'] });
      await context.sync();
      expect(people.hiddenRows()).toEqual([1]);
    });
  });
}
