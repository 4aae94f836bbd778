/** Which column of a file of payroll fills which of ours: proposed from the headings of PayFit, Silae and others, changed by the person. */
import { blank, displayed } from '../../review/cell.ts';
import { normalText } from '../checks/formats.ts';
import type { Grid, GridRow } from './grid.ts';
import { headingRow, headingText } from './headless.ts';
import { fieldOfHeading, isBareKey, type ListField } from './listHeadings.ts';

export interface MappedColumn {
  /** Place in the rows of the file, from 0. */
  readonly index: number;
  readonly heading: string;
  readonly field: ListField | null;
}

export interface ColumnMapping {
  /** Row of the headings, as the grid numbers it; 0 for a file without any, whose columns are named by their place. */
  readonly headingsAt: number;
  readonly columns: readonly MappedColumn[];
}

/** Headings that say a form of address, or a job. */
const EITHER = /^titres?$/i;

/** « Titre » is the form of address when that is what stands under it; a job otherwise. */
function isJob(grid: Grid, row: GridRow, { index, heading }: Pick<MappedColumn, 'index' | 'heading'>): boolean {
  if (!EITHER.test(heading.replace(/[\s*:]+$/u, ''))) return false;
  const texts = grid.rows
    .filter(({ at }) => at > row.at)
    .map(({ cells }) => headingText(cells[index] ?? blank))
    .filter((text) => text !== '' && text !== heading);
  return texts.length === 0 || texts.some((text) => normalText('title', text) === undefined);
}

/** A field is proposed once: of two columns that speak of it, the second is left to the person. Undefined without headings. */
export function proposedMapping(grid: Grid): ColumnMapping | undefined {
  const row = headingRow(grid, fieldOfHeading);
  if (!row) return undefined;
  const taken = new Set<ListField>();
  let before: ListField | null = null;
  const columns = row.cells.map((cell, index): MappedColumn => {
    const heading = headingText(cell);
    const said = fieldOfHeading(heading);
    const isOther = (isBareKey(heading) && before !== 'nir') || isJob(grid, row, { index, heading });
    const field: ListField | null = said === undefined || taken.has(said) || isOther ? null : said;
    if (field !== null) taken.add(field);
    before = field;
    return { index, heading, field };
  });
  return {
    headingsAt: row.at,
    columns: columns.filter((each) => (row.at > 0 && each.heading !== '') || isFilled(grid, row, each)),
  };
}

function isFilled({ rows }: Grid, { at }: GridRow, { index }: MappedColumn): boolean {
  return rows.some((row) => row.at > at && displayed(row.cells[index] ?? blank) !== '');
}

/** The mapping with `field` read in the column `index`, and in no other. */
export function withField(mapping: ColumnMapping, index: number, field: ListField | null): ColumnMapping {
  const columns = mapping.columns.map((each) => {
    if (each.index === index) return { ...each, field };
    return field !== null && each.field === field ? { ...each, field: null } : each;
  });
  return { ...mapping, columns };
}
