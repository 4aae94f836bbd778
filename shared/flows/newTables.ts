/** Sheets that are made when they are first needed, never thirty at once. */
import { fail, ok, type Result } from '../domain/result.ts';
import type { TableDeclaration } from '../tables/declaration.ts';
import { sourceTables } from '../tables/tables.ts';
import type { Book, BookError, BookSnapshot } from './book.ts';
import type { FlowOptions } from './ports.ts';

export interface MadeTables {
  readonly snapshot: BookSnapshot;
  readonly created: readonly TableDeclaration[];
}

/** Those of `wanted` that are absent, created empty; and the workbook as it is then. */
export async function newTables(
  book: Book,
  before: BookSnapshot,
  wanted: readonly TableDeclaration[],
  { signal }: FlowOptions,
): Promise<Result<MadeTables, BookError>> {
  const created = wanted.filter(({ name }) => before[name]?.state === 'absent');
  if (created.length === 0) return ok({ snapshot: before, created });
  const written = await book.write(
    created.map((table) => ({ table, lines: [] })),
    signal ? { signal } : {},
  );
  if (!written.ok) return fail(written.error);
  const after = await book.read(sourceTables);
  return after.ok ? ok({ snapshot: after.value, created }) : fail(after.error);
}
