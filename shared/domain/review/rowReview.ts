/** One row of the three-way comparison: what is proposed for it, what is kept, what is only remembered. */
import { baseCells, baseText } from './baseTexts.ts';
import { blank, canonical, textCell, type Cell } from './cell.ts';
import { itemMemory, settled } from './itemMemory.ts';
import { comparedText, memoryText, proposed } from './memory.ts';
import type { PlanLine, PlanReason, RowCells } from './plan.ts';
import {
  itemId,
  type ItemChange,
  type ItemKind,
  type MineRow,
  type ReviewColumn,
  type ReviewItem,
  type TheirsRow,
} from './review.ts';
import type { ThreeWayInput } from './threeWayInput.ts';

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

/** What the rows leave: see {@link TableReview}. */
export interface Collected {
  readonly items: ReviewItem[];
  readonly silent: PlanLine[];
  readonly kept: { key: string; column: string }[];
  unchanged: number;
}

/** A cell that Lucca alone changed. */
interface CellNews {
  readonly change: ItemChange;
  readonly accept: readonly PlanLine[];
}

interface Proposal {
  readonly kind: ItemKind;
  readonly column: string | null;
  readonly changes: readonly ItemChange[];
  readonly accept: readonly PlanLine[];
  /** What ignoring writes, besides its memory. */
  readonly keep?: readonly PlanLine[];
  readonly gated?: boolean;
  readonly mustLook?: boolean;
}

/** A row that one, two or all three of the sides hold, under `key`. */
export class RowReview {
  private readonly toConfirm: CellNews[] = [];

  constructor(
    private readonly input: ThreeWayInput,
    private readonly out: Collected,
    private readonly key: string,
  ) {}

  private line(table: string, reason: PlanReason) {
    return { table, key: this.key, reason };
  }

  private setBase(column: string, before: string, after: string, reason: PlanReason = 'memory'): PlanLine {
    const texts = { before: textCell(before), after: textCell(after) };
    return { ...this.line(this.input.baseTable, reason), operation: 'set', column, ...texts };
  }

  private get goneText(): string {
    return canonical('choice', this.input.goneFlag.value);
  }

  private push({ kind, column, changes, accept, keep = [], gated = false, mustLook = false }: Proposal): void {
    const memory = itemMemory(this.input, this.key, { kind, column, changes });
    this.out.items.push({
      id: itemId(this.input.table, this.key, column),
      table: this.input.table,
      key: this.key,
      kind,
      changes,
      gated,
      remembered: memory.isKnown || kind === 'deletedHere',
      decision: proposed(kind, gated || mustLook, memory.isKnown),
      lines: { accept: [...accept, ...memory.accept], ignore: [...keep, ...memory.ignore] },
    });
  }

  /** Cells of Lucca, with the flag taken off where Lucca does not say what stands there. */
  private theirCells({ cells }: TheirsRow, base: MineRow | undefined): RowCells {
    const { column, back } = this.input.goneFlag;
    const isFlagged = base === undefined || baseText(base, column) === this.goneText;
    return cells[column] || !isFlagged ? cells : { ...cells, [column]: back };
  }

  /** A row that Lucca alone has. One that payroll deleted stays away, unless the person left Lucca since and came back. */
  arrival(theirs: TheirsRow, base: MineRow | undefined): void {
    const { columns, table, baseTable, goneFlag, gatedColumns } = this.input;
    const cells = this.theirCells(theirs, base);
    const changes = columns.flatMap(({ key }): ItemChange[] => {
      const after = cells[key];
      return after && !('blank' in after) ? [{ column: key, before: blank, after }] : [];
    });
    const kind = base && baseText(base, goneFlag.column) !== this.goneText ? 'deletedHere' : 'added';
    const shown = columns.filter(({ key }) => this.input.shownColumns.has(key));
    const news = base ? this.newsSince(base, cells) : [];
    const memory: PlanLine[] = base
      ? news.map(({ line }) => line)
      : [{ ...this.line(baseTable, 'memory'), operation: 'add', after: baseCells(shown, cells) }];
    const add: PlanLine = { ...this.line(table, reasons[kind]), operation: 'add', after: cells };
    const gated = news.some(({ key }) => gatedColumns.includes(key) && cells[key] !== undefined);
    this.push({ kind, column: null, changes, accept: [add, ...memory, ...this.settledChoices()], gated });
  }

  /** A row taken whole from Lucca leaves nothing of what was ignored in its cells before. */
  private settledChoices(): PlanLine[] {
    const { columns, remembered, table } = this.input;
    if (remembered.size === 0) return [];
    return columns.flatMap(({ key }) => settled(this.input, itemId(table, this.key, key)));
  }

  /** What Lucca says otherwise than the base, and what makes the base say it. */
  private newsSince(base: MineRow, cells: RowCells): { readonly key: string; readonly line: PlanLine }[] {
    return this.input.columns.flatMap((column) => {
      const { key, kind } = column;
      const after = cells[key];
      const text = after && memoryText(kind, after);
      const [was, is] = [baseText(base, key), this.input.shownColumns.has(key) ? text : text && ''];
      const isSame = is === undefined || comparedText(column, is) === comparedText(column, was);
      return isSame ? [] : [{ key, line: this.setBase(key, was, is) }];
    });
  }

