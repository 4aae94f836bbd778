/** Accounts as they are bound at a date: in a closed month, as they were when it was closed. */
import { periodOf } from '../../../domain/absences/absencePeriod.ts';
import {
  bindingsFor,
  boundTo,
  type Bound,
  type NamedAccount,
  type NamedBinding,
} from '../../../domain/absences/bindAccounts.ts';
import type { ClosedAbsences } from '../../../domain/absences/frozenBindings.ts';
import type { PlainDate } from '../../../domain/calendar/plainDate.ts';
import type { OpenedTransfer } from './readTransfer.ts';

export interface BoundAccounts {
  readonly boundTo: (accountId: string, date: PlainDate) => Bound;
  /** The row that says it, with what payroll software calls the absence. */
  readonly bindingOf: (accountId: string, date: PlainDate) => NamedBinding | undefined;
  readonly nameOf: (accountId: string) => string;
}

/** Names of accounts, of those that Lucca has no more too. */
function namesOf({ facts, register }: Pick<OpenedTransfer, 'facts' | 'register'>): ReadonlyMap<string, string> {
  const closed = register.closed.flatMap(({ accounts }) => [...accounts]);
  const seen = facts.halfDays.map(({ accountId, accountName }) => [accountId, accountName] as const);
  return new Map([...closed, ...seen, ...facts.accounts.map(({ id, name }) => [id, name] as const)]);
}

/** Every account that anything is said of, by its number, for a month that is closed. */
export function knownAccounts({ facts, register }: OpenedTransfer): ReadonlyMap<string, string> {
  const names = namesOf({ facts, register });
  const held = register.held.map(({ accountId }) => [accountId, names.get(accountId) ?? accountId] as const);
  return new Map([...names, ...held]);
}

/** @param bindings the confirmed rows, as they stand. */
export function boundAccounts(opened: OpenedTransfer, bindings: readonly NamedBinding[]): BoundAccounts {
  const names = namesOf(opened);
  const { closed } = opened.register;
  const account = (id: string): NamedAccount => ({ id, name: names.get(id) ?? id });
  const boundBy = (by: NamedAccount, rows: readonly NamedBinding[]) => ({
    bound: boundTo(by, rows),
    binding: bindingsFor(by, rows)[0],
  });
  const known = new Map<string, ReturnType<typeof boundBy>>();
  // Under the name that it had then; what nobody had bound when the month was closed is what it is now.
  const read = (id: string, period: ClosedAbsences<NamedBinding> | undefined) => {
    const then = period && boundBy({ id, name: period.accounts.get(id) ?? account(id).name }, period.bindings);
    return then?.bound.state === 'bound' ? then : boundBy(account(id), bindings);
  };
  const at = (id: string, date: PlainDate) => {
    const period = periodOf(date, closed);
    const key = `${period?.month ?? ''} ${id}`;
    const answer = known.get(key) ?? read(id, period);
    known.set(key, answer);
    return answer;
  };
  return {
    boundTo: (id, date) => at(id, date).bound,
    bindingOf: (id, date) => at(id, date).binding,
    nameOf: (id) => account(id).name,
  };
}
