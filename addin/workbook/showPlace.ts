/** Selects what a finding or a line is about. */
import type { Place } from '../../shared/domain/finding.ts';
import { canonicalKey, keyColumns, rowKey, type TableDeclaration } from '../../shared/tables/declaration.ts';
import { cellsAt, type Box } from './body.ts';
import type { Conversation } from './conversation.ts';
import { BookFailure } from './failure.ts';
import { readCell, type Raw } from './readCell.ts';
import { live, survey, type LiveTable } from './survey.ts';
import { whereIs } from './writing.ts';

/**
 * Selects the cell of `place`: its address when it has one, else its key and column; the row, the column or the table when it says less,
 * or when the row is no longer there. A table that is not there is `tableGone`.
 */
export async function showPlace(talk: Conversation, declaration: TableDeclaration, place: Place): Promise<void> {
  const { context } = talk;
  const [state] = await survey(talk, [declaration]);
  if (state?.state !== 'found') throw new BookFailure('tableGone', { table: declaration.name });
  const table = live(declaration, state);
  talk.where = whereIs(table);
  const sheet = context.workbook.worksheets.getItem(place.sheet ?? table.sheet);
  const range = place.address === undefined ? await cellsOf(talk, table, place) : sheet.getRange(place.address);
  sheet.activate();
  range.select();
  await talk.answered(context.sync());
}

async function cellsOf(talk: Conversation, table: LiveTable, place: Place): Promise<Excel.Range> {
  const row = place.key === undefined ? undefined : await rowOfKey(talk, table, place.key);
  const position = place.column === undefined ? undefined : table.places[place.column];
  if (row === undefined && position === undefined) return talk.context.workbook.tables.getItem(table.id).getRange();
  const box: Box = {
    row: row ?? 0,
    column: position ?? 0,
    height: row === undefined ? table.height : 1,
    width: position === undefined ? table.width : 1,
  };
  return cellsAt(talk.context, table, box);
}

async function rowOfKey(
  { context, answered }: Conversation,
  table: LiveTable,
  key: string,
): Promise<number | undefined> {
  const { declaration, places, height } = table;
  const columns = keyColumns(declaration).map((each) => ({
    ...each,
    cells: cellsAt(context, table, { row: 0, column: places[each.key] ?? 0, height, width: 1 }).load('values'),
  }));
  await answered(context.sync());
  const cellIn = ({ cells, kind }: (typeof columns)[number], index: number) =>
    readCell((cells.values as Raw[][])[index]?.[0] ?? '', kind);
  const keyOf = (index: number) =>
    rowKey(declaration, Object.fromEntries(columns.map((each) => [each.key, cellIn(each, index)])));
  const wanted = canonicalKey(declaration, key);
  const row = Array.from({ length: height }, (_, index) => index).findIndex((index) => keyOf(index) === wanted);
  return row < 0 ? undefined : row;
}
