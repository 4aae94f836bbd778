/** « Règle comptable »: what an account holds beyond a limit, or all of it, leaves it once its period is over. */
import type { PlainDate } from '../../calendar/plainDate.ts';
import { total, type Cause, type Movement } from '../movement.ts';
import type { DateSpan } from '../person.ts';
import type { AccountingRule, GapPeriod } from '../ruleSet.ts';
import { closingOf, isIn, periodsClosingIn, payMonthOf } from '../weeks.ts';
import type { RuleContext, RuleKind } from './ruleKind.ts';

const WHOLE = 10_000;
/** Any Monday: weeks are taken one by one. */
const MONDAY = '2024-01-01' as PlainDate;

function periodOf({ period }: AccountingRule): GapPeriod {
  return period === 'week' ? { unit: 'week', count: 1, anchor: MONDAY } : { unit: 'month' };
}

function movementsOf(rule: AccountingRule, period: DateSpan, { posted, person, set, month }: RuleContext): Movement[] {
  const isOf = ({ date }: Movement) =>
    rule.period === 'week' ? isIn(date, period) : payMonthOf(date, person.contracts, set) === month;
  return posted.filter((each) => each.account === rule.account && isOf(each));
}

/** What leaves, and why; nothing when the limit is not passed. */
function leaving(rule: AccountingRule, period: DateSpan, context: RuleContext): { minutes: number; cause: Cause } {
  const { account, operation } = rule;
  const moved = total(movementsOf(rule, period, context), account);
  if (operation.name === 'transfer') return { minutes: moved, cause: { kind: 'transfer', from: account } };
  const until = context.posted.filter(({ date }) => date <= period.to);
  const balance = (context.person.opening.get(account) ?? 0) + total(until, account);
  const held = operation.on === 'movements' ? moved : balance;
  const cause: Cause = { kind: 'cap', period, held, limit: operation.limit };
  return { minutes: Math.max(0, held - operation.limit), cause };
}

function moved(rule: AccountingRule, period: DateSpan, context: RuleContext): Movement[] {
  const { code, account, to } = rule;
  const { minutes, cause } = leaving(rule, period, context);
  if (minutes === 0) return [];
  const line = { date: closingOf(period, context.person.contracts), rule: code, cause, parts: [] };
  const gained = to ? Math.round((minutes * to.factor) / WHOLE) : 0;
  const gain = to && gained !== 0 ? [{ ...line, account: to.account, minutes: gained }] : [];
  return [{ ...line, account, minutes: -minutes }, ...gain];
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
