/** The life of an order: validated (frozen in the register), ordered, cancelled with a trace. A month is never ordered twice. */
import { blank, textCell, type Cell } from '../../domain/review/cell.ts';
import type { PlanLine } from '../../domain/review/plan.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { TableDeclaration } from '../../tables/declaration.ts';
import { periodsTable } from '../../tables/periodsTable.ts';
import { ordersTable, orderStates, type OrderState } from '../../tables/vouchers/ordersTable.ts';
import { readRegister, receiptOf, type VoucherRegister } from '../../tables/vouchers/readRegister.ts';
import { orderSettingsTable, registerTable } from '../../tables/vouchers/registerTable.ts';
import { applyPlan, type ApplyError, type ApplyPorts, type ApplyReport } from '../apply.ts';
import type { BookRow } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import { nextMonth, type VoucherComputation } from './computeVouchers.ts';
import { added, nextNumber, orderCells, receiptLines, registerLines, settingLines } from './orderLines.ts';
import { periodLines, type PeriodOptions } from './periods.ts';
import {
  claimReceipt,
  releaseReceipt,
  type ReceiptAnswer,
  type ReceiptDesk,
  type ReceiptSubject,
} from '../receipts.ts';
import { stamp } from '../stamp.ts';

/**
 * `ordered`: the month was ordered meanwhile. `moved`: the register is not the one that was computed on. `notLast`: a later order stands on
 * this one. `unknown`: no such order in that state. `incomplete`: no amount can be given. `skipped`: the order of an
 * earlier month is still to be made. `taken`: another copy of the workbook did it, `detail` says where and when. `silent`: the service does
 * not answer, so that nobody knows whether another copy did: the step waits, unless the person insists.
 */
export type OrderError =
  | ApplyError
  | { readonly code: 'taken'; readonly open: false; readonly detail: string }
  | { readonly code: OrderRefusal; readonly open: false };

type OrderRefusal = 'ordered' | 'moved' | 'notLast' | 'unknown' | 'incomplete' | 'skipped' | 'silent';

const refused = (code: OrderRefusal) => fail<OrderError>({ code, open: false });

export interface OrderOptions extends PeriodOptions {
  /** Where the receipt of the order is asked for. */
  readonly receipts?: ReceiptDesk;
}

export interface OrderReport extends ApplyReport {
  /** The receipt that the step was given: whoever loses the workbook gives it back. */
  readonly receipt: string | null;
  /** The service did not answer, and the person went on: nobody knows whether another copy of the workbook made the same order. */
  readonly isUnguarded: boolean;
  /** The order is cancelled and the service did not answer: no other copy may make it again. */
  readonly isReceiptKept: boolean;
}

const orderTables = [ordersTable, registerTable, orderSettingsTable, periodsTable];

interface Held {
  readonly receipt: (number: string) => string | null;
  readonly register: VoucherRegister;
  readonly rows: (table: TableDeclaration) => readonly BookRow[];
}

async function held({ book }: ApplyPorts): Promise<Result<Held, OrderError>> {
  const snapshot = await book.read(orderTables);
  if (!snapshot.ok) return fail({ code: 'book', open: false, error: snapshot.error });
  const { value } = snapshot;
  return ok({
    register: readRegister(value),
    receipt: (number) => receiptOf(value, number),
    rows: ({ name }) => rowsOf(value, name),
  });
}

/** The receipt of a step; an error when the step must wait. */
async function claim(
  receipts: ReceiptDesk | undefined,
  subject: ReceiptSubject,
): Promise<Result<ReceiptAnswer, OrderError>> {
  const answer = await claimReceipt(receipts, subject);
  if (answer.is === 'taken') return fail({ code: 'taken', open: false, detail: answer.detail });
  return answer.is === 'silent' && !receipts?.unguarded ? refused('silent') : ok(answer);
}

/** Writes a step. Where nothing of it is written, the month is anybody's again. */
async function written(
  ports: ApplyPorts,
  lines: readonly PlanLine[],
  answer: ReceiptAnswer,
  options: OrderOptions,
): Promise<Result<OrderReport, OrderError>> {
  const receipt = answer.is === 'granted' ? answer.id : null;
  const report = await applyPlan(ports, lines, options, 'voucherOrder');
  if (report.ok) return ok({ ...report.value, receipt, isUnguarded: answer.is === 'silent', isReceiptKept: false });
  if (!report.error.open) await releaseReceipt(options.receipts, receipt);
  return report;
}

/**
 * « Valider »: what was computed for `name` is frozen, with its settings. People whose planning is not known are left to the next order; a
 * month in which the regulation has nobody is validated empty, for the next one to follow.
 */
