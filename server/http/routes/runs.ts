import { z } from 'zod';
import { runRequestSchema, runSchema, type Run } from '../../../shared/contracts/schemas.ts';
import { wallClock } from '../../../shared/domain/calendar/plainDate.ts';
import * as say from '../../../shared/messages/fr/service.ts';
import type { Connections } from '../connections.ts';
import { operation, type Operation } from '../operation.ts';
import type { AppPorts } from '../ports.ts';
import { refuse } from '../problemAnswer.ts';

/** Hours in sentences are those of payroll. */
const ZONE = 'Europe/Paris';

const listSchema = z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) });

function refuseSecond({ id, startedBy, startedAt, trigger }: Run): never {
  const since = wallClock(startedAt, ZONE).time;
  const facts = { startedBy, startedAt, runId: id, ...(trigger === undefined ? {} : { trigger }) };
  return refuse(409, 'runInProgress', say.runInProgress({ startedBy, since }), facts);
}

const unknownRun = () => refuse(404, 'runUnknown', say.runUnknown());

export function runOperations({ runner }: AppPorts, connections: Connections): Operation[] {
  return [
    operation({
      id: 'startRun',
      method: 'post',
      path: '/api/connections/{connectionId}/runs',
      summary: 'Read Lucca in the background; one run at a time for a connection',
      body: runRequestSchema,
      status: 202,
      answer: runSchema,
      problems: [400, 404, 409],
      location: (run) => `/api/runs/${run.id}`,
      async handle({ params, body }) {
        const started = await runner.start(await connections.record(params.connectionId), body);
        return started.ok ? started.value : refuseSecond(started.error);
      },
    }),
    operation({
      id: 'listRuns',
      method: 'get',
      path: '/api/connections/{connectionId}/runs',
      summary: 'What was read and how it ended, the latest first',
      query: listSchema,
      status: 200,
      answer: runSchema.array(),
      problems: [400, 404],
      async handle({ params, query }) {
        const { id } = await connections.record(params.connectionId);
        return [...(await runner.history(id, query.limit))];
      },
    }),
    operation({
      id: 'readRun',
      method: 'get',
      path: '/api/runs/{runId}',
      summary: 'Where a run stands; made to be polled',
      status: 200,
      answer: runSchema,
      problems: [404],
      handle: async ({ params }) => (await runner.find(params.runId)) ?? unknownRun(),
    }),
    operation({
      id: 'cancelRun',
      method: 'post',
      path: '/api/runs/{runId}/cancel',
      summary: 'Ask a run to stop; answers its present state, poll for the end. Too late once it saves',
      body: z.strictObject({}),
      status: 200,
      answer: runSchema,
      problems: [400, 404],
      handle: async ({ params }) => (await runner.cancel(params.runId)) ?? unknownRun(),
    }),
  ];
}
