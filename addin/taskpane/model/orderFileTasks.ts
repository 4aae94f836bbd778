/** The files of an order in the pane: what they are made of, and the way to download them. */
import {
  kindsOf,
  orderFiles,
  type OrderFile,
  type OrderFileRequest,
} from '../../../shared/flows/vouchers/orderFiles.ts';
import { readOrder, type OrderReadingError, type OrderToFile } from '../../../shared/flows/vouchers/orderReading.ts';
import { bookErrorText } from '../../../shared/messages/fr/book.ts';
import * as text from '../../../shared/messages/fr/vouchers/filesPane.ts';
import type { PaneDesk } from './desk.ts';
import { downloadBytes, downloadFrom } from './fileDoor.ts';
import type { Notice } from './state.ts';
import type { VoucherWays } from './voucherWays.ts';

/** What the list of orders lends. */
export interface OrderWays extends Pick<VoucherWays, 'open'> {
  orders(notice?: Notice | null): Promise<void>;
}

export class OrderFileTasks {
  private readonly desk: PaneDesk;
  private readonly ways: OrderWays;

  constructor(desk: PaneDesk, ways: OrderWays) {
    this.desk = desk;
    this.ways = ways;
  }

  /** « Fichiers… »: the order as the workbook holds it now. */
  async open(number: string, wanted?: OrderFileRequest, notice: Notice | null = null): Promise<void> {
    this.desk.show({ name: 'working', progress: { step: 'read', done: 0, total: 0 }, cancelling: false });
    const order = await readOrder(this.desk.ports.book, number);
    if (!order.ok) return this.unread(order.error);
    const [first = 'payroll'] = kindsOf(order.value);
    this.choose(order.value, wanted ?? { kind: first }, notice);
  }

  private async unread(error: OrderReadingError): Promise<void> {
    switch (error.code) {
      case 'book':
        return this.ways.orders({ intent: 'error', text: bookErrorText(error.error) });
      case 'unknown':
        return this.ways.orders({ intent: 'warning', text: text.orderGone });
      case 'unsound':
        return this.ways.open({ intent: 'error', text: text.unsoundRegister }, error.findings);
    }
  }

  choose(order: OrderToFile, request: OrderFileRequest, notice: Notice | null = null): void {
    this.desk.show({ name: 'voucherFiles', order, request, made: orderFiles(order, request) }, notice);
  }

  /** Nothing for a file that is refused. */
  async download({ name, content }: OrderFile): Promise<void> {
    if (content?.kind === 'attendance')
      return downloadFrom(this.desk, name, { kind: 'attendance', name, sheet: content.sheet });
    if (content) await downloadBytes(this.desk, name, content.bytes);
  }
}
