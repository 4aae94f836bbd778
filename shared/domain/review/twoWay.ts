/**
 * Two-way comparison of a register of facts with Lucca: rows that Lucca has and we do not are added, rows that it no longer has are
 * removed, cells that differ are changed. Only rows `inScope` are looked at: the months that were read.
 */
import { blank, canonical } from './cell.ts';
import { decisionLines, fingerprint, forgottenLines, proposed } from './memory.ts';
import type { KeptCell, PlanLine } from './plan.ts';
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
  /** What two keys of one fact share when Lucca moves its beginning: what a person wrote beside the old row goes with the new one. */
  readonly kinOf: (key: string) => string;
  readonly remembered: Remembered;
}

function itemOf(
  input: TwoWayInput,
  key: string,
  kind: ItemKind,
  changes: readonly ItemChange[],
  accept: readonly PlanLine[],
  mustLook = false,
): ReviewItem {
  const id = itemId(input.table, key, null);
  const asked = changes.filter(({ column }) => !input.echoColumns.includes(column));
  const mark = fingerprint(kind, input.columns, asked);
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
    decision: proposed(kind, mustLook, remembered),
    lines: { accept: [...accept, ...memory.accept], ignore: memory.ignore },
  };
}

function addition(input: TwoWayInput, theirs: TheirsRow, kept: readonly KeptCell[]): ReviewItem {
  const changes = Object.entries(theirs.cells).flatMap(([column, after]): ItemChange[] =>
    'blank' in after ? [] : [{ column, before: blank, after }],
  );
  const line: PlanLine = {
    table: input.table,
    key: theirs.key,
    reason: 'absence',
    operation: 'add',
    after: theirs.cells,
    ...(kept.length > 0 ? { kept } : {}),
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

/** A formula that shows what Lucca says is no difference, and one in a column that only follows others is the person's own. */
function differences(input: TwoWayInput, mine: MineRow, theirs: TheirsRow): ItemChange[] {
  return input.columns.flatMap(({ key, kind }): ItemChange[] => {
    const [before, after] = [mine.cells[key], theirs.cells[key]];
    if (!before || !after || canonical(kind, before) === canonical(kind, after)) return [];
    const isOwn = mine.formulas.includes(key) && input.echoColumns.includes(key);
    return isOwn ? [] : [{ column: key, before, after }];
  });
}

function setLine(input: TwoWayInput, key: string, { column, before, after }: ItemChange): PlanLine {
  const reason = input.echoColumns.includes(column) ? 'echo' : 'change';
  return { table: input.table, key, reason, operation: 'set', column, before, after };
}

/** A formula is not replaced by a value unless a person says so: undoing would not bring it back. */
function change(input: TwoWayInput, row: MineRow, changes: readonly ItemChange[]): ReviewItem {
  const lines = changes.map((each) => setLine(input, row.key, each));
  const mustLook = changes.some(({ column }) => row.formulas.includes(column));
  return itemOf(input, row.key, 'changed', changes, lines, mustLook);
}

/** What each arrival takes over of what the person had beside a row that goes: what was typed, since a formula speaks of its own row. */
function inheritance(input: TwoWayInput, removed: readonly MineRow[]): (theirs: TheirsRow) => readonly KeptCell[] {
  const left = new Map<string, MineRow[]>();
  const inOrder = [...removed].sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const row of inOrder) left.set(input.kinOf(row.key), [...(left.get(input.kinOf(row.key)) ?? []), row]);
  return ({ key }) =>
    (left.get(input.kinOf(key))?.shift()?.others ?? []).filter(({ formula }) => formula === undefined);
}

/**
 * Compares the two, in steps of {@link STEP} rows so that a caller may breathe or stop in between. Order of rows does not matter; rows
 * without a key are left alone.
 */
export function* twoWay(input: TwoWayInput): Generator<number, TableReview> {
  const mine = rowsByKey(input.table, input.mine);
  const items: ReviewItem[] = [];
  const silent: PlanLine[] = [];
  const arrivals: TheirsRow[] = [];
  const theirKeys = new Set<string>();
  let unchanged = 0;
  for (const theirs of input.theirs) {
    theirKeys.add(theirs.key);
    if (theirKeys.size % STEP === 0) yield theirKeys.size;
    if (mine.void.has(theirs.key)) continue;
    const row = mine.byKey.get(theirs.key);
    if (!row) {
      arrivals.push(theirs);
      continue;
    }
    const all = differences(input, row, theirs);
    const changes = all.filter(({ column }) => !input.echoColumns.includes(column));
    silent.push(...all.filter((each) => !changes.includes(each)).map((each) => setLine(input, row.key, each)));
    if (changes.length === 0) unchanged += 1;
    else items.push(change(input, row, changes));
  }
  const removed = [...mine.byKey.values()].filter((row) => !theirKeys.has(row.key) && input.inScope(row));
  const inherited = inheritance(input, removed);
  items.push(...arrivals.map((theirs) => addition(input, theirs, inherited(theirs))));
  items.push(...removed.map((row) => removal(input, row)));
  const isOver = ({ key }: { readonly key: string }) => mine.byKey.has(key) && theirKeys.has(key);
  silent.push(...forgottenLines(input.table, input.decisionsTable, input.remembered, items, isOver));
  return { items, silent, kept: [], unchanged, findings: mine.findings };
}
