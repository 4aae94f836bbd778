import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { blank } from '../../shared/domain/review/cell.ts';
import type { PlanLine } from '../../shared/domain/review/plan.ts';
import { inverse } from '../../shared/domain/review/plan.ts';
import { PackageParts } from '../../server/xlsx/packageParts.ts';
import { PartsBook } from '../../server/xlsx/xlsxBook.ts';
import { add, change, date, memory, remove, set, text, trial } from '../book/trialTables.ts';
import { tableOf, valueOf, written } from '../book/reading.ts';
import { excelParts, excelWorkbook } from './excelWorkbook.ts';
import { expectWellFormed } from './wellFormed.ts';

const sheetPath = 'xl/worksheets/sheet1.xml';
const tablePath = 'xl/tables/table1.xml';

function opened(bytes: Uint8Array = excelWorkbook()): PartsBook {
  const parts = PackageParts.open(bytes);
  if (typeof parts === 'string') throw new Error(parts);
  return new PartsBook(parts);
}

function partsOf(book: PartsBook): Record<string, string> {
  const parts = Object.entries(unzipSync(book.toBytes())).map(([path, bytes]): [string, string] => [
    path,
    strFromU8(bytes),
  ]);
  for (const [path, xml] of parts) if (/\.(xml|rels)$/.test(path)) expectWellFormed(path, xml);
  return Object.fromEntries(parts);
}

async function after(...lines: PlanLine[]): Promise<Record<string, string>> {
  const book = opened();
  expect((await written(book, [change(...lines)])).refused).toEqual([]);
  return partsOf(book);
}

/** Formulas of a sheet by address. */
function formulas(xml: string | undefined): Record<string, string> {
  const cells = [...(xml ?? '').matchAll(/<c r="([A-Z]+\d+)"[^>]*><f[^>]*>([^<]*)<\/f>/g)];
  return Object.fromEntries(cells.map(([, at = '', formula = '']) => [at, formula]));
}

function row(xml: string | undefined, number: number): string {
  return new RegExp(`<row r="${number}"[^>]*>.*?</row>`).exec(xml ?? '')?.[0] ?? '';
}

const newcomer = add('4', { name: text('Denis & fils'), amount: { number: 40.5 }, born: date('2001-02-03') });

describe('a workbook of Excel that is only read, or written with what it already holds', () => {
  test('is told as it stands', async () => {
    const { rows, letters, address } = await tableOf(opened());
    expect(address).toBe('A3:F6');
    expect(letters).toEqual({ id: 'A', name: 'B', amount: 'C', born: 'D', comment: 'F' });
    expect(
      rows.map(({ cells }) => [cells['id'], cells['name'], cells['amount'], cells['born'], cells['comment']]),
    ).toEqual([
      [text('1'), text('Alice'), { number: 10 }, date('1990-05-01'), text(' suivi de près ')],
      [text('2'), text('Bruno'), { number: 20 }, blank, blank],
      [text('3'), text('Chloé'), { number: 30 }, date('2000-02-29'), blank],
    ]);
    expect(rows[0]?.others).toEqual([
      { heading: 'Double', cell: { number: 20 }, formula: '=Passerelle_Essai[[#This Row],[Montant]]*2' },
    ]);
  });

  test('does not change by a byte', async () => {
    const book = opened();
    const report = await written(book, [change(set('2', 'amount', { number: 5 }, { number: 20 }))]);
    expect(report).toEqual({ written: 0, already: 1, refused: [] });
    expect(book.changed).toBe(false);
    expect(partsOf(book)).toEqual(excelParts);
  });
});

test('one cell set changes that cell and has the workbook computed again; nothing else', async () => {
  const parts = await after(set('2', 'amount', { number: 20 }, { number: 21 }));
  const same = Object.keys(excelParts).filter((path) => parts[path] === excelParts[path]);
  expect(Object.keys(excelParts).filter((path) => !same.includes(path))).toEqual([
    '[Content_Types].xml',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    sheetPath,
    'xl/calcChain.xml',
  ]);
  expect(parts['xl/calcChain.xml']).toBeUndefined();
  expect(parts['[Content_Types].xml']).not.toContain('calcChain');
  expect(parts['xl/workbook.xml']).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
  expect(row(parts[sheetPath], 5)).toContain('<c r="C5" s="4"><v>21</v></c>');
  expect(parts[sheetPath]?.split('</sheetData>')[1]).toBe(excelParts[sheetPath]?.split('</sheetData>')[1]);
});

test('a blank cell that receives a date takes a format of dates', async () => {
  const parts = await after(set('2', 'born', blank, date('2001-02-03')));
  expect(row(parts[sheetPath], 5)).toContain('<c r="D5" s="2"><v>36925</v></c>');
  expect(parts['xl/styles.xml']).toBe(excelParts['xl/styles.xml']);
});

