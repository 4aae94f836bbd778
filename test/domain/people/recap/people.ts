/** People as a close keeps them, made by hand. */
import { plainDate } from '../../../../shared/domain/calendar/plainDate.ts';
import type { FrozenPerson } from '../../../../shared/domain/people/recap/frozenPerson.ts';
import { textCell, type Cell } from '../../../../shared/domain/review/cell.ts';

export const date = (text: string): Cell => ({ date: plainDate(text) });

/** `Nom1 P1` for person 1, unless their cells say otherwise. */
export function somebody(
  id: string,
  cells: Readonly<Record<string, Cell>> = {},
  { own = [], isGone = false }: { readonly own?: readonly string[]; readonly isGone?: boolean } = {},
): FrozenPerson {
  const names = { employeeNumber: textCell(`000${id}`), lastName: textCell(`Nom${id}`), firstName: textCell(`P${id}`) };
  return { id, cells: { ...names, ...cells }, own: new Set(own), isGone };
}
