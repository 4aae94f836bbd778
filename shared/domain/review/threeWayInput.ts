import type { Cell } from './cell.ts';
import type { MineRow, Remembered, ReviewColumn, TheirsRow } from './review.ts';

/** What the three-way comparison is given: the three sides, and what is to be known of the columns. */
export interface ThreeWayInput {
  readonly table: string;
  /** Table of canonical texts that remembers what was accepted. */
  readonly baseTable: string;
  readonly decisionsTable: string;
  readonly columns: readonly ReviewColumn[];
  /** Columns that the sheet has: a person may have deleted others. */
  readonly shownColumns: ReadonlySet<string>;
  /** Columns whose change on a row that payroll has must be confirmed by itself: one question for each row. */
  readonly gatedColumns: readonly string[];
  /** Columns that only follow others: written with any plan, never asked about. */
  readonly echoColumns: readonly string[];
  readonly mine: readonly MineRow[];
  readonly base: readonly MineRow[];
  readonly theirs: readonly TheirsRow[];
  /** What flags a row that Lucca no longer has: nothing else happens to it. */
  readonly goneFlag: {
    readonly column: string;
    readonly value: Cell;
    /** What the flag becomes for who is there, when Lucca does not say what it should be. */
    readonly back: Cell;
  };
  readonly remembered: Remembered;
}
