/** The life of an order: validated (frozen in the register), ordered, cancelled with a trace. A month is never ordered twice. */
import type { Instant } from '../../domain/calendar/plainDate.ts';
import { ledgerCheck } from '../../domain/review/checksum.ts';
import { blank, displayed, numberCell, textCell, type Cell } from '../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../domain/review/plan.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { amountsOf } from '../../domain/vouchers/amounts.ts';
import { settingTexts } from '../../domain/vouchers/frozenSettings.ts';
import { ledgerTexts } from '../../domain/vouchers/ledgerText.ts';
import type { VoucherOutcome } from '../../domain/vouchers/outcome.ts';
import { takingWindow, windowsOf } from '../../domain/vouchers/windows.ts';
import type { TableDeclaration } from '../../tables/declaration.ts';
import { periodsTable } from '../../tables/periodsTable.ts';
import { ordersTable, orderStates, type OrderState } from '../../tables/vouchers/ordersTable.ts';
import { supportLabels, type VoucherSupport } from '../../tables/vouchers/issuers.ts';
import { versionOn } from '../../tables/vouchers/readRegulations.ts';
import { checkedTexts, readRegister, type VoucherRegister } from '../../tables/vouchers/readRegister.ts';
import { orderSettingsTable, registerTable } from '../../tables/vouchers/registerTable.ts';
import { eurosCell } from '../../tables/vouchers/resultRow.ts';
import { firstDay } from '../../domain/calendar/plainDate.ts';
import { applyPlan, type ApplyError, type ApplyPorts, type ApplyReport } from '../apply.ts';
import type { BookRow } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import { nextMonth, type OrderedRegulation, type PersonVouchers, type VoucherComputation } from './computeVouchers.ts';
import { periodLines, type PeriodOptions } from './periods.ts';
import { stamp } from './stamp.ts';
import { textOf } from './voucherBook.ts';
import { supportOf } from './writeVouchers.ts';

/**
 * `ordered`: the month was ordered meanwhile. `moved`: the register is not the one that was computed on. `notLast`: a later order stands on
 * this one. `unknown`: no such order in that state. `incomplete`: no amount can be given. `skipped`: the order of an
 * earlier month is still to be made.
 */
export type OrderError =
  | ApplyError
  | { readonly code: 'ordered' | 'moved' | 'notLast' | 'unknown' | 'incomplete' | 'skipped'; readonly open: false };

const refused = (code: 'ordered' | 'moved' | 'notLast' | 'unknown' | 'incomplete' | 'skipped') =>
  fail<OrderError>({ code, open: false });

function added(table: string, key: string, after: RowCells): PlanLine {
  return { operation: 'add', table, key, after, reason: 'result' };
}

/** Numbers follow each other through cancellations, so that none is ever used twice. */
function nextNumber({ orders }: VoucherRegister): string {
  const used = orders.map(({ number }) => Number(/\d+$/.exec(number)?.[0] ?? 0));
  return `TR${Math.max(0, ...used) + 1}`;
}

function orderCells(
  computation: VoucherComputation,
  { regulation, unit }: OrderedRegulation & { readonly unit: NonNullable<OrderedRegulation['unit']> },
  outcomes: readonly VoucherOutcome[],
  number: string,
  at: Instant,
): RowCells {
  const vouchers = outcomes.reduce((sum, { count }) => sum + count.ordered, 0);
  const typed = computation.book.regulations.find(({ name }) => name === regulation.key);
  const issuer = typed && versionOn(typed, firstDay(computation.month))?.order.issuer.name;
  return {
    number: textCell(number),
    month: textCell(computation.month),
    regulation: textCell(regulation.key),
    state: textCell(orderStates.validated),
    issuer: textCell(issuer ?? ''),
    lines: numberCell(outcomes.length),
    people: numberCell(outcomes.filter(({ count }) => count.ordered > 0).length),
    vouchers: numberCell(vouchers),
    face: eurosCell(unit.face),
    amount: eurosCell(amountsOf(unit, vouchers).face),
    validatedAt: stamp(at),
    orderedAt: blank,
    cancelledAt: blank,
  };
}

/** One line of the register, its check value left aside. */
function lineCells(
  { row, outcome }: PersonVouchers,
  { regulation }: OrderedRegulation,
  number: string,
  line: number,
  support: VoucherSupport,
): RowCells {
  const windows = windowsOf(regulation.rules, outcome.month);
  const texts = ledgerTexts(outcome.entries, windows.days, takingWindow(windows));
  const { count } = outcome;
  return {
    line: textCell(String(line)),
    order: textCell(number),
    month: textCell(outcome.month),
    regulation: textCell(outcome.regulation),
    luccaId: textCell(outcome.employeeId),
    employeeNumber: row.cells['employeeNumber'] ?? blank,
    name: textCell([textOf(row, 'lastName'), textOf(row, 'firstName')].join(' ').trim()),
    givenFrom: { date: texts.given.from },
    given: textCell(texts.given.letters),
    takenFrom: { date: texts.taken.from },
    taken: textCell(texts.taken.letters),
    others: textCell(texts.others),
    ordered: numberCell(count.ordered),
    corrections: numberCell(count.corrections),
    carriedIn: numberCell(count.carriedIn),
    carriedOut: numberCell(count.carriedOut),
    manual: numberCell(count.manual),
    returned: numberCell(count.returned),
    support: textCell(supportLabels[support]),
    settlement: numberCell(count.settlement),
  };
}

