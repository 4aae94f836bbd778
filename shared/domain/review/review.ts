/** What a person reads before anything is written: every difference, what it would write, and what is proposed. */
import type { Finding } from '../finding.ts';
import type { Sensitivity } from '../people/employeeFields.ts';
import type { Cell, ValueKind } from './cell.ts';
import type { KeptCell, PlanLine, RowCells } from './plan.ts';

/** A column as the comparison needs it. */
export interface ReviewColumn {
  readonly key: string;
  readonly kind: ValueKind;
  readonly sensitivity: Sensitivity;
  /** One form for all the spellings of a canonical text; undefined when it is no value of the column, and stands for itself. */
  readonly normal?: (text: string) => string | undefined;
}

/** A row of the workbook. `cells` lacks the columns that the person removed; `formulas` are columns of ours holding a formula. */
export interface MineRow {
  readonly key: string;
  readonly index: number;
  readonly cells: RowCells;
  readonly formulas: readonly string[];
  readonly others: readonly KeptCell[];
}

/** A row as Lucca would have it. A column left out was not given by Lucca: it changes nothing. */
export interface TheirsRow {
  readonly key: string;
  readonly cells: RowCells;
}

/**
 * `added`: Lucca has it, we do not. `changed`: only Lucca changed. `conflict`: Lucca and payroll both changed. `gone`: no longer in Lucca.
 * `removed`: an absence that Lucca cancelled. `deletedHere`: the person deleted the row from the sheet; Lucca still has it.
 */
export type ItemKind = 'conflict' | 'added' | 'changed' | 'gone' | 'removed' | 'deletedHere';

export type Decision = 'accept' | 'ignore' | 'undecided';

/** `waiting`: whatever was answered, it cannot be written before something else is. */
export type Standing = Decision | 'waiting' | 'moot';

export interface ItemChange {
  readonly column: string;
  readonly before: Cell;
  readonly after: Cell;
  /** What was last accepted, when it differs from `before`: conflicts only. */
  readonly base?: Cell;
}

export interface ReviewItem {
  /** Stable from one review to the next: table, key and column, the first one where several are one question. */
  readonly id: string;
  readonly table: string;
  readonly key: string;
  readonly kind: ItemKind;
  readonly changes: readonly ItemChange[];
  /** Must be confirmed by itself, after its full value was displayed: never part of « tout accepter ». */
  readonly gated: boolean;
  /** The person ignored exactly this before. */
  readonly remembered: boolean;
  /** What is proposed. */
  readonly decision: Decision;
  /** What each answer writes. `undecided` writes nothing. */
  readonly lines: { readonly accept: readonly PlanLine[]; readonly ignore: readonly PlanLine[] };
}

export interface TableReview {
  readonly items: readonly ReviewItem[];
  /** Lines without a choice, written with any plan: what both sides agree on already. */
  readonly silent: readonly PlanLine[];
  /** Cells that payroll changed and Lucca did not: kept. */
  readonly kept: readonly { readonly key: string; readonly column: string }[];
  readonly unchanged: number;
  readonly findings: readonly Finding[];
}

/** Decisions remembered in the workbook: item id → fingerprint of what was ignored. */
export type Remembered = ReadonlyMap<string, string>;

/** Identity of an item. */
export function itemId(table: string, key: string, column: string | null): string {
  return JSON.stringify(column === null ? [table, key] : [table, key, column]);
}

export interface ItemPlace {
  readonly table: string;
  readonly key: string;
  readonly column: string | null;
}

/** Inverse of {@link itemId}; undefined for a text that it did not write. */
export function itemPlace(id: string): ItemPlace | undefined {
  try {
    const [table, key, column = null] = JSON.parse(id) as unknown[];
    const isPlace = typeof table === 'string' && typeof key === 'string';
    return isPlace && (column === null || typeof column === 'string') ? { table, key, column } : undefined;
  } catch {
    return undefined;
  }
}
