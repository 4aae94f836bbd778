import { refuse } from '../errors.ts';
import { membersOf, oneOf, record } from '../members.ts';
import type { ClassSpec } from '../members.ts';
import { HostNode } from '../nodes.ts';
import type { NodeKinds } from '../nodes.ts';
import { FILTERS_ON } from '../model/filters.ts';
import type { Table } from '../model/table.ts';

type Column = NodeKinds['TableColumn'];
const { writes } = membersOf<Column>();

/** A client addresses a column by name first, by its number ever after. */
export const tableColumns: ClassSpec<Table> = {
  items: (table) => table.columnIds.map((id) => new HostNode('TableColumn', { table, id })),
  item: (table, name) => {
    const id = table.columnIds[table.columnIndex(name)];
    return id === undefined ? undefined : new HostNode('TableColumn', { table, id });
  },
};

export const tableColumn: ClassSpec<Column> = {
  ids: ({ id }) => ({ Id: id }),
  props: { Name: { get: ({ table, id }) => table.headings()[table.columnIds.indexOf(id)] } },
  navs: { Filter: (self) => new HostNode('Filter', self) },
};

/** The criteria of one column; a field that is `null` rather than absent is refused. */
export const filter: ClassSpec<Column> = {
  actions: {
    Apply: writes([record], ({ table, id }, [{ filterOn, ...criteria }]) => {
      if (Object.values(criteria).includes(null)) refuse('invalidArgument', 'null in the criteria');
      table.filters.set(id, { ...criteria, filterOn: oneOf(FILTERS_ON)(filterOn) });
      table.sheet.owner.changed({ what: 'layout', sheet: table.sheet });
    }),
  },
};
