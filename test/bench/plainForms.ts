/** The plainest way to do what the product does: no contract, no memory, no check, no undo. */
import type { Host } from '../../addin/workbench/host/index.ts';
import { stretches, type Stretch } from '../../addin/workbook/bytes.ts';
import type { TheirsRow } from '../../shared/domain/review/review.ts';
import type { BookRow } from '../../shared/flows/book.ts';

/** Characters of JSON in one request: as near Excel's limit of 5 MB as accents allow. */
const REQUEST_CHARACTERS = 4_000_000;

/** Changed, added and removed rows between two lists, by key, on exactly equal cells. */
export function plainDiff(mine: readonly BookRow[], theirs: readonly TheirsRow[]): number {
  const known = new Map(mine.map((row) => [row.key, row.cells]));
  let differences = 0;
  for (const { key, cells } of theirs) {
    const held = known.get(key);
    known.delete(key);
    const isSame = held && Object.keys(cells).every((column) => textOf(held[column]) === textOf(cells[column]));
    if (!isSame) differences += 1;
  }
  return differences + known.size;
}

function textOf(cell: BookRow['cells'][string] | undefined): string {
  if (!cell || 'blank' in cell) return '';
  return 'text' in cell ? cell.text : 'date' in cell ? cell.date : String(cell.number);
}

/** The cells of one table, headings included, and the stretches of rows that one request holds. */
export interface Grid {
  readonly table: string;
  readonly cells: (string | number | boolean)[][];
  readonly parts: readonly Stretch[];
}

/** What the tables of the workbook hold, taken from the host itself. */
export function gridsOf({ workbook }: Host): Grid[] {
  return workbook.tables.map(({ name, sheet, area }) => {
    const cells = Array.from({ length: area.height }, (_, row) =>
      Array.from({ length: area.width }, (__, column) => sheet.cells.value(area.top + row, area.left + column) ?? ''),
    );
    const sizes = cells.map((row) => JSON.stringify(row).length);
    return { table: name, cells, parts: stretches(sizes, REQUEST_CHARACTERS) };
  });
}

/** Writes each grid on a sheet of its own: one array for each, or as few as Excel's limit allows. */
export async function plainWrite(grids: readonly Grid[]): Promise<void> {
  await Excel.run(async (context) => {
    for (const { table, cells, parts } of grids) {
      const sheet = context.workbook.worksheets.add(table);
      for (const { from, to } of parts) {
        sheet.getRangeByIndexes(from, 0, to - from, cells[0]?.length ?? 0).values = cells.slice(from, to);
        await context.sync();
      }
    }
  });
}

/** Reads the values of the tables. */
export async function plainRead(grids: readonly Grid[]): Promise<void> {
  await Excel.run(async (context) => {
    for (const { table, cells, parts } of grids) {
      const corner = context.workbook.tables.getItem(table).getRange().getCell(0, 0);
      for (const { from, to } of parts) {
        const box = corner.getOffsetRange(from, 0).getAbsoluteResizedRange(to - from, cells[0]?.length ?? 0);
        box.load('values');
        await context.sync();
      }
    }
  });
}
