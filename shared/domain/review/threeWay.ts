/**
 * Three-way comparison of a register with Lucca: `base` is what was last accepted from Lucca, `mine` the table now, `theirs` the mirror.
 * Only theirs changed → proposed. Only mine changed → kept. Both → conflict, the person chooses. Nothing is ever deleted.
 */
import { forgottenLines } from './memory.ts';
import type { ItemPlace, MineRow, TableReview, TheirsRow } from './review.ts';
import { RowReview, type Collected } from './rowReview.ts';
import { rowsByKey, STEP } from './rows.ts';
import type { ThreeWayInput } from './threeWayInput.ts';

/** Rows that payroll typed and Lucca never had are its own, unless the whole memory was lost: then nobody knows. */
function isOwn(base: MineRow | undefined, input: ThreeWayInput): boolean {
  return base === undefined && input.base.length > 0;
}

/** True where the row, or its cell, stands on both sides. */
function comparedIn(mine: ReadonlyMap<string, MineRow>, theirs: readonly TheirsRow[]) {
  const theirRows = new Map(theirs.map((row) => [row.key, row]));
  return ({ key, column }: ItemPlace): boolean => {
    const [a, b] = [mine.get(key), theirRows.get(key)];
    return a !== undefined && b !== undefined && (column === null || (column in a.cells && column in b.cells));
  };
}

/**
 * Compares the three, in steps of {@link STEP} rows so that a caller may breathe or stop in between. Order of rows does not matter; rows
 * without a key are left alone.
 */
export function* threeWay(input: ThreeWayInput): Generator<number, TableReview> {
  const mine = rowsByKey(input.table, input.mine);
  const base = rowsByKey(input.baseTable, input.base).byKey;
  const out: Collected = { items: [], silent: [], kept: [], unchanged: 0 };
  const theirKeys = new Set<string>();
  for (const theirs of input.theirs) {
    theirKeys.add(theirs.key);
    if (theirKeys.size % STEP === 0) yield theirKeys.size;
    if (mine.void.has(theirs.key)) continue;
    const row = new RowReview(input, out, theirs.key);
    const mineRow = mine.byKey.get(theirs.key);
    if (mineRow) row.both(mineRow, base.get(theirs.key), theirs);
    else row.arrival(theirs, base.get(theirs.key));
  }
  for (const [key, mineRow] of mine.byKey) {
    const baseRow = base.get(key);
    if (!theirKeys.has(key) && !isOwn(baseRow, input)) new RowReview(input, out, key).gone(mineRow, baseRow);
  }
  for (const [key, baseRow] of base) {
    const isElsewhere = theirKeys.has(key) || mine.byKey.has(key) || mine.void.has(key);
    if (!isElsewhere) new RowReview(input, out, key).departed(baseRow);
  }
  const { table, decisionsTable, remembered } = input;
  const isOver = comparedIn(mine.byKey, remembered.size > 0 ? input.theirs : []);
  const forgotten = forgottenLines(table, decisionsTable, remembered, out.items, isOver);
  return { ...out, silent: [...out.silent, ...forgotten], findings: mine.findings };
}
