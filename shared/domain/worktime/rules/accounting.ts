/** « Règle comptable »: what an account holds beyond a limit, or all of it, leaves it once its period is over. */
import type { PlainDate } from '../../calendar/plainDate.ts';
import { heldOn, lastParts, total, type Cause, type Movement, type Part } from '../movement.ts';
import type { DateSpan } from '../person.ts';
import type { AccountingRule, GapPeriod } from '../ruleSet.ts';
import { closingOf, isIn, periodsClosingIn } from '../weeks.ts';
import type { RuleContext, RuleKind } from './ruleKind.ts';

const WHOLE = 10_000;
/** Any Monday: weeks are taken one by one. */
const MONDAY = '2024-01-01' as PlainDate;

function periodOf({ period }: AccountingRule): GapPeriod {
  return period === 'week' ? { unit: 'week', count: 1, anchor: MONDAY } : { unit: 'month' };
}

/** What the account got over a period: all that this month posted, or a week that may have begun in the month before. */
function movementsOf(rule: AccountingRule, period: DateSpan, { carried, posted }: RuleContext): Movement[] {
  const read = rule.period === 'week' ? [...carried, ...posted].filter(({ date }) => isIn(date, period)) : posted;
  return read.filter((each) => each.account === rule.account);
}

interface Leaving {
  readonly minutes: number;
  readonly cause: Cause;
  /** The last presence that the account holds, so that no later rule finds it there. */
  readonly parts: readonly Part[];
}

/** What leaves, and why; nothing when the limit is not passed. */
function leaving(rule: AccountingRule, period: DateSpan, context: RuleContext): Leaving {
  const { account, operation } = rule;
  const isOnBalance = operation.name === 'cap' && operation.on === 'balance';
  const read = isOnBalance
    ? context.posted.filter(({ date }) => date <= period.to)
    : movementsOf(rule, period, context);
  const held = total(read, account) + (isOnBalance ? (context.person.opening.get(account) ?? 0) : 0);
  const isCap = operation.name === 'cap';
  const minutes = isCap ? Math.max(0, held - operation.limit) : held;
  const cause: Cause = isCap
    ? { kind: 'cap', period, held, limit: operation.limit }
    : { kind: 'transfer', from: account };
  return { minutes, cause, parts: lastParts(heldOn(read, account), minutes) };
}

function moved(rule: AccountingRule, period: DateSpan, context: RuleContext): Movement[] {
  const { code, account, to } = rule;
  const { minutes, cause, parts } = leaving(rule, period, context);
  if (minutes === 0) return [];
  const line = { date: closingOf(period, context.person.contracts), rule: code, cause };
  const gained = to ? Math.round((minutes * to.factor) / WHOLE) : 0;
  const gain = to && gained !== 0 ? [{ ...line, account: to.account, minutes: gained, parts: [] }] : [];
  return [{ ...line, account, minutes: -minutes, parts }, ...gain];
}

export const accountingKind: RuleKind<AccountingRule> = {
  post(rule, context) {
    const { month, person, set } = context;
    const own: Movement[] = [];
    for (const period of periodsClosingIn(month, periodOf(rule), person.contracts, set)) {
      own.push(...moved(rule, period, { ...context, posted: [...context.posted, ...own] }));
    }
    return { movements: own, unknown: [] };
  },
};
