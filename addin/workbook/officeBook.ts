import type { Place } from '../../shared/domain/finding.ts';
import { fail } from '../../shared/domain/result.ts';
import type { Book, BookSnapshot, TableChange, TableState, WriteOptions } from '../../shared/flows/book.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { tables as productTables } from '../../shared/tables/tables.ts';
import { converse, type Conversation } from './conversation.ts';
import { isReadOnly } from './environment.ts';
import type { Found } from './findTable.ts';
import { foundTable, readRows, type Rows } from './readTables.ts';
import { GENERAL_FORMAT, laid } from './safeCell.ts';
import { showPlace } from './showPlace.ts';
import { live, survey, type LiveTable, type Standing } from './survey.ts';
import type { Patience } from './watchdog.ts';
import { writeTables } from './writeTables.ts';

const usualPatience: Patience = { watchdogMs: 60_000 };

/** The `Book` over Excel, through Office.js. Call it once Office is ready. */
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
  };
}

async function write(
  patience: Patience,
  changes: readonly TableChange[],
  options: WriteOptions,
): ReturnType<Book['write']> {
  changes.forEach(refuseBugs);
  if (options.signal?.aborted) return fail({ code: 'cancelled', facts: {} });
  if (isReadOnly()) return fail({ code: 'readOnly', facts: {} });
  return converse(patience, (talk) => writeTables(talk, changes, options));
}

/** Throws on a value no cell can hold, before Excel is asked anything: it would keep the old figure without a word. */
function refuseBugs({ lines }: TableChange): void {
  for (const line of lines) {
    if (line.operation === 'set') laid(line.after, GENERAL_FORMAT);
    if (line.operation !== 'add') continue;
    Object.values(line.after).forEach((cell) => laid(cell, GENERAL_FORMAT));
    line.kept?.forEach(({ cell }) => laid(cell, GENERAL_FORMAT));
  }
}

async function readTables(talk: Conversation, asked: readonly TableDeclaration[]): Promise<BookSnapshot> {
  const states = await survey(talk, asked);
  const found = new Map<TableDeclaration, LiveTable>();
  asked.forEach((declaration, index) => {
    const state = states[index];
    if (state?.state === 'found') found.set(declaration, live(declaration, state.table));
  });
  const tables = [...found.values()];
  const rows = await readRows(talk, tables);
  const entries = asked.map((declaration, index): [string, TableState] => {
    const table = found.get(declaration);
    return [declaration.name, stateOf(states[index], table, (table && rows[tables.indexOf(table)]) ?? [])];
  });
  return Object.fromEntries(entries);
}

function stateOf(state: Found<Standing> | undefined, table: LiveTable | undefined, rows: Rows): TableState {
  if (table) return foundTable(table, rows);
  if (state?.state === 'broken')
    return { state: 'broken', sheet: state.table.sheet, missingHeadings: state.missingHeadings };
  if (state?.state === 'ambiguous')
    return { state: 'ambiguous', candidates: state.candidates.map(({ name, sheet }) => ({ name, sheet })) };
  return { state: 'absent' };
}
