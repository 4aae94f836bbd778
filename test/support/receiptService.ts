/** The receipts of a service, in memory, under the rule of the real one. */
import { claimed } from '../../server/http/receiptClaim.ts';
import type { Receipt } from '../../shared/contracts/receiptSchemas.ts';
import type { Service } from '../../shared/contracts/service.ts';
import { instant } from '../../shared/domain/calendar/plainDate.ts';
import { fail, ok } from '../../shared/domain/result.ts';

export class ReceiptService implements Pick<Service, 'claimReceipt' | 'releaseReceipt'> {
  receipts: readonly Receipt[] = [];
  isOut = false;
  #last = 0;

  claimReceipt: Service['claimReceipt'] = (_, request) => {
    if (this.isOut) return Promise.resolve(fail({ code: 'unreachable' }));
    const claim = claimed(this.receipts, request, `r${++this.#last}`, instant('2026-10-26T19:04:00.000Z'));
    this.receipts = claim.receipts;
    if ('granted' in claim.answer) return Promise.resolve(ok(claim.answer.granted));
    const about = { type: '', title: '', facts: {}, status: 409, code: 'receiptTaken' };
    return Promise.resolve(fail({ code: 'refused', problem: { ...about, detail: 'Déjà validée ailleurs.' } }));
  };

  releaseReceipt: Service['releaseReceipt'] = (_, id) => {
    if (this.isOut) return Promise.resolve(fail({ code: 'unreachable' }));
    this.receipts = this.receipts.filter((each) => each.id !== id);
    return Promise.resolve(ok(undefined));
  };
}
