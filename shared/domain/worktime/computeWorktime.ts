/** The time of one person and month of pay: every rule in its order, every movement with its cause. */
import type { PlainMonth } from '../calendar/plainDate.ts';
import type { Finding } from '../finding.ts';
import { clockOf, prepareDays } from './days.ts';
import type { DayTime, Days } from './dayTime.ts';
import type { GapBounds, Movement } from './movement.ts';
import type { DateSpan, PersonTime } from './person.ts';
import { postRule } from './rules/kinds.ts';
import type { RuleContext, Unknown } from './rules/ruleKind.ts';
import type { GapRule, RuleSet } from './ruleSet.ts';
import { closingOf, contractOn, datesOf, payMonthOf, periodsClosingIn, spanOfMonth } from './weeks.ts';

export interface WorktimeOutcome {
  readonly employeeId: string;
  readonly month: PlainMonth;
  /** `refused`: the set cannot count the time of this person, and the findings say why; nothing is posted. */
  readonly state: 'computed' | 'incomplete' | 'refused';
  readonly movements: readonly Movement[];
  /** What was not counted. */
  readonly unknown: readonly Unknown[];
  readonly days: readonly DayTime[];
  readonly findings: readonly Finding[];
}

const isGap = (rule: { kind: string }): rule is GapRule => rule.kind === 'gap';

/** Every date that a rule of the set reads for this month. */
function spanRead(person: PersonTime, set: RuleSet, month: PlainMonth): DateSpan {
  const spans = set.rules.filter(isGap).flatMap((rule) => periodsClosingIn(month, rule.period, person.contracts, set));
  const whole = spanOfMonth(month);
  return spans.reduce<DateSpan>(
    (wide, { from, to }) => ({ from: from < wide.from ? from : wide.from, to: to > wide.to ? to : wide.to }),
    whole,
  );
}

/** Overtime is of full time, additional hours of part time: a rule on the contract of the other kind counts wrong hours as right ones. */
function refusals({ contracts, employeeId }: PersonTime, set: RuleSet, span: DateSpan): Finding[] {
  const own = new Set(datesOf(span).flatMap((date) => contractOn(contracts, date) ?? []));
  return set.rules.filter(isGap).flatMap((rule): Finding[] => {
    const isOther = [...own].some(({ isPartTime }) => isPartTime !== (rule.contracts === 'partTime'));
    if (!isOther) return [];
    const code = rule.contracts === 'fullTime' ? 'gapRuleOfFullTime' : 'gapRuleOfPartTime';
    return [{ code, severity: 'error', subject: employeeId, facts: { rule: rule.code } }];
  });
}

function payDaysOf(days: Days, { contracts }: PersonTime, set: RuleSet, month: PlainMonth): DayTime[] {
  return [...days.values()].filter(({ date, waits }) => !waits && payMonthOf(date, contracts, set) === month);
}

/**
 * Computes `month` for one person under one set, whose rules have passed `checkRuleSet`. Reads `person` over the whole weeks of the month, or
 * over the year in December when a rule is yearly. Minutes are whole; the same input gives the same answer, whatever the order of its rows.
 */
export function computeWorktime(person: PersonTime, set: RuleSet, month: PlainMonth): WorktimeOutcome {
  const { employeeId } = person;
  const span = spanRead(person, set, month);
  const refused = refusals(person, set, { from: span.from, to: closingOf(span, person.contracts) });
  if (refused.length > 0) {
    return { employeeId, month, state: 'refused', movements: [], unknown: [], days: [], findings: refused };
  }
  const { days, findings } = prepareDays(person, set, span);
  const payDays = payDaysOf(days, person, set, month);
  const movements: Movement[] = [];
  const unknown: Unknown[] = [];
  const bounds = new Map<string, ReadonlyMap<string, GapBounds>>();
  for (const rule of set.rules) {
    const context: RuleContext = {
      set,
      person,
      month,
      clock: clockOf(person, set),
      days,
      payDays,
      posted: movements,
      bounds,
    };
    const posting = postRule(rule, context);
    movements.push(...posting.movements);
    unknown.push(...posting.unknown);
    if (posting.bounds) bounds.set(rule.code, posting.bounds);
  }
  const state = unknown.length > 0 ? 'incomplete' : 'computed';
  return { employeeId, month, state, movements, unknown, days: [...days.values()], findings };
}
