/** What the minutes of each account are worth, for a simulation in euros. Hours beyond the contract are due whole; any other is in the salary already. */
import { basisPoints, cents, type BasisPoints, type Cents } from '../money/money.ts';
import type { Movement } from './movement.ts';
import { basePay, premiumAmount } from './premiumPay.ts';
import type { TimeAccount } from './ruleSet.ts';

/** `hours`: due whole. `premium`: at the premium of the account. `firstOfMay`: paid again. An hour of the first is of one of the others as well. */
export interface PaidMinutes {
  readonly hours: number;
  readonly premium: number;
  readonly firstOfMay: number;
}

const FIRST_OF_MAY = '-05-01';
/** The pay of the day, again (art. L3133-6). */
const AGAIN = basisPoints(10_000);
const NONE = basisPoints(0);

/** Minutes of one account while its movements are read. `free`: what lacks to a bound, the solidarity day. `owed`: those that bear a premium. */
class Tally {
  hours = 0;
  owed = 0;
  firstOfMay = 0;
  free = 0;

  /** Takes minutes off, the free ones first; answers those that were due whole. */
  take({ minutes, date }: Movement): { readonly hours: number; readonly firstOfMay: number } {
    const free = Math.min(this.free, -minutes);
    const left = -minutes - free;
    const hours = Math.min(this.hours, left);
    const firstOfMay = date.endsWith(FIRST_OF_MAY) ? Math.min(this.firstOfMay, left) : 0;
    this.free -= free;
    this.owed -= left;
    this.hours -= hours;
    this.firstOfMay -= firstOfMay;
    return { hours, firstOfMay };
  }

  /** An hour is due once, on whatever account several gap rules put it. */
  paid(): PaidMinutes {
    const within = (minutes: number) => Math.max(0, Math.min(minutes, this.owed));
    const firstOfMay = within(this.firstOfMay);
    return { hours: within(this.hours), premium: this.owed - firstOfMay, firstOfMay };
  }
}

/** Minutes of one person to be paid, by account. What a non-cumul takes off an account takes the hour to the one that keeps; what goes to rest is free. */
export function paidMinutes(
  movements: readonly Movement[],
  isRest: (account: string) => boolean,
): ReadonlyMap<string, PaidMinutes> {
  const tallies = new Map<string, Tally>();
  const tallyOf = (account: string): Tally => {
    const tally = tallies.get(account) ?? new Tally();
    tallies.set(account, tally);
    return tally;
  };
  /** The share of the last minutes that left an account which were due whole. */
  let share = 0;
  /** What the accounts that keep get once their rule has taken all that it takes: it takes nothing of what it gives. */
  let kept: (() => void)[] = [];
  const settle = () => {
    for (const give of kept) give();
    kept = [];
  };
  let last = '';
  for (const movement of movements) {
    const { account, minutes, cause, rule } = movement;
    if (rule !== last) settle();
    last = rule;
    const tally = tallyOf(account);
    if (minutes < 0) {
      const { hours, firstOfMay } = tally.take(movement);
      share = hours / -minutes;
      if (cause.kind !== 'nonCumulative') continue;
      const keeper = tallyOf(cause.kept);
      kept.push(() => {
        keeper.hours += hours;
        keeper.firstOfMay += firstOfMay;
      });
    } else if (cause.kind === 'gap' && cause.measured < cause.bounds.lower) tally.free += minutes;
    else if (cause.kind === 'day' && cause.nature === 'solidarity') tally.free += minutes;
    else {
      tally.owed += minutes;
      if (cause.kind === 'gap') tally.hours += minutes;
      if (cause.kind === 'day' && cause.nature === 'firstOfMay') tally.firstOfMay += minutes;
      if (cause.kind === 'cap' || cause.kind === 'transfer') tally.hours += Math.round(minutes * share);
    }
  }
  settle();
  return new Map([...tallies].filter(([account]) => !isRest(account)).map(([code, tally]) => [code, tally.paid()]));
}

const higher = (a: BasisPoints, b: BasisPoints): BasisPoints => (a > b ? a : b);

/** 8 h beyond the contract at 25 % of 11 € → 110.00 €; 8 h of night at 25 % → 22.00 €. */
export function costOf({ hours, premium, firstOfMay }: PaidMinutes, account: TimeAccount, hourly: Cents): Cents {
  const rate = account.premium ?? NONE;
  const again = premiumAmount(firstOfMay, higher(rate, AGAIN), hourly);
  return cents(basePay(hours, hourly) + premiumAmount(premium, rate, hourly) + again);
}

/** Hours that are in the salary already are worth their premium alone, and nobody typed it. */
export function isPremiumMissing({ hours, premium }: PaidMinutes, account: TimeAccount): boolean {
  return account.premium === null && Math.abs(premium) > hours;
}
