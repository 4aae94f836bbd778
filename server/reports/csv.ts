/** Rows of a table as a CSV that Excel opens with the settings of France: semicolons, comma decimals, BOM, CRLF. */
import { stringify } from 'csv-stringify/sync';
import { blank, displayed, type Cell } from '../../shared/domain/review/cell.ts';
import type { RowCells } from '../../shared/domain/review/plan.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';

/** A telephone or a number: begins with a sign, and holds nothing that a formula could call. */
const SIGNED_FIGURES = /^[+-][\d\s\u00a0\u202f().,/-]*$/u;

/**
 * Text that a spreadsheet would take for a formula is held back by an apostrophe. Telephones (`+33 6…`) and negative figures
 * keep their sign: whoever reads the file next needs it.
 */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) && !SIGNED_FIGURES.test(text) ? `'${text}` : text;
}

function written(cell: Cell): string {
  return 'text' in cell ? harmless(cell.text) : displayed(cell);
}

/**
 * The headings and the rows of a table, every column of the declaration in its order. Dates `05/10/2026`, numbers `3,5`; identifiers as they are, zeros included.
 */
export function tableCsv(table: TableDeclaration, rows: readonly RowCells[]): string {
  const head = table.columns.map(({ heading }) => heading);
  const body = rows.map((row) => table.columns.map(({ key }) => written(row[key] ?? blank)));
  return stringify([head, ...body], { bom: true, delimiter: ';', record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}
