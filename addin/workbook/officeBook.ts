import type { Place } from '../../shared/domain/finding.ts';
import { fail } from '../../shared/domain/result.ts';
import type { Book, BookSnapshot, TableChange, TableState, WriteOptions } from '../../shared/flows/book.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { tables as productTables } from '../../shared/tables/updateTables.ts';
import { foundTable, tableState } from '../../shared/tables/tableState.ts';
import { requireWritable } from '../../shared/tables/writable.ts';
import { converse, type Conversation } from './conversation.ts';
import { isReadOnly } from './environment.ts';
import { readFilters } from './filters.ts';
import { readRows } from './readTables.ts';
import { selectedCell } from './selectedCell.ts';
import { showPlace } from './showPlace.ts';
import { live, survey, type Standing } from './survey.ts';
import type { Patience } from './watchdog.ts';

const usualPatience: Patience = { watchdogMs: 60_000 };

/** The `Book` over Excel, through Office.js. Call it once Office is ready. What writes is loaded when something is first written. */
export function officeBook(patience: Patience = usualPatience): Book {
  // Tables seen so far: `show` must find by its headings one that is not of the product's own list.
  const known = new Map(productTables.map((table) => [table.name, table]));
  const learn = (table: TableDeclaration): unknown => known.set(table.name, table);
  return {
    read: async (tables) => {
      tables.forEach(learn);
      return converse(patience, (talk) => readTables(talk, tables));
    },
    write: async (changes, options = {}) => {
      changes.forEach(({ table }) => learn(table));
      return write(patience, changes, options);
    },
    show: async (place: Place) => {
      const declaration = known.get(place.table);
      if (!declaration) return fail({ code: 'tableGone', facts: { table: place.table } });
      return converse(patience, (talk) => showPlace(talk, declaration, place));
    },
    selected: async (tables) => converse(patience, (talk) => selectedCell(talk, tables)),
    chart: async (table, wish) => {
      if (isReadOnly()) return fail({ code: 'readOnly', facts: {} });
      const { drawChart } = await import('./drawChart.ts');
      return converse(patience, (talk) => drawChart(talk, table, wish));
    },
  };
}

async function write(
  patience: Patience,
  changes: readonly TableChange[],
  options: WriteOptions,
): ReturnType<Book['write']> {
  requireWritable(changes.flatMap(({ lines }) => lines));
  if (options.signal?.aborted) return fail({ code: 'cancelled', facts: {} });
  if (isReadOnly()) return fail({ code: 'readOnly', facts: {} });
  const { writeTables } = await import('./writeTables.ts');
  return converse(patience, (talk) => writeTables(talk, changes, options));
}

async function readTables(talk: Conversation, asked: readonly TableDeclaration[]): Promise<BookSnapshot> {
  const states = await survey(talk, asked);
  const found = asked.map((declaration, index) => {
    const state = states[index];
    return state?.state === 'found' ? live(declaration, state) : undefined;
  });
  const tables = found.filter((table) => table !== undefined);
  const rows = await readRows(talk, tables);
  const filters = await readFilters(talk, tables);
  const entries = asked.map((declaration, index): [string, TableState] => {
    const table = found[index];
    const own = ((table && rows[tables.indexOf(table)]) ?? []).filter((row) => row !== undefined);
    const filter = filters.get(table);
    const state = tableState(states[index] ?? { state: 'absent' }, (located) => ({
      ...foundTable({ ...located, ...placeOf(located.table) }, own),
      ...(filter === undefined ? {} : { filter }),
    }));
    return [declaration.name, state];
  });
  return Object.fromEntries(entries);
}

/** As the port says it: rows and columns count from 1. */
function placeOf({ address, left, top }: Standing) {
  return { address, left: left + 1, firstRow: top + 2 };
}
