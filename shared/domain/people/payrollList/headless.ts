/** Which row of a file holds its headings, and a file that has none: its columns are named by their place, never by what they hold. */
import { displayed, textCell, type Cell } from '../../review/cell.ts';
import { normalEmail } from '../checks/contact.ts';
import { readIban } from '../checks/iban.ts';
import { readsAsNir } from '../checks/nir.ts';
import { normalPhone } from '../checks/phone.ts';
import { maskedSample } from '../mapping/maskedSample.ts';
import type { Grid, GridRow } from './grid.ts';
import { typedDate } from './typedDate.ts';

/** Rows among which the headings are looked for: exports bear a title, a date, the name of the company above them. */
const MOST_TITLES = 25;
/** As long as the shortest IBAN: one with a slip is as much somebody's own as the right one. */
const LIKE_IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,}$/i;

/** True of a NIR, an IBAN, an e-mail or a phone, even with a slip: a value of one person, and no heading. */
export function isPersonal(text: string): boolean {
  const isAccount = readIban(text).valid || LIKE_IBAN.test(text.replace(/\s/gu, ''));
  return readsAsNir(text) || isAccount || normalEmail(text) !== undefined || normalPhone(text) !== undefined;
}

/** A heading as it is shown: what is somebody's own value is masked, wherever it stands. */
export function headingText(cell: Cell): string {
  const text = displayed(cell).replace(/\s+/gu, ' ').trim();
  return isPersonal(text) ? maskedSample(text, 'secret') : text;
}

function isData(cell: Cell): boolean {
  if (!('text' in cell)) return 'number' in cell || 'date' in cell;
  return (
    (/\d/.test(cell.text) && !/\p{L}/u.test(cell.text)) || typedDate(cell.text) !== undefined || isPersonal(cell.text)
  );
}

interface Score {
  readonly row: GridRow;
  readonly known: number;
  readonly texts: number;
}

const widthOf = ({ cells }: GridRow) => cells.filter((cell) => 'text' in cell).length;

/** Two known headings say it; one does above data alone, in a row wider than the titles over it. */
function isTitled({ row, known, texts }: Score, above: readonly Score[]): boolean {
  const personal = row.cells.filter((cell) => 'text' in cell && isPersonal(cell.text)).length;
  if (known > 1) return known > personal;
  return known === 1 && texts > 1 && !row.cells.some(isData) && above.every((each) => each.texts < texts);
}

/** The row that holds the most headings that `meaningOf` knows, the first when they are equal; undefined when none is a row of headings. */
export function headingRow({ rows }: Pick<Grid, 'rows'>, meaningOf: (heading: string) => unknown): GridRow | undefined {
  if (isUntitled({ rows })) return rows[0];
  const scores = rows.slice(0, MOST_TITLES).map((row): Score => {
    const meanings = row.cells.map((cell) => ('text' in cell ? meaningOf(cell.text) : undefined));
    return { row, known: new Set(meanings.filter((each) => each !== undefined)).size, texts: widthOf(row) };
  });
  const titled = scores.filter((score, at) => isTitled(score, scores.slice(0, at)));
  const best = Math.max(0, ...titled.map(({ known }) => known));
  return titled.find(({ known }) => known === best)?.row;
}

/** The grid with a row 0 of names above all its rows; undefined for one that has no two columns. `nameOf`: by place, from 0. */
export function underNames(grid: Grid, nameOf: (index: number) => string): Grid | undefined {
  const isWide = grid.rows.some(({ cells }) => cells.filter((cell) => displayed(cell).trim() !== '').length > 1);
  if (!isWide) return undefined;
  const width = grid.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const cells = Array.from({ length: width }, (_, index) => textCell(nameOf(index)));
  return { ...grid, rows: [{ at: 0, cells }, ...grid.rows] };
}

/** True of a grid whose titles are the names of {@link underNames}. */
export function isUntitled({ rows }: Pick<Grid, 'rows'>): boolean {
  return rows[0]?.at === 0;
}
