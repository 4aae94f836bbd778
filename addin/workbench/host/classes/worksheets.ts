import { key, membersOf, optional, text } from '../members.ts';
import type { ClassSpec } from '../members.ts';
import { HostNode } from '../nodes.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';

const { reads, writes } = membersOf<Workbook>();
const node = (sheet: Sheet | undefined): HostNode | null => (sheet ? new HostNode('Worksheet', sheet) : null);

export const worksheets: ClassSpec<Workbook> = {
  getters: {
    Add: writes([optional(text)], (book, [name]) => node(book.addSheet(name))),
    GetItemOrNullObject: reads([key], (book, [name]) => node(book.sheet(name))),
  },
  items: (book) => book.sheets.map((sheet) => new HostNode('Worksheet', sheet)),
  item: (book, name) => node(book.sheet(name)) ?? undefined,
};
