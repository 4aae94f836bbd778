/** What a person gives as a file of payroll, as a grid: a text is read here, a workbook by whoever can. */
import type { TableRead } from '../../contracts/tableReadSchemas.ts';
import { proposedMapping, type ColumnMapping } from '../../domain/people/payrollList/columnMapping.ts';
import { LARGEST_TEXT_BYTES, textGrid, type Grid } from '../../domain/people/payrollList/grid.ts';
import { unpackCell } from '../../domain/review/cell.ts';
import { fail, ok, type Result } from '../../domain/result.ts';

export interface GivenFile {
  readonly grid: Grid;
  readonly mapping: ColumnMapping;
  /** The file holds more than is read. */
  readonly isCut: boolean;
}

export type FileProblem = 'tooLarge' | 'notText' | 'noHeadings';

const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf];

/** A workbook, whatever its name says: a zip, or a workbook that is encrypted or of before 2007. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return [ZIP, OLE].some((magic) => magic.every((each, index) => bytes[index] === each));
}

function mapped(grid: Grid, isCut: boolean): Result<GivenFile, FileProblem> {
  const mapping = proposedMapping(grid);
  return mapping ? ok({ grid, mapping, isCut }) : fail('noHeadings');
}

export function givenText(bytes: Uint8Array): Result<GivenFile, FileProblem> {
  if (bytes.length > LARGEST_TEXT_BYTES) return fail('tooLarge');
  const grid = textGrid(bytes);
  return grid ? mapped(grid, false) : fail('notText');
}

function known({ columns }: ColumnMapping): number {
  return columns.filter(({ field }) => field !== null).length;
}

/** Of several sheets, the one whose headings say the most. */
export function givenSheets({ sheets }: TableRead): Result<GivenFile, FileProblem> {
  const read = sheets.flatMap(({ name, rows, merged, isCut }): GivenFile[] => {
    const cells = rows.map((row) => ({ at: row.at, cells: row.cells.map(unpackCell) }));
    const given = mapped({ sheet: name, rows: cells, merged }, isCut);
    return given.ok ? [given.value] : [];
  });
  const [best] = read.sort((a, b) => known(b.mapping) - known(a.mapping));
  return best ? ok(best) : fail('noHeadings');
}
