/**
 * Each row of « Lignes d'import » against its check value: as it was prepared, or edited since. An edited row still speaks where one cell, put
 * back, makes the check value right again: `A2/S/50/…` whose « Absence » was retyped says « congés payés » as the line that it takes back does.
 */
import { halfDaysIn } from '../../../domain/absences/transferLines.ts';
import { payrollTargetKeys } from '../../../domain/absences/targets/targets.ts';
import { blank, displayed, isBlank, textCell, type Cell } from '../../../domain/review/cell.ts';
import type { RowCells } from '../../../domain/review/plan.ts';
import { absenceSettingsTable } from '../../../tables/absences/absenceRegisterTable.ts';
import { directionLabels, importLinesTable } from '../../../tables/absences/importsTable.ts';
import { rowKey } from '../../../tables/declaration.ts';
import type { BookRow } from '../../book.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import { checkKey, isOfRun, type HeldTransfer } from './heldTransfer.ts';
import { registeredLines } from './registeredLines.ts';
import { lineCheck, linesCheck, preparedId, registeredColumns, spanCells } from './transferRows.ts';

/** The one cell that was edited, and what it said. */
export interface Mend {
  readonly column: string;
  readonly was: Cell;
}

export interface HeldLine {
  /** As the sheet has it. */
  readonly row: BookRow;
  /** As it was prepared, its tick as typed; null where nothing tells. */
  readonly prepared: BookRow | null;
  readonly mend: Mend | null;
  readonly isIntact: boolean;
}

/** The row that speaks: as it was prepared where that is known. */
export const spoken = ({ row, prepared }: Pick<HeldLine, 'row' | 'prepared'>): BookRow => prepared ?? row;

type Suspect = readonly [column: string, cell: Cell];

const ofAccount = ['category', 'code', 'account', ...payrollTargetKeys];

/** What `A2/S/50/CP/9/2026-10-05M/J/A1` says of its line. */
function saidById(row: BookRow): Suspect[] {
  const [run = '', letter, luccaId = '', code = '', accountId = '', , , corrects = ''] = textOf(row, 'id').split('/');
  const direction = letter === 'S' ? directionLabels.delete : directionLabels.import;
  return Object.entries({ run, direction, luccaId, code, accountId, corrects }).map(([key, text]) => [
    key,
    textCell(text),
  ]);
}

function saidByHalfDays(row: BookRow): Suspect[] {
  const halfDays = halfDaysIn(textOf(row, 'detail'));
  return halfDays ? Object.entries(spanCells({ halfDays })) : [];
}

/** What the register says of a line besides the cells that bear the same names. */
function saidByRegister(row: BookRow, registered: BookRow): Suspect[] {
  const name = textOf(registered, 'name');
  const [last, first] = [textOf(row, 'lastName'), textOf(row, 'firstName')];
  const names: Suspect[] = [
    ['lastName', textCell(name.slice(0, Math.max(0, name.length - first.length)).trim())],
    ['firstName', textCell(name.slice(last.length).trim())],
  ];
  return [...Object.entries(registered.cells), ...names];
}

type Said = ReadonlyMap<string, Suspect>;

const saidKey = ([key, cell]: Suspect) => `${key} ${displayed(cell)}`;

/** What rows say, each value once, by what they say under `key`. */
function saidBy(rows: readonly BookRow[], key: string, saidOf: (row: BookRow) => Suspect[]): ReadonlyMap<string, Said> {
  const groups = new Map<string, Map<string, Suspect>>();
  for (const row of rows) {
    const group = groups.get(textOf(row, key)) ?? new Map<string, Suspect>();
    groups.set(textOf(row, key), group);
    for (const said of saidOf(row)) group.set(saidKey(said), said);
  }
  return groups;
}

/** What the lines of each person and of each account say. */
interface Kin {
  readonly persons: ReadonlyMap<string, Said>;
  readonly accounts: ReadonlyMap<string, Said>;
}

/** Read once for all the rows that were edited. */
function kinIn(rows: readonly BookRow[], edited: ReadonlySet<BookRow>): Kin {
  const near = (key: string) => {
    const values = new Set([...edited].map((row) => textOf(row, key)));
    return rows.filter((row) => values.has(textOf(row, key)));
  };
  return {
    persons: saidBy(near('luccaId'), 'luccaId', ({ cells }) => Object.entries(cells)),
    accounts: saidBy(near('accountId'), 'accountId', ({ cells }) =>
      ofAccount.map((key): Suspect => [key, cells[key] ?? blank]),
    ),
  };
}

