import { readCriteria } from '../assumptions.ts';
import { refuse } from '../errors.ts';
import { flag, key, membersOf, place, text } from '../members.ts';
import type { ClassSpec } from '../members.ts';
import { HostNode, cellsOf } from '../nodes.ts';
import type { NodeKinds, Session } from '../nodes.ts';
import { intersect } from '../model/area.ts';
import type { Area } from '../model/area.ts';
import type { Sheet } from '../model/sheet.ts';
import type { FilterCriteria } from '../model/filters.ts';
import type { Table } from '../model/table.ts';
import type { RangeRef, Workbook } from '../model/workbook.ts';

type Tables = NodeKinds['TableCollection'];
const ofTables = membersOf<Tables>();
const ofTable = membersOf<Table>();

const listed = ({ book, sheet }: Tables): Table[] => book.tables.filter((table) => !sheet || table.sheet === sheet);
const node = (table: Table | undefined): HostNode | null => (table ? new HostNode('Table', table) : null);

export const tables: ClassSpec<Tables> = {
  getters: {
    Add: ofTables.writes([place, flag], ({ book, sheet }, [where, hasHeaders]) => {
      const found = located(book, where, sheet);
      if (sheet && found.sheet !== sheet) refuse('invalidArgument', 'a range of another sheet');
      return node(book.addTable(found.sheet, found.area, hasHeaders));
    }),
    GetItemOrNullObject: ofTables.reads([key], ({ book, sheet }, [name]) => node(book.table(name, sheet))),
  },
  items: (self) => listed(self).map((table) => new HostNode('Table', table)),
  item: ({ book, sheet }, name) => node(book.table(name, sheet)) ?? undefined,
};

export const table: ClassSpec<Table> = {
  ids: ({ id }) => ({ Id: id }),
  props: {
    Id: { get: ({ id }) => id },
    Name: { get: ({ name }) => name, set: (self, name, { book }) => book.renameTable(self, text(name)) },
    Style: {
      set: (self, style) => {
        self.style = text(style);
        self.sheet.owner.changed({ what: 'layout', sheet: self.sheet });
      },
    },
    ShowTotals: { get: ({ hasTotals }) => hasTotals },
  },
  navs: {
    Columns: (self) => new HostNode('TableColumnCollection', self),
    Worksheet: ({ sheet }) => new HostNode('Worksheet', sheet),
    AutoFilter: (self) => new HostNode('AutoFilter', self),
  },
  getters: {
    GetRange: part((self) => self.area),
    GetHeaderRowRange: part((self) => self.headerArea),
  },
  actions: {
    Resize: ofTable.writes([place], (self, [where], { book }) => {
      const found = located(book, where, self.sheet);
      if (found.sheet !== self.sheet) refuse('invalidArgument', 'a range of another sheet');
      const others = book.tenantsOn(self.sheet).filter((other) => other !== self);
      if (others.some((other) => intersect(other.area, found.area))) refuse('tableOverlap', self.name);
      self.resize(found.area);
    }),
  },
};

export const autoFilter: ClassSpec<Table> = {
  props: {
    IsDataFiltered: { get: ({ filters }) => filters.size > 0 },
    Criteria: { get: ({ columnIds, filters }) => columnIds.map((id) => criteriaOf(filters.get(id))) },
  },
  actions: {
    ClearCriteria: ofTable.writes([], ({ filters, sheet }) => {
      filters.clear();
      sheet.owner.changed({ what: 'layout', sheet });
    }),
  },
};

function criteriaOf(criteria: FilterCriteria | undefined): Record<string, unknown> | null {
  return criteria ? readCriteria(criteria) : null;
}

function part(pick: (table: Table) => Area) {
  return ofTable.reads([], (self, _: [], session: Session) => session.range(self.sheet, pick(self)));
}

function located(book: Workbook, where: string | RangeRef, sheet?: Sheet): { sheet: Sheet; area: Area } {
  return typeof where === 'string' ? book.locate(where, sheet) : { sheet: where.sheet, area: cellsOf(where) };
}
