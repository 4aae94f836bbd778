/** What a person gives as a file of payroll, as a grid: a text is read here, a workbook by whoever can. */
import type { TableRead } from '../../contracts/tableReadSchemas.ts';
import { proposedMapping, type ColumnMapping } from '../../domain/people/payrollList/columnMapping.ts';
import { LARGEST_TEXT_BYTES, textGrid, type Grid } from '../../domain/people/payrollList/grid.ts';
import { underNames } from '../../domain/people/payrollList/headless.ts';
import { fieldOfHeading, type ListField } from '../../domain/people/payrollList/listHeadings.ts';
import { unpackCell } from '../../domain/review/cell.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { fullNameLabel, nirKeyLabel, placedColumn } from '../../messages/fr/employees/payrollFile.ts';
import { column } from '../../tables/declaration.ts';
import { letters } from '../../tables/letters.ts';
import { payrollListTable } from '../../tables/people/payrollListTable.ts';

/** What can be read of a file: a text, or one sheet of a workbook. */
export interface GivenSheet {
  readonly grid: Grid;
  readonly mapping: ColumnMapping;
  /** It holds more than is read. */
  readonly isCut: boolean;
}

export interface GivenFile extends GivenSheet {
  /** Every sheet that has two columns, the one that is read among them. */
  readonly sheets: readonly GivenSheet[];
  /** Names of the sheets that cannot be chosen: without columns, hidden, or beyond what is read. */
  readonly left: readonly string[];
}

export type FileProblem = 'tooLarge' | 'notText' | 'noHeadings';

const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf];

/** A workbook, whatever its name says: a zip, or a workbook that is encrypted or of before 2007. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return [ZIP, OLE].some((magic) => magic.every((each, index) => bytes[index] === each));
}

/** The grid whose columns are named « Colonne A (1re) », « Colonne B (2e) »… : undefined for one that has no two columns. */
export function placedGrid(grid: Grid): Grid | undefined {
  return underNames(grid, (index) => placedColumn(letters(index + 1), index + 1));
}

/** A grid under its headings, or under the places of its columns when it has none. */
function mappedGrid(grid: Grid): Pick<GivenSheet, 'grid' | 'mapping'> | undefined {
  for (const each of [grid, placedGrid(grid)]) {
    const mapping = each && proposedMapping(each);
    if (mapping) return { grid: each, mapping };
  }
  return undefined;
}

export function givenText(bytes: Uint8Array): Result<GivenFile, FileProblem> {
  if (bytes.length > LARGEST_TEXT_BYTES) return fail('tooLarge');
  const grid = textGrid(bytes, (heading) => fieldOfHeading(heading) !== undefined);
  if (!grid) return fail('notText');
  const mapped = mappedGrid(grid);
  return mapped ? ok({ ...mapped, isCut: false, sheets: [], left: [] }) : fail('noHeadings');
}

/** The sheets of a workbook, as grids. */
export function sheetGrids({ sheets }: TableRead): Grid[] {
  return sheets.map(({ name, rows, merged, uncomputed }) => ({
    sheet: name,
    merged,
    odd: uncomputed.map((at) => ({ code: 'list.uncomputed', severity: 'warning', facts: { sheet: name, at } })),
    rows: rows.map(({ at, cells }) => ({ at, cells: cells.map(unpackCell) })),
  }));
}

function known({ mapping: { columns } }: GivenSheet): number {
  return columns.filter(({ field }) => field !== null).length;
}

/** Of several sheets, the one whose headings say the most. */
export function givenSheets(read: TableRead): Result<GivenFile, FileProblem> {
  const sheets = sheetGrids(read).flatMap((grid, at): GivenSheet[] => {
    const mapped = mappedGrid(grid);
    return mapped ? [{ ...mapped, isCut: read.sheets[at]?.isCut ?? false }] : [];
  });
  const [best] = [...sheets].sort((a, b) => known(b) - known(a));
  const readable = new Set(sheets.map(({ grid }) => grid.sheet));
  const blank = read.sheets.map(({ name }) => name).filter((name) => !readable.has(name));
  return best ? ok({ ...best, sheets, left: [...blank, ...read.unread] }) : fail('noHeadings');
}

/** The file read from another of its sheets, whatever the capitals of its name; undefined for one that cannot be. */
export function fromSheet(file: GivenFile, name: string): GivenFile | undefined {
  const sheet = sheetNamed(
    file.sheets.map(({ grid }) => grid),
    name,
  );
  const chosen = file.sheets.find(({ grid }) => grid === sheet);
  return chosen && { ...file, ...chosen };
}

/** The sheet of that very name, or of that name whatever its capitals. */
export function sheetNamed(grids: readonly Grid[], name: string): Grid | undefined {
  const folded = (text: string | null) => (text ?? '').trim().toLocaleLowerCase('fr');
  return grids.find(({ sheet }) => sheet === name) ?? grids.find(({ sheet }) => folded(sheet) === folded(name));
}

/** What a column of a file fills, in words. */
export function listFieldHeading(field: ListField): string {
  if (field === 'fullName') return fullNameLabel;
  return field === 'nirKey' ? nirKeyLabel : column(payrollListTable, field).heading;
}

/** Names of the sheets of the file that are not read. */
export function otherSheets({ grid, sheets, left }: GivenFile): string[] {
  return [...sheets.flatMap((each) => (each.grid.sheet === grid.sheet ? [] : (each.grid.sheet ?? []))), ...left];
}
