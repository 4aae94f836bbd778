/** Structured references (`Salaires[@Heures]`) turned into the addresses they stand for: the engine knows addresses only. */
import { addressOf, area, bottomOf, intersect, rightOf } from '../../host/model/area.ts';
import type { Area } from '../../host/model/area.ts';
import { rewriteFormula, sheetPrefix } from '../../host/model/formulaText.ts';
import type { Sheet, Table, Workbook } from '../../host/index.ts';

/** Where a formula stands: `[@Heures]` means the row of the cell, `[Heures]` the table around it. */
export interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

interface Specifier {
  readonly items: readonly string[];
  readonly columns: readonly string[];
}

/** The formula without structured references; what names no table or no column of it becomes `#REF!`. */
export function withAddresses(formula: string, place: Place, book: Workbook): string {
  return rewriteFormula(formula, {
    name: (name) => {
      const table = book.table(name);
      return table && isNaN(Number(name)) ? `${sheetPrefix(table.sheet.name)}${fixed(table.bodyArea)}` : name;
    },
    structured: (name, specifier) => {
      const table = name === '' ? tableAround(place, book) : book.table(name);
      const cells = table && cellsOf(table, readSpecifier(specifier), place);
      return table && cells ? `${sheetPrefix(table.sheet.name)}${fixed(cells)}` : '#REF!';
    },
  });
}

function tableAround({ sheet, row, column }: Place, book: Workbook): Table | undefined {
  return book.tables.find((table) => table.sheet === sheet && intersect(table.area, area(row, column)));
}

/** `@Heures`, `Heures`, `[#Headers],[Heures]`, `[Lundi]:[Vendredi]`, `#All`. */
function readSpecifier(specifier: string): Specifier {
  const isRow = specifier.startsWith('@');
  const rest = isRow ? specifier.slice(1) : specifier;
  const groups = rest.startsWith('[')
    ? [...rest.matchAll(/\[((?:[^\]']|'.)*)\]/g)].map(([, name = '']) => name)
    : [rest];
  const plain = groups.filter((group) => group !== '');
  const items = plain.filter((group) => group.startsWith('#')).map((item) => item.toLowerCase());
  const columns = plain.filter((group) => !group.startsWith('#')).map((name) => name.replace(/'(.)/g, '$1'));
  return { items: isRow ? [...items, '#this row'] : items, columns };
}

function cellsOf(table: Table, { items, columns }: Specifier, { row }: Place): Area | undefined {
  const rows = rowsOf(table, items, row);
  const places = columns.map((name) => table.columnIndex(name));
  if (!rows || places.includes(-1)) return undefined;
  const [first = 0, last = columns.length > 0 ? first : table.area.width - 1] = places;
  return { ...rows, left: table.area.left + Math.min(first, last), width: Math.abs(last - first) + 1 };
}

function rowsOf(table: Table, items: readonly string[], row: number): Area | undefined {
  const { area: whole, headerArea, bodyArea, hasTotals } = table;
  if (items.includes('#this row'))
    return row > whole.top && row < bottomOf(whole) ? { ...bodyArea, top: row, height: 1 } : undefined;
  if (items.includes('#all')) return whole;
  const parts = items.flatMap((item) => {
    if (item === '#headers') return [headerArea];
    if (item === '#data') return [bodyArea];
    return item === '#totals' && hasTotals ? [{ ...headerArea, top: bottomOf(whole) - 1 }] : [];
  });
  if (items.length === 0) return bodyArea;
  const [first, last] = [parts[0], parts.at(-1)];
  return first && last ? { ...first, height: bottomOf(last) - first.top } : undefined;
}

function fixed(cells: Area): string {
  const corner = (row: number, column: number): string => addressOf(area(row, column)).replace(/^([A-Z]+)/, '$$$1$$');
  const start = corner(cells.top, cells.left);
  return cells.height * cells.width === 1 ? start : `${start}:${corner(bottomOf(cells) - 1, rightOf(cells) - 1)}`;
}
