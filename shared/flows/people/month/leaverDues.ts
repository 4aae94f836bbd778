/** What the workbook knows of who leaves: vouchers to give back or to recover, and what accounts of time hold. */
import { addMonths, parsePlainMonth, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { balancesAt, balanceText } from '../../../messages/fr/employees/movements.ts';
import { currentIds, type CurrentIds } from '../../../tables/people/currentIds.ts';
import { ordersTable, orderStates } from '../../../tables/vouchers/ordersTable.ts';
import { registerTable } from '../../../tables/vouchers/registerTable.ts';
import { resultTable } from '../../../tables/vouchers/resultTable.ts';
import { timeBalancesTable } from '../../../tables/worktime/timeBalancesTable.ts';
import type { BookRow, BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';

/** The number of a cell; 0 for none. */
export function numberOf(row: BookRow, key: string): number {
  const cell = row.cells[key];
  return cell && 'number' in cell ? cell.number : 0;
}

/** Orders that count: those that were not cancelled. */
export function countingOrders(snapshot: BookSnapshot): ReadonlySet<string> {
  const rows = rowsOf(snapshot, ordersTable.name).filter((row) => textOf(row, 'state') !== orderStates.cancelled);
  return new Set(rows.map(({ key }) => key));
}

/** Lines of « Registre TR » of the orders that count. */
export function orderedLines(snapshot: BookSnapshot): BookRow[] {
  const counting = countingOrders(snapshot);
  return rowsOf(snapshot, registerTable.name).filter((row) => counting.has(textOf(row, 'order').toUpperCase()));
}

/** By person, vouchers to give back (positive) or to recover with the pay of `month`: of its order, and of the one after; who has no line has none known. */
export function voucherDues(snapshot: BookSnapshot, month: PlainMonth): ReadonlyMap<string, number> {
  const months: ReadonlySet<string> = new Set([month, addMonths(month, 1)]);
  const lines = new Map<string, { readonly person: string; readonly due: number }>();
  const ids = currentIds(snapshot);
  // What was ordered stands for what was computed of the same order.
  for (const row of [...rowsOf(snapshot, resultTable.name), ...orderedLines(snapshot)]) {
    const [own, person] = [textOf(row, 'month'), ids.of(textOf(row, 'luccaId'))];
    if (months.has(own))
      lines.set(JSON.stringify([own, textOf(row, 'regulation'), person]), { person, due: numberOf(row, 'settlement') });
  }
  const dues = new Map<string, number>();
  for (const { person, due } of lines.values()) dues.set(person, (dues.get(person) ?? 0) + due);
  return dues;
}

/** Rows of the last month of each person. */
function lastMonths(rows: readonly BookRow[], { of }: CurrentIds): BookRow[][] {
  const last = new Map<string, { month: string; rows: BookRow[] }>();
  for (const row of rows) {
    const [person, month] = [of(textOf(row, 'luccaId')), textOf(row, 'month')];
    const own = last.get(person);
    if (!own || month > own.month) last.set(person, { month, rows: [row] });
    else if (month === own.month) own.rows.push(row);
  }
  return [...last.values()].map((each) => each.rows);
}

/** By person, what accounts hold at the end of `month`, or of the last month counted before it, as a sentence says it. */
export function hourBalances(snapshot: BookSnapshot, month: PlainMonth): ReadonlyMap<string, string> {
  const rows = rowsOf(snapshot, timeBalancesTable.name).filter((row) => textOf(row, 'month') <= month);
  const ids = currentIds(snapshot);
  const texts = lastMonths(rows, ids).flatMap((own): [string, string][] => {
    const held = own.filter((row) => numberOf(row, 'balance') !== 0);
    const [first] = held;
    const at = first && parsePlainMonth(textOf(first, 'month'));
    if (!at) return [];
    const balances = held.map((row) => balanceText(textOf(row, 'account'), numberOf(row, 'balance'))).join(', ');
    return [[ids.of(textOf(first, 'luccaId')), at === month ? balances : balancesAt(at, balances)]];
  });
  return new Map(texts);
}
