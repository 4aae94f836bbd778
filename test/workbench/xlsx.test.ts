import { readXlsx as readWithHucre } from 'hucre';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from '@jest/globals';
import { createHost, takeSnapshot } from '../../addin/workbench/host/index.ts';
import type { Host, Snapshot, Workbook } from '../../addin/workbench/host/index.ts';
import { NO_VALIDATION } from '../../addin/workbench/host/model/rules.ts';
import { readXlsx } from '../../addin/workbench/page/xlsx/xlsxIn.ts';
import { writeXlsx } from '../../addin/workbench/page/xlsx/xlsxOut.ts';

/** Ids are given anew to what is opened: named by their place, two workbooks alike are equal. */
function withoutIds(snapshot: Snapshot): unknown {
  const ids = [...snapshot.sheets.map(({ id }) => id), ...snapshot.tables.map(({ id }) => id)];
  const formats = snapshot.sheets.flatMap(({ conditionalFormats }) => conditionalFormats.map(({ id }) => id));
  const named = (key: string, value: unknown): unknown => {
    if (/^(id|sheetId|activeSheetId)$/.test(key) && typeof value === 'string') {
      return ids.includes(value) ? `#${ids.indexOf(value)}` : `format ${formats.indexOf(value)}`;
    }
    return value;
  };
  return JSON.parse(JSON.stringify(snapshot, named));
}

const alike = (book: Workbook): unknown => withoutIds(takeSnapshot(book));
const reopened = (book: Workbook) => readXlsx(writeXlsx(book).bytes);

const VALUES = [
  ['texte', "'0123", "'=1+1", "'  deux  espaces\nligne "],
  [12.5, 0.30000000000000004, -1e-7, 1e21],
  [true, false, '#N/A', '#DIV/0!'],
  ["'_x0041_ \u0001 <&\"'>", "'🧾 é", '', 46_307],
];

/** A workbook that holds one of everything the model knows. */
function fullBook(): Host {
  const host = createHost();
  const { workbook: book } = host;
  const sheet = book.activeSheet;
  book.renameSheet(sheet, "Salariés d'été");
  sheet.restyle({ top: 0, left: 7, height: 1_048_576, width: 1 }, { numberFormat: '@' });
  sheet.write({ top: 3, left: 0, height: 4, width: 4 }, VALUES);
  sheet.write({ top: 2, left: 0, height: 1, width: 4 }, [['Nom', 'Début & fin', 'Prix "net"', 'Date\nlongue']]);
  const table = book.addTable(sheet, { top: 2, left: 0, height: 5, width: 4 }, true, 'Passerelle_Salaries');
  sheet.write({ top: 3, left: 4, height: 1, width: 3 }, [['=SUM(B4,1)', '="a"&"<b>"', '=Passerelle_Salaries[@Nom]']]);
  sheet.restyle({ top: 3, left: 3, height: 4, width: 1 }, { numberFormat: 'dd/mm/yyyy', horizontal: 'Center' });
  sheet.restyle({ top: 0, left: 0, height: 1, width: 1 }, { bold: true, fontSize: 14, fontColor: '#605E5C' });
  sheet.restyle({ top: 1, left: 0, height: 1, width: 1 }, { italic: true, fill: '#FFF4CE', wrap: true, locked: false });
  sheet.restyle({ top: 9, left: 1, height: 1, width: 1 }, { numberFormat: '0.00%', vertical: 'Top' });
  sheet.columnWidths[0] = 68.4;
  sheet.columnWidths[3] = 120;
  sheet.rowHeights[0] = 24;
  sheet.frozenRows = 3;
  sheet.tabColor = '#0F6CBD';
  sheet.showGridlines = false;
  sheet.protection = { password: null, options: { allowSort: true, allowFormatCells: true } };
  sheet.validations.entries = [
    {
      area: { top: 2, left: 0, height: 1, width: 1 },
      validation: { ...NO_VALIDATION, prompt: { title: 'Nom', message: 'De famille.\n« usuel »', showPrompt: true } },
    },
    {
      area: { top: 3, left: 1, height: 4, width: 1 },
      validation: {
        ...NO_VALIDATION,
        rule: { list: { inCellDropDown: true, source: 'oui,non' } },
        errorAlert: { title: 'Non', message: 'oui ou non', showAlert: true, style: 'Warning' },
      },
    },
    {
      area: { top: 3, left: 2, height: 4, width: 1 },
      validation: {
        ...NO_VALIDATION,
        rule: { list: { inCellDropDown: false, source: '=Listes!$A$1:$A$3' } },
        ignoreBlanks: false,
      },
    },
  ];
  const look = { fill: '#FDE7E9', fontColor: '#A4262C', bold: true };
  const text = { operator: 'Contains', text: '' };
  sheet.conditionalFormats = [
    {
      id: 'a',
      type: 'Custom',
      areas: [{ top: 3, left: 0, height: 1_048_573, width: 1 }],
      formula: '=AND(LEN($A4)>0,$B4="sorti")',
      text,
      ...look,
    },
    {
      id: 'b',
      type: 'ContainsText',
      areas: [
        { top: 3, left: 1, height: 4, width: 1 },
        { top: 3, left: 3, height: 4, width: 1 },
      ],
      formula: '',
      text: { operator: 'BeginsWith', text: 'a"b' },
      ...look,
      fill: null,
    },
  ];
  table.style = 'TableStyleLight1';
  table.showBandedRows = false;
  table.filters.set(2, { filterOn: 'Values', values: ['12,5', ''] });
  table.columnIds = [1, 7, 3, 4];
  table.filters.clear();
  table.filters.set(7, { filterOn: 'Values', values: ['0123', ''] });
  const other = book.addSheet('Totaux');
  other.write({ top: 0, left: 0, height: 3, width: 2 }, [
    ['Heures', 'Coût'],
    [7, 70],
    [8, 80],
  ]);
  book.addTable(other, { top: 0, left: 0, height: 3, width: 2 }, true, 'Temps').setTotals(true);
  host.person.type('Totaux!B4', '=SUM(Temps[Coût])');
  book.setVisibility(book.addSheet('Masquée'), 'Hidden');
  const hidden = book.addSheet('_etat');
  hidden.write({ top: 0, left: 0, height: 2, width: 2 }, [
    ['key', 'value'],
    ['version', "'1"],
  ]);
  book.addTable(hidden, { top: 0, left: 0, height: 2, width: 2 }, true, 'Passerelle_Etat');
  book.setVisibility(hidden, 'VeryHidden');
  book.select(other, { top: 1, left: 1, height: 2, width: 1 });
  return host;
}

