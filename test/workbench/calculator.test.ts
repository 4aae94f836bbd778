import { describe, expect, test } from '@jest/globals';
import { createHost } from '../../addin/workbench/host/index.ts';
import type { Host } from '../../addin/workbench/host/index.ts';
import { Calculator } from '../../addin/workbench/page/calc/calculator.ts';
import { withEngine } from './engine.ts';

withEngine();

function calculatingHost(): Host {
  const host = createHost();
  host.workbook.evaluator = new Calculator().recalculate;
  return host;
}

/** « Heures » in B2:C5, with a table « Temps » over A1:C4. */
function withTable(): Host {
  const host = calculatingHost();
  const sheet = host.workbook.activeSheet;
  sheet.write({ top: 0, left: 0, height: 4, width: 3 }, [
    ['Nom', 'Heures', 'Taux'],
    ['Ana', 7, 10],
    ['Bo', 8.5, 12],
    ['Cy', 0, 15],
  ]);
  host.workbook.addTable(sheet, { top: 0, left: 0, height: 4, width: 3 }, true, 'Temps');
  return host;
}

const at = (host: Host, address: string) => {
  const { sheet, area } = host.workbook.locate(address);
  return sheet.cells.value(area.top, area.left);
};

describe('results', () => {
  test.each([
    ['=0.1+0.2', 0.30000000000000004],
    ['=1/3', 1 / 3],
    ['=1=1', true],
    ['="a"&"b"', 'ab'],
    ['=1/0', '#DIV/0!'],
    ['=ABSENTE(1)', '#NAME?'],
    ['=DATE(2026,10,12)', 46_307],
    ['=NETWORKDAYS(DATE(2026,10,1),DATE(2026,10,31))', 22],
  ])('%s', (formula, result) => {
    const host = calculatingHost();
    host.person.type('B7', formula);
    expect(at(host, 'B7')).toBe(result);
  });

  test('follow the cells they read, and the formulas they read', () => {
    const host = calculatingHost();
    host.person.type('A1', 5);
    host.person.type('B1', '=A1*2');
    host.person.type('C1', '=B1+SUM(A:A)');
    expect(at(host, 'C1')).toBe(15);
    host.person.type('A1', 7);
    expect([at(host, 'B1'), at(host, 'C1')]).toEqual([14, 21]);
    host.person.type('B1', 1);
    expect(at(host, 'C1')).toBe(8);
  });

  test('texts that look like something else stay texts', () => {
    const host = calculatingHost();
    host.person.type('A1', "'0123");
    host.person.type('A2', "'=1+1");
    host.person.type('A3', "'TRUE");
    host.person.type('B1', '=LEN(A1)&LEN(A2)&LEN(A3)&ISTEXT(A3)');
    expect(at(host, 'B1')).toBe('444TRUE');
  });

  test('other sheets are read, very hidden ones too, and a sheet that comes later', () => {
    const host = calculatingHost();
    host.person.type('A1', "='Été 2026'!A1+1");
    expect(at(host, 'A1')).toBe('#REF!');
    const sheet = host.workbook.addSheet('Été 2026');
    host.workbook.setVisibility(sheet, 'VeryHidden');
    host.person.type("'Été 2026'!A1", 41);
    expect(at(host, 'Feuil1!A1')).toBe(42);
  });

  test('a circle is an error, not a hang', () => {
    const host = calculatingHost();
    host.person.type('A1', '=B1');
    host.person.type('B1', '=A1');
    expect(String(at(host, 'A1'))).toMatch(/^#/);
  });
});

describe('structured references', () => {
  test.each([
    ['E2', '=SUM(Temps[Heures])', 15.5],
    ['E2', '=SUM(temps[[Heures]:[Taux]])', 52.5],
    ['E3', '=Temps[@Heures]*Temps[@Taux]', 102],
    ['E3', '=Temps[[#This Row],[Heures]]', 8.5],
    ['E1', '=Temps[[#Headers],[Taux]]', 'Taux'],
    ['E1', '=ROWS(Temps[#All])', 4],
    ['E1', '=ROWS(Temps)', 3],
    ['E9', '=Temps[@Heures]', '#REF!'],
    ['E1', '=SUM(Temps[Absente])', '#REF!'],
    ['E1', '=SUM(Autre[Heures])', '#REF!'],
  ])('%s: %s', (cell, formula, result) => {
    const host = withTable();
    host.person.type(cell, formula);
    expect(at(host, cell)).toBe(result);
  });

  test('in the table itself, the table goes without saying', () => {
    const host = withTable();
    const sheet = host.workbook.activeSheet;
    host.workbook.tables[0]?.addColumn();
    host.person.type('D1', 'Coût');
    sheet.write({ top: 1, left: 3, height: 3, width: 1 }, '=[@Heures]*[@Taux]');
    host.workbook.recalculate();
    expect(['D2', 'D3', 'D4'].map((cell) => at(host, cell))).toEqual([70, 102, 0]);
  });
});

test('two thousand formulas over their own rows are computed in seconds', () => {
  const host = calculatingHost();
  const sheet = host.workbook.activeSheet;
  const rows = Array.from({ length: 2_000 }, (_, index) => [index, `=A${index + 1}*2+$C$1`]);
  sheet.write({ top: 0, left: 0, height: 2_000, width: 2 }, rows);
  host.person.type('C1', '=SUM(A:A)');
  expect(at(host, 'B2000')).toBe(1999 * 2 + 1_999_000);
  host.person.type('A1', 1);
  expect(at(host, 'B2000')).toBe(1999 * 2 + 1_999_001);
});
