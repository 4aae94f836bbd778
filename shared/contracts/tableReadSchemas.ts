/** A workbook that a person gives, as plain rows: what the pane cannot read by itself. Nothing of it is kept. */
import { z } from 'zod';
import { plainDateSchema } from './scalars.ts';

/** A list of 20,000 people as Excel saves it. */
export const LARGEST_WORKBOOK_BYTES = 8_000_000;
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 150;
export const MOST_SHEETS = 20;
export const MOST_MERGED = 500;
export const MOST_UNCOMPUTED = 500;

export const tableReadRequestSchema = z.strictObject({
  base64: z
    .base64()
    .min(4)
    .max(Math.ceil(LARGEST_WORKBOOK_BYTES / 3) * 4),
});

/** Text as text, number as number, date as `{d}`, blank as null. */
const packedCellSchema = z.union([z.string(), z.number(), z.null(), z.strictObject({ d: plainDateSchema })]);

const sheetSchema = z.strictObject({
  name: z.string(),
  /** Rows that hold something, in their order. `at`: number of the row in the sheet, from 1; cells from column A. */
  rows: z.array(z.strictObject({ at: z.int(), cells: z.array(packedCellSchema).max(MOST_COLUMNS) })).max(MOST_ROWS),
  /** Merged cells, in A1 form. */
  merged: z.array(z.string()).max(MOST_MERGED),
  /** Formulas whose result the file does not hold, in A1 form, those of one column that follow each other as one range: read as blank. */
  uncomputed: z.array(z.string()).max(MOST_UNCOMPUTED),
  /** Something was left out: more rows, columns or merged cells than are read. */
  isCut: z.boolean(),
});
export type ReadSheet = z.infer<typeof sheetSchema>;

export const tableReadSchema = z.strictObject({
  sheets: z.array(sheetSchema).max(MOST_SHEETS),
  /** Names of the sheets that were not read: hidden, or beyond the number. */
  unread: z.array(z.string()),
});
export type TableRead = z.infer<typeof tableReadSchema>;