describe('a row added', () => {
  test('stretches the table, its filter and its sort, and leaves the rest of it', async () => {
    const parts = await after(newcomer);
    const expected = excelParts[tablePath]
      ?.replaceAll('A3:F6', 'A3:F7')
      .replace('A4:F6', 'A4:F7')
      .replace('B4:B6', 'B4:B7');
    expect(parts[tablePath]).toBe(expected);
  });

  test('looks like the row above it, and computes like it', async () => {
    const added = row((await after(newcomer))[sheetPath], 7);
    expect(added).toContain('<c r="A7" s="1" t="inlineStr"><is><t xml:space="preserve">4</t></is></c>');
    expect(added).toContain('Denis &amp; fils');
    expect(added).toContain('<c r="C7" s="4"><v>40.5</v></c>');
    expect(added).toContain('<c r="D7" s="2"><v>36925</v></c>');
    expect(added).toContain('<f>Passerelle_Essai[[#This Row],[Montant]]*2</f>');
    expect(added).not.toContain('hidden');
  });

  test('is covered by the formats, lists, charts and formulas that covered the whole table', async () => {
    const parts = await after(newcomer);
    const sheet = parts[sheetPath] ?? '';
    expect(sheet).toContain('<conditionalFormatting sqref="C4:C7">');
    expect(sheet).toContain('<conditionalFormatting sqref="D4:D7">');
    expect(sheet).toContain('timePeriod="lastMonth"><formula>AND(MONTH(D4)');
    expect(sheet).toContain('sqref="F4:F7"');
    expect(sheet).toContain('<xm:sqref>H4:H6</xm:sqref>');
    expect(formulas(sheet)).toMatchObject({ C9: 'SUM(C4:C7)', H4: 'C4+1', H5: 'C5+1', H6: 'C6+1' });
    expect(parts['xl/charts/chart1.xml']).toContain("'Salariés'!$C$4:$C$7");
    expect(formulas(parts['xl/worksheets/sheet2.xml'])).toMatchObject({
      B1: "'Salariés'!C6*2",
      C1: `VLOOKUP("2",'Salariés'!$A$4:$C$7,2,FALSE)`,
      A2: `"Salariés!C6"&amp;'Salariés'!C9`,
      B2: "TRANSPOSE('Salariés'!C5:C6)",
    });
    expect(parts['xl/workbook.xml']).toContain('<definedName name="Total_Paie">\'Salariés\'!$C$9</definedName>');
  });

  test('pushes down what stands under the table when there is no other room', async () => {
    const more = ['5', '6', '7'].map((key) => add(key, { name: text(`Personne ${key}`) }));
    const parts = await after(newcomer, ...more);
    const sheet = parts[sheetPath] ?? '';
    expect(row(sheet, 9)).not.toContain('Total');
    expect(row(sheet, 11)).toContain('<c r="B11" t="s"><v>15</v></c>');
    expect(formulas(sheet)['C11']).toBe('SUM(C4:C10)');
    expect(sheet).toContain('<hyperlink ref="B11"');
    expect(parts['xl/workbook.xml']).toContain("'Salariés'!$C$11</definedName>");
    expect(formulas(parts['xl/worksheets/sheet2.xml'])['A2']).toBe(`"Salariés!C6"&amp;'Salariés'!C11`);
  });

  test('is refused when what stands below cannot go down in one piece', async () => {
    const merged = excelParts[sheetPath]?.replace(
      '<conditionalFormatting',
      '<mergeCells count="1"><mergeCell ref="C9:H9"/></mergeCells><conditionalFormatting',
    );
    const book = opened(excelWorkbook({ [sheetPath]: merged ?? '' }));
    const lines = ['5', '6', '7', '8'].map((key) => add(key, { name: text(`Personne ${key}`) }));
    expect(await book.write([change(...lines)])).toEqual({
      ok: false,
      error: { code: 'noRoom', facts: { table: trial.name, sheet: 'Salariés', range: 'A7:F10' } },
    });
    expect(book.changed).toBe(false);
  });
});

