import { fromExcelSerial } from '../../shared/domain/calendar/plainDate.ts';
import { blank, textCell, type Cell, type ValueKind } from '../../shared/domain/review/cell.ts';
import { logicalCell } from '../../shared/tables/bookRow.ts';

/** A value as Excel answers it: errors are texts such as `#N/A`, blanks are empty texts. */
export type Raw = string | number | boolean;

/** The cell a raw value stands for; `kind` is that of our column, absent beside them. A number in a date column is a date. */
export function readCell(raw: Raw, kind?: ValueKind): Cell {
  if (typeof raw === 'boolean') return logicalCell(raw, kind);
  if (typeof raw === 'string') return raw === '' ? blank : textCell(raw);
  const date = kind === 'date' ? fromExcelSerial(raw) : undefined;
  return date === undefined ? { number: raw } : { date };
}

/** The formula of a cell, or undefined: Excel answers the value itself where there is none, text that begins with `=` included. */
export function readFormula(formula: Raw, raw: Raw): string | undefined {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== raw ? formula : undefined;
}
