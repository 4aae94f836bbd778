import { expect } from '@jest/globals';
import type { Book, BookError, FoundTable, TableChange, WriteOptions, WriteReport } from '../../shared/flows/book.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import type { Result } from '../../shared/domain/result.ts';
import { found, trial } from './trialTables.ts';
import type { SeenTable, WorkbookPerson } from './workbookPerson.ts';

/** The value of a result that must be one; a failure of the test shows the error. */
export function valueOf<T>(result: Result<T, BookError>): T {
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** Writes changes that must be accepted by the workbook. */
export async function written(
  book: Book,
  changes: readonly TableChange[],
  options?: WriteOptions,
): Promise<WriteReport> {
  return valueOf(await book.write(changes, options));
}

/** The table as the book reads it. */
export async function tableOf(book: Book, table: TableDeclaration = trial): Promise<FoundTable> {
  return found(valueOf(await book.read([table])), table);
}

/** The table as a person sees it; its absence fails the test. */
export async function seen(person: WorkbookPerson, name: string = trial.name): Promise<SeenTable> {
  const table = await person.readAll(name);
  if (!table) throw new Error(`nobody sees ${name}`);
  return table;
}

/** Values under a heading, top to bottom, as a person sees them. */
export async function under(person: WorkbookPerson, heading: string, name: string = trial.name) {
  const table = await seen(person, name);
  const at = table.headings.indexOf(heading);
  return table.rows.map((row) => row[at]?.value ?? null);
}
