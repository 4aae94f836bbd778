/** The chart of a table: made once beside it, then fed with its rows. Everything else of it belongs to the person. */
import type { ChartOutcome } from '../../shared/flows/book.ts';
import { column, type ChartedTable } from '../../shared/tables/declaration.ts';
import { cellsAt } from './body.ts';
import type { Conversation } from './conversation.ts';
import { live, survey, type LiveTable } from './survey.ts';
import { whereIs } from './writing.ts';

/** Cells that the chart covers when it is made, one column after the table. */
const SIZE = { height: 16, width: 8 };

interface Drawing {
  readonly context: Excel.RequestContext;
  readonly declaration: ChartedTable;
  readonly table: LiveTable;
}

/** As `Book.chart` says. The chart is looked for on the sheet of its table only: a copy of that sheet has its own. */
export async function drawChart(
  talk: Conversation,
  declaration: ChartedTable,
  wish: 'draw' | 'keep',
): Promise<ChartOutcome> {
  const { context } = talk;
  const [state] = await survey(talk, [declaration]);
  if (state?.state !== 'found') return 'absent';
  const drawing = { context, declaration, table: live(declaration, state) };
  talk.where = whereIs(drawing.table);
  const { charts } = context.workbook.worksheets.getItem(drawing.table.sheet);
  const chart = charts.getItemOrNullObject(declaration.chart.name);
  chart.series.load('items/name');
  await talk.answered(context.sync());
  const isThere = !chart.isNullObject;
  if (!isThere && wish === 'keep') return 'absent';
  if (isThere) follow(drawing, chart);
  else make(drawing, charts);
  await talk.answered(context.sync());
  return isThere ? 'kept' : 'drawn';
}

/** Its name comes first: whatever Excel refuses after that, the chart is found again and not made twice. */
function make(drawing: Drawing, charts: Excel.ChartCollection): void {
  const { context, declaration, table } = drawing;
  const { name, title, series } = declaration.chart;
  const made = charts.add('ColumnStacked', bodyOf(drawing, series[0]), 'Columns');
  made.name = name;
  made.title.text = title;
  made.legend.visible = series.length > 1;
  series.forEach((key, index) => {
    const { heading } = column(declaration, key);
    const own = index === 0 ? made.series.getItemAt(0) : made.series.add(heading);
    own.name = heading;
    feed(drawing, own, key);
  });
  const cell = (row: number, side: number) =>
    cellsAt(context, table, { row, column: table.width + side, height: 1, width: 1 });
  made.setPosition(cell(0, 1), cell(SIZE.height - 1, SIZE.width));
}

/** A series that the person renamed or took away is left to them. */
function follow(drawing: Drawing, chart: Excel.Chart): void {
  const { declaration } = drawing;
  const names = chart.series.items.map(({ name }) => name);
  for (const key of declaration.chart.series) {
    const index = names.indexOf(column(declaration, key).heading);
    if (index >= 0) feed(drawing, chart.series.getItemAt(index), key);
  }
}

function feed(drawing: Drawing, series: Excel.ChartSeries, key: string): void {
  series.setValues(bodyOf(drawing, key));
  series.setXAxisValues(bodyOf(drawing, drawing.declaration.chart.category));
}

/** The body cells of a column. */
function bodyOf({ context, table }: Drawing, key: string): Excel.Range {
  return cellsAt(context, table, { row: 0, column: table.places[key] ?? 0, height: table.height, width: 1 });
}
