/** « Règle de non-cumul »: a minute of presence held by several accounts stays on one of them. */
import type { PlainDate } from '../../calendar/plainDate.ts';
import { feeds } from '../feeds.ts';
import { heldOn, partsMinutes, timedParts, untimedPart, type Held, type Movement, type Part } from '../movement.ts';
import type { NonCumulativeRule, RuleSet } from '../ruleSet.ts';
import type { RuleContext, RuleKind } from './ruleKind.ts';

/** Movements of one rule and date on an account of the list. */
interface Holder {
  readonly account: string;
  readonly dated: PlainDate;
  readonly rule: string;
}

interface Holding extends Holder {
  readonly part: Part;
}

/** Minutes that several accounts held: who loses them, and where they stay. */
interface Settled {
  readonly part: Part;
  /** Accounts that held them. */
  readonly accounts: readonly string[];
  readonly losers: readonly Holder[];
  readonly kept: string;
  /** The account that keeps them did not hold them: they are posted there. */
  readonly isGain: boolean;
}

/** The listed accounts, the one that keeps first: highest premium, then the one that a rule feeds first. */
function ranking({ accounts }: NonCumulativeRule, { rules, accounts: known }: RuleSet): readonly string[] {
  const premium = (code: string) => known.find((each) => each.code === code)?.premium ?? -1;
  const fedBy = (code: string) => {
    const first = rules.findIndex((rule) => feeds(rule).includes(code));
    return first < 0 ? rules.length : first;
  };
  return [...new Set(accounts)].sort((a, b) => premium(b) - premium(a) || fedBy(a) - fedBy(b));
}

/** Every moment of a date at which something begins or ends, and the stretches between two of them. */
function stretches(marks: readonly number[]): readonly (readonly [number, number])[] {
  const sorted = [...new Set(marks)].sort((a, b) => a - b);
  return sorted.slice(1).map((to, at) => [sorted[at] ?? to, to] as const);
}

/** Of those who hold the same minutes, in their ranking: all but the one that keeps. Where one account holds them, nobody loses. */
function settle(part: Part | undefined, holders: readonly Holder[], explicit: string | null): Settled[] {
  const [first] = holders;
  if (!part || !first || holders.every(({ account }) => account === first.account)) return [];
  const keeper = explicit === null ? first : holders.find(({ account }) => account === explicit);
  const losers = holders.filter((each) => each !== keeper);
  const accounts = holders.map(({ account }) => account);
  return [{ part, accounts, losers, kept: explicit ?? first.account, isGain: keeper === undefined }];
}

/** Stretches of the clock that several accounts hold. */
function timedOn(date: PlainDate, holdings: readonly Holding[], explicit: string | null): Settled[] {
  const marks = holdings.flatMap(({ part: { interval } }) => (interval ? [interval.from, interval.to] : []));
  return stretches(marks).flatMap(([from, to]) => {
    const holders = holdings.filter(({ part: { interval } }) => interval && interval.from <= from && to <= interval.to);
    return settle(timedParts(date, [{ from, to }])[0], holders, explicit);
  });
}

/** Where a duration is all that is known, the smaller lies inside the larger: never inside presence whose times are known. */
function untimedOn(date: PlainDate, holdings: readonly Holding[], explicit: string | null): Settled[] {
  const sizes = new Map<string, { readonly holder: Holder; readonly minutes: number }>();
  for (const { account, dated, rule, part } of holdings) {
    if (part.interval) continue;
    const key = JSON.stringify([account, dated, rule]);
    const minutes = part.minutes + (sizes.get(key)?.minutes ?? 0);
    sizes.set(key, { holder: { account, dated, rule }, minutes });
  }
  const all = [...sizes.values()];
  return stretches([0, ...all.map(({ minutes }) => minutes)]).flatMap(([from, to]) => {
    const holders = all.filter(({ minutes }) => minutes >= to).map(({ holder }) => holder);
    return settle(untimedPart(date, to - from)[0], holders, explicit);
  });
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => unknown): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const row of rows) {
    const key = JSON.stringify(keyOf(row));
    const own = groups.get(key);
    if (own) own.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

type Line = Pick<Settled, 'part' | 'accounts' | 'kept'> & { readonly account: string; readonly date: PlainDate };

/** One movement of an account on a date, for stretches that one account keeps. Its cause names the accounts that held them, in the order of the list. */
function movementOf(rule: NonCumulativeRule, group: readonly [Line, ...Line[]], sign: 1 | -1): Movement {
  const [{ account, date, kept }] = group;
  const parts = group.map(({ part }) => part);
  const held = new Set(group.flatMap(({ accounts }) => accounts));
  const accounts = [...new Set([...rule.accounts, ...held])].filter((each) => held.has(each));
  const minutes = sign * partsMinutes(parts);
  return { date, account, minutes, rule: rule.code, cause: { kind: 'nonCumulative', accounts, kept }, parts };
}

/** One movement for all that goes from an account, dated like what it reduces; then what the explicit account gets. */
function movementsOf(rule: NonCumulativeRule, settled: readonly Settled[]): Movement[] {
  const removals = settled.flatMap(({ losers, ...own }) =>
    losers.map(({ account, dated }): Line => ({ ...own, account, date: dated })),
  );
  const lost = grouped(removals, ({ account, date, kept }) => [account, date, kept]);
  return [
    ...lost.map((group) => movementOf(rule, group, -1)),
    ...grouped(gains(settled), ({ date }) => date).map((group) => movementOf(rule, group, 1)),
  ];
}

/** The explicit account takes each minute once, however many accounts lost it, on the date of the last of them. */
function gains(settled: readonly Settled[]): Line[] {
  return settled
    .filter(({ isGain }) => isGain)
    .map(({ losers, ...own }) => {
      const date = losers.reduce<PlainDate>((last, each) => (each.dated > last ? each.dated : last), own.part.date);
      return { ...own, account: own.kept, date };
    });
}

/**
 * What the listed accounts hold, by date of presence, in their ranking; and what this rule gave to the explicit account already, in the month
 * before: its minutes were settled there.
 */
function holdingsByDate(rule: NonCumulativeRule, { set, carried, posted }: RuleContext) {
  const read = [...carried, ...posted];
  const heldBy = (account: string) => heldOn(read, account).map((held: Held): Holding => ({ ...held, account }));
  const { explicit, code, accounts } = rule;
  const isApart = explicit !== null && !accounts.includes(explicit);
  const given = isApart ? heldBy(explicit).filter((each) => each.rule === code) : [];
  const all = [...given, ...ranking(rule, set).flatMap(heldBy)];
  return [...grouped(all, ({ part }) => part.date)].sort(([a], [b]) => (a.part.date < b.part.date ? -1 : 1));
}

export const nonCumulativeKind: RuleKind<NonCumulativeRule> = {
  post(rule, context) {
    const settled = holdingsByDate(rule, context).flatMap((holdings) => {
      const { date } = holdings[0].part;
      return [...timedOn(date, holdings, rule.explicit), ...untimedOn(date, holdings, rule.explicit)];
    });
    return { movements: movementsOf(rule, settled), unknown: [] };
  },
};
