/** The receipt of an order, asked of the service: two copies of one workbook must not order the same month. */
import type { ReceiptRequest } from '../contracts/receiptSchemas.ts';
import type { Service } from '../contracts/service.ts';
import { instant, type Instant, type PlainMonth } from '../domain/calendar/plainDate.ts';

/** `force`: the person was told of the other copy, and insists. `unguarded`: was told that the service is silent, and insists. */
export interface ReceiptDesk {
  readonly service: Pick<Service, 'claimReceipt' | 'releaseReceipt'>;
  readonly connectionId: string;
  readonly force?: boolean;
  readonly unguarded?: boolean;
}

export interface ReceiptSubject {
  /** Titres-restaurant where it is not said. */
  readonly topic?: ReceiptRequest['topic'];
  readonly regulation: string;
  readonly month: PlainMonth;
  readonly step: ReceiptRequest['step'];
  readonly by: string;
  /** The receipt that the workbook keeps of this month, null without one. */
  readonly holds: string | null;
}

/** `taken`: another copy has it, `detail` says where and when; so do `by` and `at`, '' and null where it is not known. `silent`: the service does not answer; `unasked`: nobody is there to ask. */
export type ReceiptAnswer =
  | { readonly is: 'granted'; readonly id: string }
  | { readonly is: 'taken'; readonly detail: string; readonly by: string; readonly at: Instant | null }
  | { readonly is: 'silent' | 'unasked' };

const ANONYMOUS = 'Passerelle';

export async function claimReceipt(desk: ReceiptDesk | undefined, subject: ReceiptSubject): Promise<ReceiptAnswer> {
  if (!desk) return { is: 'unasked' };
  const { topic = 'vouchers', regulation, month, step, by, holds } = subject;
  const about = { topic, scope: regulation, month, step, by: by === '' ? ANONYMOUS : by, holds };
  const answer = await desk.service.claimReceipt(desk.connectionId, { ...about, force: desk.force ?? false });
  if (answer.ok) return { is: 'granted', id: answer.value.id };
  const { error } = answer;
  if (error.code !== 'refused' || error.problem.code !== 'receiptTaken') return { is: 'silent' };
  const { detail, facts } = error.problem;
  const { by: other = '', at = '' } = facts;
  return { is: 'taken', detail, by: String(other), at: at === '' ? null : instant(String(at)) };
}

/** False when the service does not answer: the receipt stays with the workbook, which may claim it again. */
export async function releaseReceipt(desk: ReceiptDesk | undefined, id: string | null): Promise<boolean> {
  if (!desk || id === null) return true;
  const answer = await desk.service.releaseReceipt(desk.connectionId, id);
  return answer.ok;
}
