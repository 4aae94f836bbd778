import { DEFAULT_NAMES, seriesOver } from '../assumptions.ts';
import { refuse } from '../errors.ts';
import { flag, integer, key, membersOf, oneOf, optional, range, text } from '../members.ts';
import type { ClassSpec } from '../members.ts';
import { HostNode, cellsOf } from '../nodes.ts';
import type { ChartEntry, NodeKinds, Session } from '../nodes.ts';
import { addressOf, bounding } from '../model/area.ts';
import type { Chart, Series } from '../model/charts.ts';
import { sheetPrefix } from '../model/formulaText.ts';
import type { Sheet } from '../model/sheet.ts';
import type { RangeRef } from '../model/workbook.ts';

const ofSheet = membersOf<Sheet>();
const ofChart = membersOf<ChartEntry>();
const ofSeries = membersOf<NodeKinds['ChartSeries']>();

const cellsText = (ref: RangeRef): string => `=${sheetPrefix(ref.sheet.name)}${addressOf(cellsOf(ref))}`;
const update = ({ sheet, chart }: ChartEntry, change: Partial<Chart>): void =>
  sheet.changeCharts(() => Object.assign(chart, change));
const updateSeries = ({ sheet, series: own }: NodeKinds['ChartSeries'], change: Partial<Series>): void =>
  sheet.changeCharts(() => Object.assign(own, change));

function find(sheet: Sheet, named: unknown): HostNode | undefined {
  const wanted = String(named).toLowerCase();
  const found = sheet.charts.find(({ id, name }) => id === named || name.toLowerCase() === wanted);
  return found && new HostNode('Chart', { sheet, chart: found });
}

function add(sheet: Sheet, type: string, source: RangeRef, { book }: Session): HostNode {
  if (cellsOf(source).width > 1) refuse('unsupported', 'a chart over several columns');
  const own: Chart = {
    id: book.nextId('chart'),
    name: `${DEFAULT_NAMES.chart}${sheet.charts.length + 1}`,
    type,
    title: '',
    hasLegend: true,
    position: undefined,
    series: [seriesOver(cellsText(source))],
  };
  sheet.changeCharts(() => sheet.charts.push(own));
  return new HostNode('Chart', { sheet, chart: own });
}

export const charts: ClassSpec<Sheet> = {
  getters: {
    Add: ofSheet.writes([oneOf(['ColumnStacked']), range, oneOf(['Columns'])], (sheet, [type, source], session) =>
      add(sheet, type, source, session),
    ),
    GetItemOrNullObject: ofSheet.reads([key], (sheet, [name]) => find(sheet, name) ?? null),
  },
  item: find,
};

export const chart: ClassSpec<ChartEntry> = {
  ids: ({ chart: { id } }) => ({ Id: id }),
  props: { Name: { set: (entry, name) => update(entry, { name: text(name) }) } },
  navs: {
    Title: (entry) => new HostNode('ChartTitle', entry),
    Legend: (entry) => new HostNode('ChartLegend', entry),
    Series: (entry) => new HostNode('ChartSeriesCollection', entry),
  },
  actions: {
    SetPosition: ofChart.writes([range, range], (entry, [start, end]) =>
      update(entry, { position: bounding(cellsOf(start), cellsOf(end)) }),
    ),
  },
};

export const chartTitle: ClassSpec<ChartEntry> = {
  props: { Text: { set: (entry, title) => update(entry, { title: text(title) }) } },
};

export const chartLegend: ClassSpec<ChartEntry> = {
  props: { Visible: { set: (entry, visible) => update(entry, { hasLegend: flag(visible) }) } },
};

const seriesNode = (entry: ChartEntry, own: Series): HostNode => new HostNode('ChartSeries', { ...entry, series: own });

/** A series has no id: the client addresses it by its place. */
export const seriesCollection: ClassSpec<ChartEntry> = {
  getters: {
    Add: ofChart.writes([text, optional(integer)], (entry, [name, index]) => {
      if (index !== undefined) refuse('unsupported', 'a series elsewhere than at the end');
      const own = { name, values: '', categories: '' };
      entry.sheet.changeCharts(() => entry.chart.series.push(own));
      return seriesNode(entry, own);
    }),
    GetItemAt: ofChart.reads([integer], (entry, [index]) =>
      seriesNode(entry, entry.chart.series[index] ?? refuse('invalidArgument', `series ${index}`)),
    ),
  },
  items: (entry) => entry.chart.series.map((own) => seriesNode(entry, own)),
};

export const series: ClassSpec<NodeKinds['ChartSeries']> = {
  props: {
    Name: { get: (self) => self.series.name, set: (self, name) => updateSeries(self, { name: text(name) }) },
  },
  actions: {
    SetValues: ofSeries.writes([range], (self, [cells]) => updateSeries(self, { values: cellsText(cells) })),
    SetXAxisValues: ofSeries.writes([range], (self, [cells]) => updateSeries(self, { categories: cellsText(cells) })),
  },
};
