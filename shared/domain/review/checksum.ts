/**
 * Check values against accidents: a cell edited, a row lost or moved. They are no proof against someone who means harm.
 */

const SHIFT = 16_777_619;
const SEEDS = [2_166_136_261, 3_335_816_033] as const;

function fnv(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), SHIFT);
  return hash >>> 0;
}

/** Sixteen hexadecimal digits that change with any character of `text` (FNV-1a, twice). */
export function checksum(text: string): string {
  return SEEDS.map((seed) => fnv(text, seed).toString(16).padStart(8, '0')).join('');
}

/** Check value of a row of a ledger: over its cells and the check value of the row before ('' for the first). */
export function ledgerCheck(previous: string, cells: readonly string[]): string {
  return checksum(JSON.stringify([previous, ...cells]));
}