describe('a workbook saved and opened again', () => {
  test('is the same, cell by cell and rule by rule', () => {
    const { workbook } = fullBook();
    const opened = reopened(workbook);
    expect(opened.lost).toEqual([]);
    expect(alike(opened.workbook)).toEqual(alike(workbook));
  });

  test('and once more gives the same file', () => {
    const first = reopened(fullBook().workbook).workbook;
    expect(alike(reopened(first).workbook)).toEqual(alike(first));
  });

  test('tables made by the pane keep their hidden columns of ids and go on growing', () => {
    const { workbook } = reopened(fullBook().workbook);
    const host = createHost({ workbook });
    const table = workbook.table('Temps');
    host.person.insertColumn(table!, 'Coût', 'Taux');
    expect(table?.headings()).toEqual(['Heures', 'Taux', 'Coût']);
    expect(new Set(table?.columnIds).size).toBe(3);
  });

  test('a new workbook too', () => {
    const { workbook } = createHost();
    expect(alike(reopened(workbook).workbook)).toEqual(alike(workbook));
  });

  test('what a file cannot hold is said when it is written', () => {
    const host = fullBook();
    const [sheet] = host.workbook.sheets;
    sheet!.protection = { password: 'secret', options: {} };
    host.workbook.tables[0]!.filters.set(7, { filterOn: 'Custom', criterion1: '>5' });
    const series = [{ name: 'Coût', values: '=Totaux!B2:B3', categories: '=Totaux!A2:A3' }];
    const look = { type: 'ColumnStacked', title: 'Coûts', hasLegend: true, position: undefined };
    host.workbook.sheet('Totaux')!.charts = [{ id: '{chart-1}', name: 'Graphique 1', ...look, series }];
    const { bytes, lost } = writeXlsx(host.workbook);
    expect(lost).toEqual([
      "le mot de passe de la feuille « Salariés d'été »",
      'les graphiques',
      'les filtres autres qu’un choix de valeurs',
    ]);
    expect(Buffer.from(bytes).includes('secret')).toBe(false);
  });
});

describe('the file as another program reads it', () => {
  test('sheets, typed cells, formulas with their results, tables, lists', async () => {
    const { bytes } = writeXlsx(fullBook().workbook);
    const file = await readWithHucre(bytes, { readStyles: true });
    expect(file.sheets.map(({ name, hidden, veryHidden }) => [name, hidden ?? false, veryHidden ?? false])).toEqual([
      ["Salariés d'été", false, false],
      ['Totaux', false, false],
      ['Masquée', true, false],
      ['_etat', false, true],
    ]);
    const [sheet, totals] = file.sheets;
    expect(file.activeSheet).toBe(1);
    expect(sheet?.rows[3]?.slice(0, 4)).toEqual(['texte', '0123', '=1+1', '  deux  espaces\nligne ']);
    expect(sheet?.rows[4]?.slice(0, 2)).toEqual([12.5, 0.30000000000000004]);
    expect(sheet?.cells?.get('6,3')?.value).toEqual(new Date('2026-10-12T00:00:00Z'));
    expect(sheet?.cells?.get('3,6')?.formula).toBe('Passerelle_Salaries[[#This Row],[Nom]]');
    expect(totals?.cells?.get('3,1')?.formula).toBe('SUM(Temps[Coût])');
    expect(sheet?.tables?.[0]).toMatchObject({
      name: 'Passerelle_Salaries',
      range: 'A3:D7',
      style: 'TableStyleLight1',
    });
    expect(totals?.tables?.[0]).toMatchObject({ name: 'Temps', range: 'A1:B4', showTotalRow: true });
    expect(sheet?.dataValidations?.find(({ type }) => type === 'list')?.values).toEqual(['oui', 'non']);
    expect(sheet?.conditionalRules?.[0]).toMatchObject({ type: 'expression', range: 'A4:A1048576' });
    expect(sheet?.freezePane).toEqual({ rows: 3 });
  });
});

