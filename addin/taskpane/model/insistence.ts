/** An order that another copy of the workbook made is refused once; whoever asks for it again, at once, means it. */
export class Insistence {
  private refused: string | null = null;

  /** True when `order` is what was refused last. */
  on(order: string): boolean {
    return this.refused === order;
  }

  /** What became of `order`: the next request is its repetition, or is not. */
  note(order: string, isTaken: boolean): void {
    this.refused = isTaken ? order : null;
  }
}
