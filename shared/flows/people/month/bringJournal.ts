/** A journal of payroll brought from its file into « Journal de paie »: the lines of the file before it go, those pasted by hand stay. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Grid } from '../../../domain/people/payrollList/grid.ts';
import {
  journalFields,
  likelyHeadings,
  mappedJournal,
  type JournalField,
  type MappedJournal,
} from '../../../domain/people/month/journalColumns.ts';
import { blank, displayed, isBlank, textCell, type Cell } from '../../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../../domain/review/plan.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { payrollJournalTable } from '../../../tables/people/payrollCheckTables.ts';
import type { BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { replacing } from '../../replacing.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';

export type JournalChoice = Readonly<Partial<Record<JournalField, string>>>;

/** `headings`: those of the file, among which no matricule and no code were recognised. */
export interface UnmappedJournal {
  readonly headings: readonly string[];
}

/** The sheet of a file that is a journal; the first of them. */
export function journalIn(grids: readonly Grid[], chosen: JournalChoice = {}): Result<MappedJournal, UnmappedJournal> {
  for (const grid of grids) {
    const mapped = mappedJournal(grid, chosen);
    if (mapped) return ok(mapped);
  }
  const [likely = []] = grids.map(likelyHeadings).sort((a, b) => b.length - a.length);
  return fail({ headings: likely });
}

/** Figures stay as they are; what identifies is text. */
function cellOf(field: JournalField, cell: Cell): Cell {
  const isFigure = field === 'quantity' || field === 'amount' || field === 'employee' || field === 'employer';
  return isFigure && 'number' in cell ? cell : textCell(displayed(cell).trim());
}

function rowsFrom({ rows, columns }: MappedJournal, month: PlainMonth): RowCells[] {
  return rows.flatMap(({ at, cells }): RowCells[] => {
    const filled = journalFields.map((field) => {
      const index = columns[field];
      return [field, index === undefined ? blank : cellOf(field, cells[index] ?? blank)] as const;
    });
    const row = Object.fromEntries(filled) as Record<JournalField, Cell>;
    if (isBlank(row.employeeNumber) || isBlank(row.code)) return [];
    return [{ line: textCell(`${month}/${at}`), ...row, month: textCell(month) }];
  });
}

/** The lines that make the journal say the file for the month. Lines of other months, and those pasted by hand, stay. */
export function journalLines(snapshot: BookSnapshot, journal: MappedJournal, month: PlainMonth): PlanLine[] {
  const held = rowsOf(snapshot, payrollJournalTable.name);
  return replacing(
    payrollJournalTable,
    held,
    rowsFrom(journal, month),
    (row) => row.key !== '' && textOf(row, 'month') === month,
  );
}
