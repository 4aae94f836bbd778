/** The filter of a table: read as a text that the workbook can remember, and put back. */
import type { Conversation } from './conversation.ts';
import type { LiveTable } from './survey.ts';

/** Filters of the tables that have one. One round trip when there is any. */
export async function readFilters(
  { context, answered }: Conversation,
  tables: readonly LiveTable[],
): Promise<ReadonlyMap<LiveTable | undefined, string>> {
  const looks = tables
    .filter(({ isFiltered }) => isFiltered)
    .map((table) => ({ table, proxy: context.workbook.tables.getItemOrNullObject(table.id) }));
  if (looks.length === 0) return new Map();
  looks.forEach(({ proxy }) => proxy.autoFilter.load('criteria'));
  await answered(context.sync());
  const there = looks.filter(({ proxy }) => !proxy.isNullObject);
  return new Map(there.map(({ table, proxy }) => [table, filterOf(proxy, table.headings)]));
}

/** The criteria loaded in `proxy`, by heading, as JSON. */
export function filterOf(proxy: Excel.Table, headings: readonly string[]): string {
  const criteria = proxy.autoFilter.criteria as (Excel.FilterCriteria | null)[];
  const held = headings.flatMap((heading, position) => {
    const own = criteria[position];
    return own ? [[heading, stripped(own)] as const] : [];
  });
  return JSON.stringify(Object.fromEntries(held));
}

/** Queues the return of `filter` on the columns that are still there. */
export function putBack(proxy: Excel.Table, headings: readonly string[], filter: string): void {
  const held = Object.entries(JSON.parse(filter) as Record<string, Excel.FilterCriteria>);
  for (const [heading, criteria] of held)
    if (headings.includes(heading)) proxy.columns.getItem(heading).filter.apply(criteria);
}

/** Criteria as Excel takes them: what it answers names every field, the empty ones too. */
function stripped(criteria: Excel.FilterCriteria): Record<string, unknown> {
  return Object.fromEntries(Object.entries(criteria).filter(([, value]) => value !== null && value !== undefined));
}
