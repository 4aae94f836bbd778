import type { LiveTable } from './survey.ts';

/** A rectangle of the body of a table: rows and columns count from its first body cell. */
export interface Box {
  readonly row: number;
  readonly column: number;
  readonly height: number;
  readonly width: number;
}

/**
 * The cells of `box`, counted from the table wherever it stands when the request is served: rows inserted above it or columns before it
 * by another author make no difference. The box may reach under the table.
 */
export function cellsAt(context: Excel.RequestContext, { id }: Pick<LiveTable, 'id'>, box: Box): Excel.Range {
  const corner = context.workbook.tables
    .getItem(id)
    .getRange()
    .getCell(box.row + 1, box.column);
  return corner.getAbsoluteResizedRange(box.height, box.width);
}
