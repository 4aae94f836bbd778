/** « Commandes TR » and « Registre TR » as the computation takes them: closed orders with their settings, and what they recorded. */
import { ledgerCheck } from '../../domain/review/checksum.ts';
import { displayed, textCell } from '../../domain/review/cell.ts';
import { parsePlainDate, parsePlainMonth, type PlainDate, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { settingsIn } from '../../domain/vouchers/frozenSettings.ts';
import type { ClosedOrder, LedgerEntry } from '../../domain/vouchers/ledger.ts';
import { ledgerEntries } from '../../domain/vouchers/ledgerText.ts';
import type { BookRow, BookSnapshot, TableState } from '../../flows/book.ts';
import { currentIds } from '../people/currentIds.ts';
import { ordersTable, orderStates, type OrderState } from './ordersTable.ts';
import { orderSettingsTable, registerTable } from './registerTable.ts';

const CENTS = 100;

/** One order of « Commandes TR ». */
export interface RecordedOrder {
  readonly number: string;
  readonly month: PlainMonth;
  readonly regulation: string;
  readonly state: OrderState;
  readonly issuer: string;
  /** Lines it has in the register. */
  readonly lines: number;
  /** What the sheet says of it. `amount` in cents. */
  readonly totals: { readonly people: number; readonly vouchers: number; readonly amount: number };
  /** As the sheet tells it: `26/10/2026 21:03`. */
  readonly validatedAt: string;
}

export interface Adjusted {
  readonly manual: number;
  readonly returned: number;
}

export interface VoucherRegister {
  readonly orders: readonly RecordedOrder[];
  /** Orders that count: those that were not cancelled and whose settings could be read. */
  readonly closed: readonly ClosedOrder[];
  /** By person, under the identifier that they have now, as all that follows. */
  readonly entries: ReadonlyMap<string, readonly LedgerEntry[]>;
  /** By person: what closed orders left to take back, zero or negative. */
  readonly carried: ReadonlyMap<string, number>;
  /** By person: adjustments that closed orders counted, and vouchers given back that they refunded. */
  readonly adjusted: ReadonlyMap<string, Adjusted>;
  /** Number and check value of the last line, from which the next ones go on. */
  readonly last: { readonly line: number; readonly check: string };
  /** False for a sheet of before « Établissement »: what cannot be written there must not be checked either. */
  readonly recordsPlaces: boolean;
  readonly findings: readonly Finding[];
}

function rowsOf(state: TableState | undefined): readonly BookRow[] {
  return state?.state === 'found' ? state.rows : [];
}

/** The text of a cell; '' for one that is not there. */
export function cellText(row: BookRow, key: string): string {
  return displayed(row.cells[key] ?? textCell(''));
}

function dateIn(row: BookRow, key: string): PlainDate | undefined {
  const cell = row.cells[key];
  return cell && 'date' in cell ? cell.date : parsePlainDate(cellText(row, key));
}

function numberIn(row: BookRow, key: string): number {
  const cell = row.cells[key];
  return cell && 'number' in cell ? cell.number : Number(cellText(row, key)) || 0;
}

/** Columns that the first registers did not have: they count once they are filled, so that older lines keep their check value. */
const laterColumns: readonly string[] = ['establishment'];

/** The cells of a line that its check value stands for, in the order of the columns; those of later columns last. */
export function checkedTexts(cells: (key: string) => string): string[] {
  const keys = registerTable.columns.map(({ key }) => key);
  const first = keys.filter((key) => key !== 'check' && !laterColumns.includes(key));
  return [...first.map(cells), ...laterColumns.map(cells).filter((text) => text !== '')];
}

function finding(code: string, table: string, key: string, facts: Finding['facts'] = {}): Finding {
  return { code, severity: 'error', place: { table, key }, facts };
}

function ordersIn(snapshot: BookSnapshot, findings: Finding[]): RecordedOrder[] {
  return rowsOf(snapshot[ordersTable.name]).flatMap((row): RecordedOrder[] => {
    const month = parsePlainMonth(cellText(row, 'month'));
    const label = cellText(row, 'state');
    const state = (Object.keys(orderStates) as OrderState[]).find((each) => orderStates[each] === label);
    if (row.key === '') return [];
    if (!month || !state) {
      findings.push(finding('voucherOrderUnreadable', ordersTable.name, row.key));
      return [];
    }
    const [regulation, issuer] = [cellText(row, 'regulation'), cellText(row, 'issuer')];
    const totals = {
      people: numberIn(row, 'people'),
      vouchers: numberIn(row, 'vouchers'),
      amount: Math.round(numberIn(row, 'amount') * CENTS),
    };
    const [lines, validatedAt] = [numberIn(row, 'lines'), cellText(row, 'validatedAt')];
    return [{ number: row.key, month, regulation, state, issuer, lines, totals, validatedAt }];
  });
}

/** Settings by number of order: `TR1/rules` → the text. Keys are canonical, the parts are not: they are read from the value. */
function settingsByOrder(snapshot: BookSnapshot): ReadonlyMap<string, Map<string, string>> {
  const byOrder = new Map<string, Map<string, string>>();
  for (const row of rowsOf(snapshot[orderSettingsTable.name])) {
    const [order = ''] = row.key.split('/');
    const [part = '', ...text] = cellText(row, 'value').split('\n');
    byOrder.set(order, (byOrder.get(order) ?? new Map<string, string>()).set(part, text.join('\n')));
  }
  return byOrder;
}

/** Name of the setting under which an order keeps the receipt of the service. */
export const RECEIPT = 'receipt';

/** The receipt of an order, null when it was made without one. */
export function receiptOf(snapshot: BookSnapshot, number: string): string | null {
  return settingsByOrder(snapshot).get(number)?.get(RECEIPT) ?? null;
}

/** Lines in the order in which they were written, whatever the sort of the sheet. The first whose check value is wrong is told. */
function checkedLines(snapshot: BookSnapshot, findings: Finding[]): { rows: BookRow[]; last: VoucherRegister['last'] } {
  const rows = rowsOf(snapshot[registerTable.name]).filter(({ key }) => key !== '');
  const inOrder = [...rows].sort((a, b) => Number(a.key) - Number(b.key));
  let previous = '';
  let isBroken = false;
  for (const row of inOrder) {
    const check = cellText(row, 'check');
    isBroken ||=
      check !==
      ledgerCheck(
        previous,
        checkedTexts((key) => cellText(row, key)),
      );
    if (isBroken) {
      findings.push(finding('voucherRegisterEdited', registerTable.name, row.key, { line: row.key }));
      break;
    }
    previous = check;
  }
  const last = inOrder.at(-1);
  return { rows: inOrder, last: { line: Number(last?.key ?? 0), check: last ? cellText(last, 'check') : '' } };
}

/** Lines cut off at the end leave no wrong check value; nor does a sheet deleted whole. */
function lostLines(orders: readonly RecordedOrder[], rows: readonly BookRow[], settled: Iterable<string>): Finding[] {
  const held = new Map<string, number>();
  for (const row of rows) held.set(orderOf(row), (held.get(orderOf(row)) ?? 0) + 1);
  const numbers = new Set(orders.map(({ number }) => number));
  const lost = [...new Set([...settled, ...held.keys()])].filter((number) => !numbers.has(number));
  return [
    ...orders
      .filter(({ number, lines }) => (held.get(number) ?? 0) !== lines)
      .map(({ number }) => finding('voucherRegisterCut', registerTable.name, number, { order: number })),
    ...lost.map((number) => finding('voucherOrderLost', ordersTable.name, number, { order: number })),
  ];
}

function orderOf(row: BookRow): string {
  return cellText(row, 'order').toUpperCase();
}

function entriesIn(row: BookRow, order: RecordedOrder): LedgerEntry[] | undefined {
  const [givenFrom, takenFrom] = [dateIn(row, 'givenFrom'), dateIn(row, 'takenFrom')];
  if (!givenFrom || !takenFrom) return undefined;
  const texts = {
    given: { from: givenFrom, letters: cellText(row, 'given') },
    taken: { from: takenFrom, letters: cellText(row, 'taken') },
    others: cellText(row, 'others'),
  };
  return ledgerEntries(texts, order.month, order.regulation);
}

/** What the workbook holds of closed orders. A line that cannot be read, or was edited, is an error: nothing is computed on it. */
export function readRegister(snapshot: BookSnapshot): VoucherRegister {
  const findings: Finding[] = [];
  const orders = ordersIn(snapshot, findings);
  const settings = settingsByOrder(snapshot);
  const counting = new Map(orders.filter(({ state }) => state !== 'cancelled').map((order) => [order.number, order]));
  const closed = [...counting.values()].flatMap((order): ClosedOrder[] => {
    const regulation = settingsIn(order.regulation, settings.get(order.number) ?? new Map<string, string>());
    if (!regulation) findings.push(finding('voucherSettingsLost', ordersTable.name, order.number));
    return regulation ? [{ month: order.month, regulation }] : [];
  });
  const { rows, last } = checkedLines(snapshot, findings);
  findings.push(...lostLines(orders, rows, settings.keys()));
  const entries = new Map<string, LedgerEntry[]>();
  const carried = new Map<string, number>();
  const adjusted = new Map<string, Adjusted>();
  const ids = currentIds(snapshot);
  for (const row of rows) {
    const order = counting.get(orderOf(row));
    if (!order) continue;
    const person = ids.of(cellText(row, 'luccaId'));
    const own = entriesIn(row, order);
    if (!own) findings.push(finding('voucherRegisterUnreadable', registerTable.name, row.key, { line: row.key }));
    entries.set(person, [...(entries.get(person) ?? []), ...(own ?? [])]);
    const { manual, returned } = adjusted.get(person) ?? { manual: 0, returned: 0 };
    adjusted.set(person, {
      manual: manual + numberIn(row, 'manual'),
      returned: returned + numberIn(row, 'returned'),
    });
    carried.set(person, (carried.get(person) ?? 0) + numberIn(row, 'carriedOut') - numberIn(row, 'carriedIn'));
  }
  const table = snapshot[registerTable.name];
  const recordsPlaces = table?.state !== 'found' || 'establishment' in table.letters;
  return { orders, closed, entries, carried, adjusted, last, recordsPlaces, findings };
}
