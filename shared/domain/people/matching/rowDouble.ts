import type { MatchKey } from './matchable.ts';

/** A row of « Salariés » that somebody who arrives may be. `luccaId`: '' of a row without one. `keys`: in common; none with a homonym. */
export interface RowDouble {
  readonly luccaId: string;
  readonly name: string;
  /** Lucca no longer has the person of the row. */
  readonly isGone: boolean;
  readonly keys: readonly MatchKey[];
}
