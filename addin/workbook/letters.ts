/** A1 letters of a column counted from 0: `letterOf(0)` → `'A'`, `letterOf(27)` → `'AB'`. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** An address without its sheet: `'L''équipe'!A3:H6` → `A3:H6`. */
export function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf('!') + 1);
}
