/** The people of Lucca as they stood earlier, from those of now and from the change log: last changes are taken back first. */
import type { Cell } from '../../review/cell.ts';
import type { MirrorChangeKind } from '../../review/mirrorChanges.ts';
import type { FrozenPerson } from './frozenPerson.ts';

/** A change of the log, its values as cells; `field` null for a person who came or went. */
export interface LoggedChange {
  readonly employeeId: string;
  readonly kind: MirrorChangeKind;
  readonly field: string | null;
  readonly before: Cell;
  readonly after: Cell;
}

/**
 * `people` before `changes`, oldest first. Who went and came back is what they were when they went; of who did not, the log has no more
 * than an identifier: `known`, those of the workbook, says what they were, and nobody knows it of the others, who have no cell. Ada in
 * Lille, `city: Lyon → Lille` taken back: Ada in Lyon.
 */
export function rewound(
  people: readonly FrozenPerson[],
  changes: readonly LoggedChange[],
  known: readonly FrozenPerson[],
): FrozenPerson[] {
  const held = new Map(people.map((person) => [person.id, person]));
  const away = new Map<string, FrozenPerson>();
  const kept = new Map(known.map((person) => [person.id, person]));
  const somebody = (id: string): FrozenPerson => {
    return { id, cells: kept.get(id)?.cells ?? {}, own: new Set(), isGone: false };
  };
  for (const { employeeId, kind, field, before } of [...changes].reverse()) {
    const person = held.get(employeeId);
    if (kind === 'arrived' || kind === 'returned') {
      held.delete(employeeId);
      if (person) away.set(employeeId, person);
    } else if (kind === 'gone') held.set(employeeId, person ?? away.get(employeeId) ?? somebody(employeeId));
    else if (kind === 'changed' && person && field !== null)
      held.set(employeeId, { ...person, cells: { ...person.cells, [field]: before } });
  }
  return [...held.values()];
}
