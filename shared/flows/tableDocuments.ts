/** The tables of a workbook as a JSON document holds them, and a document as a snapshot that the readers of sheets take. */
import type { Finding } from '../domain/finding.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import {
  rowsOfTable,
  tableOfRows,
  type DocumentFields,
  type DocumentRow,
  type DocumentTable,
} from '../tables/documentRows.ts';
import type { BookRow, BookSnapshot, TableState } from './book.ts';

/** Rows by Excel name of their table; a table that is not there has none. */
export type DocumentTables = Readonly<Record<string, DocumentRow[] | undefined>>;

export function snapshotOf(tables: readonly DocumentTable[], document: DocumentTables): BookSnapshot {
  const states = tables.map((table): [string, TableState] => {
    const rows = document[table.declaration.name];
    return [table.declaration.name, rows ? tableOfRows(table, rows) : { state: 'absent' }];
  });
  return Object.fromEntries(states);
}

/** The inverse; or every cell that cannot be read. */
export function documentTables(
  tables: readonly DocumentTable[],
  snapshot: BookSnapshot,
  fieldsOf: (row: BookRow) => DocumentFields,
): Result<DocumentTables, readonly Finding[]> {
  const findings: Finding[] = [];
  const document: Record<string, DocumentRow[]> = {};
  for (const table of tables) {
    const { name } = table.declaration;
    const state = snapshot[name];
    if (state?.state !== 'found') continue;
    const rows = rowsOfTable(table, state, fieldsOf);
    if (rows.ok) document[name] = rows.value;
    else findings.push(...rows.error);
  }
  return findings.length > 0 ? fail(findings) : ok(document);
}
