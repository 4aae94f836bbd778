/** What a cell shows or computes; `null` is a blank cell. */
export type CellValue = number | string | boolean | null;
