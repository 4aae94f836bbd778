/** Rows of « Mouvements du mois », and of any sheet that names people and days, as they are read. */
import type { PlainDate } from '../../../domain/calendar/plainDate.ts';
import type { MovementKind } from '../../../domain/people/month/movement.ts';
import { canonical, textCell } from '../../../domain/review/cell.ts';
import type { CurrentIds } from '../../../tables/people/currentIds.ts';
import { movementLabels } from '../../../tables/people/monthMovementsTable.ts';
import type { BookRow } from '../../book.ts';
import { byPerson } from '../../byPerson.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';

/** Number of Lucca of a row of « Salariés », or of any row that names somebody so. */
export function personOf(row: BookRow): string {
  return canonical('identifier', row.cells['luccaId'] ?? textCell(row.key));
}

export function dateOf(row: BookRow, key: string): PlainDate | undefined {
  const cell = row.cells[key];
  return cell && 'date' in cell ? cell.date : undefined;
}

/** Rows of a sheet by the person whom they name, under whichever identifier, in their order. */
export function rowsByPerson(rows: readonly BookRow[], { of }: CurrentIds): ReadonlyMap<string, readonly BookRow[]> {
  const named = rows.map((row) => ({ employeeId: of(personOf(row)), row }));
  return new Map([...byPerson(named)].map(([id, own]) => [id, own.map(({ row }) => row)] as const));
}

/** True for a row of « Mouvements du mois » of one of these kinds. */
export function isOf(row: BookRow, ...kinds: readonly MovementKind[]): boolean {
  return kinds.some((kind) => movementLabels[kind] === textOf(row, 'kind'));
}
