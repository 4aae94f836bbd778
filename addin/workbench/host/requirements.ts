import { OTHER_SETS } from './assumptions.ts';

/** The newest ExcelApi set the genuine client of the workbench has all the members of. */
export const NEWEST_EXCEL_API = '1.17';

/** `Office.context.requirements`. */
export interface Requirements {
  isSetSupported(name: string, version?: string | number): boolean;
}

/** An Excel that has ExcelApi up to `maxExcelApi` and the few other sets assumed; any other name is unknown to it. */
export function createRequirements(maxExcelApi: string = NEWEST_EXCEL_API): Requirements {
  const sets: Readonly<Record<string, string>> = { ...OTHER_SETS, ExcelApi: maxExcelApi };
  return {
    isSetSupported(name, version = '1.1') {
      const held = sets[name];
      return held !== undefined && isAtMost(String(version), held);
    },
  };
}

/** Compares numbers, not text: 1.10 is above 1.9. */
function isAtMost(asked: string, held: string): boolean {
  const [[major = 0, minor = 0], [heldMajor = 0, heldMinor = 0]] = [asked, held].map((v) =>
    v.split('.').map(Number),
  ) as [number[], number[]];
  return major < heldMajor || (major === heldMajor && minor <= heldMinor);
}
