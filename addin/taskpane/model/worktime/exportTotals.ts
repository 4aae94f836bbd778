/** What the lines of an export add up to. */
import type { PreparedLine } from '../../../../shared/flows/worktime/preparedLines.ts';

/** Lines of one account under one code; `hundredths` of hours. */
export interface ExportTotal extends Pick<PreparedLine, 'account' | 'destination' | 'payrollCode'> {
  readonly lines: number;
  readonly hundredths: number;
}

/** Totals in the order in which accounts come; lines that payroll refused count for nothing. */
export function exportTotals(lines: readonly PreparedLine[]): ExportTotal[] {
  const totals = new Map<string, ExportTotal>();
  for (const { account, destination, payrollCode, hundredths } of lines.filter(({ isTaken }) => isTaken)) {
    const key = JSON.stringify([account, destination, payrollCode]);
    const before = totals.get(key) ?? { account, destination, payrollCode, lines: 0, hundredths: 0 };
    totals.set(key, { ...before, lines: before.lines + 1, hundredths: before.hundredths + hundredths });
  }
  return [...totals.values()];
}