  /** Row that both sides have. Without a base, what is equal is agreed upon and what differs is a conflict. */
  both(mine: MineRow, base: MineRow | undefined, theirs: TheirsRow): void {
    const before = this.out.items.length;
    if (!base) this.rememberEqual(mine, theirs);
    const cells = base ? this.theirCells(theirs, base) : theirs.cells;
    for (const column of this.input.columns) {
      const theirsCell = cells[column.key];
      const mineCell = mine.cells[column.key];
      if (!theirsCell) continue;
      if (!mineCell) this.forgetCell(column.key, base);
      else this.cell(column, mineCell, mine.formulas.includes(column.key), base, theirsCell);
    }
    this.pushToConfirm();
    if (this.out.items.length === before) this.out.unchanged += 1;
  }

  /** Cells to confirm are one question: an IBAN and its BIC are one bank account. */
  private pushToConfirm(): void {
    const [first] = this.toConfirm;
    if (!first) return;
    const changes = this.toConfirm.map(({ change }) => change);
    const isShared = (line: PlanLine) => changes.length > 1 && line.table === this.input.table;
    const accept = this.toConfirm
      .flatMap((each) => each.accept)
      .map((line): PlanLine => (line.operation === 'set' && isShared(line) ? { ...line, together: true } : line));
    this.push({ kind: 'changed', column: first.change.column, changes, accept, gated: true });
  }

  /** A column that the person deleted holds nothing that was accepted: were it remembered, the column put back would stay empty. */
  private forgetCell(column: string, base: MineRow | undefined): void {
    const text = baseText(base, column);
    if (base && text !== '') this.out.silent.push(this.setBase(column, text, ''));
  }

  private rememberEqual(mine: MineRow, theirs: TheirsRow): void {
    const equal = this.input.columns.filter((column) => {
      const { key, kind } = column;
      const [a, b] = [mine.cells[key], theirs.cells[key]];
      const compared = (cell: Cell) => comparedText(column, canonical(kind, cell));
      return a && b && !mine.formulas.includes(key) && compared(a) === compared(b);
    });
    const key = this.input.columns[0]?.key ?? '';
    const after = { [key]: textCell(this.key), ...baseCells(equal, theirs.cells) };
    this.out.silent.push({ ...this.line(this.input.baseTable, 'memory'), operation: 'add', after });
  }

  private cell(column: ReviewColumn, mine: Cell, formula: boolean, base: MineRow | undefined, theirs: Cell): void {
    const { key, kind } = column;
    const [was, is] = [baseText(base, key), memoryText(kind, theirs)];
    const ours = formula ? FORMULA : memoryText(kind, mine);
    const [m, b, t] = [comparedText(column, ours), comparedText(column, was), comparedText(column, is)];
    if (t === m) {
      if (base && was !== is) this.out.silent.push(this.setBase(key, was, is));
      return;
    }
    if (t === b) {
      this.out.kept.push({ key: this.key, column: key });
      return;
    }
    const remember = [this.setBase(key, was, is)];
    const write: PlanLine = {
      ...this.line(this.input.table, m === b ? 'change' : 'conflict'),
      operation: 'set',
      column: key,
      before: mine,
      after: theirs,
    };
    const change = { column: key, before: mine, after: theirs };
    const accept = [write, ...remember];
    const gated = this.input.gatedColumns.includes(key);
    if (this.input.echoColumns.includes(key)) this.out.silent.push({ ...write, reason: 'echo' }, ...remember);
    else if (m === b && gated) this.toConfirm.push({ change, accept });
    else if (m === b) this.push({ kind: 'changed', column: key, changes: [change], accept });
    else {
      const changes = [{ ...change, base: textCell(was) }];
      this.push({ kind: 'conflict', column: key, changes, accept, keep: remember, gated });
    }
  }

  /** A row that Lucca no longer has: flagged once, never deleted. */
  gone(mine: MineRow, base: MineRow | undefined): void {
    const { column, value } = this.input.goneFlag;
    const before = mine.cells[column];
    const m = mine.formulas.includes(column) ? FORMULA : canonical('choice', before ?? blank);
    const [b, t] = [baseText(base, column), this.goneText];
    if (base && b === t) {
      if (before && m !== t) this.out.kept.push({ key: this.key, column });
      return;
    }
    const memory = base ? [this.setBase(column, b, t)] : [];
    if (before && m === t) {
      this.out.silent.push(...memory);
      return;
    }
    const write: PlanLine[] = before
      ? [{ ...this.line(this.input.table, 'departure'), operation: 'set', column, before, after: value }]
      : [];
    const accept = [...write, ...memory];
    if (accept.length === 0) return;
    const changes = [{ column, before: before ?? blank, after: value }];
    // What payroll wrote there itself is not covered without its word; without a memory, nobody knows whether Lucca ever had the row.
    const mustLook = before !== undefined && (base === undefined || m !== b);
    this.push({ kind: 'gone', column: null, changes, accept, mustLook });
  }

  /** Gone from Lucca, and from the workbook before that: to be remembered, so that a return is an arrival again. */
  departed(base: MineRow): void {
    const { column } = this.input.goneFlag;
    const was = baseText(base, column);
    if (was !== this.goneText) this.out.silent.push(this.setBase(column, was, this.goneText, 'departure'));
  }
}
