/** A review as data: every difference, whom it is about, and what is told beside. */
import type { Finding } from '../domain/finding.ts';
import type { PersonMatch } from '../domain/people/matching/matchable.ts';
import type { RowDouble } from '../domain/people/matching/rowDouble.ts';
import type { PlanLine, RowCells } from '../domain/review/plan.ts';
import type { ReviewItem } from '../domain/review/review.ts';
import type { BookOrigin } from './bookState.ts';

/** Who an item is about, as the list shows it. */
export interface PersonLabel {
  readonly luccaId: string;
  readonly name: string;
  readonly employeeNumber: string;
  readonly establishment: string;
}

/**
 * `about` holds the cells of the whole row, Lucca's when it has one: what a changed cell must be read beside. `match`: of an arrival whom the
 * list of payroll may have already; `doubles`: the rows of « Salariés » that it may be. `automatic`: written with any plan unless somebody says otherwise, and asked about by nobody.
 */
export interface ReviewEntry {
  readonly item: ReviewItem;
  readonly person: PersonLabel;
  readonly about: RowCells;
  /** Of a cell of « Salariés »: its row in the workbook, and as every new difference of the review would leave it. */
  readonly row?: { readonly before: RowCells; readonly after: RowCells };
  readonly match?: PersonMatch;
  readonly doubles?: readonly RowDouble[];
  readonly automatic?: true;
  /** Of an absence of somebody who is not in « Salariés »: the difference that brings them there. It waits until that one is accepted. */
  readonly arrival?: ReviewItem;
  /** Of a row that Lucca has no more: whether somebody who arrives is the same person. A yes leaves nothing to decide of the departure. */
  readonly same?: ReviewItem;
}

export interface Review {
  readonly origin: BookOrigin;
  readonly entries: readonly ReviewEntry[];
  /** Written with any plan, shown to nobody: memory, and where the data come from. */
  readonly silent: readonly PlanLine[];
  /** What the workbook remembers of the differences that the last update left to decide. */
  readonly undecidedHeld?: RowCells;
  /** Cells that payroll changed and that stay. */
  readonly kept: readonly { readonly key: string; readonly column: string }[];
  readonly unchanged: number;
  readonly findings: readonly Finding[];
}
