import { fileRequestSchema, fileTicketSchema } from '../../../shared/contracts/schemas.ts';
import * as say from '../../../shared/messages/fr/service.ts';
import { operation, type Operation } from '../operation.ts';
import type { AppPorts } from '../ports.ts';
import { refuse } from '../problemAnswer.ts';
import { createTickets, TICKET_SECONDS } from '../tickets.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function fileOperations({ template, ticks }: AppPorts): Operation[] {
  const tickets = createTickets<'template'>(ticks);
  return [
    operation({
      id: 'requestFile',
      method: 'post',
      path: '/api/files',
      summary: 'A path that downloads a file once, for a minute',
      body: fileRequestSchema,
      status: 201,
      answer: fileTicketSchema,
      problems: [400],
      handle: ({ body }) =>
        Promise.resolve({ path: `/files/${tickets.issue(body.kind)}`, expiresInSeconds: TICKET_SECONDS }),
    }),
    operation({
      id: 'downloadFile',
      method: 'get',
      path: '/files/{ticket}',
      summary: 'The file of a ticket; the ticket is the only permission and serves once',
      open: true,
      status: 200,
      file: XLSX,
      problems: [404],
      async handle({ params }) {
        if (tickets.take(params.ticket) === undefined) return refuse(404, 'ticketUnknown', say.ticketUnknown());
        return { bytes: await template(), filename: 'Passerelle.xlsx' };
      },
    }),
  ];
}
