import type { PlainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { VoucherComputation } from '../../../shared/flows/vouchers/computeVouchers.ts';
import type { VoucherError, VoucherRequest } from '../../../shared/flows/vouchers/voucherReading.ts';
import type { SheetsError } from '../../../shared/flows/vouchers/voucherSheets.ts';
import type { Notice } from './state.ts';

/** What the tasks of titres-restaurant lend to those that are apart. */
export interface VoucherWays {
  /** The account and the month one works on; undefined before a first update, which is then told. */
  begun(): Promise<VoucherRequest | undefined>;
  open(notice?: Notice | null, findings?: readonly Finding[]): Promise<void>;
  /** Shows a computation again. */
  result(computation: VoucherComputation): void;
  /** Has Lucca read; false when it was not, which is then told. */
  readLucca(months: readonly PlainMonth[]): Promise<boolean>;
  notPrepared(error: SheetsError): Promise<void>;
  /** Why nothing was computed. */
  failed(error: VoucherError): Promise<void>;
}
