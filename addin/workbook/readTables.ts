/** The rows of our tables, in blocks of cells. Nothing is parsed. */
import type { Cell } from '../../shared/domain/review/cell.ts';
import type { BookRow } from '../../shared/flows/book.ts';
import { bookRow, userCell } from '../../shared/tables/bookRow.ts';
import { runBlocks, type Block } from './blocks.ts';
import { cellsAt } from './body.ts';
import { halves, stretches, type Stretch } from './bytes.ts';
import type { Conversation } from './conversation.ts';
import { readCell, readFormula, type Raw } from './readCell.ts';
import type { LiveTable } from './survey.ts';

/** About 1 MB of answer, and never near the 5 million cells above which Excel answers nothing without a word. */
export const CELLS_PER_READ = 20_000;
const CHARACTERS_PER_CELL = 50;

/** Body rows of a table; a row in which nobody put anything is undefined. */
export type Rows = (BookRow | undefined)[];

/** Reads every row of the tables. */
export async function readRows(talk: Conversation, tables: readonly LiveTable[]): Promise<Rows[]> {
  const rows = tables.map((): Rows => []);
  const pieces = tables.flatMap((table, index) =>
    stretches(Array<number>(table.height).fill(cellsOfRow(table)), CELLS_PER_READ).map((stretch) => ({
      table,
      stretch,
      into: rows[index] ?? [],
    })),
  );
  const sizes = pieces.map(({ table, stretch }) => cellsOfRow(table) * (stretch.to - stretch.from));
  const blocks = stretches(sizes, CELLS_PER_READ).map(({ from, to }) => readBlock(talk, pieces.slice(from, to)));
  await runBlocks(talk, blocks);
  return rows;
}

/** Cells of a row; one that may hold a long text counts for many. */
function cellsOfRow({ declaration, places, width }: LiveTable): number {
  const long = declaration.columns.filter(({ key }) => places[key] !== undefined).map(({ longest = 0 }) => longest);
  return long.reduce((sum, each) => sum + each / CHARACTERS_PER_CELL, width);
}

interface Piece {
  readonly table: LiveTable;
  readonly stretch: Stretch;
  readonly into: Rows;
}

function readBlock(talk: Conversation, pieces: readonly Piece[]): Block {
  let ranges: readonly Excel.Range[] = [];
  const [first] = pieces;
  return {
    where: { table: first?.table.declaration.name ?? '', sheet: first?.table.sheet ?? '' },
    lines: [],
    act: () => {
      ranges = pieces.map((piece) => loadPiece(talk.context, piece));
    },
    done: () => pieces.forEach((piece, index) => keepRows(piece, ranges[index])),
    smaller: () => smallerPieces(pieces).map((piece) => readBlock(talk, [piece])),
  };
}

function smallerPieces(pieces: readonly Piece[]): readonly Piece[] {
  const [only] = pieces;
  return only && pieces.length === 1 ? halves(only.stretch).map((stretch) => ({ ...only, stretch })) : pieces;
}

function loadPiece(context: Excel.RequestContext, { table, stretch: { from, to } }: Piece): Excel.Range {
  // Nobody types a formula in a very hidden table, and its texts are long: half of the answer is spared.
  const isHidden = table.declaration.visibility === 'veryHidden';
  return cellsAt(context, table, { row: from, column: 0, height: to - from, width: table.width }).load(
    isHidden ? 'values' : 'values,formulas',
  );
}

function keepRows({ table, stretch, into }: Piece, range: Excel.Range | undefined): void {
  const values = (range?.values ?? []) as Raw[][];
  const formulas = table.declaration.visibility === 'veryHidden' ? values : ((range?.formulas ?? []) as Raw[][]);
  const read = rowReader(table);
  values.forEach((raws, index) => {
    into[stretch.from + index] = read(stretch.from + index, raws, formulas[index] ?? raws);
  });
}

/** A row as the port gives it, from its raw values and formulas; undefined when nobody put anything in it. */
export type RowReader = (index: number, raws: readonly Raw[], formulas: readonly Raw[]) => BookRow | undefined;

/** What reads the rows of `table`. */
export function rowReader({ declaration, places, headings }: LiveTable): RowReader {
  const ours = declaration.columns.flatMap(({ key, kind }) => {
    const place = places[key];
    return place === undefined ? [] : [{ key, kind, place }];
  });
  const taken = new Set(Object.values(places));
  const beside = headings.flatMap((heading, place) => (taken.has(place) ? [] : [{ heading, place }]));
  return (index, raws, formulas) => {
    const formulaAt = (place: number) => readFormula(formulas[place] ?? '', raws[place] ?? '');
    const cells: Record<string, Cell> = {};
    for (const { key, kind, place } of ours) cells[key] = readCell(raws[place] ?? '', kind);
    const others = beside.flatMap(({ heading, place }) =>
      userCell(heading, readCell(raws[place] ?? ''), formulaAt(place)),
    );
    const typed = ours.filter(({ place }) => formulaAt(place) !== undefined).map(({ key }) => key);
    return bookRow(declaration, { index, cells, formulas: typed, others });
  };
}
