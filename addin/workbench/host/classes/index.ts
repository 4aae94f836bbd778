import type { ClassSpec } from '../members.ts';
import type { Kind, NodeKinds } from '../nodes.ts';
import { application, runtime } from './application.ts';
import * as charts from './charts.ts';
import * as formats from './conditionalFormats.ts';
import { dataValidation } from './dataValidation.ts';
import { range } from './range.ts';
import { rangeFont, rangeFormat } from './rangeFormat.ts';
import { filter, tableColumn, tableColumns } from './tableParts.ts';
import { autoFilter, table, tables } from './tables.ts';
import { workbook } from './workbook.ts';
import { freezePanes, worksheet } from './worksheet.ts';
import { worksheets } from './worksheets.ts';

/** Every class and member the host answers, by the class's own name in the client. */
export const CLASSES: { readonly [K in Kind]: ClassSpec<NodeKinds[K]> } = {
  Workbook: workbook,
  WorksheetCollection: worksheets,
  Worksheet: worksheet,
  WorksheetFreezePanes: freezePanes,
  TableCollection: tables,
  Table: table,
  TableColumnCollection: tableColumns,
  TableColumn: tableColumn,
  Filter: filter,
  AutoFilter: autoFilter,
  Range: range,
  RangeFormat: rangeFormat,
  RangeFont: rangeFont,
  DataValidation: dataValidation,
  ConditionalFormatCollection: formats.conditionalFormats,
  ConditionalFormat: formats.conditionalFormat,
  CustomConditionalFormat: formats.customConditionalFormat,
  ConditionalFormatRule: formats.conditionalFormatRule,
  ConditionalRangeFormat: formats.conditionalRangeFormat,
  ConditionalRangeFill: formats.conditionalRangeFill,
  ConditionalRangeFont: formats.conditionalRangeFont,
  ChartCollection: charts.charts,
  Chart: charts.chart,
  ChartTitle: charts.chartTitle,
  ChartLegend: charts.chartLegend,
  ChartSeriesCollection: charts.seriesCollection,
  ChartSeries: charts.series,
  Application: application,
  Runtime: runtime,
};

/** The members of one class; the map above guarantees that `self` is what they expect. */
export function classOf(kind: Kind): ClassSpec<unknown> {
  return CLASSES[kind] as ClassSpec<unknown>;
}
