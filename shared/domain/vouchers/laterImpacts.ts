/** Closed orders keep the settings they were made with. What did not exist then was not decided then. */
import type { ClosedOrder } from './ledger.ts';
import type { Impacts, VoucherRegulation } from './regulation.ts';

function completed(frozen: Impacts, now: Impacts): Impacts {
  return new Map([...now, ...frozen]);
}

/**
 * `closed` orders, whose settings are those they were made with, and for the accounts and natures that these do not know, those of the
 * same regulation now: a yearly account made after June was ordered takes what is late of June as it was decided since.
 */
export function withLaterImpacts(
  closed: readonly ClosedOrder[],
  regulations: readonly VoucherRegulation[],
): readonly ClosedOrder[] {
  const now = new Map(regulations.map((regulation) => [regulation.key, regulation]));
  return closed.map((order): ClosedOrder => {
    const { regulation } = order;
    const today = now.get(regulation.key);
    if (!today) return order;
    const accounts = completed(regulation.accounts, today.accounts);
    const natures = completed(regulation.natures, today.natures);
    return { ...order, regulation: { ...regulation, accounts, natures } };
  });
}
