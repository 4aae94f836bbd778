/** A sheet part: sizes, cells, protection, rules. */
import { addressOf, area, columnLetters } from '../../host/model/area.ts';
import { PLAIN } from '../../host/model/styles.ts';
import type { CellValue, Sheet, Table } from '../../host/index.ts';
import { toFile } from './fileFormula.ts';
import { LINKS, MAIN } from './parts.ts';
import { conditionsXml, validationsXml } from './rulesOut.ts';
import type { StylesOut } from './stylesOut.ts';
import { escaped, tag } from './xml.ts';

/** Points of a column one character wide, as Excel draws it with its usual font. */
export const POINTS_PER_CHARACTER = 5.25;
const ERROR = /^#(N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!)$/;

export interface SheetParts {
  readonly styles: StylesOut;
  /** The number of a text among the shared ones. */
  readonly textNumber: (text: string) => number;
  readonly tables: readonly Table[];
  readonly isActive: boolean;
}

export function sheetXml(sheet: Sheet, parts: SheetParts): string {
  const own = parts.tables.filter((table) => table.sheet === sheet);
  const color = sheet.tabColor === '' ? '' : tag('tabColor', { rgb: `FF${sheet.tabColor.slice(1)}` });
  return tag(
    'worksheet',
    { xmlns: MAIN, 'xmlns:r': LINKS },
    color === '' ? '' : tag('sheetPr', {}, color),
    tag('sheetViews', {}, viewXml(sheet, parts.isActive)),
    tag('sheetFormatPr', { defaultRowHeight: 15 }),
    columnsXml(sheet, parts.styles),
    `<sheetData>${rowsXml(sheet, parts)}</sheetData>`,
    protectionXml(sheet),
    conditionsXml(sheet, parts.styles),
    validationsXml(sheet),
    own.length > 0
      ? tag(
          'tableParts',
          { count: own.length },
          ...own.map((_, index) => tag('tablePart', { 'r:id': `rId${index + 1}` })),
        )
      : '',
  );
}

function viewXml({ showGridlines, frozenRows, selection }: Sheet, isActive: boolean): string {
  const pane = frozenRows > 0 ? 'bottomLeft' : undefined;
  const activeCell = addressOf({ ...selection, height: 1, width: 1 });
  return tag(
    'sheetView',
    { showGridLines: showGridlines ? undefined : false, tabSelected: isActive || undefined, workbookViewId: 0 },
    frozenRows > 0
      ? tag('pane', {
          ySplit: frozenRows,
          topLeftCell: addressOf(area(frozenRows, 0)),
          activePane: pane,
          state: 'frozen',
        })
      : '',
    tag('selection', { pane, activeCell, sqref: addressOf(selection) }),
  );
}

function columnsXml({ columnWidths, cells: { columnStyles } }: Sheet, styles: StylesOut): string {
  const count = Math.max(columnWidths.length, columnStyles.length);
  const columns = Array.from({ length: count }, (_, index) => {
    const [points, style] = [columnWidths[index], columnStyles[index]];
    if (points === undefined && (style ?? PLAIN) === PLAIN) return '';
    const width = points === undefined ? { width: 9.140625 } : { width: points / POINTS_PER_CHARACTER, customWidth: 1 };
    return tag('col', {
      min: index + 1,
      max: index + 1,
      ...width,
      style: style && style !== PLAIN ? styles.cell(style) : undefined,
    });
  }).join('');
  return columns === '' ? '' : `<cols>${columns}</cols>`;
}

function rowsXml(sheet: Sheet, parts: SheetParts): string {
  const own = parts.tables.filter((table) => table.sheet === sheet && table.isFiltered);
  const hidden = new Set(own.flatMap((table) => table.hiddenRows()));
  const count = Math.max(sheet.cells.rows.length, sheet.rowHeights.length);
  const rows: string[] = [];
  for (let row = 0; row < count; row++) {
    const cells = cellsXml(sheet, row, parts);
    const height = sheet.rowHeights[row];
    if (cells === '' && height === undefined && !hidden.has(row)) continue;
    const size = height === undefined ? {} : { ht: height, customHeight: 1 };
    rows.push(tag('row', { r: row + 1, ...size, hidden: hidden.has(row) || undefined }, cells));
  }
  return rows.join('');
}

function cellsXml(sheet: Sheet, row: number, parts: SheetParts): string {
  const line = sheet.cells.rows[row];
  if (!line) return '';
  let xml = '';
  for (let column = 0; column < Math.max(line.values.length, line.styles?.length ?? 0); column++) {
    const style = parts.styles.cell(sheet.cells.style(row, column));
    const value = line.values[column] ?? null;
    const formula = line.formulas?.[column];
    const usual = sheet.cells.columnStyles[column] ?? PLAIN;
    if (value === null && formula === undefined && (line.styles?.[column] ?? usual) === usual) continue;
    const place = `r="${columnLetters(column)}${row + 1}"${style === 0 ? '' : ` s="${style}"`}`;
    const written =
      formula === undefined ? '' : `<f>${escaped(toFile(formula, { sheet, row, column, tables: parts.tables }))}</f>`;
    xml += cellXml(place, written, value, parts);
  }
  return xml;
}

function cellXml(place: string, formula: string, value: CellValue, { textNumber }: SheetParts): string {
  if (value === null) return formula === '' ? `<c ${place}/>` : `<c ${place}>${formula}</c>`;
  if (typeof value === 'number') return `<c ${place}>${formula}<v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c ${place} t="b">${formula}<v>${Number(value)}</v></c>`;
  if (ERROR.test(value)) return `<c ${place} t="e">${formula}<v>${escaped(value)}</v></c>`;
  if (formula !== '') return `<c ${place} t="str">${formula}<v>${escaped(value)}</v></c>`;
  return `<c ${place} t="s"><v>${textNumber(value)}</v></c>`;
}

/** What the protection allows, as the client names it and as files do: there, a right that is given is a zero. */
export const RIGHTS: Readonly<Record<string, string>> = {
  allowFormatCells: 'formatCells',
  allowFormatColumns: 'formatColumns',
  allowFormatRows: 'formatRows',
  allowInsertColumns: 'insertColumns',
  allowInsertRows: 'insertRows',
  allowInsertHyperlinks: 'insertHyperlinks',
  allowDeleteColumns: 'deleteColumns',
  allowDeleteRows: 'deleteRows',
  allowSort: 'sort',
  allowAutoFilter: 'autoFilter',
  allowPivotTables: 'pivotTables',
};

function protectionXml({ protection }: Sheet): string {
  if (!protection) return '';
  const given = Object.entries(RIGHTS).filter(([right]) => protection.options[right] === true);
  return tag('sheetProtection', {
    sheet: 1,
    objects: 1,
    scenarios: 1,
    ...Object.fromEntries(given.map(([, name]) => [name, 0])),
  });
}
