import { refuse } from '../errors.ts';
import { flag, integer, membersOf, oneOf, optional, text } from '../members.ts';
import type { ClassSpec } from '../members.ts';
import { HostNode } from '../nodes.ts';
import { WHOLE_SHEET, area, isInsideSheet } from '../model/area.ts';
import { VISIBILITIES } from '../model/sheet.ts';
import type { Sheet } from '../model/sheet.ts';

const { reads, writes } = membersOf<Sheet>();

export const worksheet: ClassSpec<Sheet> = {
  ids: (sheet) => ({ Id: sheet.id }),
  props: {
    Name: { get: (sheet) => sheet.name },
    Visibility: { set: (sheet, visibility, { book }) => book.setVisibility(sheet, oneOf(VISIBILITIES)(visibility)) },
  },
  navs: {
    Tables: (sheet, { book }) => new HostNode('TableCollection', { book, sheet }),
    Charts: (sheet) => new HostNode('ChartCollection', sheet),
    FreezePanes: (sheet) => new HostNode('WorksheetFreezePanes', sheet),
  },
  getters: {
    GetRange: reads([optional(text)], (sheet, [address], session) => {
      const found = address === undefined ? { sheet, area: WHOLE_SHEET } : session.book.locate(address, sheet);
      return found.sheet === sheet ? session.range(sheet, found.area) : refuse('invalidArgument', String(address));
    }),
    GetRangeByIndexes: reads([integer, integer, integer, integer], (sheet, [row, column, height, width], session) => {
      const where = area(row, column, height, width);
      return isInsideSheet(where) ? session.range(sheet, where) : refuse('outsideSheet', sheet.name);
    }),
    GetUsedRangeOrNullObject: reads([optional(flag)], (sheet, [valuesOnly], session) => {
      const used = sheet.used(WHOLE_SHEET, valuesOnly ?? false);
      return used ? session.range(sheet, used) : null;
    }),
  },
  actions: {
    Activate: reads([], (sheet, _, { book }) => book.select(sheet)),
    _RegisterDataChangedEvent: reads([], (sheet, _, session) => session.listened.add(sheet.id)),
  },
};

export const freezePanes: ClassSpec<Sheet> = {
  actions: {
    FreezeRows: writes([optional(integer)], (sheet, [count = 1]) => {
      sheet.frozenRows = count;
      sheet.owner.changed({ what: 'layout', sheet });
    }),
  },
};
