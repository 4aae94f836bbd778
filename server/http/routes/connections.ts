import { connectionRequestSchema, connectionSchema, connectionTestSchema } from '../../../shared/contracts/schemas.ts';
import type { Connections } from '../connections.ts';
import { operation, type Operation } from '../operation.ts';

const LUCCA_SAID_NO = [422, 502, 503, 504];

export function connectionOperations(connections: Connections): Operation[] {
  return [
    operation({
      id: 'listConnections',
      method: 'get',
      path: '/api/connections',
      summary: 'Connected accounts, with the state of their mirror and their last run',
      status: 200,
      answer: connectionSchema.array(),
      problems: [],
      handle: () => connections.list(),
    }),
    operation({
      id: 'testConnection',
      method: 'post',
      path: '/api/connections/test',
      summary: 'Is it Lucca, is the key good, what may it not read; nothing is remembered',
      body: connectionRequestSchema,
      status: 200,
      answer: connectionTestSchema,
      problems: [400, ...LUCCA_SAID_NO],
      handle: ({ body }) => connections.test(body),
    }),
    operation({
      id: 'connect',
      method: 'post',
      path: '/api/connections',
      summary: 'Test, then remember an account; an account already connected takes the new key and keeps its mirror',
      body: connectionRequestSchema,
      status: 201,
      answer: connectionSchema,
      problems: [400, ...LUCCA_SAID_NO],
      handle: ({ body, token }) => connections.connect(body, token),
    }),
    operation({
      id: 'disconnect',
      method: 'delete',
      path: '/api/connections/{connectionId}',
      summary: 'Forget an account: its key, its mirror, its change log and its runs',
      status: 204,
      problems: [404],
      handle: ({ params }) => connections.disconnect(params.connectionId),
    }),
  ];
}
