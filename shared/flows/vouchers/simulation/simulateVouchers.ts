/** « Simuler »: the order of a month as it is set, and as it would be with other settings, person by person and in euros. Writes nothing. */
import { fail, ok, type Result } from '../../../domain/result.ts';
import type { FlowOptions } from '../../ports.ts';
import { computeReading } from '../computeVouchers.ts';
import { validRegulations } from '../orderSource.ts';
import { readForVouchers, type VoucherError, type VoucherPorts, type VoucherRequest } from '../voucherReading.ts';
import { asBefore } from './asBefore.ts';
import type { Variant } from './settings.ts';
import { beside, sidesOf, type VoucherSimulation } from './sides.ts';

/**
 * Computes the month twice from one reading. Orders of earlier months keep their own settings on both sides; the month is taken as if it
 * were not ordered. `only`: the regulation that is looked at; null: all.
 */
export async function simulateVouchers(
  ports: VoucherPorts,
  request: VoucherRequest,
  variant: Variant,
  only: string | null = null,
  options: FlowOptions = {},
): Promise<Result<VoucherSimulation, VoucherError>> {
  const { month } = request;
  const view = { snapshot: (held: Parameters<typeof asBefore>[0]) => asBefore(held, month), variants: [variant] };
  const reading = await readForVouchers(ports, request, options, view);
  if (!reading.ok) return reading;
  const all = validRegulations(reading.value.book);
  const now = await computeReading(ports, reading.value, month, all, options);
  const then = now && (await computeReading(ports, reading.value, month, all.map(variant), options));
  if (!now || !then) return fail({ code: 'service', error: { code: 'cancelled' } });
  if (only !== null && !now.regulations.has(only))
    return fail({ code: 'noRegulation', findings: now.findings, book: now.book });
  return ok(beside(sidesOf(now, only), sidesOf(then, only), { now: now.findings, then: then.findings }));
}
