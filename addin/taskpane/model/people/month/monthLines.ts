/** Rows of « Mouvements du mois », « Contrôle » and « Pointage de la paie » as the pane lists them. */
import { displayed, isBlank, textCell } from '../../../../../shared/domain/review/cell.ts';
import type { RowCells } from '../../../../../shared/domain/review/plan.ts';
import { rowKey, type TableDeclaration } from '../../../../../shared/tables/declaration.ts';
import { movementStates, taskHeadings, taskStates } from '../../../../../shared/tables/people/monthMovementsTable.ts';

/** One row, by its key in the sheet. */
export interface MonthLine {
  readonly key: string;
  readonly cells: RowCells;
}

export function linesOf(table: TableDeclaration, rows: readonly RowCells[]): MonthLine[] {
  return rows.map((cells) => ({ key: rowKey(table, cells), cells }));
}

/** A cell as a French reader sees it. */
export function textIn({ cells }: MonthLine, key: string): string {
  return displayed(cells[key] ?? textCell(''));
}

export function nameIn(line: MonthLine): string {
  return ['lastName', 'firstName']
    .map((key) => textIn(line, key))
    .filter((each) => each !== '')
    .join(' ');
}

/** What is still to be typed in payroll of an entry. */
export function tasksLeftIn(line: MonthLine): number {
  return Object.keys(taskHeadings).filter((key) => {
    const state = textIn(line, key);
    return state !== taskStates.done && state !== taskStates.none;
  }).length;
}

export const isDone = (line: MonthLine) => textIn(line, 'done') === 'oui';
export const isStale = (line: MonthLine) => textIn(line, 'state') === movementStates.stale;
export const isExplained = ({ cells }: MonthLine) => {
  const { explanation } = cells;
  return explanation !== undefined && !isBlank(explanation);
};