describe('a row deleted', () => {
  const second = remove('2', { name: text('Bruno'), amount: { number: 20 } }, { at: 1 });

  test('takes its own hidden state with it; formulas beside the table follow their row', async () => {
    const parts = await after(second);
    const sheet = parts[sheetPath] ?? '';
    expect(parts[tablePath]).toContain('ref="A3:F5"');
    expect(row(sheet, 5)).toContain('<c r="B5" t="s"><v>13</v></c>');
    expect(row(sheet, 5)).not.toContain('hidden');
    expect(formulas(sheet)).toMatchObject({ H4: 'C4+1', H5: 'C5+1', C9: 'SUM(C4:C5)' });
    expect(formulas(sheet)['H6']).toBeUndefined();
    expect(sheet).toContain('<conditionalFormatting sqref="C4:C5">');
    expect(formulas(parts['xl/worksheets/sheet2.xml'])).toMatchObject({
      B1: "'Salariés'!C5*2",
      B2: "TRANSPOSE('Salariés'!C5:C5)",
    });
  });

  test('leaves what is typed beside the table where it is', async () => {
    const noted = excelParts[sheetPath]
      ?.replace('<c r="H5"><f t="shared" ref="H5:H6" si="0">C5+1</f><v>21</v></c>', '<c r="H5" t="str"><v>note</v></c>')
      .replace('<f t="shared" si="0"/>', '<f>C6+1</f>');
    const book = opened(excelWorkbook({ [sheetPath]: noted ?? '' }));
    await written(book, [change(second)]);
    const sheet = partsOf(book)[sheetPath] ?? '';
    expect(row(sheet, 5)).toContain('<c r="H5" t="str"><v>note</v></c>');
    expect(formulas(sheet)).toMatchObject({ H4: 'C4+1', H6: 'C5+1' });
  });

  test('comes back at its place, and the formulas that followed come back too', async () => {
    const book = opened();
    await written(book, [change(second)]);
    await written(book, [change(...inverse([second]))]);
    const parts = partsOf(book);
    expect((await tableOf(book)).rows.map(({ key }) => key)).toEqual(['1', '2', '3']);
    expect(parts[tablePath]).toBe(excelParts[tablePath]);
    expect(formulas(parts[sheetPath])).toMatchObject({
      H6: 'C6+1',
      C9: 'SUM(C4:C6)',
      E5: formulas(excelParts[sheetPath])['E5'],
    });
    expect(formulas(parts['xl/worksheets/sheet2.xml'])['B1']).toBe("'Salariés'!C6*2");
  });
});

test('a table renamed by its owner gets its name back, in the formulas too', async () => {
  const parts = Object.fromEntries(
    Object.entries(excelParts).map(([path, xml]) => [path, xml.replaceAll('Passerelle_Essai', 'MaTable')]),
  );
  const book = opened(excelWorkbook(parts));
  await written(book, [change(set('2', 'amount', { number: 20 }, { number: 21 }))]);
  const renamed = partsOf(book);
  expect(renamed['xl/worksheets/sheet2.xml']).toBe(excelParts['xl/worksheets/sheet2.xml']);
  expect(renamed[tablePath]).toBe(excelParts[tablePath]);
  expect(formulas(renamed[sheetPath])['E4']).toBe('Passerelle_Essai[[#This Row],[Montant]]*2');
});

test('a row of totals stays under the rows', async () => {
  const table = excelParts[tablePath]?.replace('ref="A3:F6" totalsRowShown="0"', 'ref="A3:F7" totalsRowCount="1"');
  const sheet = excelParts[sheetPath]?.replace(
    '<row r="9"',
    '<row r="7"><c r="C7"><f>SUBTOTAL(109,Passerelle_Essai[Montant])</f><v>60</v></c></row><row r="9"',
  );
  const book = opened(excelWorkbook({ [tablePath]: table ?? '', [sheetPath]: sheet ?? '' }));
  expect((await tableOf(book)).rows).toHaveLength(3);
  await written(book, [change(newcomer)]);
  const parts = partsOf(book);
  expect(parts[tablePath]).toContain('ref="A3:F8" totalsRowCount="1"');
  expect(parts[tablePath]).toContain('<autoFilter ref="A3:F7"');
  expect(formulas(parts[sheetPath])).toMatchObject({ C8: 'SUBTOTAL(109,Passerelle_Essai[Montant])' });
  await written(book, [change(...inverse([newcomer]))]);
  expect(partsOf(book)[tablePath]).toBe(table);
});

test('a table added to the workbook leaves what was there, and other software reads it', async () => {
  const book = opened();
  const line = {
    operation: 'add',
    table: memory.name,
    key: 'a',
    reason: 'memory',
    after: { value: text('x') },
  } as const;
  await written(book, [{ table: memory, lines: [line] }]);
  const parts = partsOf(book);
  const kept = [
    'xl/theme/theme1.xml',
    sheetPath,
    'xl/worksheets/sheet2.xml',
    tablePath,
    'xl/charts/chart1.xml',
    'docProps/app.xml',
  ];
  for (const path of kept) expect(parts[path]).toBe(excelParts[path]);
  expect(parts['xl/styles.xml']).toContain('<cellStyle name="Paie" xfId="1"/>');
  expect(parts['xl/styles.xml']).toContain('<dxfs count="3">');
  const seen = await readXlsx(book.toBytes());
  expect(seen.sheets.map(({ name, veryHidden }) => [name, veryHidden ?? false])).toEqual([
    ['Salariés', false],
    ['Synthèse', false],
    ['_essai', true],
  ]);
  expect(valueOf(await book.read([memory]))[memory.name]).toMatchObject({ state: 'found', address: 'A1:B2' });
});

test('dates of a workbook that counts from 1904 are the same days', async () => {
  const workbook = excelParts['xl/workbook.xml']?.replace('<workbookPr ', '<workbookPr date1904="1" ');
  const book = opened(excelWorkbook({ 'xl/workbook.xml': workbook ?? '' }));
  expect((await tableOf(book)).rows[0]?.cells['born']).toEqual(date('1994-05-02'));
  await written(book, [change(set('2', 'born', blank, date('1994-05-02')))]);
  expect(row(partsOf(book)[sheetPath], 5)).toContain('<c r="D5" s="2"><v>32994</v></c>');
});
