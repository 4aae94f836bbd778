import { receiptRequestSchema, receiptSchema, type Receipt } from '../../../shared/contracts/receiptSchemas.ts';
import { frenchDate, wallClock } from '../../../shared/domain/calendar/plainDate.ts';
import * as say from '../../../shared/messages/fr/service.ts';
import type { Connections } from '../connections.ts';
import { operation, type Operation } from '../operation.ts';
import type { AppPorts } from '../ports.ts';
import { refuse } from '../problemAnswer.ts';
import { claimed } from '../receiptClaim.ts';

const ZONE = 'Europe/Paris';

function refuseSecond({ topic, scope, month, step, by, at }: Receipt): never {
  const { date, time } = wallClock(at, ZONE);
  const detail = say.receiptTaken({ topic, scope, month, step, by, since: `${frenchDate(date)} à ${time}` });
  return refuse(409, 'receiptTaken', detail, { by, at, step });
}

export function receiptOperations({ store, now, newId }: AppPorts, connections: Connections): Operation[] {
  return [
    operation({
      id: 'claimReceipt',
      method: 'post',
      path: '/api/connections/{connectionId}/receipts',
      summary: 'Before an order is validated or handed over: one workbook at a time has the receipt of a month',
      body: receiptRequestSchema,
      status: 200,
      answer: receiptSchema,
      problems: [400, 404, 409],
      async handle({ params, body }) {
        const { id } = await connections.record(params.connectionId);
        const answer = await store.changeReceipts(id, (held) => claimed(held, body, newId(), now()));
        return 'granted' in answer ? answer.granted : refuseSecond(answer.taken);
      },
    }),
    operation({
      id: 'releaseReceipt',
      method: 'delete',
      path: '/api/connections/{connectionId}/receipts/{receiptId}',
      summary:
        'The order was cancelled: the month may be ordered again, from any copy. Nothing to do for a receipt that is gone',
      status: 204,
      problems: [404],
      async handle({ params }) {
        const { id } = await connections.record(params.connectionId);
        await store.changeReceipts(id, (held) => ({
          receipts: held.filter((each) => each.id !== params.receiptId),
          answer: undefined,
        }));
      },
    }),
  ];
}
