/** What a register remembers of the answers about one of its rows. */
import { decisionLines, fingerprint, forgetting } from './memory.ts';
import type { PlanLine } from './plan.ts';
import { itemId, type ItemChange, type ItemKind } from './review.ts';
import type { ThreeWayInput } from './threeWayInput.ts';

type Memory = Pick<ThreeWayInput, 'table' | 'columns' | 'decisionsTable' | 'remembered'>;

interface Asked {
  readonly kind: ItemKind;
  readonly column: string | null;
  readonly changes: readonly ItemChange[];
}

export interface ItemMemory {
  /** Exactly this was ignored before. */
  readonly isKnown: boolean;
  /** What each answer makes of the memory. */
  readonly accept: readonly PlanLine[];
  readonly ignore: readonly PlanLine[];
}

/** What puts an end to the answer remembered under `id`, if there is one. */
export function settled({ remembered, decisionsTable }: Memory, id: string): PlanLine[] {
  const known = remembered.get(id);
  return known === undefined ? [] : [forgetting(decisionsTable, id, known)];
}

/** What is remembered apart. Cells are, one by one: what is asked about together today may be asked about apart next month. */
function partsOf({ kind, column, changes }: Asked): readonly Pick<Asked, 'column' | 'changes'>[] {
  if (kind === 'changed') return changes.map((each) => ({ column: each.column, changes: [each] }));
  // A person who was ignored stays so, whatever becomes of their address.
  return [{ column, changes: kind === 'added' ? [] : changes }];
}

/** The memory of a question about the row of `key`. What needs none puts an end to the one that an earlier question left. */
export function itemMemory(input: Memory, key: string, asked: Asked): ItemMemory {
  const { table, columns, decisionsTable, remembered } = input;
  const isOnce = asked.kind === 'conflict' || asked.kind === 'deletedHere';
  const answers = partsOf(asked).map(({ column, changes }): ItemMemory => {
    const id = itemId(table, key, column);
    const mark = fingerprint(asked.kind, columns, changes);
    const over = isOnce ? settled(input, id) : [];
    const lines = isOnce ? { accept: over, ignore: over } : decisionLines(decisionsTable, id, mark, remembered);
    return { isKnown: remembered.get(id) === mark, ...lines };
  });
  return {
    isKnown: answers.every(({ isKnown }) => isKnown),
    accept: answers.flatMap(({ accept }) => accept),
    ignore: answers.flatMap(({ ignore }) => ignore),
  };
}