describe('a file made elsewhere', () => {
  const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

  function file(sheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
    const relations = (...items: readonly (readonly [string, string])[]) =>
      `<Relationships>${items.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${links}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
    const parts = {
      '_rels/.rels': relations(['officeDocument', '/xl/workbook.xml']),
      'xl/workbook.xml': `<x:workbook xmlns:x="${spreadsheet}"><x:sheets><x:sheet name="F" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels': relations(
        ['worksheet', 'worksheets/sheet1.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
        ['styles', 'styles.xml'],
      ),
      'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><x:worksheet xmlns:x="${spreadsheet}">${sheet}</x:worksheet>`,
      'xl/sharedStrings.xml':
        '<sst><si><r><rPr><b/></rPr><t>deux </t></r><r><t>morceaux</t></r><rPh><t>x</t></rPh></si></sst>',
      'xl/styles.xml':
        '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14" fontId="0" fillId="0"/></cellXfs></styleSheet>',
      ...more,
    };
    return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
  }

  test('prefixes, shared formulas, rich and inline texts, dates by number, cells without an address', () => {
    const { workbook, lost } = readXlsx(
      file(`<x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c s="1"><x:v>46307</x:v></x:c>
        <x:c t="inlineStr"><x:is><x:t>en ligne</x:t></x:is></x:c></x:row>
        <x:row r="3"><x:c r="A3"><x:f t="shared" ref="A3:A4" si="0">B3*$B$1</x:f><x:v>1</x:v></x:c></x:row>
        <x:row r="4"><x:c r="A4"><x:f t="shared" si="0"/><x:v>2</x:v></x:c><x:c r="B4"><x:f>_xlfn.XLOOKUP(1,A1:A2,B1:B2)</x:f></x:c></x:row></x:sheetData>`),
    );
    const { cells } = workbook.activeSheet;
    expect([0, 1, 2].map((column) => cells.value(0, column))).toEqual(['deux morceaux', 46_307, 'en ligne']);
    expect(cells.style(0, 1).numberFormat).toBe('dd/mm/yyyy');
    expect([cells.formula(2, 0), cells.formula(3, 0)]).toEqual(['=B3*$B$1', '=B4*$B$1']);
    expect(cells.formula(3, 1)).toBe('=XLOOKUP(1,A1:A2,B1:B2)');
    expect(lost).toEqual([]);
  });

  test('what the model has no place for is named', () => {
    const { lost } = readXlsx(
      file(
        '<x:cols><x:col min="1" max="2" hidden="1"/></x:cols><x:sheetData><x:row r="2" hidden="1"/></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells><x:conditionalFormatting sqref="A1"><x:cfRule type="colorScale" priority="1"/></x:conditionalFormatting><x:dataValidations><x:dataValidation type="whole" sqref="A1"/></x:dataValidations>',
        {
          'xl/charts/chart1.xml': '<c/>',
          'xl/styles.xml':
            '<styleSheet><fonts><font><u/></font></fonts><cellXfs><xf fontId="0"/></cellXfs></styleSheet>',
        },
      ),
    );
    expect(lost).toEqual([
      'les graphiques',
      'les bordures, soulignements et textes barrés',
      'les cellules fusionnées',
      'les colonnes masquées',
      'des règles de validation autres que les listes',
      'des mises en forme conditionnelles (échelles de couleurs, icônes, comparaisons)',
      'les lignes masquées',
    ]);
  });

  test('the calendar of 1904 is brought to the usual one', () => {
    const workbook = `<workbook><workbookPr date1904="1"/><sheets><sheet name="F" sheetId="1" r:id="rId1"/></sheets></workbook>`;
    const cells =
      '<x:sheetData><x:row><x:c s="1"><x:v>44845</x:v></x:c><x:c><x:v>44845</x:v></x:c></x:row></x:sheetData>';
    const opened = readXlsx(file(cells, { 'xl/workbook.xml': workbook })).workbook.activeSheet.cells;
    expect([opened.value(0, 0), opened.value(0, 1)]).toEqual([46_307, 44_845]);
  });

  test.each([
    ['no zip', () => strToU8('Nom;Prénom')],
    ['a zip of something else', () => zipSync({ 'lisezmoi.txt': strToU8('bonjour') })],
    ['a sheet cut short', () => file('<x:sheetData><x:row>')],
  ])('%s is refused', (_, bytes) => {
    expect(() => readXlsx(bytes())).toThrow();
  });
});
