import { text, membersOf } from '../members.ts';
import type { ClassSpec } from '../members.ts';
import { HostNode } from '../nodes.ts';
import type { Workbook } from '../model/workbook.ts';

const { reads } = membersOf<Workbook>();

export const workbook: ClassSpec<Workbook> = {
  navs: {
    Worksheets: (book) => new HostNode('WorksheetCollection', book),
    Tables: (book) => new HostNode('TableCollection', { book }),
    Application: (book) => new HostNode('Application', book),
    _Runtime: (book) => new HostNode('Runtime', book),
  },
  getters: {
    GetActiveCell: reads([], ({ activeSheet }, _, session) =>
      session.range(activeSheet, { ...activeSheet.selection, height: 1, width: 1 }),
    ),
  },
  actions: { _RemoveReference: reads([text], (_, [id], session) => session.release(id)) },
};
