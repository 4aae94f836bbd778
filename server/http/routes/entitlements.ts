import { createHash } from 'node:crypto';
import {
  entitlementAnswerSchema,
  entitlementRequestSchema,
  type EntitlementAnswer,
  type EntitlementRequest,
} from '../../../shared/contracts/entitlementSchemas.ts';
import * as say from '../../../shared/messages/fr/service.ts';
import { luccaProblem, mayHaveArrived } from '../../jobs/luccaProblem.ts';
import type { ConnectionRecord } from '../../store/store.ts';
import type { Connections } from '../connections.ts';
import { operation, type Operation } from '../operation.ts';
import type { AppPorts } from '../ports.ts';
import { ProblemError, refuse } from '../problemAnswer.ts';

/** Longest a person waits for Lucca to have read the file. */
const IMPORT_MS = 60_000;
/** Twenty thousand people, and some room. */
const BODY_BYTES = 6 * 1024 * 1024;

function digestOf({ mode: _, ...rest }: EntitlementRequest): string {
  return createHash('sha256').update(JSON.stringify(rest)).digest('hex');
}

async function asked(
  { credentials, lucca }: AppPorts,
  connection: ConnectionRecord,
  request: EntitlementRequest,
): Promise<EntitlementAnswer> {
  const keys = await credentials(connection.id);
  if (!keys) return refuse(409, 'credentialsMissing', say.credentialsMissing());
  const connector = lucca.reopen(connection);
  if (!connector.ok) throw new ProblemError(connector.error);
  const answer = await connector.value.importEntitlements(keys, request, AbortSignal.timeout(IMPORT_MS));
  if (answer.ok) return answer.value;
  const isUncertain = request.mode === 'send' && mayHaveArrived(answer.error);
  if (isUncertain) return refuse(502, 'entitlementsUncertain', say.entitlementsUncertain());
  throw new ProblemError(luccaProblem(answer.error, connection.host));
}

export function entitlementOperations(ports: AppPorts, connections: Connections): Operation[] {
  /** What each connection may send: its last simulation, if it found no error. It serves once. */
  const simulated = new Map<string, string>();
  return [
    operation({
      id: 'importEntitlements',
      method: 'post',
      path: '/api/connections/{connectionId}/entitlements',
      summary:
        'Credit rest to counters of Lucca: simulated first, then sent once; refused unless the service may write there',
      body: entitlementRequestSchema,
      bodyBytes: BODY_BYTES,
      status: 200,
      answer: entitlementAnswerSchema,
      problems: [400, 403, 404, 409, 422, 502, 503, 504],
      async handle({ params, body }) {
        const connection = await connections.record(params.connectionId);
        if (!ports.writesToLucca) refuse(403, 'entitlementsOff', say.entitlementsOff());
        const digest = digestOf(body);
        const isReady = simulated.get(connection.id) === digest;
        simulated.delete(connection.id);
        if (body.mode === 'send' && !isReady) refuse(409, 'entitlementsUnsimulated', say.entitlementsUnsimulated());
        const answer = await asked(ports, connection, body);
        if (body.mode === 'simulate' && answer.errors.length === 0) simulated.set(connection.id, digest);
        return answer;
      },
    }),
  ];
}
