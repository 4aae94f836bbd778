/** Where the tables of the workbook stand: two round trips, whatever their size. */
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import type { Conversation } from './conversation.ts';
import { findTable, placesOf, type Found, type Listed } from './findTable.ts';
import { withoutSheet } from './letters.ts';

/** A table of the workbook and its geometry; rows and columns of the sheet count from 0. */
export interface Standing extends Listed {
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
  /** Column key → position in the table. */
  readonly places: Readonly<Record<string, number>>;
}

/** State of each table asked for, in the order asked. */
export async function survey(talk: Conversation, asked: readonly TableDeclaration[]): Promise<Found<Standing>[]> {
  const standing = await listTables(talk);
  return asked.map((declaration) => findTable(declaration, standing, asked));
}

export function live(declaration: TableDeclaration, table: Standing): LiveTable {
  return { ...table, declaration, places: placesOf(declaration, table.headings) };
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
