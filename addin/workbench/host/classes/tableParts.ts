import { refuse } from '../errors.ts';
import { anything, flag, integer, key, membersOf, oneOf, optional, record, rows, text } from '../members.ts';
import type { ClassSpec } from '../members.ts';
import { HostNode } from '../nodes.ts';
import type { NodeKinds, Session } from '../nodes.ts';
import { FILTERS_ON } from '../model/filters.ts';
import type { Area } from '../model/area.ts';
import type { Table } from '../model/table.ts';

type Column = NodeKinds['TableColumn'];
type Row = NodeKinds['TableRow'];
const ofTable = membersOf<Table>();
const ofColumn = membersOf<Column>();
const ofRow = membersOf<Row>();

/** The column at a position; a client addresses it by name first, by its number ever after. */
function column(table: Table, index: number): HostNode | null {
  const id = table.columnIds[index];
  return id === undefined ? null : new HostNode('TableColumn', { table, id });
}

function position({ table, id }: Column): number {
  const index = table.columnIds.indexOf(id);
  return index < 0 ? refuse('itemNotFound', `column ${id}`) : index;
}

function columnPart(pick: (table: Table) => Area) {
  return ofColumn.reads([], (self, _: [], session: Session) =>
    session.range(self.table.sheet, self.table.columnArea(position(self), pick(self.table))),
  );
}

export const tableColumns: ClassSpec<Table> = {
  props: { Count: { get: (table) => table.columnIds.length } },
  getters: {
    Add: ofTable.writes([optional(integer), optional(rows), optional(text)], (table, [index, values, name]) => {
      const end = index === undefined || index < 0 ? table.columnIds.length : index;
      if (values && values.length !== table.area.height)
        refuse('invalidArgument', 'one value for each row of the table');
      const at = table.addColumn(end);
      if (values) table.sheet.write(table.columnArea(at), values);
      if (name !== undefined) table.sheet.write(table.columnArea(at, table.headerArea), name);
      return column(table, at);
    }),
    GetItem: ofTable.reads(
      [key],
      (table, [name]) => column(table, table.columnIndex(name)) ?? refuse('itemNotFound', String(name)),
    ),
    GetItemOrNullObject: ofTable.reads([key], (table, [name]) => column(table, table.columnIndex(name))),
    GetItemAt: ofTable.reads(
      [integer],
      (table, [index]) => column(table, index) ?? refuse('itemNotFound', `column ${index}`),
    ),
  },
  items: (table) => table.columnIds.map((id) => new HostNode('TableColumn', { table, id })),
  item: (table, name) => column(table, table.columnIndex(name)) ?? undefined,
};

export const tableColumn: ClassSpec<Column> = {
  ids: ({ id }) => ({ Id: id }),
  props: {
    Id: { get: ({ id }) => id },
    Index: { get: position },
    Name: { get: (self) => self.table.headings()[position(self)] },
  },
  navs: { Filter: (self) => new HostNode('Filter', self) },
  getters: {
    GetHeaderRowRange: columnPart((table) => table.headerArea),
    GetDataBodyRange: columnPart((table) => table.bodyArea),
  },
};

/** The criteria of one column; a field that is `null` rather than absent is refused. */
export const filter: ClassSpec<Column> = {
  actions: {
    Apply: ofColumn.writes([record], ({ table, id }, [{ filterOn, ...criteria }]) => {
      if (Object.values(criteria).includes(null)) refuse('invalidArgument', 'null in the criteria');
      table.filters.set(id, { ...criteria, filterOn: oneOf(FILTERS_ON)(filterOn) });
      table.sheet.owner.changed({ what: 'layout', sheet: table.sheet });
    }),
  },
};

export const tableRows: ClassSpec<Table> = {
  props: { Count: { get: (table) => table.bodyArea.height } },
  getters: {
    Add: ofTable.writes([optional(integer), anything, optional(flag)], (table, [index, values]) => {
      const given = values === null ? [table.columnIds.map(() => null)] : rows(values);
      return new HostNode('TableRow', { table, index: table.addRows(index === -1 ? undefined : index, given) });
    }),
    GetItemAt: ofTable.reads([integer], (table, [index]) =>
      index >= 0 && index < table.bodyArea.height
        ? new HostNode('TableRow', { table, index })
        : refuse('itemNotFound', `row ${index}`),
    ),
  },
  actions: { GetCount: ofTable.reads([], (table) => table.bodyArea.height) },
};

export const tableRow: ClassSpec<Row> = {
  props: { Index: { get: ({ index }) => index } },
  actions: { Delete: ofRow.writes([], ({ table, index }) => table.deleteRow(index)) },
};
