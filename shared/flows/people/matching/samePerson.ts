/** « C'est la même personne »: a row of « Salariés » takes the identifier under which Lucca has the person now. */
import { canonical, textCell } from '../../../domain/review/cell.ts';
import type { PlanLine, PlanReason } from '../../../domain/review/plan.ts';
import { itemId, type ReviewItem } from '../../../domain/review/review.ts';
import { employeesBaseTable, employeesTable } from '../../../tables/employeesTable.ts';
import { payrollListTable } from '../../../tables/people/payrollListTable.ts';
import type { BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { listRows } from './matchingReading.ts';

const COLUMN = 'luccaId';

/**
 * The arrival and the row `of` as one question. Accepted: the row is renamed, and so are what it was last accepted with and its link in the
 * list of payroll; what Lucca says otherwise is proposed by the next review. Ignored: somebody else, who is added. Undefined where the row
 * cannot be told from another one.
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
