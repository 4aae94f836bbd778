/** Which row of our tables the person is on. */
import type { SelectedCell } from '../../shared/flows/book.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { cellsAt } from './body.ts';
import type { Conversation } from './conversation.ts';
import { BookFailure } from './failure.ts';
import { rowReader } from './readTables.ts';
import type { Raw } from './readCell.ts';
import { live, survey, type LiveTable } from './survey.ts';

interface ActiveCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The cell of `tables` that is active, with its row; undefined outside their bodies, or where there is no cell at all. */
export async function selectedCell(
  talk: Conversation,
  tables: readonly TableDeclaration[],
): Promise<SelectedCell | undefined> {
  const active = await activeCell(talk);
  if (!active) return undefined;
  const states = await survey(talk, tables);
  for (const [index, declaration] of tables.entries()) {
    const state = states[index];
    if (state?.state !== 'found') continue;
    const table = live(declaration, state);
    if (isInBody(table, active)) return cellOf(talk, table, active);
  }
  return undefined;
}

/** A chart, a picture or a sheet without cells may be what is selected: Excel then refuses to name a cell. */
async function activeCell({ context, answered }: Conversation): Promise<ActiveCell | undefined> {
  const cell = context.workbook.getActiveCell().load('rowIndex,columnIndex,worksheet/name');
  try {
    await answered(context.sync());
  } catch (cause) {
    if (cause instanceof BookFailure && ['InvalidSelection', 'ItemNotFound'].includes(cause.officeCode ?? ''))
      return undefined;
    throw cause;
  }
  return { sheet: cell.worksheet.name, row: cell.rowIndex, column: cell.columnIndex };
}

function isInBody({ sheet, top, left, width, height }: LiveTable, active: ActiveCell): boolean {
  const [row, column] = [active.row - top - 1, active.column - left];
  return active.sheet === sheet && row >= 0 && row < height && column >= 0 && column < width;
}

async function cellOf(
  { context, answered }: Conversation,
  table: LiveTable,
  active: ActiveCell,
): Promise<SelectedCell | undefined> {
  const [index, position] = [active.row - table.top - 1, active.column - table.left];
  const box = { row: index, column: 0, height: 1, width: table.width };
  const range = cellsAt(context, table, box).load('values,formulas');
  await answered(context.sync());
  const row = rowReader(table)(index, (range.values as Raw[][])[0] ?? [], (range.formulas as Raw[][])[0] ?? []);
  const column = Object.keys(table.places).find((key) => table.places[key] === position);
  return row && { table: table.declaration.name, row, ...(column === undefined ? {} : { column }) };
}
