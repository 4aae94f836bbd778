import { describe, expect, test } from '@jest/globals';
import { findTable, placesOf, type Listed } from '../../addin/workbook/findTable.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { decisionsTable, planTable, stateTable } from '../../shared/tables/memoryTables.ts';

function listed(declaration: TableDeclaration, name = declaration.name, sheet = declaration.title): Listed {
  return { name, sheet, headings: declaration.columns.map(({ heading }) => heading) };
}

describe('finding a table', () => {
  test('by its name, whatever the case', () => {
    const own = listed(employeesTable, 'passerelle_salaries');
    expect(findTable(employeesTable, [listed(employeesTable, 'Autre'), own], [])).toEqual({
      state: 'found',
      table: own,
    });
  });

  test('by its headings when its name changed', () => {
    const own = listed(employeesTable, 'Tableau1');
    expect(findTable(employeesTable, [own], [])).toEqual({ state: 'found', table: own });
  });

  test('« Absences » renamed is not taken for « Salariés », whose required heading it has', () => {
    const absences = listed(absencesTable, 'Tableau2');
    expect(findTable(employeesTable, [absences], [employeesTable])).toEqual({ state: 'absent' });
    expect(findTable(absencesTable, [absences], [employeesTable])).toEqual({ state: 'found', table: absences });
  });

  test('a memory is not taken for another one with the same headings', () => {
    expect(findTable(stateTable, [listed(decisionsTable), listed(planTable)], [stateTable])).toEqual({
      state: 'absent',
    });
    expect(findTable(stateTable, [listed(stateTable, 'Tableau3', 'Feuil2')], [])).toEqual({ state: 'absent' });
  });

  test('a memory whose creation was cut short is found on its own sheet', () => {
    const own = listed(stateTable, 'Tableau3', '_etat (2)');
    expect(findTable(stateTable, [own], [])).toEqual({ state: 'found', table: own });
  });

  test('two candidates: nobody chooses for the person', () => {
    const candidates = [listed(absencesTable, 'A'), listed(absencesTable, 'B')];
    expect(findTable(absencesTable, candidates, [])).toEqual({ state: 'ambiguous', candidates });
  });

  test('its own name but a required heading missing: the heading is named', () => {
    const table = { ...listed(absencesTable), headings: ['Identifiant absence', 'Du', 'Au'] };
    expect(findTable(absencesTable, [table], [])).toMatchObject({
      state: 'broken',
      missingHeadings: ['Identifiant Lucca', "Compte d'absence", 'Début', 'Fin'],
    });
  });
});

test('columns are found whatever the order, the spaces and the capitals; those that are not there are left out', () => {
  expect(placesOf(stateTable, ['Note', ' VALUE\n', 'key'])).toEqual({ value: 1, key: 2 });
  expect(placesOf(stateTable, ['Value'])).toEqual({ value: 0 });
});
