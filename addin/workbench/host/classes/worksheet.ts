import { readColor } from '../assumptions.ts';
import { refuse } from '../errors.ts';
import { flag, integer, membersOf, oneOf, optional, record, text } from '../members.ts';
import type { ClassSpec } from '../members.ts';
import { HostNode } from '../nodes.ts';
import { WHOLE_SHEET, area, isInsideSheet } from '../model/area.ts';
import { VISIBILITIES } from '../model/sheet.ts';
import type { Sheet } from '../model/sheet.ts';

const { reads, writes } = membersOf<Sheet>();

export const worksheet: ClassSpec<Sheet> = {
  ids: (sheet) => ({ Id: sheet.id }),
  props: {
    Id: { get: (sheet) => sheet.id },
    Name: { get: (sheet) => sheet.name, set: (sheet, name, { book }) => book.renameSheet(sheet, text(name)) },
    Position: {
      get: (sheet, { book }) => book.sheets.indexOf(sheet),
      set: (sheet, position, { book }) => book.moveSheet(sheet, integer(position)),
    },
    Visibility: {
      get: (sheet) => sheet.visibility,
      set: (sheet, visibility, { book }) => book.setVisibility(sheet, oneOf(VISIBILITIES)(visibility)),
    },
    TabColor: {
      get: (sheet) => sheet.tabColor,
      set: (sheet, color) => {
        sheet.tabColor = color === '' ? '' : (readColor(text(color)) ?? refuse('invalidArgument', text(color)));
        sheet.owner.changed({ what: 'book' });
      },
    },
    ShowGridlines: { get: (sheet) => sheet.showGridlines },
    // The client sets `showGridlines` under this other name.
    Gridlines: {
      set: (sheet, shown) => {
        sheet.showGridlines = flag(shown);
        sheet.owner.changed({ what: 'layout', sheet });
      },
    },
  },
  navs: {
    Tables: (sheet, { book }) => new HostNode('TableCollection', { book, sheet }),
    FreezePanes: (sheet) => new HostNode('WorksheetFreezePanes', sheet),
    Protection: (sheet) => new HostNode('WorksheetProtection', sheet),
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
    Delete: writes([], (sheet, _, { book }) => book.removeSheet(sheet)),
    _RegisterDataChangedEvent: reads([], (sheet, _, session) => session.listened.add(sheet.id)),
    _UnregisterDataChangedEvent: reads([], (sheet, _, session) => session.listened.delete(sheet.id)),
  },
};

export const protection: ClassSpec<Sheet> = {
  props: {
    Protected: { get: (sheet) => sheet.protection !== undefined },
    Options: { get: (sheet) => sheet.protection?.options ?? null },
  },
  actions: {
    Protect: writes([optional(record), optional(text)], (sheet, [options = {}, password = null]) => {
      if (sheet.protection) refuse('alreadyProtected', sheet.name);
      sheet.protection = { options, password };
    }),
    Unprotect: writes([optional(text)], (sheet, [password = null]) => {
      if (sheet.protection && sheet.protection.password !== password) refuse('wrongPassword', sheet.name);
      sheet.protection = undefined;
    }),
  },
};

export const freezePanes: ClassSpec<Sheet> = {
  getters: {
    GetLocationOrNullObject: reads([], (sheet, _, session) =>
      sheet.frozenRows > 0 ? session.range(sheet, { ...WHOLE_SHEET, height: sheet.frozenRows }) : null,
    ),
  },
  actions: {
    FreezeRows: writes([optional(integer)], (sheet, [count = 1]) => freeze(sheet, count)),
    Unfreeze: writes([], (sheet) => freeze(sheet, 0)),
  },
};

function freeze(sheet: Sheet, rows: number): void {
  sheet.frozenRows = rows;
  sheet.owner.changed({ what: 'layout', sheet });
}
