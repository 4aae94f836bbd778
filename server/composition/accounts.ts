/** Joins what a person typed, the Lucca client and the sentences: one connector per account, for as long as the service lives. */
import { problem } from '../../shared/contracts/problem.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import * as say from '../../shared/messages/fr/service.ts';
import { luccaAddressMessages } from '../../shared/messages/fr/lucca.ts';
import type { LuccaDoor } from '../jobs/luccaDoor.ts';
import type { LuccaAccount, LuccaConnector } from '../lucca/connector.ts';
import { createConnector, resolveAccount, type ConnectorOptions } from '../lucca/index.ts';

/** `known`: account names served elsewhere than at Lucca, such as `demo`; they are named as such instead of by an address. */
export function openLuccaDoor(known: ReadonlyMap<string, LuccaAccount>, options: ConnectorOptions = {}): LuccaDoor {
  const connectors = new Map<string, LuccaConnector>();

  function connectorOf(account: LuccaAccount): LuccaConnector {
    const found = connectors.get(account.origin) ?? createConnector(account, options);
    connectors.set(account.origin, found);
    return found;
  }

  const door: LuccaDoor = {
    open(typed) {
      const account = resolveAccount(typed, known);
      if (!account.ok) {
        return fail(
          problem(422, `address.${account.error}`, luccaAddressMessages[account.error](), { field: 'account' }),
        );
      }
      const name = [...known].find(([, each]) => each === account.value)?.[0];
      return ok({ host: name ?? new URL(account.value.origin).host, connector: connectorOf(account.value) });
    },
    reopen({ account, host }) {
      const opened = door.open(account);
      if (!opened.ok) return opened;
      if (opened.value.host !== host) return fail(problem(409, 'accountMoved', say.accountMoved({ account, host })));
      return ok(opened.value.connector);
    },
    isFictional: (host) => known.has(host),
  };
  return door;
}
