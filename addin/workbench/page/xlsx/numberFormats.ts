/** The number formats that files name by a number instead of writing them. */
const BUILT_IN: readonly (readonly [number, string])[] = [
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [14, 'dd/mm/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'dd/mm/yyyy h:mm'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [49, '@'],
];
/** Read as the person's own date format: written, it would follow the language of each Excel. */
const READ_ONLY = new Set([14, 22]);

export const builtInFormats: ReadonlyMap<number, string> = new Map(BUILT_IN);
export const builtInNumbers: ReadonlyMap<string, number> = new Map(
  BUILT_IN.filter(([number]) => !READ_ONLY.has(number)).map(([number, format]) => [format, number]),
);
export const FIRST_OWN_FORMAT = 164;
