/** One year, or two that follow: `2026`, `2025-2026`, `2025/26`, `25/26`, `N`, `N-1`. */
const YEARS =
  /(?<![\p{L}\p{N}])(?:(?:19|20)\d{2}(?:\s*[-–/]\s*(?:(?:19|20)\d{2}|\d{2}))?|\d{2}\s*\/\s*\d{2}|N(?:\s*[-+]\s*\d)?)(?![\p{L}\p{N}])/gu;
/** What years leave behind them: empty brackets, dashes at the ends. */
const LEFTOVERS = /\(\s*\)|\[\s*\]|^[\s\-–_/,:]+|[\s\-–_/,:(]+$/gu;

/**
 * The name that leave accounts created again each year share: the years stripped. `Congés payés 2025-2026` and `Congés payés (2026)` →
 * `Congés payés`. A name that is nothing but a year stays as it is.
 */
export function yearlyGroup(name: string): string {
  const bare = name.replace(YEARS, ' ').replace(LEFTOVERS, ' ').replace(LEFTOVERS, ' ').replace(/\s+/gu, ' ').trim();
  return bare === '' ? name.trim() : bare;
}