export async function validateOrder(
  ports: ApplyPorts,
  computation: VoucherComputation,
  name: string,
  options: OrderOptions = {},
): Promise<Result<OrderReport, OrderError>> {
  const ordered = computation.regulations.get(name);
  const everybody = computation.people.filter(({ outcome }) => outcome.regulation === name);
  const own = everybody.filter(({ outcome }) => outcome.state === 'computed');
  if (!ordered?.unit || (own.length === 0 && everybody.length > 0)) return refused('incomplete');
  const read = await held(ports);
  if (!read.ok) return read;
  const { register, rows, receipt } = read.value;
  const { last, orders } = register;
  const isTwice = orders.some(
    (each) => each.regulation === name && each.month === computation.month && each.state !== 'cancelled',
  );
  if (isTwice) return refused('ordered');
  if (last.check !== computation.book.register.last.check) return refused('moved');
  if (computation.month > nextMonth(computation.book, ordered.regulation)) return refused('skipped');
  const number = nextNumber(register);
  const same = orders.filter((each) => each.regulation === name && each.month === computation.month);
  const [holds = null] = same.flatMap((each) => receipt(each.number) ?? []).slice(-1);
  const { by = '' } = options;
  const subject = { regulation: name, month: computation.month, step: 'validated', by, holds } as const;
  const claimed = await claim(options.receipts, subject);
  if (!claimed.ok) return claimed;
  const outcomes = own.map(({ outcome }) => outcome);
  const at = ports.clock.now();
  const cells = orderCells(computation, { ...ordered, unit: ordered.unit }, outcomes, number, at);
  const lines = [
    added(ordersTable.name, number, cells),
    ...registerLines(computation, own, ordered, number, register),
    ...settingLines(number, ordered),
    ...receiptLines(number, claimed.value),
    ...periodLines(rows(periodsTable), {
      regulation: ordered.regulation,
      month: computation.month,
      state: 'prepared',
      by,
      at: stamp(at),
    }),
  ];
  return written(ports, lines, claimed.value, options);
}

const nobodyAsked = ok<ReceiptAnswer>({ is: 'unasked' });

/** Changes the state of an order and of its period, and dates them. */
async function moveOrder(
  ports: ApplyPorts,
  number: string,
  to: 'ordered' | 'cancelled',
  from: readonly OrderState[],
  options: OrderOptions,
): Promise<Result<OrderReport, OrderError>> {
  const read = await held(ports);
  if (!read.ok) return read;
  const { rows, receipt } = read.value;
  const { orders, closed } = read.value.register;
  const order = orders.find((each) => each.number === number && from.includes(each.state));
  const row = rows(ordersTable).find(({ key }) => key === number);
  if (!order || !row) return refused('unknown');
  const isCovered = orders.some((each) => each.state !== 'cancelled' && each.month > order.month);
  if (to === 'cancelled' && isCovered) return refused('notLast');
  const { by = '', receipts } = options;
  const holds = receipt(number);
  const subject = { regulation: order.regulation, month: order.month, by, holds };
  const claimed = to === 'ordered' ? await claim(receipts, { ...subject, step: 'ordered' }) : nobodyAsked;
  if (!claimed.ok) return claimed;
  const set = (column: string, after: Cell): PlanLine => ({
    operation: 'set',
    table: ordersTable.name,
    key: number,
    column,
    reason: 'result',
    before: row.cells[column] ?? blank,
    after,
  });
  const at = stamp(ports.clock.now());
  // Settings that are lost leave the order to be moved, its period as it was.
  const closing = closed.find((each) => each.month === order.month && each.regulation.key === order.regulation);
  const move = { month: order.month, by, at };
  const lines = [
    set('state', textCell(orderStates[to])),
    set(to === 'ordered' ? 'orderedAt' : 'cancelledAt', at),
    ...receiptLines(number, claimed.value),
    ...(closing
      ? periodLines(rows(periodsTable), {
          ...move,
          regulation: closing.regulation,
          state: to === 'ordered' ? 'closed' : 'open',
        })
      : []),
  ];
  const report = await written(ports, lines, claimed.value, options);
  if (!report.ok || to === 'ordered') return report;
  return ok({ ...report.value, isReceiptKept: !(await releaseReceipt(receipts, holds)) });
}

/** « Commander »: the file of the order was handed to the issuer. */
export function markOrdered(ports: ApplyPorts, number: string, options: OrderOptions = {}) {
  return moveOrder(ports, number, 'ordered', ['validated'], options);
}

/** « Annuler la commande »: what it gave and took counts no more; its lines stay. Refused while an order of a later month stands on it. */
export function cancelOrder(ports: ApplyPorts, number: string, options: OrderOptions = {}) {
  return moveOrder(ports, number, 'cancelled', ['validated', 'ordered'], options);
}
