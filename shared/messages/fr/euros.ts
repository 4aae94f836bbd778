import { grouped } from './words.ts';

const NO_BREAK_SPACE = '\u00a0';

/** `euros(123_456)` → `1 234,56 €`, from cents, with French spaces. */
export function euros(amount: number): string {
  const size = Math.abs(amount);
  const decimals = String(size % 100).padStart(2, '0');
  return `${amount < 0 ? '-' : ''}${grouped(Math.floor(size / 100))},${decimals}${NO_BREAK_SPACE}€`;
}

/** `percent(6_250)` → `62,5 %`, from hundredths of a percent. */
export function percent(rate: number): string {
  return `${String(rate / 100).replace('.', ',')}${NO_BREAK_SPACE}%`;
}
