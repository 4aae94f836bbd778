/**
 * Three-way comparison of a register with Lucca: `base` is what was last accepted from Lucca, `mine` the table now, `theirs` the mirror.
 * Only theirs changed → proposed. Only mine changed → kept. Both → conflict, the person chooses. Nothing is ever deleted.
 */
import { blank, canonical, textCell, type Cell } from './cell.ts';
import { decisionLines, fingerprint, proposed } from './memory.ts';
import type { PlanLine, PlanReason, RowCells } from './plan.ts';
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

export interface ThreeWayInput {
  readonly table: string;
  /** Table of canonical texts that remembers what was accepted. */
  readonly baseTable: string;
  readonly decisionsTable: string;
  readonly columns: readonly ReviewColumn[];
  /** Columns whose change on a row that payroll has must be confirmed one by one. */
  readonly gatedColumns: readonly string[];
  /** Columns that only follow others: written with any plan, never asked about. */
  readonly echoColumns: readonly string[];
  readonly mine: readonly MineRow[];
  readonly base: readonly MineRow[];
  readonly theirs: readonly TheirsRow[];
  /** What flags a row that Lucca no longer has: nothing else happens to it. */
  readonly goneFlag: { readonly column: string; readonly value: Cell };
  readonly remembered: Remembered;
}

const reasons: Readonly<Record<ItemKind, PlanReason>> = {
  added: 'arrival',
  changed: 'change',
  conflict: 'conflict',
  gone: 'departure',
  removed: 'cancelled',
  deletedHere: 'arrival',
};

/** Never the canonical text of a value: a formula in a column of ours counts as « modifié dans la paie ». */
const FORMULA = '\u0000formula';

interface Collected {
  readonly items: ReviewItem[];
  readonly silent: PlanLine[];
  readonly kept: { key: string; column: string }[];
  unchanged: number;
}

/** Canonical texts of a row of Lucca, as the base keeps them. */
function baseCells(columns: readonly ReviewColumn[], theirs: RowCells): RowCells {
  const entries = columns.flatMap((column): [string, Cell][] => {
    const cell = theirs[column.key];
    return cell ? [[column.key, textCell(canonical(column.kind, cell))]] : [];
  });
  return Object.fromEntries(entries);
}

function baseText(base: MineRow | undefined, column: string): string {
  return canonical('text', base?.cells[column] ?? blank);
}

class RowReview {
  constructor(
    private readonly input: ThreeWayInput,
    private readonly out: Collected,
    private readonly key: string,
  ) {}

  private line(table: string, reason: PlanReason) {
    return { table, key: this.key, reason };
  }

  private setBase(column: string, before: string, after: string): PlanLine {
    return {
      ...this.line(this.input.baseTable, 'memory'),
      operation: 'set',
      column,
      before: textCell(before),
      after: textCell(after),
    };
  }

  private push(
    kind: ItemKind,
    column: string | null,
    changes: readonly ItemChange[],
    accept: readonly PlanLine[],
    keep: readonly PlanLine[],
    gated: boolean,
  ): void {
    const { columns, remembered, decisionsTable, table } = this.input;
    const id = itemId(table, this.key, column);
    const mark = fingerprint(kind, columns, changes);
    const known = remembered.get(id) === mark;
    const memory =
      kind === 'conflict' || kind === 'deletedHere'
        ? { accept: [], ignore: [] }
        : decisionLines(decisionsTable, id, mark, remembered);
    this.out.items.push({
      id,
      table,
      key: this.key,
      kind,
      changes,
      gated,
      remembered: known || kind === 'deletedHere',
      decision: proposed(kind, gated, known),
      lines: { accept: [...accept, ...memory.accept], ignore: [...keep, ...memory.ignore] },
    });
  }

