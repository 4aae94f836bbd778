/** The visible sheets of a workbook as plain rows, whatever they hold: values only, of bounded size. */
import {
  MOST_COLUMNS,
  MOST_MERGED,
  MOST_ROWS,
  MOST_SHEETS,
  MOST_UNCOMPUTED,
  type ReadSheet,
  type TableRead,
} from '../../shared/contracts/tableReadSchemas.ts';
import { blank, isBlank, packCell, type PackedCell } from '../../shared/domain/review/cell.ts';
import { letters } from '../../shared/tables/letters.ts';
import { isUncomputed, readCell, type CellReader } from './cellValue.ts';
import { PackageParts, type PackageProblem } from './packageParts.ts';
import { parseSheet, type RowXml } from './sheetPart.ts';
import { sheetsOf } from './workbookPart.ts';
import { WorkbookEdit } from './workbookEdit.ts';
import { attribute, tagsNamed } from './xmlText.ts';

function cellsOf(reader: CellReader, { cells }: RowXml): PackedCell[] {
  const filled = [...cells].map(([column, cell]) => [column, readCell(reader, cell)] as const);
  const last = Math.max(0, ...filled.filter(([, cell]) => !isBlank(cell)).map(([column]) => column));
  const byColumn = new Map(filled);
  return Array.from({ length: Math.min(last, MOST_COLUMNS) }, (_, at) => packCell(byColumn.get(at + 1) ?? blank));
}

/** `C2:C40`, `F7`: formulas without a result, column by column. */
function uncomputed(rows: readonly (readonly [number, RowXml])[]): string[] {
  const runs = new Map<number, { first: number; last: number }[]>();
  for (const [at, { cells }] of rows) {
    for (const [column, cell] of cells) {
      if (!isUncomputed(cell)) continue;
      const own = runs.get(column) ?? [];
      const run = own.at(-1);
      if (run?.last === at - 1) run.last = at;
      else runs.set(column, [...own, { first: at, last: at }]);
    }
  }
  const address = (column: number, first: number, last: number) =>
    `${letters(column)}${first}${first === last ? '' : `:${letters(column)}${last}`}`;
  return [...runs]
    .sort(([a], [b]) => a - b)
    .flatMap(([column, own]) => own.map(({ first, last }) => address(column, first, last)));
}

function sheetRead(reader: CellReader, name: string, xml: string): ReadSheet {
  const { rows, tail } = parseSheet(xml);
  const sorted = [...rows].sort(([a], [b]) => a - b);
  const read = sorted.map(([at, row]) => ({ at, cells: cellsOf(reader, row) })).filter(({ cells }) => cells.length > 0);
  const merged = tagsNamed(tail, 'mergeCell').flatMap((tag) => attribute(tag, 'ref') ?? []);
  const isWide = read.some(({ cells }) => cells.length === MOST_COLUMNS);
  const isCut = read.length > MOST_ROWS || merged.length > MOST_MERGED || isWide;
  return {
    name,
    rows: read.slice(0, MOST_ROWS) as ReadSheet['rows'],
    merged: merged.slice(0, MOST_MERGED),
    uncomputed: uncomputed(sorted).slice(0, MOST_UNCOMPUTED),
    isCut,
  };
}

/** The sheets that a person sees, in the order of their tabs; or why the bytes are no workbook. */
export function readSheets(bytes: Uint8Array): TableRead | PackageProblem {
  const parts = PackageParts.open(bytes);
  if (typeof parts === 'string') return parts;
  try {
    const { reader } = new WorkbookEdit(parts);
    const all = sheetsOf(parts);
    const visible = all.filter(({ visibility }) => visibility === 'visible').slice(0, MOST_SHEETS);
    if (visible.length === 0) return 'notWorkbook';
    const unread = all.filter((sheet) => !visible.includes(sheet)).map(({ name }) => name);
    return { sheets: visible.map(({ name, path }) => sheetRead(reader, name, parts.text(path))), unread };
  } catch {
    return 'notWorkbook';
  }
}
