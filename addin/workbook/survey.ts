/** Where the tables of the workbook stand: two round trips, whatever their size. */
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import {
  locate,
  tableOfName,
  type Located,
  type LocatedTable,
  type Positions,
  type SheetTable,
} from '../../shared/tables/findTable.ts';
import type { Conversation } from './conversation.ts';

/** A table of the workbook and its geometry; rows and columns of the sheet count from 0. */
export interface Standing extends SheetTable {
  /** Excel's id: it survives a renaming. */
  readonly id: string;
  /** A1 address without the sheet. */
  readonly address: string;
  readonly top: number;
  readonly left: number;
  readonly width: number;
  /** Rows of the body; a table always has one, blank or not. */
  readonly height: number;
  readonly hasTotals: boolean;
  /** A filter hides some of its rows. */
  readonly isFiltered: boolean;
}

/** A table of ours, found. */
export interface LiveTable extends Standing {
  readonly declaration: TableDeclaration;
  /** It must be given back the name of its declaration. */
  readonly renamed: boolean;
  readonly places: Positions;
}

/** State of each table asked for, in the order asked. */
export async function survey(talk: Conversation, asked: readonly TableDeclaration[]): Promise<Located<Standing>[]> {
  const standing = await listTables(talk);
  const isNamed = asked.every((declaration) => tableOfName(declaration, standing));
  // What all declarations look like is needed, and loaded, only where one of their tables does not bear its name.
  const known = isNamed ? [] : (await import('../../shared/tables/tables.ts')).everyTable;
  return asked.map((declaration) => locate(declaration, standing, known));
}

export function live(declaration: TableDeclaration, { table, renamed, positions }: LocatedTable<Standing>): LiveTable {
  return { ...table, declaration, renamed, places: positions };
}

/** An address without its sheet: `'L''équipe'!A3:H6` → `A3:H6`. */
export function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf('!') + 1);
}

async function listTables({ context, answered }: Conversation): Promise<Standing[]> {
  const { tables } = context.workbook;
  tables.load('items/id,items/name,items/showTotals,items/worksheet/name');
  await answered(context.sync());
  const looks = tables.items.map((table) => {
    // Another author may have deleted one since: that one is absent, the others are read.
    const now = tables.getItemOrNullObject(table.id);
    now.columns.load('items/name');
    now.autoFilter.load('isDataFiltered');
    return { table, now, range: now.getRange().load('address,rowIndex,columnIndex,rowCount,columnCount') };
  });
  await answered(context.sync());
  const there = looks.filter(({ now }) => !now.isNullObject);
  return there.map(({ table, now, range }) => ({
    id: table.id,
    name: table.name,
    sheet: table.worksheet.name,
    headings: now.columns.items.map(({ name }) => name),
    address: withoutSheet(range.address),
    top: range.rowIndex,
    left: range.columnIndex,
    width: range.columnCount,
    height: range.rowCount - (table.showTotals ? 2 : 1),
    hasTotals: table.showTotals,
    isFiltered: now.autoFilter.isDataFiltered,
  }));
}
