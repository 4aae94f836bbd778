import { textCell } from '../../../domain/review/cell.ts';
import type { RowCells } from '../../../domain/review/plan.ts';

/** A row of what runs and closed months were made with. */
export function settingCells(key: string, value: string): RowCells {
  return { key: textCell(key), value: textCell(value) };
}
