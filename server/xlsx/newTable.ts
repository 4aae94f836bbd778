/** A table that the workbook does not hold yet: its sheet, its headings, notes, lists, formats and states. */
import {
  captionLook,
  formatOf,
  layoutOf,
  listOf,
  promptOf,
  stateRules,
  tableStyleOf,
  titleLook,
  type StateRule,
} from '../../shared/tables/appearance.ts';
import { textCell } from '../../shared/domain/review/cell.ts';
import type { ColumnDeclaration, TableDeclaration } from '../../shared/tables/declaration.ts';
import { refusedChoice, refusedChoiceTitle } from '../../shared/messages/fr/tables.ts';
import { letters } from '../../shared/tables/letters.ts';
import { address, areaText } from './a1.ts';
import { writeCell, type CellReader } from './cellValue.ts';
import type { PackageParts } from './packageParts.ts';
import { escapedFormula, sheetXml, type CellXml, type SheetXml } from './sheetPart.ts';
import type { StylesPart } from './stylesPart.ts';
import { newTableXml } from './tablePart.ts';
import { addSheet } from './workbookPart.ts';
import { attribute, escaped, tagsNamed } from './xmlText.ts';

const head =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">';
const margins = '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>';

function frozenAt(headerRow: number): string {
  const below = address(headerRow + 1, 1);
  return `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${headerRow}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/></sheetView></sheetViews>`;
}

function columnsXml(table: TableDeclaration): string {
  const columns = table.columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width + 2}" customWidth="1"/>`,
  );
  return `<cols>${columns.join('')}</cols>`;
}

/** A text inside a formula. */
function quoted(text: string): string {
  return `"${escapedFormula(text.replaceAll('"', '""'))}"`;
}

function promptXml(column: ColumnDeclaration, cell: string): string {
  const prompt = promptOf(column);
  if (!prompt) return '';
  return `<dataValidation allowBlank="1" showInputMessage="1" promptTitle="${escaped(prompt.title)}" prompt="${escaped(prompt.message)}" sqref="${cell}"/>`;
}

function listXml(column: ColumnDeclaration, cell: string): string {
  const list = listOf(column);
  if (list === undefined) return '';
  const error = `errorTitle="${escaped(refusedChoiceTitle())}" error="${escaped(refusedChoice(column.choices ?? []))}"`;
  return `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" ${error} sqref="${cell}"><formula1>${quoted(list)}</formula1></dataValidation>`;
}

function validationsXml(table: TableDeclaration, headerRow: number): string {
  const rules = table.columns.flatMap((column, index) =>
    [promptXml(column, address(headerRow, index + 1)), listXml(column, address(headerRow + 1, index + 1))].filter(
      (xml) => xml !== '',
    ),
  );
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

function ruleXml(styles: StylesPart, rule: StateRule, cell: string, priority: number): string {
  const common = `dxfId="${styles.conditional(rule.look)}" priority="${priority}"`;
  if (rule.when === 'filled')
    return `<cfRule type="notContainsBlanks" ${common}><formula>LEN(TRIM(${cell}))&gt;0</formula></cfRule>`;
  return `<cfRule type="cellIs" ${common} operator="equal"><formula>${quoted(rule.when.equals)}</formula></cfRule>`;
}

function statesXml(styles: StylesPart, table: TableDeclaration, firstRow: number): string {
  const rules = stateRules(table).map((rule, index) => {
    const cell = address(firstRow, table.columns.findIndex(({ key }) => key === rule.column) + 1);
    return { cell, xml: ruleXml(styles, rule, cell, index + 1) };
  });
  const cells = [...new Set(rules.map(({ cell }) => cell))];
  return cells
    .map((cell) => {
      const own = rules.filter((rule) => rule.cell === cell).map(({ xml }) => xml);
      return `<conditionalFormatting sqref="${cell}">${own.join('')}</conditionalFormatting>`;
    })
    .join('');
}

function cellsXml(reader: CellReader, table: TableDeclaration): SheetXml['rows'] {
  const layout = layoutOf(table);
  const text = (value: string, style?: number): CellXml => {
    const cell = style === undefined ? undefined : { attributes: ` s="${style}"`, inner: '' };
    return writeCell(reader, cell, textCell(value)) ?? { attributes: '', inner: '' };
  };
  const rows: SheetXml['rows'] = new Map();
  const put = (row: number, cells: [number, CellXml][]) => rows.set(row, { attributes: '', cells: new Map(cells) });
  if (layout.titleRow !== undefined) put(layout.titleRow, [[1, text(table.title, reader.styles.looking(titleLook))]]);
  if (layout.captionRow !== undefined) {
    put(layout.captionRow, [[1, { attributes: ` s="${reader.styles.looking(captionLook)}"`, inner: '' }]]);
  }
  put(
    layout.headerRow,
    table.columns.map(({ heading }, index) => [index + 1, text(heading)]),
  );
  put(
    layout.headerRow + 1,
    table.columns.map((column, index) => {
      const style = reader.styles.withFormat(0, formatOf(table, column));
      return [index + 1, { attributes: ` s="${style}"`, inner: '' }];
    }),
  );
  return rows;
}

function nextTableId(parts: PackageParts): number {
  const tables = parts.paths().filter((path) => /\/tables\/[^/]+\.xml$/.test(path));
  const ids = tables.map((path) => Number(attribute(tagsNamed(parts.text(path), 'table')[0] ?? '', 'id') ?? 0));
  return Math.max(0, ...ids) + 1;
}

/** Creates the table, empty, on a sheet of its own. */
export function createTable(parts: PackageParts, reader: CellReader, table: TableDeclaration): void {
  const { headerRow } = layoutOf(table);
  const area = { top: headerRow, left: 1, bottom: headerRow + 1, right: table.columns.length };
  const path = parts.freePath('xl/tables/table', '.xml');
  const headings = table.columns.map(({ heading }) => heading);
  const tableXml = newTableXml(nextTableId(parts), table.name, headings, area, tableStyleOf(table));
  const sheet: SheetXml = {
    head: `${head}<dimension ref="A1:${letters(area.right)}${area.bottom}"/>${frozenAt(headerRow)}<sheetFormatPr defaultRowHeight="15"/>${columnsXml(table)}`,
    tail: `${statesXml(reader.styles, table, headerRow + 1)}${validationsXml(table, headerRow)}${margins}<tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`,
    rows: cellsXml(reader, table),
  };
  const added = addSheet(parts, table.title, table.visibility, sheetXml(sheet));
  parts.add(path, 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml', tableXml);
  const id = parts.relate(added.path, 'table', path);
  if (id !== 'rId1') throw new RangeError(`a new sheet already has relations: ${areaText(area)}`);
}
