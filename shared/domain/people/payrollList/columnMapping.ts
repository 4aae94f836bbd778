/** Which column of a file of payroll fills which of ours: proposed from the headings of PayFit, Silae and others, changed by the person. */
import { displayed, type Cell } from '../../review/cell.ts';
import type { Grid, GridRow } from './grid.ts';
import { fieldOfHeading, isBareKey, type ListField } from './listHeadings.ts';

export interface MappedColumn {
  /** Place in the rows of the file, from 0. */
  readonly index: number;
  readonly heading: string;
  readonly field: ListField | null;
}

export interface ColumnMapping {
  /** Row of the headings, as the grid numbers it. */
  readonly headingsAt: number;
  readonly columns: readonly MappedColumn[];
}

/** Rows among which the headings are looked for: exports bear a title, a date, the name of the company above them. */
const MOST_TITLES = 25;

function headingsScore({ cells }: GridRow): number {
  return new Set(cells.flatMap((cell) => ('text' in cell ? (fieldOfHeading(cell.text) ?? []) : []))).size;
}

/** The row that holds the most headings that are known; the first when they are equal, the first with two texts when none is. */
function headingRow({ rows }: Grid): GridRow | undefined {
  const first = rows.slice(0, MOST_TITLES);
  const scores = first.map(headingsScore);
  const best = Math.max(0, ...scores);
  if (best > 1) return first[scores.indexOf(best)];
  return first.find(({ cells }) => cells.filter((cell) => 'text' in cell).length > 1);
}

/** A heading as it is shown. */
export function headingText(cell: Cell): string {
  return displayed(cell).replace(/\s+/gu, ' ').trim();
}

/** A field is proposed once: of two columns that speak of it, the second is left to the person. Undefined without headings. */
export function proposedMapping(grid: Grid): ColumnMapping | undefined {
  const row = headingRow(grid);
  if (!row) return undefined;
  const taken = new Set<ListField>();
  let before: ListField | null = null;
  const columns = row.cells.map((cell, index): MappedColumn => {
    const heading = headingText(cell);
    const said = fieldOfHeading(heading);
    const isOther = isBareKey(heading) && before !== 'nir';
    const field: ListField | null = said === undefined || taken.has(said) || isOther ? null : said;
    if (field !== null) taken.add(field);
    before = field;
    return { index, heading, field };
  });
  return { headingsAt: row.at, columns: columns.filter((each) => each.heading !== '' || isFilled(grid, row, each)) };
}

function isFilled({ rows }: Grid, { at }: GridRow, { index }: MappedColumn): boolean {
  return rows.some((row) => row.at > at && displayed(row.cells[index] ?? { blank: true }) !== '');
}

/** The mapping with `field` read in the column `index`, and in no other. */
export function withField(mapping: ColumnMapping, index: number, field: ListField | null): ColumnMapping {
  const columns = mapping.columns.map((each) => {
    if (each.index === index) return { ...each, field };
    return field !== null && each.field === field ? { ...each, field: null } : each;
  });
  return { ...mapping, columns };
}
