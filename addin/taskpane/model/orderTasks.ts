/** The life of an order in the pane: validated, ordered, cancelled. */
import type { Result } from '../../../shared/domain/result.ts';
import type { VoucherComputation } from '../../../shared/flows/vouchers/computeVouchers.ts';
import {
  cancelOrder,
  markOrdered,
  validateOrder,
  type OrderError,
  type OrderOptions,
  type OrderReport,
} from '../../../shared/flows/vouchers/voucherOrders.ts';
import { paneActor } from '../../../shared/messages/fr/pane.ts';
import * as text from '../../../shared/messages/fr/vouchers/ordersPane.ts';
import type { PaneDesk } from './desk.ts';
import { Insistence, type Refusal } from './insistence.ts';
import type { OrderWays } from './orderFileTasks.ts';
import { refusesWriting } from './readOnly.ts';
import { everybody } from './search.ts';
import type { Notice } from './state.ts';
import { orderedNotice, orderNotice } from './vouchersNotices.ts';

type Ordering = (options: OrderOptions) => Promise<Result<OrderReport, OrderError>>;

export class OrderTasks {
  private readonly desk: PaneDesk;
  private readonly ways: OrderWays;
  private readonly insistence = new Insistence();

  constructor(desk: PaneDesk, ways: OrderWays) {
    this.desk = desk;
    this.ways = ways;
  }

  /** « Valider la commande » */
  async validate(computation: VoucherComputation, regulation: string): Promise<void> {
    return this.step(
      `${computation.month} ${regulation}`,
      (options) => validateOrder(this.desk.ports, computation, regulation, options),
      text.validated(regulation),
      (notice) =>
        Promise.resolve(this.desk.show({ name: 'voucherResult', computation, from: null, filter: everybody }, notice)),
    );
  }

  async markOrdered(number: string): Promise<void> {
    return this.step(number, (options) => markOrdered(this.desk.ports, number, options), text.markedOrdered(number));
  }

  async cancel(number: string): Promise<void> {
    return this.step(number, (options) => cancelOrder(this.desk.ports, number, options), text.cancelled(number));
  }

  private async step(
    name: string,
    ordering: Ordering,
    sentence: string,
    otherwise: (notice: Notice) => Promise<void> = (notice) => this.ways.orders(notice),
  ): Promise<void> {
    const { desk, insistence } = this;
    const { connection, month } = desk.store.get();
    if (!connection || !month || refusesWriting(desk)) return;
    desk.show({ name: 'working', progress: { step: 'journal', done: 0, total: 0 }, cancelling: false });
    const { service } = desk.ports;
    const insists = { force: insistence.on(name, 'taken'), unguarded: insistence.on(name, 'silent') };
    const receipts = { service, connectionId: connection.id, ...insists };
    const done = await ordering({ ...desk.working(), by: paneActor, receipts });
    insistence.note(name, done.ok ? null : refusalOf(done.error));
    if (done.ok) return this.ways.orders(orderedNotice(sentence, done.value));
    return done.error.open ? desk.home(orderNotice(done.error)) : otherwise(orderNotice(done.error));
  }
}

function refusalOf({ code }: OrderError): Refusal | null {
  return code === 'taken' || code === 'silent' ? code : null;
}
