/**
 * Check values against accidents: a cell edited, a row lost or moved. They are no proof against someone who means harm.
 */

/** Looked up once: it is called twice for each character. */
const { imul } = Math;
const SHIFT = 16_777_619;
const SEEDS = [2_166_136_261, 3_335_816_033] as const;

/** Sixteen hexadecimal digits that change with any character of `text` (FNV-1a, from two seeds). */
export function checksum(text: string): string {
  let [a, b]: [number, number] = [...SEEDS];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = imul(a ^ code, SHIFT);
    b = imul(b ^ code, SHIFT);
  }
  return [a, b].map((hash) => (hash >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Check value of a row of a ledger: over its cells and the check value of the row before ('' for the first). */
export function ledgerCheck(previous: string, cells: readonly string[]): string {
  return checksum(JSON.stringify([previous, ...cells]));
}
