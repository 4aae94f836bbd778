/**
 * Two-way comparison of a register of facts with Lucca: rows that Lucca has and we do not are added, rows that it no longer has are
 * removed, cells that differ are changed. Only rows `inScope` are looked at: the months that were read.
 */
import { blank, canonical } from './cell.ts';
import { decisionLines, fingerprint, proposed } from './memory.ts';
import type { PlanLine } from './plan.ts';
import {
  itemId,
  type ItemChange,
  type ItemKind,
  type MineRow,
  type Remembered,
  type ReviewColumn,
  type ReviewItem,
  type TableReview,
  type TheirsRow,
} from './review.ts';
import { rowsByKey, STEP } from './rows.ts';

export interface TwoWayInput {
  readonly table: string;
  readonly decisionsTable: string;
  readonly columns: readonly ReviewColumn[];
  /** Columns that only follow others: written with any plan, never asked about. */
  readonly echoColumns: readonly string[];
  readonly mine: readonly MineRow[];
  readonly theirs: readonly TheirsRow[];
  readonly inScope: (row: MineRow) => boolean;
  readonly remembered: Remembered;
}

function itemOf(
  input: TwoWayInput,
  key: string,
  kind: ItemKind,
  changes: readonly ItemChange[],
  accept: readonly PlanLine[],
): ReviewItem {
  const id = itemId(input.table, key, null);
  const mark = fingerprint(kind, input.columns, changes);
  const remembered = input.remembered.get(id) === mark;
  const memory = decisionLines(input.decisionsTable, id, mark, input.remembered);
  return {
    id,
    table: input.table,
    key,
    kind,
    changes,
    gated: false,
    remembered,
    decision: proposed(kind, false, remembered),
    lines: { accept: [...accept, ...memory.accept], ignore: memory.ignore },
  };
}

function addition(input: TwoWayInput, theirs: TheirsRow): ReviewItem {
  const changes = Object.entries(theirs.cells).flatMap(([column, after]): ItemChange[] =>
    'blank' in after ? [] : [{ column, before: blank, after }],
  );
  const line: PlanLine = {
    table: input.table,
    key: theirs.key,
    reason: 'absence',
    operation: 'add',
    after: theirs.cells,
  };
  return itemOf(input, theirs.key, 'added', changes, [line]);
}

function removal(input: TwoWayInput, mine: MineRow): ReviewItem {
  const changes = Object.entries(mine.cells).flatMap(([column, before]): ItemChange[] =>
    'blank' in before ? [] : [{ column, before, after: blank }],
  );
  const line: PlanLine = {
    table: input.table,
    key: mine.key,
    reason: 'cancelled',
    operation: 'delete',
    before: mine.cells,
    at: mine.index,
    kept: mine.others,
  };
  return itemOf(input, mine.key, 'removed', changes, [line]);
}

function differences(input: TwoWayInput, mine: MineRow, theirs: TheirsRow): ItemChange[] {
  return input.columns.flatMap(({ key, kind }): ItemChange[] => {
    const [before, after] = [mine.cells[key], theirs.cells[key]];
    if (!before || !after) return [];
    const differs = mine.formulas.includes(key) || canonical(kind, before) !== canonical(kind, after);
    return differs ? [{ column: key, before, after }] : [];
  });
}

function setLine(input: TwoWayInput, key: string, { column, before, after }: ItemChange): PlanLine {
  return { table: input.table, key, reason: 'change', operation: 'set', column, before, after };
}

/**
 * Compares the two, in steps of {@link STEP} rows so that a caller may breathe or stop in between. Order of rows does not matter; rows
 * without a key are left alone.
 */
export function* twoWay(input: TwoWayInput): Generator<number, TableReview> {
  const mine = rowsByKey(input.table, input.mine);
  const items: ReviewItem[] = [];
  const silent: PlanLine[] = [];
  const theirKeys = new Set<string>();
  let unchanged = 0;
  for (const theirs of input.theirs) {
    theirKeys.add(theirs.key);
    if (theirKeys.size % STEP === 0) yield theirKeys.size;
    if (mine.void.has(theirs.key)) continue;
    const row = mine.byKey.get(theirs.key);
    if (!row) {
      items.push(addition(input, theirs));
      continue;
    }
    const all = differences(input, row, theirs);
    const changes = all.filter(({ column }) => !input.echoColumns.includes(column));
    silent.push(...all.filter((each) => !changes.includes(each)).map((each) => setLine(input, row.key, each)));
    if (changes.length === 0) unchanged += 1;
    else
      items.push(
        itemOf(
          input,
          row.key,
          'changed',
          changes,
          changes.map((each) => setLine(input, row.key, each)),
        ),
      );
  }
  for (const [key, row] of mine.byKey) {
    if (!theirKeys.has(key) && input.inScope(row)) items.push(removal(input, row));
  }
  return { items, silent, kept: [], unchanged, findings: mine.findings };
}
