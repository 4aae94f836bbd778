/** How much random and repeated work a run does: little by itself, all of it in the continuous build (`SEEDS=500`). */
export const SEEDS = Number(process.env['SEEDS'] ?? 25);
export const isFullRun = SEEDS >= 500;

/** All of them in a full run, else the first of every `one`. */
export function sampled<Item>(items: readonly Item[], one: number): Item[] {
  return items.filter((_, index) => isFullRun || index % one === 0);
}
