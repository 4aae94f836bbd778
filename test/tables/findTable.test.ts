import { describe, expect, test } from '@jest/globals';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { everyTable } from '../../shared/tables/tables.ts';
import { locate, positionsIn, type SheetTable } from '../../shared/tables/findTable.ts';
import { decisionsTable, planTable, stateTable } from '../../shared/tables/memoryTables.ts';

function listed(declaration: TableDeclaration, name = declaration.name, sheet = declaration.title): SheetTable {
  return { name, sheet, headings: declaration.columns.map(({ heading }) => heading) };
}

describe('finding a table', () => {
  test('by its name, whatever the case', () => {
    const own = listed(employeesTable, 'passerelle_salaries');
    expect(locate(employeesTable, [listed(employeesTable, 'Autre'), own], everyTable)).toMatchObject({
      state: 'found',
      table: own,
      renamed: false,
    });
  });

  test('by its headings when its name changed', () => {
    const own = listed(employeesTable, 'Tableau1');
    expect(locate(employeesTable, [own], everyTable)).toMatchObject({ state: 'found', table: own, renamed: true });
  });

  test('« Absences » renamed is not taken for « Salariés », whose required heading it has', () => {
    const absences = listed(absencesTable, 'Tableau2');
    expect(locate(employeesTable, [absences], everyTable)).toEqual({ state: 'absent' });
    expect(locate(absencesTable, [absences], everyTable)).toMatchObject({ state: 'found', table: absences });
  });

  test('a memory is not taken for another one with the same headings', () => {
    expect(locate(stateTable, [listed(decisionsTable), listed(planTable)], everyTable)).toEqual({
      state: 'absent',
    });
    expect(locate(stateTable, [listed(stateTable, 'Tableau3', 'Feuil2')], everyTable)).toEqual({ state: 'absent' });
  });

  test('a memory whose creation was cut short is found on its own sheet', () => {
    const own = listed(stateTable, 'Tableau3', '_etat (2)');
    expect(locate(stateTable, [own], everyTable)).toMatchObject({ state: 'found', table: own, renamed: true });
  });

  test('two candidates: nobody chooses for the person', () => {
    const candidates = [listed(absencesTable, 'A'), listed(absencesTable, 'B')];
    expect(locate(absencesTable, candidates, everyTable)).toEqual({ state: 'ambiguous', candidates });
  });

  test('its own name but a required heading missing: the heading is named', () => {
    const whole = listed(absencesTable);
    const table = { ...whole, headings: whole.headings.filter((heading) => heading !== 'Fin') };
    expect(locate(absencesTable, [table], everyTable)).toEqual({ state: 'broken', table, missingHeadings: ['Fin'] });
  });
});

test('columns are found whatever the order, the spaces and the capitals; those that are not there are left out', () => {
  expect(positionsIn(stateTable, ['Note', ' VALUE\n', 'key'])).toEqual({ value: 1, key: 2 });
  expect(positionsIn(stateTable, ['Value'])).toEqual({ value: 0 });
});
