/**
 * The chart of a table, made once in a workbook. Whoever deletes it does not get it back at each computation: the workbook remembers that
 * it was made. It comes back with its table, when a person deletes the sheet.
 */
import { textCell } from '../domain/review/cell.ts';
import type { AddLine } from '../domain/review/plan.ts';
import { ok, type Result } from '../domain/result.ts';
import { rowKey, type ChartedTable } from '../tables/declaration.ts';
import { stateTable } from '../tables/memoryTables.ts';
import type { Book, BookError, BookSnapshot, ChartOutcome } from './book.ts';
import { rowsOf } from './bookState.ts';

function memoryOf({ chart }: ChartedTable): AddLine {
  const after = { key: textCell(chart.name), value: textCell('drawn') };
  return { operation: 'add', table: stateTable.name, key: rowKey(stateTable, after), reason: 'memory', after };
}

/** Draws the chart or has it follow its table. `before`: the table and `_etat` as they were before the lines of the table were written. */
export async function chartOf(
  book: Book,
  table: ChartedTable,
  before: BookSnapshot,
): Promise<Result<ChartOutcome, BookError>> {
  const memory = memoryOf(table);
  const isKnown = rowsOf(before, stateTable.name).some(({ key }) => key === memory.key);
  const isNew = before[table.name]?.state === 'absent';
  const outcome = await book.chart(table, isNew || !isKnown ? 'draw' : 'keep');
  if (!outcome.ok || isKnown || outcome.value === 'absent' || outcome.value === 'notHere') return outcome;
  const remembered = await book.write([{ table: stateTable, lines: [memory] }]);
  return remembered.ok ? ok(outcome.value) : remembered;
}
