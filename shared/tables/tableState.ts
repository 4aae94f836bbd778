/** What the `Book` port says of a table, from what an adapter found. */
import type { BookError, BookRow, FoundTable, TableState } from '../flows/book.ts';
import type { TableDeclaration } from './declaration.ts';
import type { Located, LocatedTable, Positions, SheetTable } from './findTable.ts';
import { letters } from './letters.ts';

/** A table that was found, and where it stands. */
export interface StandingTable {
  readonly table: Pick<SheetTable, 'name' | 'sheet'>;
  readonly renamed: boolean;
  readonly positions: Positions;
  /** A1 address of the whole table, without the sheet. */
  readonly address: string;
  /** Column of its first heading and row of its first body row, from 1. */
  readonly left: number;
  readonly firstRow: number;
}

/** A table that was found, with its rows. */
export function foundTable(standing: StandingTable, rows: readonly BookRow[]): FoundTable {
  const { table, renamed, positions, address, left, firstRow } = standing;
  return {
    state: 'found',
    sheet: table.sheet,
    address,
    ...(renamed ? { renamedFrom: table.name } : {}),
    letters: Object.fromEntries(Object.entries(positions).map(([key, position]) => [key, letters(left + position)])),
    firstRow,
    rows,
  };
}

/** What cannot be read is told; `read` answers what can. */
export function tableState<T extends SheetTable>(
  located: Located<T>,
  read: (found: LocatedTable<T>) => FoundTable,
): TableState {
  switch (located.state) {
    case 'found':
      return read(located);
    case 'absent':
      return { state: 'absent' };
    case 'broken':
      return { state: 'broken', sheet: located.table.sheet, missingHeadings: located.missingHeadings };
    case 'ambiguous':
      return { state: 'ambiguous', candidates: located.candidates.map(({ name, sheet }) => ({ name, sheet })) };
  }
}

/** Why nothing may be written in a table, or undefined. An absent one is no obstacle: it is created. */
export function unwritable(declaration: TableDeclaration, located: Located<SheetTable>): BookError | undefined {
  const table = declaration.name;
  if (located.state === 'broken') {
    const headings = located.missingHeadings.join(', ');
    return { code: 'tableBroken', facts: { table, sheet: located.table.sheet, headings } };
  }
  if (located.state === 'ambiguous') {
    const sheets = located.candidates.map(({ sheet }) => sheet).join(', ');
    return { code: 'tableAmbiguous', facts: { table, sheets } };
  }
  return undefined;
}
