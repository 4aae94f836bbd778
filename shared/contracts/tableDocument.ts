/** Tables in a JSON document: their schema comes from their declarations, as the sheets do. */
import { z } from 'zod';
import { LONGEST_TEXT, type ValueKind } from '../domain/review/cell.ts';
import { keyColumns, type ColumnDeclaration } from '../tables/declaration.ts';
import type { DocumentRow, DocumentTable, DocumentValue } from '../tables/documentRows.ts';
import { plainDateSchema } from './scalars.ts';

const textSchema = z.string().max(LONGEST_TEXT);

const valueSchemas: Readonly<Record<ValueKind, (column: ColumnDeclaration) => z.ZodType<DocumentValue>>> = {
  text: () => textSchema,
  identifier: () => z.union([textSchema, z.number()]),
  date: () => plainDateSchema,
  integer: () => z.int(),
  decimal: () => z.number(),
  boolean: () => z.boolean(),
  choice: ({ choices = [] }) => z.enum(choices as [string, ...string[]]),
};

/** Columns that a sheet must have, a row must have. */
function rowSchema({ declaration, hasFields }: DocumentTable): z.ZodType<DocumentRow> {
  const needed = keyColumns(declaration);
  const columns = declaration.columns.map((column): [string, z.ZodType<DocumentValue | undefined>] => {
    const { key, heading, kind, note, required } = column;
    const value = valueSchemas[kind](column).nullable();
    const isNeeded = required || needed.includes(column);
    return [key, (isNeeded ? value : value.optional()).meta({ title: heading, description: note })];
  });
  const field = z.union([textSchema, z.number(), z.null()]);
  const fields: [string, z.ZodType][] = hasFields ? [['fields', z.record(z.string(), field).optional()]] : [];
  return z.strictObject(Object.fromEntries([...columns, ...fields])) as unknown as z.ZodType<DocumentRow>;
}

/** A column that one row gives and another does not could be a blank, or nothing that was said: it is asked for. */
function missingValues(rows: readonly DocumentRow[]): PropertyKey[][] {
  const given = new Set(rows.flatMap((row) => Object.keys(row).filter((key) => key !== 'fields')));
  return rows.flatMap((row, at) => [...given].filter((key) => !(key in row)).map((key) => [at, key]));
}

function rowsSchema(table: DocumentTable) {
  const { title, description } = table.declaration;
  const rows = z.array(rowSchema(table)).superRefine((all, context) => {
    for (const path of missingValues(all)) context.addIssue({ code: 'custom', path });
  });
  return rows.optional().meta({ title, description });
}

/** By Excel name. A table that is not given has no row. */
export function tablesSchema(tables: readonly DocumentTable[]) {
  return z.strictObject(Object.fromEntries(tables.map((table) => [table.declaration.name, rowsSchema(table)])));
}
