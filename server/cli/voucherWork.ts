/** A workbook on which titres-restaurant are worked: what was written in it so far, and how it is kept. */
import { basename } from 'node:path';
import type { Service } from '../../shared/contracts/service.ts';
import type { PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { ApplyReport } from '../../shared/flows/apply.ts';
import * as words from '../../shared/messages/fr/cli.ts';
import { leftPlaces } from '../../shared/messages/fr/failures.ts';
import * as pane from '../../shared/messages/fr/pane.ts';
import { readRegister, type RecordedOrder } from '../../shared/tables/vouchers/readRegister.ts';
import { ordersTable } from '../../shared/tables/vouchers/ordersTable.ts';
import type { XlsxBook } from '../xlsx/xlsxFile.ts';
import { outcome, type Outcome } from './outcome.ts';
import { required, type Values } from './options.ts';
import { bookOutcome, stopAt } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { flowOptions } from './workbook.ts';

export interface Work {
  readonly terminal: Terminal;
  readonly values: Values;
  readonly book: XlsxBook;
  readonly service: Service;
  readonly month: PlainMonth;
  readonly reports: ApplyReport[];
  /** What is to be taken back where the file cannot be saved. */
  readonly unsaved: (() => Promise<unknown>)[];
}

/** « Périodes » says where an order was made. */
export const orderOptions = (terminal: Terminal) => ({ ...flowOptions(terminal), by: words.actor });

export const portsOf = ({ terminal: { clock }, book, service }: Work) => ({ clock, book, service });

/** What was written is saved at once, at the end: the file is the old one or the new one. */
export async function saved(
  { book, values, reports, unsaved }: Pick<Work, 'book' | 'values' | 'reports' | 'unsaved'>,
  { exit, lines, facts }: Outcome,
): Promise<Outcome> {
  const isChanged = book.changed;
  const saving = await book.save();
  if (!saving.ok) {
    for (const takeBack of unsaved) await takeBack();
    return bookOutcome(saving.error);
  }
  const sum = (of: (report: ApplyReport) => number) => reports.reduce((total, report) => total + of(report), 0);
  const refused = reports.flatMap((report) => report.refused);
  const left = refused.length === 0 ? [] : [pane.leftAlone(refused.length), ...leftPlaces(refused)];
  const file = isChanged ? [words.saved(basename(required(values, 'workbook')))] : [];
  const written = {
    added: sum(({ added }) => added),
    changed: sum(({ changed }) => changed),
    deleted: sum(({ deleted }) => deleted),
    refused: refused.length,
  };
  const isLeft = refused.length > 0 && exit === 'done';
  return outcome(isLeft ? 'attention' : exit, [...lines, ...left, ...file], { ...facts, written });
}

/** The orders of the month, those that were cancelled left out. */
export function liveOrders(orders: readonly RecordedOrder[], month: PlainMonth): RecordedOrder[] {
  return orders.filter((each) => each.month === month && each.state !== 'cancelled');
}

export async function ordersOf({ book, month }: Work): Promise<RecordedOrder[]> {
  const snapshot = await book.read([ordersTable]);
  if (!snapshot.ok) throw stopAt(bookOutcome(snapshot.error));
  return liveOrders(readRegister(snapshot.value).orders, month);
}
