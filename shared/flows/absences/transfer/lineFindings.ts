/** What is told of a line of « Lignes d'import », at its cell: whose, of which days, and what to do. */
import { halfDaysIn } from '../../../domain/absences/transferLines.ts';
import type { Finding, Place } from '../../../domain/finding.ts';
import { displayed } from '../../../domain/review/cell.ts';
import { importLinesTable } from '../../../tables/absences/importsTable.ts';
import { cellPlace } from '../../../tables/cellPlace.ts';
import { column } from '../../../tables/declaration.ts';
import type { BookRow } from '../../book.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import { linesOf, spoken, type HeldImport, type HeldLine } from './heldLines.ts';
import type { HeldTransfer } from './heldTransfer.ts';

function placeOf({ snapshot }: HeldTransfer, row: BookRow, key: string): Pick<Finding, 'place'> {
  const table = snapshot[importLinesTable.name];
  return table?.state === 'found' ? { place: cellPlace(importLinesTable, table, row, key) } : {};
}

/** Whose it is, and of which days. */
function aboutLine(row: BookRow): Finding['facts'] {
  const halfDays = halfDaysIn(textOf(row, 'detail'));
  return {
    run: textOf(row, 'run'),
    person: [textOf(row, 'lastName'), textOf(row, 'firstName')].join(' ').trim(),
    from: halfDays?.[0]?.date ?? '',
    to: halfDays?.at(-1)?.date ?? '',
  };
}

/** An error at a cell of a line. */
export function lineFinding(
  held: HeldTransfer,
  line: HeldLine,
  { code, key, facts = {} }: { readonly code: string; readonly key: string; readonly facts?: Finding['facts'] },
): Finding {
  const about = aboutLine(spoken(line));
  return { code, severity: 'error', ...placeOf(held, line.row, key), facts: { ...about, ...facts } };
}

/** The line is named by the cell that was edited and what it said, where that is known. */
export function editedFinding(held: HeldTransfer, line: HeldLine): Finding {
  const { mend } = line;
  if (!mend) return lineFinding(held, line, { code: 'absenceLineEdited', key: 'run' });
  const facts = { heading: column(importLinesTable, mend.column).heading, was: displayed(mend.was) };
  return lineFinding(held, line, { code: 'absenceCellEdited', key: mend.column, facts });
}

/** As many are named one by one: a column that was sorted alone edits every line. */
const NAMED = 10;

/** Why the lines of an import are not those that were prepared; none where they are. */
export function editedFindings(
  held: HeldTransfer,
  number: string,
  { lines, isSound }: HeldImport = linesOf(held, number),
): Finding[] {
  if (isSound) return [];
  const edited = lines.filter(({ isIntact }) => !isIntact);
  const named = edited.slice(0, NAMED).map((line) => editedFinding(held, line));
  const table = snapshotPlace(held);
  const told = (code: string, facts: Finding['facts']): Finding => ({ code, severity: 'error', place: table, facts });
  if (edited.length === 0) return [told('absenceLinesMissing', { run: number })];
  const rest = edited.length - named.length;
  return [...named, ...(rest === 0 ? [] : [told('absenceLinesEdited', { run: number, count: rest })])];
}

function snapshotPlace({ snapshot }: HeldTransfer): Place {
  const table = snapshot[importLinesTable.name];
  return { table: importLinesTable.name, ...(table?.state === 'found' ? { sheet: table.sheet } : {}) };
}
