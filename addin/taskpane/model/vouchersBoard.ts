/** What the sheets say of titres-restaurant before anything is computed: regulations, what is missing, orders. */
import type { Connection } from '../../../shared/contracts/schemas.ts';
import { addMonths, monthOf, parsePlainMonth, type PlainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { orderContext } from '../../../shared/domain/vouchers/orderContext.ts';
import type { BookRow, BookSnapshot } from '../../../shared/flows/book.ts';
import { bookState, rowsOf, tableFindings } from '../../../shared/flows/bookState.ts';
import type { FlowOptions } from '../../../shared/flows/ports.ts';
import { readVoucherFacts } from '../../../shared/flows/readVoucherFacts.ts';
import type { VoucherError, VoucherPorts } from '../../../shared/flows/vouchers/computeVouchers.ts';
import { textOf, voucherBook } from '../../../shared/flows/vouchers/voucherBook.ts';
import { sourceTables } from '../../../shared/tables/tables.ts';
import { orderStates, ordersTable, type OrderState } from '../../../shared/tables/vouchers/ordersTable.ts';
import { typedVoucherTables } from '../../../shared/tables/vouchers/voucherTables.ts';
import type { OrderLine, VoucherBoard } from './vouchersState.ts';

const CENTS = 100;

function numberIn(row: BookRow, key: string): number {
  const cell = row.cells[key];
  return cell && 'number' in cell ? cell.number : 0;
}

const stamps: Readonly<Record<OrderState, string>> = {
  validated: 'validatedAt',
  ordered: 'orderedAt',
  cancelled: 'cancelledAt',
};

/** The lines of « Commandes TR », the last order first; those that cannot be read are told elsewhere. */
function orderLines(snapshot: BookSnapshot): OrderLine[] {
  const lines = rowsOf(snapshot, ordersTable.name).flatMap((row): OrderLine[] => {
    const month = parsePlainMonth(textOf(row, 'month'));
    const state = (Object.keys(orderStates) as OrderState[]).find((each) => orderStates[each] === textOf(row, 'state'));
    if (row.key === '' || !month || !state) return [];
    const line = {
      number: row.key,
      month,
      regulation: textOf(row, 'regulation'),
      state,
      people: numberIn(row, 'people'),
      vouchers: numberIn(row, 'vouchers'),
      amount: Math.round(numberIn(row, 'amount') * CENTS),
      since: textOf(row, stamps[state]),
    };
    return [line];
  });
  return lines.reverse();
}

type Unread = Extract<VoucherError, { code: 'book' | 'service' | 'pending' }>;

export interface ReadBoard {
  readonly board: VoucherBoard;
  /** Months whose worked days the order of the month needs. */
  readonly months: readonly PlainMonth[];
}

/** Months, of those that were read, in which the use of an account makes it count: the usual windows of the order. */
function usualMonths({ mirror }: Connection, month: PlainMonth): PlainMonth[] {
  return [addMonths(month, -1), month].filter((each) => mirror?.months.includes(each));
}

/** Reads the sheets, and the names that Lucca gives to accounts and natures. Nothing is computed, nothing is written. */
export async function readBoard(
  { book, service }: VoucherPorts,
  connection: Connection,
  month: PlainMonth,
  options: FlowOptions = {},
): Promise<Result<ReadBoard, Unread>> {
  const snapshot = await book.read(sourceTables);
  if (!snapshot.ok) return fail({ code: 'book', error: snapshot.error });
  const state = bookState(snapshot.value);
  if (state.pending) return fail({ code: 'pending' });
  const mirror = await readVoucherFacts(service, connection.id, usualMonths(connection, month), options);
  if (!mirror.ok) return fail({ code: 'service', error: mirror.error });
  const { states, findings, register } = voucherBook(snapshot.value, mirror.value, month);
  const own = new Set(states.flatMap((each) => each.findings));
  const valid = states.flatMap(({ regulation }) => regulation ?? []);
  const { dates } = orderContext(month, valid, register.closed);
  const missing = typedVoucherTables.filter(({ name }) => snapshot.value[name]?.state === 'absent');
  const board = {
    month,
    missing: missing.map(({ title }) => title),
    states,
    findings: [...tableFindings(snapshot.value, sourceTables), ...findings.filter((each) => !own.has(each))],
    orders: orderLines(snapshot.value),
    canUndo: state.undoable?.header.kind === 'vouchers',
  };
  return ok({ board, months: [...new Set(dates.map(monthOf))].sort() });
}
