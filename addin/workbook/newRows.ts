/** New rows: formats, values, lists, and what a person had beside a row that comes back. */
import { blank } from '../../shared/domain/review/cell.ts';
import { refusedChoice, refusedChoiceTitle } from '../../shared/messages/fr/tables.ts';
import { listOf } from '../../shared/tables/appearance.ts';
import { column, keyColumns } from '../../shared/tables/declaration.ts';
import type { EntryRow } from '../../shared/tables/tableBody.ts';
import { cellsAt } from './body.ts';
import { bytesOf } from './bytes.ts';
import type { Run } from './rectangles.ts';
import { GENERAL_FORMAT, laid, type Laid } from './safeCell.ts';
import type { LiveTable } from './survey.ts';
import { declaredFormat, keysByPosition, ourRuns } from './writing.ts';

/** Bytes of a new row in the request. */
export function bytesOfRow(table: LiveTable, row: EntryRow): number {
  return Object.keys(table.places).reduce((sum, key) => sum + bytesOf(laidIn(table, row, key).input), 0);
}

function laidIn(table: LiveTable, row: EntryRow, key: string): Laid {
  return laid(row.cells[key] ?? blank, declaredFormat(table, key));
}

/**
 * Queues the writing of `rows` on the body rows from `at`, which are blank and in the table. The columns of the key go first: cut short
 * anywhere, what is there can be recognised and completed.
 */
export function writeRows(
  context: Excel.RequestContext,
  table: LiveTable,
  at: number,
  rows: readonly EntryRow[],
): void {
  const keyPositions = keyColumns(table.declaration).map(({ key }) => table.places[key] ?? 0);
  const keysIn = (run: Run): number => keyPositions.filter((position) => run.includes(position)).length;
  const runs = ourRuns(table).sort((a, b) => keysIn(b) - keysIn(a));
  for (const run of runs) writeRun(context, table, at, rows, run);
  rows.forEach((row, index) => writeKept(context, table, at + index, row));
}

function writeRun(
  context: Excel.RequestContext,
  table: LiveTable,
  at: number,
  rows: readonly EntryRow[],
  run: Run,
): void {
  const keys = keysByPosition(table);
  const own = run.map((position) => keys.get(position) ?? '');
  const grid = rows.map((row) => own.map((key) => laidIn(table, row, key)));
  own.forEach((key, index) => {
    const box = { row: at, column: run[index] ?? 0, height: rows.length, width: 1 };
    setFormats(
      cellsAt(context, table, box),
      grid.map((line) => line[index]?.format ?? declaredFormat(table, key)),
    );
    const source = listOf(column(table.declaration, key));
    if (source !== undefined) offer(cellsAt(context, table, box), source, column(table.declaration, key).choices ?? []);
  });
  cellsAt(context, table, { row: at, column: run[0] ?? 0, height: rows.length, width: run.length }).values = grid.map(
    (line) => line.map(({ input }) => input),
  );
}

/** The list is offered, and anything else refused with a sentence that says what to choose. */
function offer({ dataValidation }: Excel.Range, source: string, choices: readonly string[]): void {
  dataValidation.rule = { list: { inCellDropDown: true, source } };
  dataValidation.errorAlert = {
    title: refusedChoiceTitle(),
    message: refusedChoice(choices),
    showAlert: true,
    style: 'Stop',
  };
}

/** One format for all travels as one word: Excel takes a single value for every cell of a range. */
function setFormats(range: Excel.Range, formats: readonly string[]): void {
  const [first] = formats;
  const isOne = formats.every((format) => format === first);
  range.numberFormat = isOne ? (first as unknown as string[][]) : formats.map((format) => [format]);
}

/** Queues what a person had beside a row; a column that is no longer there is not made again. */
export function writeKept(
  context: Excel.RequestContext,
  { id, headings, places }: LiveTable,
  at: number,
  row: EntryRow,
): void {
  const ours = new Set(Object.values(places));
  for (const { heading, cell, formula } of row.kept) {
    const position = headings.indexOf(heading);
    if (position < 0 || ours.has(position)) continue;
    const range = cellsAt(context, { id }, { row: at, column: position, height: 1, width: 1 });
    if (formula === undefined) range.values = [[laid(cell, GENERAL_FORMAT).input]];
    else range.formulas = [[formula]];
  }
}
