import { canonical, textCell } from '../../../shared/domain/review/cell.ts';

/** Hundredths of what was typed, `9,5` → 950; undefined for what is no amount, or is finer than a hundredth. */
export function typedHundredths(typed: string): number | undefined {
  const text = canonical('decimal', textCell(typed.replace(/[€%]\s*$/u, '').trim()));
  return /^\d+(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : undefined;
}
