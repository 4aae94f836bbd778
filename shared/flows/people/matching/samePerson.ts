/** « C'est la même personne »: a row of « Salariés » takes the identifier under which Lucca has the person now. */
import { blank, canonical, textCell, type Cell } from '../../../domain/review/cell.ts';
import type { PlanLine, PlanReason } from '../../../domain/review/plan.ts';
import { itemId, type ReviewItem } from '../../../domain/review/review.ts';
import { employeesBaseTable, employeesTable } from '../../../tables/employeesTable.ts';
import { rowKey } from '../../../tables/declaration.ts';
import { formerIdsTable } from '../../../tables/people/formerIdsTable.ts';
import { monthMovementsTable } from '../../../tables/people/monthMovementsTable.ts';
import { payrollListTable } from '../../../tables/people/payrollListTable.ts';
import type { BookRow, BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { listRows } from './matchingReading.ts';

const COLUMN = 'luccaId';

/** Registers and copies of months that are closed keep the identifier under which they were made: what reads them is told who it is now. */
function rememberedLine(of: string, current: string, snapshot: BookSnapshot): PlanLine {
  const step = String(rowsOf(snapshot, formerIdsTable.name).length + 1);
  const after = { luccaId: textCell(of), current: textCell(current), step: textCell(step) };
  const key = rowKey(formerIdsTable, after);
  return { operation: 'add', table: formerIdsTable.name, key, after, reason: 'memory' };
}

/** Rows of « Mouvements du mois » go with what payroll ticked and typed on them: told again, they would be done twice. */
function movementRows(of: string, after: Cell, snapshot: BookSnapshot): readonly BookRow[] {
  const rows = rowsOf(snapshot, monthMovementsTable.name);
  const held = new Set(rows.map(({ key }) => key));
  const isTaken = ({ cells }: BookRow) => held.has(rowKey(monthMovementsTable, { ...cells, [COLUMN]: after }));
  return rows.filter((row) => canonical('identifier', row.cells[COLUMN] ?? blank) === of && !isTaken(row));
}

/**
 * The arrival and the row `of` as one question. Accepted: the row is renamed, and so are what it was last accepted with, its link in the
 * list of payroll and its movements; what Lucca says otherwise is proposed by the next review. Ignored: somebody else, who is added. Undefined
 * where the row cannot be told from another one.
 */
export function samePersonItem(arrival: ReviewItem, of: string, snapshot: BookSnapshot): ReviewItem | undefined {
  const rows = rowsOf(snapshot, employeesTable.name).filter(({ key }) => key === of);
  const before = rows[0]?.cells[COLUMN];
  if (!before || rows.length > 1) return undefined;
  const after = textCell(arrival.key);
  const renamed = (table: string, key: string, cell = before, reason: PlanReason = 'change'): PlanLine => ({
    ...{ table, key, reason, operation: 'set', column: COLUMN, before: cell, after },
  });
  const base = rowsOf(snapshot, employeesBaseTable.name).filter(({ key }) => key === of);
  const links = listRows(snapshot).filter(
    ({ cells }) => cells[COLUMN] && canonical('identifier', cells[COLUMN]) === of,
  );
  const accept = [
    renamed(employeesTable.name, of),
    ...base.map(({ key, cells }) => renamed(employeesBaseTable.name, key, cells[COLUMN], 'memory')),
    ...links.map(({ key, cells }) => renamed(payrollListTable.name, key, cells[COLUMN])),
    ...movementRows(of, after, snapshot).map(({ key, cells }) => renamed(monthMovementsTable.name, key, cells[COLUMN])),
    rememberedLine(of, arrival.key, snapshot),
  ];
  return {
    ...arrival,
    id: itemId(employeesTable.name, arrival.key, COLUMN),
    key: of,
    kind: 'conflict',
    changes: [{ column: COLUMN, before, after }],
    decision: 'undecided',
    lines: { accept, ignore: arrival.lines.accept },
  };
}