function registerLines(
  computation: VoucherComputation,
  people: readonly PersonVouchers[],
  ordered: OrderedRegulation,
  number: string,
  { line, check }: VoucherRegister['last'],
): PlanLine[] {
  let previous = check;
  return people.map((person, index) => {
    const cells = lineCells(person, ordered, number, line + index + 1, supportOf(computation, person));
    previous = ledgerCheck(
      previous,
      checkedTexts((key) => displayed(cells[key] ?? blank)),
    );
    return added(registerTable.name, String(line + index + 1), { ...cells, check: textCell(previous) });
  });
}

function settingLines(number: string, { regulation }: OrderedRegulation): PlanLine[] {
  return [...settingTexts(regulation)].map(([part, text], index) => {
    const key = `${number}/${index + 1}`;
    return added(orderSettingsTable.name, key, { key: textCell(key), value: textCell(`${part}\n${text}`) });
  });
}

const orderTables = [ordersTable, registerTable, orderSettingsTable, periodsTable];

interface Held {
  readonly register: VoucherRegister;
  readonly rows: (table: TableDeclaration) => readonly BookRow[];
}

async function held({ book }: ApplyPorts): Promise<Result<Held, OrderError>> {
  const snapshot = await book.read(orderTables);
  if (!snapshot.ok) return fail({ code: 'book', open: false, error: snapshot.error });
  return ok({ register: readRegister(snapshot.value), rows: ({ name }) => rowsOf(snapshot.value, name) });
}

/** « Valider »: what was computed for `name` is frozen, with its settings. People whose planning is not known are left to the next order. */
export async function validateOrder(
  ports: ApplyPorts,
  computation: VoucherComputation,
  name: string,
  options: PeriodOptions = {},
): Promise<Result<ApplyReport, OrderError>> {
  const ordered = computation.regulations.get(name);
  const own = computation.people.filter(({ outcome }) => outcome.regulation === name && outcome.state === 'computed');
  if (!ordered?.unit || own.length === 0) return refused('incomplete');
  const read = await held(ports);
  if (!read.ok) return read;
  const { register, rows } = read.value;
  const { last, orders } = register;
  const isTwice = orders.some(
    (each) => each.regulation === name && each.month === computation.month && each.state !== 'cancelled',
  );
  if (isTwice) return refused('ordered');
  if (last.check !== computation.book.register.last.check) return refused('moved');
  if (computation.month > nextMonth(computation.book, ordered.regulation)) return refused('skipped');
  const number = nextNumber(register);
  const outcomes = own.map(({ outcome }) => outcome);
  const at = ports.clock.now();
  const cells = orderCells(computation, { ...ordered, unit: ordered.unit }, outcomes, number, at);
  const lines = [
    added(ordersTable.name, number, cells),
    ...registerLines(computation, own, ordered, number, last),
    ...settingLines(number, ordered),
    ...periodLines(rows(periodsTable), {
      regulation: ordered.regulation,
      month: computation.month,
      state: 'prepared',
      by: options.by ?? '',
      at: stamp(at),
    }),
  ];
  return applyPlan(ports, lines, options, 'voucherOrder');
}

/** Changes the state of an order and of its period, and dates them. */
async function moveOrder(
  ports: ApplyPorts,
  number: string,
  to: 'ordered' | 'cancelled',
  from: readonly OrderState[],
  options: PeriodOptions,
): Promise<Result<ApplyReport, OrderError>> {
  const read = await held(ports);
  if (!read.ok) return read;
  const { rows } = read.value;
  const { orders, closed } = read.value.register;
  const order = orders.find((each) => each.number === number && from.includes(each.state));
  const row = rows(ordersTable).find(({ key }) => key === number);
  if (!order || !row) return refused('unknown');
  const isCovered = orders.some((each) => each.state !== 'cancelled' && each.month > order.month);
  if (to === 'cancelled' && isCovered) return refused('notLast');
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
  const move = { month: order.month, by: options.by ?? '', at };
  const lines = [
    set('state', textCell(orderStates[to])),
    set(to === 'ordered' ? 'orderedAt' : 'cancelledAt', at),
    ...(closing
      ? periodLines(rows(periodsTable), {
          ...move,
          regulation: closing.regulation,
          state: to === 'ordered' ? 'closed' : 'open',
        })
      : []),
  ];
  return applyPlan(ports, lines, options, 'voucherOrder');
}

/** « Commander »: the file of the order was handed to the issuer. */
export function markOrdered(ports: ApplyPorts, number: string, options: PeriodOptions = {}) {
  return moveOrder(ports, number, 'ordered', ['validated'], options);
}

/** « Annuler la commande »: what it gave and took counts no more; its lines stay. Refused while an order of a later month stands on it. */
export function cancelOrder(ports: ApplyPorts, number: string, options: PeriodOptions = {}) {
  return moveOrder(ports, number, 'cancelled', ['validated', 'ordered'], options);
}
