/** The accounts that people had before the month that is told of. */
import { bankFields } from '../../domain/people/recap/bankChange.ts';
import type { FrozenPerson } from '../../domain/people/recap/frozenPerson.ts';
import { sameField } from '../../domain/people/recap/sameField.ts';
import type { Cell } from '../../domain/review/cell.ts';
import type { Sides } from './recapSides.ts';

/**
 * Lucca alone does not say what payroll held: an account of the workbook that Lucca contradicts, and was not seen to say in the month, was
 * there before it.
 */
function heldBefore(person: FrozenPerson, own: FrozenPerson, { changes }: Sides): FrozenPerson {
  const { id, cells, asked = {} } = own;
  const held = bankFields.flatMap((field): [string, Cell][] => {
    const cell = cells[field];
    if (!cell || !asked[field] || own.own.has(field)) return [];
    const isSaid = changes.some(
      (change) => change.employeeId === id && change.field === field && sameField(field, change.after, cell),
    );
    return isSaid ? [] : [[field, cell]];
  });
  return { ...person, cells: { ...person.cells, ...Object.fromEntries(held) } };
}

/**
 * Whose copy cannot be read is taken to have had the account that they have: what the log and Lucca say of it is told all the same.
 * `mine`: the workbook, or its copy at the close of the month.
 */
export function accountsBefore(sides: Sides, mine: readonly FrozenPerson[]): readonly FrozenPerson[] {
  const { before, unread, source } = sides;
  const lost = new Set(unread.map(({ id }) => id));
  const known = lost.size === 0 ? before : [...before, ...mine.filter(({ id }) => lost.has(id))];
  if (source.from === 'closes') return known;
  const byId = new Map(mine.map((person) => [person.id, person]));
  return known.map((person) => {
    const own = byId.get(person.id);
    return own ? heldBefore(person, own, sides) : person;
  });
}
