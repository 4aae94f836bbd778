/** The lines of a payroll journal under its headings: whose each one is, and those that are left out, which are counted. */
import type { PlainMonth } from '../../calendar/plainDate.ts';
import { blank, displayed, isBlank, textCell, type Cell } from '../../review/cell.ts';
import { foldedName } from '../mapping/customField.ts';
import { isFigureField, journalFields, type JournalField, type MappedJournal } from './journalColumns.ts';
import { journalMonthOf } from './journalMonth.ts';

export type JournalCells = Readonly<Record<JournalField, Cell>>;

export interface JournalRows {
  /** `at`: the number of the row in the file. */
  readonly kept: readonly { readonly at: number; readonly cells: JournalCells }[];
  /** Numbers of the rows that have a code and nobody. */
  readonly dropped: readonly number[];
  /** Rows of other months. */
  readonly otherMonths: number;
  /** Rows kept whose month cannot be read. */
  readonly oddMonths: number;
}

/** Who stands above lines without a matricule. */
type Group = Pick<JournalCells, 'establishment' | 'employeeNumber' | 'name'>;

const TOTAL = /^(?:sous[- ]?)?(?:total|totaux|cumul|recapitulatif|recap)\b/;

/** Figures stay as they are; what identifies is text. */
function cellOf(field: JournalField, cell: Cell): Cell {
  return isFigureField(field) && 'number' in cell ? cell : textCell(displayed(cell).trim());
}

function cellsOf(cells: readonly Cell[], { columns, spares }: MappedJournal): JournalCells {
  const filled = journalFields.map((field) => {
    const own = columns[field];
    const indexes = [...(own === undefined ? [] : [own]), ...(spares[field] ?? [])];
    const said = indexes.map((index) => cellOf(field, cells[index] ?? blank));
    return [field, said.find((cell) => displayed(cell) !== '') ?? blank] as const;
  });
  return Object.fromEntries(filled) as JournalCells;
}

/** A line of a code of its own is a rubrique, whatever its label: « Total brut » is one. */
function isTotal(all: readonly Cell[], cells: JournalCells, { columns: { code = 0, label } }: MappedJournal): boolean {
  const said = isBlank(cells.code) ? all : all.filter((_, index) => index <= code && index !== label);
  return [...said, cells.establishment, cells.employeeNumber, cells.name].some((cell) =>
    TOTAL.test(foldedName(displayed(cell))),
  );
}

/** The line under its group; undefined when nobody stands above, or somebody else. */
function inGroup(cells: JournalCells, group: Group | undefined): JournalCells | undefined {
  if (!isBlank(cells.employeeNumber)) return cells;
  const isOther = (key: 'establishment' | 'name') =>
    !isBlank(cells[key]) && displayed(cells[key]) !== displayed(group?.[key] ?? blank);
  return group && !isOther('establishment') && !isOther('name') ? { ...cells, ...group } : undefined;
}

interface Told {
  readonly at: number;
  readonly is: 'none' | 'dropped' | 'line';
  readonly cells: JournalCells;
}

/** Every row with its person. A total, or a blank row, ends a group: what comes after is of nobody. */
function toldRows(journal: MappedJournal): Told[] {
  let group: Group | undefined;
  const heading = foldedName(journal.headings[journal.columns.code ?? -1] ?? '');
  return journal.rows.map(({ at, cells: all }): Told => {
    const cells = cellsOf(all, journal);
    if (foldedName(displayed(cells.code)) === heading) return { at, is: 'none', cells };
    if (isTotal(all, cells, journal) || all.every(isBlank)) group = undefined;
    else if (!isBlank(cells.employeeNumber)) group = cells;
    if (isBlank(cells.code)) return { at, is: 'none', cells };
    const { establishment, employeeNumber, name } = group ?? cells;
    const own = inGroup(cells, group && { establishment, employeeNumber, name });
    return own ? { at, is: 'line', cells: own } : { at, is: 'dropped', cells };
  });
}

/** The rows of `month`: all of them where the journal has no column of months. */
export function journalRowsOf(journal: MappedJournal, month: PlainMonth): JournalRows {
  const told = toldRows(journal).map((row) => {
    const text = displayed(row.cells.month);
    return { ...row, month: text === '' ? month : journalMonthOf(text) };
  });
  const lines = told.filter(({ is }) => is === 'line');
  const dropped = told.filter((row) => row.is === 'dropped' && (row.month ?? month) === month);
  return {
    kept: lines.filter((row) => (row.month ?? month) === month).map(({ at, cells }) => ({ at, cells })),
    dropped: dropped.map(({ at }) => at),
    otherMonths: lines.filter((row) => (row.month ?? month) !== month).length,
    oddMonths: lines.filter((row) => row.month === undefined).length,
  };
}
