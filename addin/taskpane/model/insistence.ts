/** An order is refused once, for another copy of the workbook made it or for nobody can tell; whoever asks for it again, at once, means it. */
export type Refusal = 'taken' | 'silent';

export class Insistence {
  private refused: { readonly order: string; readonly why: Refusal } | null = null;

  /** True when `order` is what was refused last, and for that: insisting on one refusal does not answer the other. */
  on(order: string, why: Refusal): boolean {
    return this.refused?.order === order && this.refused.why === why;
  }

  /** What became of `order`: the next request is its repetition, or is not. */
  note(order: string, why: Refusal | null): void {
    this.refused = why && { order, why };
  }
}
