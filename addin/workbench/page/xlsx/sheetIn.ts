/** A sheet part read into a sheet of the model. */
import { parseAddress } from '../../host/model/area.ts';
import { PLAIN } from '../../host/model/styles.ts';
import type { Sheet, Workbook } from '../../host/index.ts';
import { readCells } from './cellsIn.ts';
import type { CellsRead, HiddenRows } from './cellsIn.ts';
import { colourOf } from './colours.ts';
import { areasOf, readConditions, readValidations } from './rulesIn.ts';
import { POINTS_PER_CHARACTER, RIGHTS } from './sheetOut.ts';
import type { ConditionLook } from './stylesIn.ts';
import { child, childrenOf, flagOf, parseXml } from './xml.ts';
import type { Element } from './xml.ts';

export interface SheetRead extends CellsRead {
  readonly book: Workbook;
  readonly conditions: readonly ConditionLook[];
  readonly theme: readonly string[];
}

const DATA = /<((?:\w+:)?sheetData)\b[^>]*>([\s\S]*?)<\/\1>/;

/** Without its tables. Answers the rows that are hidden. */
export function readSheet(xml: string, sheet: Sheet, read: SheetRead): HiddenRows {
  const root = parseXml(xml.replace(DATA, ''));
  read.losses.ofSheet(root);
  readColumns(root, sheet, read);
  const hidden = readCells(DATA.exec(xml)?.[2] ?? '', sheet, read);
  readView(root, sheet, read);
  readProtection(root, sheet, read);
  readValidations(root, sheet, read.losses);
  readConditions(root, sheet, read.book, read.conditions, read.losses);
  const color = colourOf(child(root, 'sheetPr', 'tabColor'), read.theme);
  if (color !== undefined) sheet.tabColor = color;
  return hidden;
}

/** Files say how far a width or a style goes; past what holds something it is kept on the first columns only. */
const MOST_COLUMNS = 1024;

function readColumns(root: Element, sheet: Sheet, { styles }: SheetRead): void {
  for (const { attributes } of childrenOf(child(root, 'cols'), 'col')) {
    const { min = '1', max = min, width, customWidth, style = '0' } = attributes;
    const look = styles[Number(style)] ?? PLAIN;
    const last = Math.min(Number(max), MOST_COLUMNS);
    for (let column = Number(min) - 1; column < last; column++) {
      if (flagOf(customWidth) && width !== undefined) {
        sheet.columnWidths[column] = Math.round(Number(width) * POINTS_PER_CHARACTER * 100) / 100;
      }
      if (look !== PLAIN) sheet.cells.columnStyles[column] = look;
    }
  }
}

function readView(root: Element, sheet: Sheet, { losses }: SheetRead): void {
  const view = child(root, 'sheetViews', 'sheetView');
  sheet.showGridlines = flagOf(view?.attributes['showGridLines'], true);
  const { state, ySplit, xSplit } = child(view, 'pane')?.attributes ?? {};
  if (state?.startsWith('frozen')) sheet.frozenRows = Number(ySplit ?? 0);
  if (Number(xSplit ?? 0) > 0) losses.add('les colonnes figées');
  const selections = childrenOf(view, 'selection');
  const [selection] = areasOf(selections.at(-1)?.attributes['sqref']);
  const active = parseAddress(selections.at(-1)?.attributes['activeCell'] ?? '')?.area;
  sheet.selection = selection ?? active ?? sheet.selection;
}

function readProtection(root: Element, sheet: Sheet, { losses }: SheetRead): void {
  const { attributes } = child(root, 'sheetProtection') ?? {};
  if (!flagOf(attributes?.['sheet'])) return;
  const given = Object.entries(RIGHTS).filter(
    ([, name]) => attributes?.[name] !== undefined && !flagOf(attributes[name]),
  );
  sheet.protection = { password: null, options: Object.fromEntries(given.map(([right]) => [right, true])) };
  if (attributes?.['password'] !== undefined || attributes?.['hashValue'] !== undefined) {
    losses.add(`le mot de passe de la feuille « ${sheet.name} »`);
  }
}
