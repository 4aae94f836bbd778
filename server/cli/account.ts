/** The Lucca account of a command: which one, with which key, read again. */
import type { Connection, ConnectionRequest, Health, Topic } from '../../shared/contracts/schemas.ts';
import type { Service, ServiceResult } from '../../shared/contracts/service.ts';
import type { PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { bookState } from '../../shared/flows/bookState.ts';
import { refresh } from '../../shared/flows/refresh.ts';
import * as say from '../../shared/messages/fr/cli.ts';
import { luccaAddressMessages } from '../../shared/messages/fr/lucca.ts';
import * as pane from '../../shared/messages/fr/pane.ts';
import { tables } from '../../shared/tables/tables.ts';
import { resolveAccount } from '../lucca/index.ts';
import type { XlsxBook } from '../xlsx/xlsxFile.ts';
import { chosenKey, environmentKey } from './access.ts';
import { Stop } from './outcome.ts';
import type { Values } from './options.ts';
import { bookOutcome, runOutcome, serviceOutcome, stopAt } from './sentences.ts';
import type { Terminal } from './terminal.ts';

/** The value; a refusal ends the command. */
export async function answered<T>(result: ServiceResult<T>): Promise<T> {
  const answer = await result;
  if (!answer.ok) throw stopAt(serviceOutcome(answer.error));
  return answer.value;
}

/** The account of the command, else the one the workbook came from, as it can be typed. */
export async function accountOf(book: XlsxBook, values: Values): Promise<string> {
  if (values.account !== undefined && values.account !== '') return values.account;
  const snapshot = await book.read(tables);
  if (!snapshot.ok) throw stopAt(bookOutcome(snapshot.error));
  const host = bookState(snapshot.value).owner?.account;
  if (host === undefined) throw new Stop('usage', say.accountMissing, { code: 'account' });
  return host.includes('.') ? `https://${host}` : host;
}

function oauthOf(terminal: Terminal, values: Values): Pick<ConnectionRequest, 'oauth'> {
  const clientId = values['client-id'];
  if (clientId === undefined) return {};
  const clientSecret = terminal.environment['PASSERELLE_CLIENT_SECRET'];
  if (!clientSecret) throw new Stop('usage', say.clientSecretMissing, { code: 'clientSecret' });
  return { oauth: { clientId, clientSecret } };
}

export function known(connections: readonly Connection[], account: string): Connection | undefined {
  return connections.find(
    (each) => each.account === account || `https://${each.host}` === account || each.host === account,
  );
}

/** The connection of an account that the service has; a service without it ends the command: it is another one that is meant. */
export async function knownConnection(service: Service, account: string): Promise<Connection> {
  const connection = known(await answered(service.connections()), account);
  if (!connection) throw new Stop('service', say.accountUnknown(account), { code: 'accountUnknown' });
  return connection;
}

/** A key is asked for when there is an account to use it for. */
function refuseWrongAddress(account: string): void {
  const resolved = resolveAccount(account, new Map());
  if (resolved.ok) return;
  throw new Stop('service', luccaAddressMessages[resolved.error](), { code: `address.${resolved.error}` });
}

/**
 * The connection of the account: made with the key given, else the one there is, else with a key that is asked for. One that has an OAuth
 * application is not replaced by one without: NIR and bank accounts would not be read any more, by anybody.
 */
export async function connectionTo(
  terminal: Terminal,
  values: Values,
  service: Service,
  health: Health,
  account: string,
): Promise<Connection> {
  const demoKey = health.demo?.account === account ? health.demo.apiKey : undefined;
  const own = await chosenKey(terminal, values);
  const key = own ?? demoKey ?? environmentKey(terminal);
  const connection = known(await answered(service.connections()), account);
  const wouldForget = connection?.personalRecords === true && values['client-id'] === undefined;
  if (wouldForget && own !== undefined) throw new Stop('usage', say.clientForgotten(account), { code: 'clientId' });
  if (connection && (key === undefined || wouldForget)) return connection;
  if (key === undefined) refuseWrongAddress(account);
  const apiKey = key ?? (await terminal.ask(say.askKey(account), true));
  if (terminal.signal.aborted) throw new Stop('cancelled', say.stopped, { code: 'cancelled' });
  if (!apiKey) throw new Stop('usage', say.keyMissing(account), { code: 'key' });
  return answered(service.connect({ account, apiKey, ...oauthOf(terminal, values) }));
}

/** Has Lucca read, `topics` besides, and answers the connection as it is afterwards; a failure of the reading ends the command. */
export async function pulled(
  terminal: Terminal,
  service: Service,
  connection: Connection,
  months: readonly PlainMonth[],
  topics: readonly Topic[] = [],
  acceptDepartures = false,
): Promise<Connection> {
  const run = await refresh(
    { service, clock: terminal.clock },
    connection.id,
    {
      months: [...months],
      startedBy: say.actor,
      ...(topics.length === 0 ? {} : { topics: [...topics] }),
      ...(acceptDepartures ? { acceptDepartures } : {}),
    },
    {
      signal: terminal.signal,
      onRun: (state) => terminal.progress(pane.runStep(state), state.done, state.total),
    },
  );
  if (!run.ok) throw stopAt(serviceOutcome(run.error));
  const failed = runOutcome(run.value);
  if (failed) throw stopAt(failed);
  terminal.note(say.readNow(run.value.counts.employees));
  const fresh = (await answered(service.connections())).find(({ id }) => id === connection.id);
  return fresh ?? connection;
}
