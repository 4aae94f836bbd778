import { expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { formatOf, promptOf } from '../../shared/tables/appearance.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { everyTable } from '../../shared/tables/tables.ts';
import { templateXlsx } from '../../server/xlsx/templateXlsx.ts';
import { expectWellFormed } from './wellFormed.ts';

const visible = everyTable.filter(({ visibility }) => visibility === 'visible');
const bytes = templateXlsx(visible);
const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
const employees = parts['xl/worksheets/sheet1.xml'] ?? '';

function letterOf(key: string): string {
  const index = employeesTable.columns.findIndex((column) => column.key === key);
  return index < 26 ? String.fromCharCode(65 + index) : `A${String.fromCharCode(39 + index)}`;
}

test('every part is well formed, and every part promised is there', () => {
  for (const [path, xml] of Object.entries(parts)) expectWellFormed(path, xml);
  for (const [, path] of (parts['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]+)"/g)) {
    expect(Object.keys(parts)).toContain(path);
  }
});

test('other software finds each table on its sheet, under its headings', async () => {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  expect(sheets.map(({ name }) => name)).toEqual(visible.map(({ title }) => title));
  sheets.forEach((sheet, index) => {
    const table = visible[index]!;
    expect(sheet.tables?.map((each) => each.displayName ?? each.name)).toEqual([table.name]);
    expect(sheet.tables?.[0]?.columns.map(({ name }) => name)).toEqual(table.columns.map(({ heading }) => heading));
    expect(sheet.rows[0]?.[0]).toBe(table.title);
    expect(sheet.rows[2]).toEqual(table.columns.map(({ heading }) => heading));
    expect(sheet.freezePane?.rows).toBe(3);
    expect(sheet.columns?.map(({ width }) => width)).toEqual(table.columns.map(({ width }) => width + 2));
    const formats = table.columns.map((_, column) => sheet.cells?.get(`3,${column}`)?.style?.numFmt ?? 'General');
    expect(formats).toEqual(table.columns.map((column) => formatOf(table, column)));
  });
});

test('every note is the message of its heading', () => {
  for (const column of employeesTable.columns) {
    const rule = new RegExp(`<dataValidation [^>]*prompt="([^"]*)"[^>]*sqref="${letterOf(column.key)}3"/>`).exec(
      employees,
    );
    expect(rule?.[1]?.replaceAll('&quot;', '"')).toBe(promptOf(column)?.message);
  }
});

test('a list is offered where values are closed', () => {
  const lists = [...employees.matchAll(/sqref="([A-Z]+4)"><formula1>"([^"]*)"/g)].map(([, at, list]) => [at, list]);
  expect(lists).toEqual([
    [`${letterOf('situation')}4`, 'présent,à venir,sorti,contrat inconnu,absent de Lucca'],
    [`${letterOf('student')}4`, 'oui,non'],
    [`${letterOf('disabled')}4`, 'oui,non'],
  ]);
});

test('states stand out, each in its own colours', () => {
  const states = [...employees.matchAll(/<cfRule [^>]*dxfId="(\d+)"[^>]*><formula>([^<]*)</g)].map(([, look, when]) => [
    when,
    look,
  ]);
  const column = letterOf('missing');
  expect(states).toEqual([
    ['"à venir"', '0'],
    ['"sorti"', '1'],
    ['"contrat inconnu"', '2'],
    ['"absent de Lucca"', '3'],
    [`LEN(TRIM(${column}4))&gt;0`, '2'],
  ]);
  expect(parts['xl/styles.xml']).toMatch(/<dxfs count="5">.*A4262C.*FDE7E9/);
});
