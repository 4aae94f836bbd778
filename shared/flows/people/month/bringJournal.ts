/** A journal of payroll brought from its file into « Journal de paie »: it replaces the lines of its own establishments, or of its own file. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import { LARGEST_TEXT_BYTES, textGrid, type Grid } from '../../../domain/people/payrollList/grid.ts';
import { isUntitled } from '../../../domain/people/payrollList/headless.ts';
import {
  hasFigures,
  isJournalHeading,
  journalFields,
  likelyHeadings,
  mappedJournal,
  type JournalField,
  type MappedJournal,
} from '../../../domain/people/month/journalColumns.ts';
import { journalRowsOf, type JournalCells, type JournalRows } from '../../../domain/people/month/journalRows.ts';
import { canonical, displayed, textCell } from '../../../domain/review/cell.ts';
import type { PlanLine } from '../../../domain/review/plan.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { orElse } from '../../../messages/fr/employees/payrollCheck.ts';
import { column } from '../../../tables/declaration.ts';
import { establishmentsTable } from '../../../tables/establishmentsTable.ts';
import { payrollJournalTable } from '../../../tables/people/payrollCheckTables.ts';
import { establishmentNamed, readEstablishments } from '../../../tables/readEstablishments.ts';
import type { BookRow, BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { replacing } from '../../replacing.ts';
import { placedGrid, sheetNamed } from '../payrollFile.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';

export type JournalChoice = Readonly<Partial<Record<JournalField, string>>>;

/** `headings`: those of the file, or its columns named by their place (`isUntitled`). `lacks`: what was not recognised among them: a matricule and a code, or any figure. */
export interface UnmappedJournal {
  readonly headings: readonly string[];
  readonly lacks: 'keys' | 'figures';
  readonly isUntitled?: true;
}

/** What a file brings. `kept`: its lines that are taken. */
export interface BroughtJournal {
  readonly lines: readonly PlanLine[];
  readonly kept: number;
  readonly findings: readonly Finding[];
}

const ROWS_TOLD = 10;

/** A file given as a journal: its sheets, or its one text. `unread`: sheets that nobody can choose. `sheet`: the one that the person chose. */
export interface JournalFile {
  readonly grids: readonly Grid[];
  readonly unread?: readonly string[];
  readonly sheet?: string;
}

/** The rows of a text file that is a journal; undefined for what is no text. */
export function journalText(bytes: Uint8Array): Grid | undefined {
  return bytes.length > LARGEST_TEXT_BYTES ? undefined : textGrid(bytes, isJournalHeading);
}

/** A grid without headings, its columns named by their place; undefined for one that has some. */
function untitledGrid(grid: Grid): Grid | undefined {
  return likelyHeadings(grid).length > 0 ? undefined : placedGrid(grid);
}

function mappedIn(grid: Grid, chosen: JournalChoice): MappedJournal | undefined {
  const placed = untitledGrid(grid);
  return mappedJournal(grid, chosen) ?? (placed && mappedJournal(placed, chosen));
}

const most = (lists: readonly (readonly string[])[]) => [...lists].sort((a, b) => b.length - a.length)[0] ?? [];

/** What the person may bind: the headings of the file, or the places of its columns where none is recognised. */
function unmapped(grids: readonly Grid[], [first]: readonly MappedJournal[]): UnmappedJournal {
  const isPlaced = first && isUntitled(first.grid) ? { isUntitled: true as const } : {};
  if (first) return { headings: first.headings.filter((each) => each !== ''), lacks: 'figures', ...isPlaced };
  const headings = most(grids.map(likelyHeadings));
  if (headings.length > 0) return { headings, lacks: 'keys' };
  const places = grids.flatMap((grid) => untitledGrid(grid) ?? []).map(likelyHeadings);
  return { headings: most(places), lacks: 'keys', isUntitled: true };
}

/** The sheet of a file that is a journal: the one that was chosen, else the first that has lines. */
export function journalIn(
  { grids: all, unread = [], sheet }: JournalFile,
  chosen: JournalChoice = {},
): Result<MappedJournal, UnmappedJournal> {
  const own = sheet === undefined ? undefined : sheetNamed(all, sheet);
  const grids = own ? [own] : all;
  const mapped = grids.flatMap((grid) => mappedIn(grid, chosen) ?? []);
  const figured = mapped.filter(hasFigures);
  const journal = figured.find(({ rows }) => rows.length > 0) ?? figured[0];
  if (!journal) return fail(unmapped(grids, mapped));
  const others = all.flatMap((grid) => (grid.sheet === journal.grid.sheet ? [] : (grid.sheet ?? [])));
  return ok({ ...journal, leftSheets: [...others, ...unread] });
}

