/** The separator of a text file. */
import { separators, type Separator } from '../../files/delimited.ts';
import { delimitedRows, type DelimitedRow } from '../../files/delimitedRows.ts';

/** True of a heading that the reader of the file understands. */
export type KnowsHeading = (heading: string) => boolean;

/** Lines on which separators are tried: exports bear a title, a date, the name of the company above their headings. */
const TRIED = 40;

interface Score {
  readonly separator: Separator;
  /** Headings that are known, in the row that has the most of them. */
  readonly known: number;
  /** Rows of the commonest number of cells, when it is more than one. */
  readonly constant: number;
  readonly width: number;
}

/** The commonest number of cells of a row, one cell left out, and how many rows have it; noughts where no row has two. */
export function commonWidth(rows: readonly DelimitedRow[]): readonly [width: number, rows: number] {
  const widths = new Map<number, number>();
  for (const { cells } of rows) if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  const [commonest] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return commonest ?? [0, 0];
}

function scored(rows: readonly DelimitedRow[], separator: Separator, knows: KnowsHeading): Score {
  const [width, constant] = commonWidth(rows);
  const known = Math.max(0, ...rows.map(({ cells }) => new Set(cells.map((each) => each.trim()).filter(knows)).size));
  return { separator, known, constant, width };
}

/**
 * The separator under which most headings are known, then most rows have one width, then the widest; the first of the list when they are
 * equal. `said`: what the line `sep=` says, which is taken at its word.
 */
export function separatorOf(text: string, knows: KnowsHeading, said?: string): Separator {
  const own = separators.find((each) => each === said);
  if (own) return own;
  const head = text.split(/\r\n|\r|\n/, TRIED).join('\n');
  const scores = separators.map((each) => scored(delimitedRows(head, each), each, knows));
  const [best] = scores.sort((a, b) => b.known - a.known || b.constant - a.constant || b.width - a.width);
  return best?.separator ?? ';';
}
