/** Connecting, testing and forgetting an account. */
import type { Connection, ConnectionRequest, ConnectionTest } from '../../shared/contracts/schemas.ts';
import type { AcceptedMapping } from '../../shared/contracts/fieldSchemas.ts';
import { employeeField } from '../../shared/domain/people/employeeFields.ts';
import * as say from '../../shared/messages/fr/service.ts';
import { luccaProblem } from '../jobs/luccaProblem.ts';
import type { LuccaCredentials } from '../lucca/connector.ts';
import type { ConnectionRecord, MirrorHead } from '../store/store.ts';
import type { AppPorts } from './ports.ts';
import { ProblemError, refuse } from './problemAnswer.ts';

/** Longest a person waits for a test of the account. */
const PROBE_MS = 60_000;

export interface Connections {
  list(): Promise<Connection[]>;
  /** 404 when there is none of that id. */
  record(connectionId: string): Promise<ConnectionRecord>;
  test(request: ConnectionRequest): Promise<ConnectionTest>;
  /**
   * Tests, then remembers. An account that is already connected keeps its mirror and takes the new key. With a real account,
   * pages that paired by themselves are forgotten, but for the one that asks, with `token`.
   */
  connect(request: ConnectionRequest, token: string): Promise<Connection>;
  disconnect(connectionId: string): Promise<void>;
}

function credentialsOf({ apiKey, oauth }: ConnectionRequest): LuccaCredentials {
  return oauth ? { apiKey, oauth } : { apiKey };
}

function mirrorView(head: MirrorHead | null): Connection['mirror'] {
  if (!head) return null;
  const { snapshot, asOf, employees, months, planningMonths, mealMonths, timeMonths, lastChange, missingRights } = head;
  return {
    snapshot,
    asOf,
    employees,
    months: [...months],
    planningMonths: [...planningMonths],
    mealMonths: [...mealMonths],
    timeMonths: [...timeMonths],
    lastChange,
    missingRights: [...missingRights],
  };
}

/** What runs read with, and what the mirror was read with. */
function mappingView(accepted: AcceptedMapping | null, head: MirrorHead | null): Pick<Connection, 'fieldMapping'> {
  if (!accepted) return {};
  const { hash, acceptedAt } = accepted;
  const { text = '', vanished = [] } = head?.mapping ?? {};
  return {
    fieldMapping: { hash, acceptedAt, read: text, vanished: vanished.map((key) => employeeField(key).heading) },
  };
}

export function createConnections(ports: AppPorts): Connections {
  const { store, runner, lucca, vault, access } = ports;
  /** Two connections of one account at the same moment must end as one. */
  let turn: Promise<unknown> = Promise.resolve();

  async function view(record: ConnectionRecord): Promise<Connection> {
    const head = await store.mirror(record.id);
    const lastRun = await runner.latest(record.id);
    const accepted = await store.fieldMapping(record.id);
    return {
      ...record,
      mirror: mirrorView(head),
      lastRun,
      unreadFields: [...(head?.unreadFields ?? [])],
      ...mappingView(accepted, head),
    };
  }

  async function test(request: ConnectionRequest): Promise<ConnectionTest> {
    const opened = lucca.open(request.account);
    if (!opened.ok) throw new ProblemError(opened.error);
    const { host, connector } = opened.value;
    const probed = await connector.probe(credentialsOf(request), AbortSignal.timeout(PROBE_MS));
    if (!probed.ok) throw new ProblemError(luccaProblem(probed.error, host));
    return { host, employees: probed.value.employees, missingRights: [...probed.value.missingRights] };
  }

  async function save(request: ConnectionRequest, host: string, token: string): Promise<Connection> {
    const known = (await store.connections()).find((each) => each.host === host);
    const record: ConnectionRecord = {
      id: known?.id ?? ports.newId(),
      account: request.account,
      host,
      createdAt: known?.createdAt ?? ports.now(),
      personalRecords: request.oauth !== undefined,
    };
    await store.addConnection(record);
    if (!lucca.isFictional(host)) await access.forgetPages(token);
    await vault.save(record.id, credentialsOf(request));
    await ports.evenings.connected(record);
    return view(record);
  }

  async function record(connectionId: string): Promise<ConnectionRecord> {
    const found = (await store.connections()).find((each) => each.id === connectionId);
    return found ?? refuse(404, 'connectionUnknown', say.connectionUnknown());
  }

  return {
    list: async () => Promise.all((await store.connections()).map(view)),
    record,
    test,
    async connect(request, token) {
      const { host } = await test(request);
      const saved = turn.then(() => save(request, host, token));
      turn = saved.catch(() => undefined);
      return saved;
    },
    async disconnect(connectionId) {
      await record(connectionId);
      await runner.release(connectionId);
      await vault.remove(connectionId);
      await store.removeConnection(connectionId);
    },
  };
}
