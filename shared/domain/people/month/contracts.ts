/** The contracts of one person as the controls of a month take them: what follows what, and without a break or not. */
import { addDays, firstDay, lastDay, type PlainDate, type PlainMonth } from '../../calendar/plainDate.ts';

/** Both dates included, `to` null without an end. `establishment`, `workingTime`, `nature`: '' where Lucca does not say. */
export interface MonthContract {
  readonly id: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly establishment: string;
  readonly workingTime: string;
  readonly nature: string;
}

const FOREVER = '9999-12-31';

/** The last day of a contract, for comparison: a date after all others without an end. */
export function reachOf({ to }: Pick<MonthContract, 'to'>): string {
  return to ?? FOREVER;
}

/** By first day, then by last day and number: the order of rows decides nothing. */
export function inOrder(contracts: readonly MonthContract[]): MonthContract[] {
  const key = (each: MonthContract) => `${each.from} ${reachOf(each)} ${each.id}`;
  return contracts
    .filter((each) => reachOf(each) >= each.from)
    .sort((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}

/** True when the contract covers a date. */
export function covers({ from, ...rest }: MonthContract, date: PlainDate): boolean {
  return from <= date && date <= reachOf(rest);
}

/** True when a contract covers a day of the month. */
export function isUnderContract(contracts: readonly MonthContract[], month: PlainMonth): boolean {
  return contracts.some((each) => each.from <= lastDay(month) && reachOf(each) >= firstDay(month));
}

/** What stood before a contract: nothing, one that ended the day before, one that goes on beside it, or one that ended earlier. */
export type Before =
  { readonly is: 'nothing' } | { readonly is: 'followed' | 'beside' | 'earlier'; readonly contract: MonthContract };

/** `all` in order. Of several that stood before, the one that goes furthest. */
export function beforeOf(all: readonly MonthContract[], contract: MonthContract): Before {
  const earlier = all.slice(0, all.indexOf(contract));
  const [last] = [...earlier].sort((a, b) => (reachOf(a) < reachOf(b) ? 1 : -1));
  if (!last) return { is: 'nothing' };
  const eve = addDays(contract.from, -1);
  const [followed] = earlier.filter((each) => each.to === eve);
  if (followed) return { is: 'followed', contract: followed };
  return { is: reachOf(last) >= contract.from ? 'beside' : 'earlier', contract: last };
}

/** What a contract that ends leaves: nobody under contract the day after, a contract that follows, or one that goes on beside. */
export function afterOf(all: readonly MonthContract[], contract: MonthContract): 'nothing' | 'followed' | 'beside' {
  if (contract.to === null) return 'nothing';
  const morrow = addDays(contract.to, 1);
  const others = all.filter((each) => each !== contract && covers(each, morrow));
  if (others.length === 0) return 'nothing';
  return others.some(({ from }) => from === morrow) ? 'followed' : 'beside';
}
