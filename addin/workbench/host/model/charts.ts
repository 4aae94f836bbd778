import type { Area } from './area.ts';

/** What one series of a chart reads: the formulas of its cells, `='Totaux'!B4:B6`; '' for none. */
export interface Series {
  name: string;
  values: string;
  categories: string;
}

/** A chart as its sheet keeps it. Nobody draws it here. */
export interface Chart {
  readonly id: string;
  name: string;
  readonly type: string;
  title: string;
  hasLegend: boolean;
  /** The cells it covers; undefined where Excel puts it by itself. */
  position: Area | undefined;
  series: Series[];
}

/** Rewrites what the series of `charts` read. */
export function mapCharts(charts: readonly Chart[], change: (formula: string) => string): void {
  for (const each of charts.flatMap(({ series }) => series))
    [each.values, each.categories] = [change(each.values), change(each.categories)];
}