/** What lines are of: their establishment, by whichever of its names; without one, their file. */
function scopes(snapshot: BookSnapshot, file: string) {
  const establishments = readEstablishments(snapshot[establishmentsTable.name]).value;
  const placed = (typed: string) => {
    const own = establishmentNamed(establishments, typed);
    return canonical('text', textCell(own ? own.code || own.name : typed));
  };
  const text = (cells: JournalCells) => displayed(cells.establishment);
  return {
    ofCells: (cells: JournalCells) => (text(cells) === '' ? file : placed(text(cells))),
    ofRow: (row: BookRow) => {
      const typed = textOf(row, 'establishment');
      return typed === '' ? row.key.split('/').slice(1, -1).join('/') : placed(typed);
    },
  };
}

const scopeText = (scope: string) => canonical('identifier', textCell(scope));

function told(code: string, severity: Finding['severity'], facts: Finding['facts']): Finding {
  return { code, severity, facts };
}

function columnsText({ columns, spares, headings }: MappedJournal): string {
  const taken = journalFields.flatMap((field) => {
    const index = columns[field];
    if (index === undefined) return [];
    const read = [index, ...(spares[field] ?? [])].map((each) => headings[each] ?? '');
    return [`${column(payrollJournalTable, field).heading} = ${orElse(read)}`];
  });
  return taken.join(', ');
}

/** Which sheet was read, where there was a choice. */
function sheetFindings({ grid: { sheet }, leftSheets = [] }: MappedJournal): Finding[] {
  if (sheet === null || leftSheets.length === 0) return [];
  return [told('journalSheet', 'info', { sheet, sheets: leftSheets.join(', ') })];
}

function leftFindings({ dropped, otherMonths, oddMonths }: JournalRows, month: PlainMonth): Finding[] {
  const rows = dropped.slice(0, ROWS_TOLD).join(', ');
  const others = Math.max(0, dropped.length - ROWS_TOLD);
  return [
    ...(dropped.length > 0 ? [told('journalRowsDropped', 'warning', { lines: dropped.length, at: rows, others })] : []),
    ...(otherMonths > 0 ? [told('journalOtherMonths', 'info', { lines: otherMonths, month })] : []),
    ...(oddMonths > 0 ? [told('journalMonthsOdd', 'warning', { lines: oddMonths, month })] : []),
  ];
}

/** The lines that make the journal say the file for the month. Lines of other months, of other establishments or files, and those pasted by hand, stay. */
export function journalLines(
  snapshot: BookSnapshot,
  journal: MappedJournal,
  month: PlainMonth,
  file = '',
): BroughtJournal {
  const held = rowsOf(snapshot, payrollJournalTable.name);
  const rows = journalRowsOf(journal, month);
  const { ofCells, ofRow } = scopes(snapshot, file.replace(/\//g, '-'));
  const wanted = rows.kept.map(({ at, cells }) => {
    const line = [month, ofCells(cells), at].filter((each) => each !== '').join('/');
    return { ...cells, line: textCell(line), month: textCell(month) };
  });
  const own = new Set(rows.kept.map(({ cells }) => scopeText(ofCells(cells))));
  const brought = held.filter((row) => row.key !== '' && textOf(row, 'month') === month);
  const replaced = new Set(brought.filter((row) => own.has(scopeText(ofRow(row)))));
  const kept = brought.length - replaced.size;
  return {
    lines: replacing(payrollJournalTable, held, wanted, (row) => replaced.has(row)),
    kept: wanted.length,
    findings: [
      ...sheetFindings(journal),
      ...(isUntitled(journal.grid) ? [told('journalNoHeadings', 'info', {})] : []),
      told('journalColumns', 'info', { columns: columnsText(journal) }),
      ...(journal.grid.odd ?? []),
      ...leftFindings(rows, month),
      ...(replaced.size > 0 ? [told('journalReplaced', 'info', { lines: replaced.size })] : []),
      ...(kept > 0 ? [told('journalKeptBeside', 'info', { lines: kept })] : []),
    ],
  };
}
