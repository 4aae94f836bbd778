/** What comes before the lines of a table that is there: its name given back, its caption, its filter lifted for the time of the write. */
import { holdsCaption } from '../../shared/tables/appearance.ts';
import type { Block } from './blocks.ts';
import type { Conversation } from './conversation.ts';
import { filterOf, putBack } from './filters.ts';
import { GENERAL_FORMAT, safeCell } from './safeCell.ts';
import type { LiveTable } from './survey.ts';
import { whereIs } from './writing.ts';

/** How a table must be left and found again. */
export interface Preparation {
  readonly caption: string | undefined;
  readonly isFiltered: boolean;
  /** Takes what must be queued, whatever happens, once the write is over. */
  readonly afterwards: (restore: () => void) => void;
}

/**
 * Excel writes a range that a filter hides in part at the wrong rows, and does not delete them: the filter is lifted first, and the same
 * criteria are applied again at the end.
 */
export function prepareBlock({ context }: Conversation, table: LiveTable, preparation: Preparation): Block {
  const proxy = context.workbook.tables.getItem(table.id);
  const { caption, isFiltered } = preparation;
  let present: string | undefined;
  return {
    where: whereIs(table),
    lines: [],
    look: () => {
      if (isFiltered) proxy.autoFilter.load('criteria');
      const isWanted = caption !== undefined && table.top > 0;
      const above = isWanted ? captionCell(proxy).load('values') : undefined;
      return () => {
        present = above && String(above.values[0]?.[0] ?? '');
        return true;
      };
    },
    act: () => {
      if (isFiltered) liftFilter(table, proxy, preparation);
      if (table.renamed) proxy.name = table.declaration.name;
      if (caption === undefined || present === undefined || caption === present || !holdsCaption(present)) return;
      captionCell(proxy).values = [[safeCell(caption, GENERAL_FORMAT).input]];
    },
  };
}

/** Just above the first heading, wherever a person moved the table. */
function captionCell(table: Excel.Table): Excel.Range {
  return table.getHeaderRowRange().getCell(0, 0).getOffsetRange(-1, 0);
}

function liftFilter({ headings }: LiveTable, proxy: Excel.Table, { afterwards }: Preparation): void {
  const filter = filterOf(proxy, headings);
  afterwards(() => putBack(proxy, headings, filter));
  proxy.autoFilter.clearCriteria();
}
