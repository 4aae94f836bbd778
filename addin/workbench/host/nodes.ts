import { refuse } from './errors.ts';
import type { Area } from './model/area.ts';
import type { Chart, Series } from './model/charts.ts';
import type { ConditionalFormat } from './model/rules.ts';
import type { Sheet } from './model/sheet.ts';
import type { Table } from './model/table.ts';
import type { RangeRef, Workbook } from './model/workbook.ts';

export interface ChartEntry {
  readonly sheet: Sheet;
  readonly chart: Chart;
}

export interface FormatEntry {
  readonly sheet: Sheet;
  readonly format: ConditionalFormat;
}

/** What the host holds behind an object of each class of the client. */
export interface NodeKinds {
  Workbook: Workbook;
  WorksheetCollection: Workbook;
  Worksheet: Sheet;
  WorksheetFreezePanes: Sheet;
  TableCollection: { readonly book: Workbook; readonly sheet?: Sheet };
  Table: Table;
  TableColumnCollection: Table;
  TableColumn: { readonly table: Table; readonly id: number };
  Filter: { readonly table: Table; readonly id: number };
  AutoFilter: Table;
  Range: RangeRef;
  RangeFormat: RangeRef;
  RangeFont: RangeRef;
  DataValidation: RangeRef;
  ConditionalFormatCollection: RangeRef;
  ConditionalFormat: FormatEntry;
  CustomConditionalFormat: FormatEntry;
  ConditionalFormatRule: FormatEntry;
  ConditionalRangeFormat: FormatEntry;
  ConditionalRangeFill: FormatEntry;
  ConditionalRangeFont: FormatEntry;
  ChartCollection: Sheet;
  Chart: ChartEntry;
  ChartTitle: ChartEntry;
  ChartLegend: ChartEntry;
  ChartSeriesCollection: ChartEntry;
  ChartSeries: ChartEntry & { readonly series: Series };
  Application: Workbook;
  Runtime: Workbook;
}
export type Kind = keyof NodeKinds;

/** One object as the client sees it: its class and what stands behind it. */
export class HostNode<K extends Kind = Kind> {
  readonly kind: K;
  readonly self: NodeKinds[K];
  constructor(kind: K, self: NodeKinds[K]) {
    this.kind = kind;
    this.self = self;
  }
}

/** What members may use of the request they run in. */
export interface Session {
  readonly book: Workbook;
  /** The add-in's own switch, `runtime.enableEvents`. */
  switchEvents(enabled: boolean): void;
  /** Ids of the sheets whose changes the add-in listens to. */
  readonly listened: Set<string>;
  /** A range that follows its cells, at least until the end of the request. */
  range(sheet: Sheet, area: Area): HostNode;
  /** Keeps a range beyond the request. */
  keep(ref: RangeRef): void;
  /** The id of a kept range. */
  referenceId(ref: RangeRef): string | undefined;
  release(id: string): void;
  /** Counts a member (`Class.Member`) among those the add-in used. */
  note(member: string): void;
}

/** The cells of a range; refused when they were deleted. */
export function cellsOf(ref: RangeRef): Area {
  return ref.area ?? refuse('invalidReference');
}
