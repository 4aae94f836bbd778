/** The workbook as a real .xlsx file, that Excel opens and that `xlsxIn.ts` reads back the same. */
import type { Table, Workbook } from '../../host/index.ts';
import { CHARTS } from './losses.ts';
import { LINKS, MAIN, PartsOut } from './parts.ts';
import { sheetXml } from './sheetOut.ts';
import { StylesOut } from './stylesOut.ts';
import { tableXml } from './tablesOut.ts';
import { stored, tag } from './xml.ts';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const STATES: Readonly<Record<string, string | undefined>> = {
  Visible: undefined,
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

export interface Written {
  readonly bytes: Uint8Array;
  /** In French, what of the workbook this file does not hold. */
  readonly lost: readonly string[];
}

export function writeXlsx(book: Workbook): Written {
  const parts = new PartsOut();
  const lost = new Set<string>();
  const styles = new StylesOut();
  const texts = new Map<string, number>();
  const textNumber = (text: string): number => texts.get(text) ?? (texts.set(text, texts.size), texts.size - 1);
  const tableNumbers = new Map(book.tables.map((table, index): [Table, number] => [table, index + 1]));
  book.sheets.forEach((sheet, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const isActive = sheet === book.activeSheet;
    parts.add(
      path,
      `${SPREADSHEET}.worksheet+xml`,
      sheetXml(sheet, { styles, textNumber, tables: book.tables, isActive }),
    );
    const own = book.tables.filter((table) => table.sheet === sheet);
    parts.link(
      path,
      own.map((table) => ({ type: 'table', target: `../tables/table${tableNumbers.get(table) ?? 0}.xml` })),
    );
    if (sheet.charts.length > 0) lost.add(CHARTS);
    if (typeof sheet.protection?.password === 'string') lost.add(`le mot de passe de la feuille « ${sheet.name} »`);
  });
  for (const [table, number] of tableNumbers) {
    parts.add(
      `xl/tables/table${number}.xml`,
      `${SPREADSHEET}.table+xml`,
      tableXml(table, number, (what) => lost.add(what)),
    );
  }
  parts.add('xl/styles.xml', `${SPREADSHEET}.styles+xml`, styles.xml());
  parts.add('xl/sharedStrings.xml', `${SPREADSHEET}.sharedStrings+xml`, textsXml([...texts.keys()]));
  parts.add('xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`, workbookXml(book));
  const sheets = book.sheets.map((_, index) => ({ type: 'worksheet', target: `worksheets/sheet${index + 1}.xml` }));
  parts.link('xl/workbook.xml', [
    ...sheets,
    { type: 'styles', target: 'styles.xml' },
    { type: 'sharedStrings', target: 'sharedStrings.xml' },
  ]);
  parts.link('', [{ type: 'officeDocument', target: 'xl/workbook.xml' }]);
  return { bytes: parts.bytes(), lost: [...lost] };
}

function workbookXml({ sheets, activeSheet }: Workbook): string {
  const items = sheets.map(({ name, visibility }, index) =>
    tag('sheet', { name, sheetId: index + 1, state: STATES[visibility], 'r:id': `rId${index + 1}` }),
  );
  return tag(
    'workbook',
    { xmlns: MAIN, 'xmlns:r': LINKS },
    tag('bookViews', {}, tag('workbookView', { activeTab: sheets.indexOf(activeSheet) })),
    tag('sheets', {}, ...items),
    // Excel computes what the workbench does not know: custom functions, recent ones.
    tag('calcPr', { calcId: 191029, fullCalcOnLoad: 1 }),
  );
}

function textsXml(texts: readonly string[]): string {
  const items = texts.map((text) => `<si><t xml:space="preserve">${stored(text)}</t></si>`);
  return tag('sst', { xmlns: MAIN, uniqueCount: texts.length }, ...items);
}
