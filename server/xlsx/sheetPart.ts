/** One worksheet: its cells as rows that can be edited, everything else as the text it was. */
import { letters } from '../../shared/tables/letters.ts';
import { columnOf } from './a1.ts';
import { shiftedFormula } from './formula.ts';
import { attribute, element, escaped, unescaped, withAttribute } from './xmlText.ts';

/** A cell as the file holds it. `attributes` leave its address out; `inner` is its XML. */
export interface CellXml {
  readonly attributes: string;
  readonly inner: string;
}

export interface RowXml {
  readonly attributes: string;
  readonly cells: Map<number, CellXml>;
}

export interface SheetXml {
  /** What stands before and after the rows. */
  head: string;
  tail: string;
  readonly rows: Map<number, RowXml>;
}

const ROW = /<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g;
const CELL = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g;
const ADDRESS = /\sr="([A-Z]+)?(\d+)"/;

function cellsOf(xml: string): Map<number, CellXml> {
  const cells = new Map<number, CellXml>();
  let column = 0;
  for (const match of xml.matchAll(CELL)) {
    const attributes = match[1] ?? '';
    const at = ADDRESS.exec(attributes)?.[1];
    column = at === undefined ? column + 1 : columnOf(at);
    cells.set(column, { attributes: attributes.replace(ADDRESS, ''), inner: match[2] ?? '' });
  }
  return cells;
}

/** The worksheet in `xml`. Formulas shared by several cells are written out in each, so that a cell can move alone. */
export function parseSheet(xml: string): SheetXml {
  const body = element(xml, 'sheetData');
  if (!body) throw new RangeError('not a worksheet');
  const rows = new Map<number, RowXml>();
  let number = 0;
  for (const match of body.inner.matchAll(ROW)) {
    const attributes = match[1] ?? '';
    const at = ADDRESS.exec(attributes)?.[2];
    number = at === undefined ? number + 1 : Number(at);
    // « spans » is a hint about which columns are used: wrong as soon as a cell is added, and optional.
    const kept = withAttribute(attributes.replace(ADDRESS, ''), 'spans', undefined);
    rows.set(number, { attributes: kept, cells: cellsOf(match[2] ?? '') });
  }
  const sheet = { head: xml.slice(0, body.start), tail: xml.slice(body.end), rows };
  if (body.inner.includes('"shared"')) writeOutSharedFormulas(sheet);
  return sheet;
}

/** The XML of a worksheet. */
export function sheetXml(sheet: SheetXml): string {
  const rows: string[] = [];
  for (const [number, { attributes, cells }] of [...sheet.rows].sort(([a], [b]) => a - b)) {
    if (cells.size === 0 && attributes.trim() === '') continue;
    const inner = [...cells]
      .sort(([a], [b]) => a - b)
      .map(([column, cell]) => {
        const open = `<c r="${letters(column)}${number}"${spaced(cell.attributes)}`;
        return cell.inner === '' ? `${open}/>` : `${open}>${cell.inner}</c>`;
      });
    rows.push(`<row r="${number}"${spaced(attributes)}>${inner.join('')}</row>`);
  }
  return `${sheet.head}<sheetData>${rows.join('')}</sheetData>${sheet.tail}`;
}

function spaced(attributes: string): string {
  const text = attributes.trim();
  return text === '' ? '' : ` ${text}`;
}

/** The cell at an address, or undefined when the file holds none. */
export function cellAt(sheet: SheetXml, row: number, column: number): CellXml | undefined {
  return sheet.rows.get(row)?.cells.get(column);
}

/** Puts a cell at an address; undefined takes it away. */
export function putCell(sheet: SheetXml, row: number, column: number, cell: CellXml | undefined): void {
  const present = sheet.rows.get(row);
  if (!cell) {
    present?.cells.delete(column);
    return;
  }
  if (present) present.cells.set(column, cell);
  else sheet.rows.set(row, { attributes: '', cells: new Map([[column, cell]]) });
}

/** True when something is written in the cell: a format alone is nothing. */
export function isFilled(cell: CellXml | undefined): boolean {
  return cell !== undefined && cell.inner !== '';
}

/** Text of the formula of a cell without its equals sign, or undefined. */
export function formulaOf(cell: CellXml): string | undefined {
  const found = cell.inner.includes('<f') ? element(cell.inner, 'f') : undefined;
  return found ? unescaped(found.inner) : undefined;
}

/** The cell with the text of its formula changed. */
export function withFormula(cell: CellXml, change: (formula: string) => string): CellXml {
  const found = cell.inner.includes('<f') ? element(cell.inner, 'f') : undefined;
  if (!found || found.inner === '') return cell;
  const formula = escapedFormula(change(unescaped(found.inner)));
  const inner = `${cell.inner.slice(0, found.start)}${found.tag}${formula}</f>${cell.inner.slice(found.end)}`;
  return { ...cell, inner };
}

/** A formula as element text: quotes need no protection there, and Excel writes them bare. */
export function escapedFormula(formula: string): string {
  return escaped(formula).replaceAll('&quot;', '"');
}

function writeOutSharedFormulas(sheet: SheetXml): void {
  const masters = new Map<string, { row: number; column: number; formula: string }>();
  const each = (visit: (row: number, column: number, cell: CellXml, tag: string, text: string) => void) => {
    for (const [row, { cells }] of sheet.rows) {
      for (const [column, cell] of cells) {
        const found = cell.inner.includes('"shared"') ? element(cell.inner, 'f') : undefined;
        if (found && attribute(found.tag, 't') === 'shared')
          visit(row, column, cell, found.tag, unescaped(found.inner));
      }
    }
  };
  each((row, column, _cell, tag, formula) => {
    if (formula !== '') masters.set(attribute(tag, 'si') ?? '', { row, column, formula });
  });
  each((row, column, cell, tag) => {
    const master = masters.get(attribute(tag, 'si') ?? '');
    if (!master) return;
    const formula = shiftedFormula(master.formula, row - master.row, column - master.column);
    const rest = cell.inner.slice(element(cell.inner, 'f')?.end ?? 0);
    putCell(sheet, row, column, { ...cell, inner: `<f>${escapedFormula(formula)}</f>${rest}` });
  });
}
