/** Files held against the sheet that they come from: a file that says another sum is not given. */
import type { Finding } from '../../finding.ts';
import { cents, type Cents } from '../../money/money.ts';
import { fileFinding } from '../../files/fileFindings.ts';
import type { VoucherFile } from './voucherFile.ts';

/** What the files of one order add up to, or what the sheet says of it. */
export interface OrderTotals {
  readonly people: number;
  readonly vouchers: number;
  readonly amount: Cents;
}

/** The sum of the control totals. */
export function totalOfFiles(files: readonly Pick<VoucherFile, 'control'>[]): OrderTotals {
  const sum = (of: (file: Pick<VoucherFile, 'control'>) => number) =>
    files.reduce((total, each) => total + of(each), 0);
  return {
    people: sum(({ control }) => control.people),
    vouchers: sum(({ control }) => control.vouchers),
    amount: cents(sum(({ control }) => control.amounts.face)),
  };
}

/** An error when the files do not add up to `sheet`, to the cent. */
export function totalFindings(files: readonly Pick<VoucherFile, 'control'>[], sheet: OrderTotals): readonly Finding[] {
  const { people, vouchers, amount } = totalOfFiles(files);
  if (people === sheet.people && vouchers === sheet.vouchers && amount === sheet.amount) return [];
  const facts = { sheetPeople: sheet.people, sheetVouchers: sheet.vouchers, sheetAmount: sheet.amount };
  return [fileFinding('voucherFileTotals', { people, vouchers, amount, ...facts })];
}