  arrival(theirs: TheirsRow, base: MineRow | undefined): void {
    const { columns, table, baseTable } = this.input;
    const changes = columns.flatMap(({ key }): ItemChange[] => {
      const after = theirs.cells[key];
      return after && !('blank' in after) ? [{ column: key, before: blank, after }] : [];
    });
    const kind = base ? 'deletedHere' : 'added';
    const memory: PlanLine[] = base
      ? columns.flatMap(({ key, kind: valueKind }) => {
          const after = theirs.cells[key];
          const text = after ? canonical(valueKind, after) : baseText(base, key);
          return text === baseText(base, key) ? [] : [this.setBase(key, baseText(base, key), text)];
        })
      : [{ ...this.line(baseTable, 'memory'), operation: 'add', after: baseCells(columns, theirs.cells) }];
    this.push(
      kind,
      null,
      changes,
      [{ ...this.line(table, reasons[kind]), operation: 'add', after: theirs.cells }, ...memory],
      [],
      false,
    );
  }

  /** Row that both sides have. Without a base, what is equal is agreed upon and what differs is a conflict. */
  both(mine: MineRow, base: MineRow | undefined, theirs: TheirsRow): void {
    const before = this.out.items.length;
    if (!base) this.rememberEqual(mine, theirs);
    for (const column of this.input.columns) {
      const theirsCell = theirs.cells[column.key];
      const mineCell = mine.cells[column.key];
      if (theirsCell && mineCell) this.cell(column, mineCell, mine.formulas.includes(column.key), base, theirsCell);
    }
    if (this.out.items.length === before) this.out.unchanged += 1;
  }

  private rememberEqual(mine: MineRow, theirs: TheirsRow): void {
    const equal = this.input.columns.filter(({ key, kind }) => {
      const [a, b] = [mine.cells[key], theirs.cells[key]];
      return a && b && !mine.formulas.includes(key) && canonical(kind, a) === canonical(kind, b);
    });
    const key = this.input.columns[0]?.key ?? '';
    const after = { [key]: textCell(this.key), ...baseCells(equal, theirs.cells) };
    this.out.silent.push({ ...this.line(this.input.baseTable, 'memory'), operation: 'add', after });
  }

  private cell(column: ReviewColumn, mine: Cell, formula: boolean, base: MineRow | undefined, theirs: Cell): void {
    const { key, kind } = column;
    const [m, b, t] = [formula ? FORMULA : canonical(kind, mine), baseText(base, key), canonical(kind, theirs)];
    if (t === m) {
      if (base && b !== t) this.out.silent.push(this.setBase(key, b, t));
      return;
    }
    if (base && t === b) {
      this.out.kept.push({ key: this.key, column: key });
      return;
    }
    const remember = [this.setBase(key, b, t)];
    const write: PlanLine = {
      ...this.line(this.input.table, 'change'),
      operation: 'set',
      column: key,
      before: mine,
      after: theirs,
    };
    if (this.input.echoColumns.includes(key)) {
      this.out.silent.push(write, ...remember);
      return;
    }
    const gated = this.input.gatedColumns.includes(key);
    if (m === b)
      this.push('changed', key, [{ column: key, before: mine, after: theirs }], [write, ...remember], [], gated);
    else {
      const change = { column: key, before: mine, after: theirs, base: textCell(b) };
      this.push('conflict', key, [change], [{ ...write, reason: 'conflict' }, ...remember], remember, gated);
    }
  }

  gone(mine: MineRow, base: MineRow | undefined): void {
    const { column, value } = this.input.goneFlag;
    const before = mine.cells[column];
    if (!before || canonical('choice', before) === canonical('choice', value)) return;
    const write: PlanLine = {
      ...this.line(this.input.table, 'departure'),
      operation: 'set',
      column,
      before,
      after: value,
    };
    const memory = base ? [this.setBase(column, baseText(base, column), canonical('choice', value))] : [];
    this.push('gone', null, [{ column, before, after: value }], [write, ...memory], [], false);
  }
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
    if (!theirKeys.has(key)) new RowReview(input, out, key).gone(mineRow, base.get(key));
  }
  return { ...out, findings: mine.findings };
}
