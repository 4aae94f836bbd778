/** Whose people a workbook speaks of: never another account's, and not forgotten while one of their identifiers is there. */
import { displayed } from '../domain/review/cell.ts';
import type { PlanLine } from '../domain/review/plan.ts';
import { employeesTable } from '../tables/employeesTable.ts';
import { stateTable } from '../tables/memoryTables.ts';
import type { BookSnapshot } from './book.ts';
import { bookState, rowsOf } from './bookState.ts';

/** Two panes may have read one new workbook for two accounts: the second one must not write in the first one's. */
export function isForOther(snapshot: BookSnapshot, lines: readonly PlanLine[]): boolean {
  const account = bookState(snapshot).owner?.account ?? '';
  return lines.some((line) => {
    if (line.table !== stateTable.name || line.key !== 'ACCOUNT' || line.operation === 'delete') return false;
    const after = line.operation === 'set' ? line.after : line.after['value'];
    return account !== '' && after !== undefined && displayed(after) !== account;
  });
}

/** How many rows of « Salariés » bear an identifier of Lucca. */
export function linkedRows(snapshot: BookSnapshot): number {
  return rowsOf(snapshot, employeesTable.name).filter(({ key }) => key !== '').length;
}

const owning: ReadonlySet<string> = new Set(['CONNECTION', 'ACCOUNT']);

/**
 * `lines`, which take a plan back, without those that would forget whose people they are while a linked row stays.
 * @param held those of `lines` that will be written.
 */
export function withOwner(snapshot: BookSnapshot, lines: readonly PlanLine[], held = lines): readonly PlanLine[] {
  const gone = held.filter(({ operation, table }) => operation === 'delete' && table === employeesTable.name);
  if (linkedRows(snapshot) <= gone.length) return lines;
  return lines.filter(
    ({ operation, table, key }) => !(operation === 'delete' && table === stateTable.name && owning.has(key)),
  );
}
