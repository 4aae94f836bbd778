import type { Place } from '../../../shared/domain/finding.ts';
import { layoutOf } from '../../../shared/tables/appearance.ts';
import type { TableDeclaration } from '../../../shared/tables/declaration.ts';

/** Where the rows of a table that was just made begin. */
export function firstRow(table: TableDeclaration): Place {
  return { table: table.name, address: `A${layoutOf(table).headerRow + 1}` };
}
