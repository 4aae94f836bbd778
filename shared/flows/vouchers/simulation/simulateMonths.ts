/** Two months side by side: as they were ordered where they were, as they would be computed today where they were not. Writes nothing. */
import { cents } from '../../../domain/money/money.ts';
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { amountsOf, valueOfOrder, voucherAmounts, type VoucherAmounts } from '../../../domain/vouchers/amounts.ts';
import { ordersTable } from '../../../tables/vouchers/ordersTable.ts';
import { readRegister, type RecordedOrder, type VoucherRegister } from '../../../tables/vouchers/readRegister.ts';
import { orderSettingsTable, registerTable } from '../../../tables/vouchers/registerTable.ts';
import type { BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import type { FlowOptions } from '../../ports.ts';
import { computeVouchers } from '../computeVouchers.ts';
import { textOf } from '../regulationReadings.ts';
import type { VoucherError, VoucherPorts, VoucherRequest } from '../voucherReading.ts';
import { beside, sidesOf, type Sided, type VoucherSimulation } from './sides.ts';

/** How a month was come by: as ordered, computed, or both, regulation by regulation. */
export type MonthBasis = 'ordered' | 'computed' | 'both';

export interface MonthsSimulation extends VoucherSimulation {
  readonly basis: { readonly now: MonthBasis; readonly then: MonthBasis };
}

interface MonthSides {
  readonly sides: readonly Sided[];
  readonly basis: MonthBasis;
}

/** The amounts of one voucher as the order froze them. */
function frozenUnit({ closed }: VoucherRegister, order: RecordedOrder): VoucherAmounts | undefined {
  const own = closed.find(({ month, regulation }) => month === order.month && regulation.key === order.regulation);
  const value = own && valueOfOrder(own.regulation.values, order.month);
  if (!value) return undefined;
  const { reintegration } = own.regulation;
  const amounts = voucherAmounts(value, { month: order.month, reintegration, cap: 'then' });
  return amounts.kind === 'computed' ? amounts.unit : undefined;
}

function orderedSides(snapshot: BookSnapshot, register: VoucherRegister, orders: readonly RecordedOrder[]): Sided[] {
  const byNumber = new Map(orders.map((order) => [order.number, frozenUnit(register, order)]));
  return rowsOf(snapshot, registerTable.name).flatMap((row): Sided[] => {
    const number = textOf(row, 'order').toUpperCase();
    if (!byNumber.has(number)) return [];
    const ordered = Number(textOf(row, 'ordered')) || 0;
    const unit = byNumber.get(number);
    const total = unit && amountsOf(unit, ordered);
    const [face, employer, employee] = [total?.face, total?.employer, total?.employee].map((each) => each ?? cents(0));
    const side = {
      ...{ ordered, face: face ?? cents(0), employer: employer ?? cents(0), employee: employee ?? cents(0) },
      ...{ isIncomplete: false, isUnpriced: !unit && ordered > 0, outcomes: [] },
    };
    const [employeeId, name, employeeNumber] = [
      textOf(row, 'luccaId'),
      textOf(row, 'name'),
      textOf(row, 'employeeNumber'),
    ];
    return [{ employeeId, name, employeeNumber, side }];
  });
}

/** One month. Nothing of it is left to compute when every regulation is ordered. */
async function monthSides(
  ports: VoucherPorts,
  request: VoucherRequest,
  options: FlowOptions,
): Promise<Result<MonthSides, VoucherError>> {
  const snapshot = await ports.book.read([ordersTable, registerTable, orderSettingsTable]);
  if (!snapshot.ok) return fail({ code: 'book', error: snapshot.error });
  const register = readRegister(snapshot.value);
  if (register.findings.length > 0) return fail({ code: 'unsound', findings: register.findings });
  const orders = register.orders.filter(({ month, state }) => month === request.month && state !== 'cancelled');
  const ordered = orderedSides(snapshot.value, register, orders);
  const computed = await computeVouchers(ports, request, options);
  const isAllOrdered = orders.length > 0 && !computed.ok && computed.error.code === 'noRegulation';
  if (isAllOrdered) return ok({ sides: ordered, basis: 'ordered' });
  if (!computed.ok) return computed;
  const sides = [...ordered, ...sidesOf(computed.value, null)];
  return ok({ sides, basis: orders.length > 0 ? 'both' : 'computed' });
}

/** `months[0]` beside `months[1]`, for every regulation. */
export async function simulateMonths(
  ports: VoucherPorts,
  { connection }: Pick<VoucherRequest, 'connection'>,
  [first, second]: readonly [PlainMonth, PlainMonth],
  options: FlowOptions = {},
): Promise<Result<MonthsSimulation, VoucherError>> {
  const now = await monthSides(ports, { connection, month: first }, options);
  if (!now.ok) return now;
  const then = await monthSides(ports, { connection, month: second }, options);
  if (!then.ok) return then;
  const simulation = beside(now.value.sides, then.value.sides, { now: [], then: [] });
  return ok({ ...simulation, basis: { now: now.value.basis, then: then.value.basis } });
}
