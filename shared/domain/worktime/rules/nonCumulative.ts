/** « Règle de non-cumul »: a minute of presence held by several accounts stays on one of them. */
import type { PlainDate } from '../../calendar/plainDate.ts';
import { heldOn, partsMinutes, timedParts, untimedPart, type Held, type Movement, type Part } from '../movement.ts';
import type { NonCumulativeRule, RuleSet } from '../ruleSet.ts';
import type { RuleContext, RuleKind } from './ruleKind.ts';

type Holdings = ReadonlyMap<string, readonly Held[]>;

/** Minutes of one account that go, and where they stay. */
interface Removal {
  readonly account: string;
  readonly dated: PlainDate;
  readonly kept: string;
  /** The account that keeps them did not hold them: they are posted there. */
  readonly isGain: boolean;
  readonly part: Part;
}

/** The listed accounts, the one that keeps first: highest premium, then the one that a rule feeds first. */
function ranking({ accounts, explicit }: NonCumulativeRule, { rules, accounts: known }: RuleSet): readonly string[] {
  const premium = (code: string) => known.find((each) => each.code === code)?.premium ?? -1;
  const fedBy = (code: string) => rules.findIndex((rule) => 'account' in rule && rule.account === code);
  const ranked = [...accounts].sort((a, b) => premium(b) - premium(a) || fedBy(a) - fedBy(b));
  return explicit === null ? ranked : [explicit, ...ranked.filter((each) => each !== explicit)];
}

/** Every moment of a date at which something begins or ends, and the stretches between two of them. */
function stretches(marks: readonly number[]): readonly (readonly [number, number])[] {
  const sorted = [...new Set(marks)].sort((a, b) => a - b);
  return sorted.slice(1).map((to, at) => [sorted[at] ?? to, to] as const);
}

/** What the accounts that lose hold of a stretch of the clock. */
function timedRemovals(date: PlainDate, holdings: Holdings, order: readonly string[], explicit: string | null) {
  const all = [...holdings.values()].flat().flatMap(({ part }) => part.interval ?? []);
  return stretches(all.flatMap(({ from, to }) => [from, to])).flatMap(([from, to]): Removal[] => {
    const holding = order.flatMap((account) => {
      const held = holdings
        .get(account)
        ?.find(({ part: { interval } }) => interval && interval.from <= from && to <= interval.to);
      return held ? [{ account, dated: held.dated }] : [];
    });
    return losing(holding, explicit).map((each) => ({ ...each, part: timedParts(date, [{ from, to }])[0] as Part }));
  });
}

interface Holding {
  readonly account: string;
  readonly dated: PlainDate;
}

/** Of those who hold the same minutes, in their ranking: all but the one that keeps. Alone, nobody loses. */
function losing(holding: readonly Holding[], explicit: string | null): Omit<Removal, 'part'>[] {
  if (holding.length < 2) return [];
  const kept = explicit ?? holding[0]?.account ?? '';
  const losers = holding.filter(({ account }) => account !== kept);
  const isGain = losers.length === holding.length;
  return losers.map((each) => ({ ...each, kept, isGain }));
}

/** Where a duration is all that is known, the smaller lies inside the larger. */
function nestedRemovals(date: PlainDate, holdings: Holdings, order: readonly string[], explicit: string | null) {
  const sizes = order.map((account) => ({ account, held: holdings.get(account) ?? [] }));
  const minutesOf = (held: readonly Held[]) => partsMinutes(held.map(({ part }) => part));
  return stretches([0, ...sizes.map(({ held }) => minutesOf(held))]).flatMap(([from, to]): Removal[] => {
    const holding = sizes
      .filter(({ held }) => minutesOf(held) >= to)
      .map(({ account, held }) => ({ account, dated: held[0]?.dated ?? date }));
    return losing(holding, explicit).map((each) => ({ ...each, part: untimedPart(date, to - from)[0] as Part }));
  });
}

/** One movement for all that goes from an account, dated like what it reduces; then what the explicit account gets. */
function movementsOf(rule: NonCumulativeRule, removals: readonly Removal[]): Movement[] {
  const groups = new Map<string, Removal[]>();
  for (const removal of removals) {
    const key = JSON.stringify([removal.account, removal.dated, removal.kept]);
    groups.set(key, [...(groups.get(key) ?? []), removal]);
  }
  const lines = [...groups.values()].flatMap((group): Movement[] => {
    const [first] = group;
    if (!first) return [];
    const parts = group.map(({ part }) => part);
    const cause = { kind: 'nonCumulative', accounts: rule.accounts, kept: first.kept } as const;
    return [
      { date: first.dated, account: first.account, minutes: -partsMinutes(parts), rule: rule.code, cause, parts },
    ];
  });
  return [...lines, ...gains(rule, removals)];
}

/** The explicit account takes each minute once, however many accounts lost it. */
function gains({ code, accounts }: NonCumulativeRule, removals: readonly Removal[]): Movement[] {
  const gained = removals.filter(({ isGain }) => isGain);
  const once = new Map(gained.map(({ part, kept }) => [JSON.stringify(part), { part, kept }]));
  const byDate = new Map<PlainDate, Part[]>();
  for (const { part } of once.values()) byDate.set(part.date, [...(byDate.get(part.date) ?? []), part]);
  const kept = gained[0]?.kept ?? '';
  const cause = { kind: 'nonCumulative', accounts, kept } as const;
  return [...byDate].map(([date, parts]) => ({
    date,
    account: kept,
    minutes: partsMinutes(parts),
    rule: code,
    cause,
    parts,
  }));
}

function onDate(holdings: Holdings, date: PlainDate): Holdings {
  return new Map([...holdings].map(([account, held]) => [account, held.filter(({ part }) => part.date === date)]));
}

export const nonCumulativeKind: RuleKind<NonCumulativeRule> = {
  post(rule, { set, posted }: RuleContext) {
    const holdings: Holdings = new Map(rule.accounts.map((account) => [account, heldOn(posted, account)]));
    const order = ranking(rule, set).filter((account) => rule.accounts.includes(account));
    const keeper = rule.explicit;
    const dates = [...new Set([...holdings.values()].flat().map(({ part }) => part.date))].sort();
    const removals = dates.flatMap((date) => {
      const own = onDate(holdings, date);
      const isTimed = [...own.values()].flat().every(({ part }) => part.interval !== null);
      return (isTimed ? timedRemovals : nestedRemovals)(date, own, order, keeper);
    });
    return { movements: movementsOf(rule, removals), unknown: [] };
  },
};
