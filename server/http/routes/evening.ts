import { z } from 'zod';
import { eveningSchema } from '../../../shared/contracts/eveningSchemas.ts';
import { eveningSettingsSchema } from '../../../shared/contracts/eveningSettings.ts';
import { mailSentSchema, transferMailSchema } from '../../../shared/contracts/transferMailSchemas.ts';
import { noRecipient } from '../../../shared/messages/fr/absences/transferMail.ts';
import * as say from '../../../shared/messages/fr/employees/evening.ts';
import type { Connections } from '../connections.ts';
import { operation, type Operation } from '../operation.ts';
import type { AppPorts } from '../ports.ts';
import { refuse } from '../problemAnswer.ts';

const PATH = '/api/connections/{connectionId}/evening';

export function eveningOperations({ evenings }: AppPorts, connections: Connections): Operation[] {
  return [
    operation({
      id: 'readEvening',
      method: 'get',
      path: PATH,
      summary: 'When the service reads Lucca by itself, when next, and whom it writes to',
      status: 200,
      answer: eveningSchema,
      problems: [404],
      handle: async ({ params }) => evenings.view(await connections.record(params.connectionId)),
    }),
    operation({
      id: 'saveEvening',
      method: 'put',
      path: PATH,
      summary: 'Choose it; a time that is already past today begins tomorrow',
      body: eveningSettingsSchema,
      status: 200,
      answer: eveningSchema,
      problems: [400, 404],
      handle: async ({ params, body }) => evenings.save(await connections.record(params.connectionId), body),
    }),
    operation({
      id: 'tryMail',
      method: 'post',
      path: `${PATH}/mail`,
      summary: 'Send a message at once to the addresses that are saved',
      body: z.strictObject({}),
      status: 204,
      problems: [400, 404, 409, 422, 502],
      async handle({ params }) {
        const sent = await evenings.trial(await connections.record(params.connectionId));
        if (sent === 'noServer') return refuse(409, 'mailNoServer', say.noServer);
        if (sent === 'nobody') return refuse(422, 'mailNobody', say.noRecipient);
        return sent.ok ? undefined : refuse(502, 'mailFailed', say.mailFailed(sent.error));
      },
    }),
    operation({
      id: 'mailTransfer',
      method: 'post',
      path: '/api/connections/{connectionId}/absences/mail',
      summary: 'Write of a preparation of absences to the addresses that are saved: counts only',
      body: transferMailSchema,
      status: 200,
      answer: mailSentSchema,
      problems: [400, 404, 409, 422, 502],
      async handle({ params, body }) {
        const sent = await evenings.transfer(await connections.record(params.connectionId), body);
        if (sent === 'noServer') return refuse(409, 'mailNoServer', say.noServer);
        if (sent === 'nobody') return refuse(422, 'mailNobody', noRecipient);
        return sent.ok ? sent.value : refuse(502, 'mailFailed', say.mailFailed(sent.error));
      },
    }),
  ];
}