/** What the cells of a row may have said: as the register has them, as they follow from each other, as lines of its person and account say. */
function suspects(row: BookRow, { persons, accounts }: Kin, registered: BookRow | undefined): Suspect[] {
  const kin = persons.get(textOf(row, 'luccaId'))?.values() ?? [];
  const account = accounts.get(textOf(row, 'accountId'))?.values() ?? [];
  const said = [...saidById(row), ...saidByHalfDays(row), ...kin, ...account];
  const all: Suspect[] = [
    ...(registered ? saidByRegister(row, registered) : []),
    ['id', textCell(preparedId(row))],
    ...said,
    ...importLinesTable.columns.map(({ key }): Suspect => [key, blank]),
  ];
  return [...new Map(all.map((each) => [saidKey(each), each])).values()];
}

function mendOf(row: BookRow, kin: Kin, registered: BookRow | undefined): Mend | null {
  const check = textOf(row, 'check');
  if (check === '') return null;
  const found = suspects(row, kin, registered).find(
    ([column, cell]) => column in row.cells && lineCheck({ ...row.cells, [column]: cell }) === check,
  );
  return found ? { column: found[0], was: found[1] } : null;
}

/** All that the register holds of a line is still there: what was edited is beside it, and the register can go on from it. */
function isAsRegistered(row: BookRow, registered: BookRow): boolean {
  const name = [textOf(row, 'lastName'), textOf(row, 'firstName')].join(' ').trim();
  const same = registeredColumns.every((key) => textOf(row, key) === textOf(registered, key));
  return same && name === textOf(registered, 'name') && textOf(row, 'run') === textOf(registered, 'run');
}

function mended(row: BookRow, { column, was }: Mend): BookRow {
  const cells: RowCells = { ...row.cells, [column]: was };
  return { ...row, cells, key: rowKey(importLinesTable, cells) };
}

/** Imports whose lines are, all together, those that were prepared. */
function soundImports(held: HeldTransfer, rows: readonly BookRow[]): ReadonlySet<string> {
  const groups = new Map<string, BookRow[]>();
  for (const row of rows) {
    const run = textOf(row, 'run');
    const group = groups.get(run);
    if (group) group.push(row);
    else groups.set(run, [row]);
  }
  const kept = new Map(held.rows(absenceSettingsTable).map((row) => [row.key, textOf(row, 'value')]));
  const sound = [...groups].filter(([run, own]) => kept.get(checkKey(run)) === linesCheck(own));
  return new Set(sound.map(([run]) => run));
}

/** Two rows under one identifier speak no more: nobody knows which one payroll ticked. */
function withoutDoubles(lines: readonly HeldLine[]): HeldLine[] {
  const keys = new Set<string>();
  const doubled = new Set<string>();
  for (const { key } of lines.map(spoken)) (keys.has(key) ? doubled : keys).add(key);
  return lines.map((each) =>
    doubled.has(spoken(each).key) ? { row: each.row, prepared: null, mend: null, isIntact: false } : each,
  );
}

/** So many edited at once is no slip of a cell: a column was sorted alone, and no row can be trusted. */
const SLIPS = 50;

/** Every row of « Lignes d'import » that says something. */
export function heldLines(held: HeldTransfer): HeldLine[] {
  const isSaid = ({ cells }: BookRow) => Object.values(cells).some((cell) => !isBlank(cell));
  const rows = held.rows(importLinesTable).filter(isSaid);
  const sound = soundImports(held, rows);
  const isRight = (row: BookRow) => sound.has(textOf(row, 'run')) || lineCheck(row.cells) === textOf(row, 'check');
  const edited = new Set(rows.filter((row) => !isRight(row)));
  const registered = edited.size === 0 ? new Map<string, BookRow>() : registeredLines(held);
  const kin = edited.size === 0 || edited.size > SLIPS ? null : kinIn(rows, edited);
  const read = rows.map((row): HeldLine => {
    if (!edited.has(row)) return { row, prepared: row, mend: null, isIntact: true };
    const known = registered.get(row.key);
    const mend = kin && mendOf(row, kin, known);
    const prepared = mend ? mended(row, mend) : known && isAsRegistered(row, known) ? row : null;
    return { row, prepared, mend, isIntact: false };
  });
  return withoutDoubles(read);
}

export interface HeldImport {
  readonly lines: readonly HeldLine[];
  /** Nothing was edited, added nor deleted since it was prepared. */
  readonly isSound: boolean;
}

/** The lines of an import, as they were prepared wherever that is known. */
export function linesOf(held: HeldTransfer, number: string): HeldImport {
  const lines = heldLines(held).filter((each) => isOfRun(number)(spoken(each)));
  const rows = lines.map(({ row }) => row);
  return { lines, isSound: lines.every(({ isIntact }) => isIntact) && soundImports(held, rows).has(number) };
}
