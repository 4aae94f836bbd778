import type { IdMint } from './model/workbook.ts';

let hosts = 0;

/** Ids that no other mint of this process gives. */
export function mintIds(): IdMint {
  const series = String(++hosts).padStart(4, '0');
  let last = 0;
  const next = (): string => String(++last).padStart(4, '0');
  return {
    sheet: () => `{00000000-${series}-${next()}-0000-000000000000}`,
    table: () => `${hosts}${next()}`,
  };
}
