/** The cells of a sheet part. Read by patterns and not as a tree: there may be hundreds of thousands of them. */
import { parseAddress } from '../../host/model/area.ts';
import { copiedFormula } from '../../host/model/formulaText.ts';
import { PLAIN } from '../../host/model/styles.ts';
import type { Style } from '../../host/model/styles.ts';
import type { CellValue, Sheet, Table } from '../../host/index.ts';
import { fromFile } from './fileFormula.ts';
import type { Losses } from './losses.ts';
import { attributesOf, flagOf, unescaped, unstored } from './xml.ts';

export interface CellsRead {
  readonly styles: readonly Style[];
  readonly texts: readonly string[];
  readonly tables: readonly Table[];
  /** Days between the calendar of the file and Excel's usual one. */
  readonly dayShift: number;
  readonly losses: Losses;
}

/** Hidden rows, by number from zero: filters account for some of them. */
export type HiddenRows = ReadonlySet<number>;

const ROW = /<(?:\w+:)?row\b((?:[^>"']|"[^"]*"|'[^']*')*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g;
const CELL = /<(?:\w+:)?c\b((?:[^>"']|"[^"]*"|'[^']*')*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const FORMULA = /<(?:\w+:)?f\b((?:[^>"']|"[^"]*"|'[^']*')*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?f>)/;
const VALUE = /<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v>/;
const TEXT = /<(?:\w+:)?t\b[^>]*>([\s\S]*?)<\/(?:\w+:)?t>/g;
const PHONETIC = /<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g;

/** The text of a shared or inline string, its pieces put together. */
export function textOf(xml: string): string {
  return [...xml.replace(PHONETIC, '').matchAll(TEXT)].map(([, text = '']) => unstored(unescaped(text))).join('');
}

export function readCells(sheetData: string, sheet: Sheet, read: CellsRead): HiddenRows {
  const hidden = new Set<number>();
  const shared = new Map<string, { formula: string; row: number; column: number }>();
  let row = -1;
  for (const [, attributeText = '', content = ''] of sheetData.matchAll(ROW)) {
    const attributes = attributesOf(attributeText);
    row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']) - 1;
    if (flagOf(attributes['hidden'])) hidden.add(row);
    if (flagOf(attributes['customHeight'])) sheet.rowHeights[row] = Number(attributes['ht']);
    let column = -1;
    for (const [, cellText = '', inner = ''] of content.matchAll(CELL)) {
      const cell = attributesOf(cellText);
      column = cell['r'] === undefined ? column + 1 : (parseAddress(cell['r'])?.area.left ?? column + 1);
      const style = read.styles[Number(cell['s'] ?? 0)] ?? PLAIN;
      if (style !== (sheet.cells.columnStyles[column] ?? PLAIN) || style !== PLAIN)
        sheet.cells.setStyle(row, column, style);
      const value = valueOf(inner, cell['t'], style, read);
      const formula = inner.includes('<')
        ? formulaOf(inner, { sheet, row, column, tables: read.tables }, shared, read.losses)
        : undefined;
      if (value !== null || formula !== undefined) sheet.cells.put(row, column, value, formula);
    }
  }
  return hidden;
}

function valueOf(
  inner: string,
  type: string | undefined,
  style: Style,
  { texts, dayShift, losses }: CellsRead,
): CellValue {
  if (type === 'inlineStr') return textOf(inner);
  const written = VALUE.exec(inner)?.[1];
  if (written === undefined) return null;
  if (type === 's') return texts[Number(written)] ?? '';
  if (type === 'b') return written === '1';
  if (type === 'str' || type === 'e') return unstored(unescaped(written));
  if (type === 'd') losses.add('des dates au format ISO, gardées en texte');
  const number = Number(written);
  if (type === 'd' || Number.isNaN(number)) return unescaped(written);
  return dayShift !== 0 && /[dy]/i.test(style.numberFormat) ? number + dayShift : number;
}

type Place = Parameters<typeof fromFile>[1];

function formulaOf(
  inner: string,
  place: Place,
  shared: Map<string, { formula: string; row: number; column: number }>,
  losses: Losses,
): string | undefined {
  const [found, attributeText = '', written = ''] = FORMULA.exec(inner) ?? [];
  if (found === undefined) return undefined;
  const { t: type, si = '' } = attributesOf(attributeText);
  if (type === 'array' || type === 'dataTable')
    losses.add('des formules matricielles, gardées comme des formules simples');
  const model = shared.get(si);
  if (type === 'shared' && written === '' && model) {
    return copiedFormula(model.formula, place.row - model.row, place.column - model.column);
  }
  if (written === '') return undefined;
  const formula = fromFile(unescaped(written), place);
  if (type === 'shared') shared.set(si, { formula, row: place.row, column: place.column });
  return formula;
}
