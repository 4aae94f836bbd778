/** A filter on one column, in the shape of the Excel client; the model hides rows for `Values` only. */
export type FilterCriteria = Readonly<{ filterOn: string; values?: readonly string[] } & Record<string, unknown>>;

export const FILTERS_ON = [
  'BottomItems',
  'BottomPercent',
  'CellColor',
  'Dynamic',
  'FontColor',
  'Values',
  'TopItems',
  'TopPercent',
  'Icon',
  'Custom',
] as const;
