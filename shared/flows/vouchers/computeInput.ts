/** « Calculer » from one document, without workbook, service or Lucca. */
import type { VouchersInput } from '../../contracts/vouchersInput.ts';
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';
import { fail, type Result } from '../../domain/result.ts';
import type { Clock, FlowOptions } from '../ports.ts';
import { computeOrder, type VoucherComputation } from './computeVouchers.ts';
import { sourceOf } from './inputDocument.ts';
import { readingOf } from './orderSource.ts';
import type { VoucherError } from './voucherReading.ts';

/** `notRead`: months that the document lacks. */
export type InputError = Exclude<VoucherError, { readonly code: 'book' | 'pending' }>;

/** Computes the order of `month` by the readers and the rules that a workbook is computed with. */
export async function computeInput(
  ports: { readonly clock: Clock },
  input: VouchersInput,
  month: PlainMonth,
  options: FlowOptions = {},
): Promise<Result<VoucherComputation, InputError>> {
  const source = sourceOf(input, month);
  if (!source.ok) return fail({ code: 'notRead', months: source.error });
  const reading = readingOf(source.value, month);
  if (!reading.ok) return fail({ code: 'unsound', findings: reading.error });
  return computeOrder(ports, reading.value, month, options);
}
