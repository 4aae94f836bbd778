/** « Annuler » and « Rétablir » of what a person typed, pasted or cleared. Anything else that happens forgets it all. */
import type { Area } from '../../host/model/area.ts';
import type { Sheet } from '../../host/index.ts';

export type Grid = readonly (readonly (string | number | boolean)[])[];

export interface Edit {
  readonly sheet: Sheet;
  readonly where: Area;
  readonly before: Grid;
  readonly after: Grid;
}

export class History {
  #done: Edit[] = [];
  #undone: Edit[] = [];

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  note(edit: Edit): void {
    this.#done.push(edit);
    this.#undone = [];
  }

  /** The edit to take back, if any: it can be done again afterwards. */
  undo(): Edit | undefined {
    const edit = this.#done.pop();
    if (edit) this.#undone.push(edit);
    return edit;
  }

  redo(): Edit | undefined {
    const edit = this.#undone.pop();
    if (edit) this.#done.push(edit);
    return edit;
  }

  forget(): void {
    [this.#done, this.#undone] = [[], []];
  }
}
