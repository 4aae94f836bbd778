/** The list of values of a cell, and the message Excel shows beside it. */
import type { Validation } from '../../host/model/rules.ts';
import type { Sheet, Workbook } from '../../host/index.ts';

export interface CellList {
  readonly list: readonly string[];
  /** Anything else is refused. */
  readonly isStrict: boolean;
  /** What to say then, when the workbook has a sentence of its own. */
  readonly alert: string;
}

/** The list of this cell, written in its rule or read from the cells its rule names; `undefined` without one. */
export function listOf(book: Workbook, sheet: Sheet, row: number, column: number): CellList | undefined {
  const validation = sheet.validations.at(row, column);
  const source = validation && sourceOf(validation);
  if (validation === undefined || source === undefined) return undefined;
  const list = source.startsWith('=')
    ? valuesAt(book, sheet, source.slice(1))
    : source.split(',').map((item) => item.trim());
  const { showAlert, style, message } = validation.errorAlert;
  return { list, isStrict: showAlert && style === 'Stop' && list.length > 0, alert: message };
}

function sourceOf({ rule }: Validation): string | undefined {
  const list = rule['list'] as { readonly source?: unknown } | undefined;
  return typeof list?.source === 'string' ? list.source : undefined;
}

function valuesAt(book: Workbook, own: Sheet, address: string): string[] {
  try {
    const { sheet, area } = book.locate(address, own);
    const end = Math.min(area.top + area.height, sheet.cells.rows.length);
    const values: string[] = [];
    for (let row = area.top; row < end; row++) {
      for (let column = area.left; column < area.left + area.width; column++) {
        const value = sheet.cells.value(row, column);
        if (value !== null) values.push(String(value));
      }
    }
    return values;
  } catch {
    // A list whose cells are gone offers nothing and refuses nothing.
    return [];
  }
}
