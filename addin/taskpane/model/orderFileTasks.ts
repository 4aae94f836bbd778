/** The files of an order in the pane: what they are made of, and the way to download them. */
import { LARGEST_FILE_BYTES, type FileRequest } from '../../../shared/contracts/fileSchemas.ts';
import {
  kindsOf,
  orderFiles,
  type OrderFile,
  type OrderFileContent,
  type OrderFileRequest,
} from '../../../shared/flows/vouchers/orderFiles.ts';
import { readOrder, type OrderReadingError, type OrderToFile } from '../../../shared/flows/vouchers/orderReading.ts';
import { bookErrorText } from '../../../shared/messages/fr/book.ts';
import * as text from '../../../shared/messages/fr/vouchers/filesPane.ts';
import type { PaneDesk } from './desk.ts';
import { serviceNotice } from './notices.ts';
import type { Notice } from './state.ts';
import type { VoucherWays } from './voucherWays.ts';

/** What the list of orders lends. */
export interface OrderWays extends Pick<VoucherWays, 'open'> {
  orders(notice?: Notice | null): Promise<void>;
}

/** Characters given to the browser at once: it takes them as arguments. */
const CHUNK = 8_192;

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

function requestOf(name: string, content: OrderFileContent): FileRequest {
  if (content.kind === 'attendance') return { kind: 'attendance', name, sheet: content.sheet };
  return { kind: 'made', name, base64: base64(content.bytes) };
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

  /** Gives the file to the service for a minute: a pane inside Excel downloads nothing by itself. */
  async download({ name, content }: OrderFile): Promise<void> {
    if (!content) return;
    const isTooLarge = content.kind === 'bytes' && content.bytes.length > LARGEST_FILE_BYTES;
    if (isTooLarge) return this.say({ intent: 'warning', text: text.tooLarge });
    const ticket = await this.desk.ports.service.file(requestOf(name, content));
    if (!ticket.ok) return this.say(serviceNotice(ticket.error));
    this.desk.ports.download(ticket.value.path);
    this.say({ intent: 'success', text: text.downloaded(name) });
  }

  private say(notice: Notice): void {
    this.desk.store.set({ notice });
  }
}
