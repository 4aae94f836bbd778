/** What every step of an import of absences is done with: the account, the month to begin with, where one is led when it fails. */
import type { Finding } from '../../../../../shared/domain/finding.ts';
import type { PlainMonth } from '../../../../../shared/domain/calendar/plainDate.ts';
import type { Result } from '../../../../../shared/domain/result.ts';
import type { TransferError, TransferOptions } from '../../../../../shared/flows/absences/transfer/heldTransfer.ts';
import type { PrepareError } from '../../../../../shared/flows/absences/transfer/prepareTransfer.ts';
import { neededMonths, type TransferRequest } from '../../../../../shared/flows/absences/transfer/readTransfer.ts';
import {
  readTransferBoard,
  type BoardError,
  type TransferBoard,
} from '../../../../../shared/flows/absences/transfer/transferBoard.ts';
import * as text from '../../../../../shared/messages/fr/absences/transferPane.ts';
import { paneActor } from '../../../../../shared/messages/fr/pane.ts';
import type { PaneDesk } from '../../desk.ts';
import { hasRead, tellUnanswered } from '../../serviceWays.ts';
import type { AbsenceWays } from '../absenceWays.ts';
import { transferNotice } from './transferNotice.ts';

export class TransferDesk {
  constructor(
    readonly desk: PaneDesk,
    readonly ways: AbsenceWays,
  ) {}

  /** Undefined before Lucca was first read, which the home of the area then offers. */
  async asked(): Promise<TransferRequest | undefined> {
    const connection = await this.ways.begun();
    const { month } = this.desk.store.get();
    return connection && month ? { connection, month } : undefined;
  }

  /** Where imports stand; null before a month is known. */
  async look(): Promise<Result<TransferBoard, BoardError> | null> {
    const { month } = this.desk.store.get();
    return month ? readTransferBoard(this.desk.ports.book, month) : null;
  }

  /** The same, for a screen: what keeps it from being shown is told. */
  async board(): Promise<TransferBoard | undefined> {
    const read = await this.look();
    if (read?.ok) return read.value;
    if (read) await this.unread(read.error);
    return undefined;
  }

  private unread(error: BoardError): Promise<void> {
    return error.code === 'book' ? tellUnanswered(this.desk, error) : this.unsound(error.findings);
  }

  unsound(findings: readonly Finding[]): Promise<void> {
    return this.ways.open({ intent: 'error', text: text.unsound }, findings);
  }

  /** Has Lucca read what an import needs. False when it was not, which is then told. */
  async readLucca({ connection }: TransferRequest, months?: readonly PlainMonth[]): Promise<boolean> {
    const board = await this.board();
    if (!board) return false;
    const asked = { months: months ?? neededMonths(board), topics: ['planning'] } as const;
    return hasRead(this.desk, connection.id, asked, (notice) => this.ways.open(notice));
  }

  working(step: 'compare' | 'journal'): TransferOptions {
    return { ...this.ways.working(step), by: paneActor };
  }

  /** Tells why nothing was prepared, or closed. */
  notPrepared(error: PrepareError): Promise<void> {
    switch (error.code) {
      case 'unsound':
        return this.unsound(error.findings);
      case 'notRead': {
        const rights = this.desk.store.get().connection?.mirror?.missingRights ?? [];
        return this.ways.open({ intent: 'warning', text: text.stillUnread(error.months, rights) });
      }
      case 'step':
        return this.refused(error.error, '');
      case 'service':
        return error.error.code === 'cancelled'
          ? this.ways.open({ intent: 'info', text: text.stopped })
          : tellUnanswered(this.desk, error);
      default:
        return tellUnanswered(this.desk, error);
    }
  }

  /** Tells it at home where a plan was left open, else at the home of the area. */
  refused(error: TransferError, number: string): Promise<void> {
    if (error.code === 'unsound') return this.unsound(error.findings);
    const notice = transferNotice(error, number);
    return error.open ? this.desk.home(notice) : this.ways.open(notice);
  }
}
