import type { PlainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { VoucherComputation } from '../../../shared/flows/vouchers/computeVouchers.ts';
import type { VoucherError, VoucherRequest } from '../../../shared/flows/vouchers/voucherReading.ts';
import type { SheetsError } from '../../../shared/flows/vouchers/voucherSheets.ts';
import type { Unanswered } from './serviceWays.ts';
import type { Notice } from './state.ts';
import type { ReadBoard } from './vouchersBoard.ts';
import type { PersonId } from './vouchersState.ts';

/** What the tasks of titres-restaurant lend to those that are apart. */
export interface VoucherWays {
  /** The account and the month one works on; undefined before a first update, which is then told. */
  begun(): Promise<VoucherRequest | undefined>;
  open(notice?: Notice | null, findings?: readonly Finding[]): Promise<void>;
  /** The sheets as they stand; undefined when they cannot be read, which is then told. */
  read(): Promise<ReadBoard | undefined>;
  /** Shows a computation; `from`: the person one comes back from. */
  result(computation: VoucherComputation, from?: PersonId | null, notice?: Notice | null): void;
  /** Has Lucca read; false when it was not, which is then told. */
  readLucca(months: readonly PlainMonth[]): Promise<boolean>;
  notPrepared(error: SheetsError): Promise<void>;
  /** Why nothing was computed. */
  failed(error: VoucherError): Promise<void>;
  /** The workbook or the service do not answer as they should. */
  lost(error: Unanswered): Promise<void>;
}
