/** The time of one person and month of pay: every rule in its order, every movement with its cause. */
import type { PlainDate, PlainMonth } from '../calendar/plainDate.ts';
import type { Finding } from '../finding.ts';
import { clockOf, prepareDays } from './days.ts';
import { solidarityOf, type DayTime } from './dayTime.ts';
import type { GapBounds, Movement } from './movement.ts';
import type { DateSpan, PersonTime } from './person.ts';
import { postRule } from './rules/kinds.ts';
import type { RuleContext, Unknown } from './rules/ruleKind.ts';
import type { GapRule, RuleSet, TimeRule } from './ruleSet.ts';
import { closingOf, contractOn, datesOf, payMonthOf, periodsClosingIn, spanOfMonth, weekOf } from './weeks.ts';

export interface WorktimeOutcome {
  readonly employeeId: string;
  readonly month: PlainMonth;
  /** `refused`: the set cannot count the time of this person, and the findings say why; nothing is posted. */
  readonly state: 'computed' | 'incomplete' | 'refused';
  readonly movements: readonly Movement[];
  /** What was not counted. */
  readonly unknown: readonly Unknown[];
  /** Weeks of which no rule posted anything: a sheet is missing or not approved. */
  readonly waiting: readonly WaitingWeek[];
  readonly days: readonly DayTime[];
  readonly findings: readonly Finding[];
}

/** `minutes`: declared on the days of the week that are of the month of pay. */
export interface WaitingWeek {
  readonly period: DateSpan;
  readonly minutes: number;
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

/** Says whether a date is of a week that the set rules: a person may change sets within a month. */
export type Governs = (date: PlainDate) => boolean;

/** The dates whose contract says which rules a period takes: the one it closes on, of a week that a change of contract cuts. */
function judgedDates(rule: GapRule, period: DateSpan, { contracts }: PersonTime): PlainDate[] {
  const isWeek = rule.period.unit === 'week' && rule.period.count === 1;
  return isWeek ? [closingOf(period, contracts)] : datesOf(period);
}

/** Overtime is of full time, additional hours of part time: a rule on the contract of the other kind counts wrong hours as right ones. */
function refusals(person: PersonTime, set: RuleSet, month: PlainMonth, governs: Governs): Finding[] {
  const { contracts, employeeId } = person;
  return set.rules.filter(isGap).flatMap((rule): Finding[] => {
    const periods = periodsClosingIn(month, rule.period, contracts, set).filter(({ to }) => governs(to));
    const dates = periods.flatMap((period) => judgedDates(rule, period, person));
    const isOther = dates.some((date) => {
      const contract = contractOn(contracts, date);
      return contract !== undefined && contract.isPartTime !== (rule.contracts === 'partTime');
    });
    if (!isOther) return [];
    const code = rule.contracts === 'fullTime' ? 'gapRuleOfFullTime' : 'gapRuleOfPartTime';
    return [{ code, severity: 'error', subject: employeeId, facts: { rule: rule.code } }];
  });
}

/** Weeks of the month in which the contract goes from full to part time, or back: counted as the contract of their last day. */
function cutWeeks({ contracts, employeeId }: PersonTime, days: readonly DayTime[]): Finding[] {
  const kinds = new Map<PlainDate, Set<boolean>>();
  for (const { date } of days) {
    const { from } = weekOf(date);
    const contract = contractOn(contracts, date);
    if (contract) kinds.set(from, (kinds.get(from) ?? new Set()).add(contract.isPartTime));
  }
  return [...kinds]
    .filter(([, own]) => own.size > 1)
    .map(([date]) => ({ code: 'timeContractsMixed', severity: 'warning', subject: employeeId, facts: { date } }));
}

function waitingWeeks(days: readonly DayTime[]): WaitingWeek[] {
  const weeks = new Map<PlainDate, WaitingWeek>();
  for (const day of days.filter(({ waits }) => waits)) {
    const period = weekOf(day.date);
    const minutes = (day.counters.presence ?? 0) + solidarityOf(day) + (weeks.get(period.from)?.minutes ?? 0);
    weeks.set(period.from, { period, minutes });
  }
  return [...weeks.values()];
}

interface Base extends Omit<RuleContext, 'posted' | 'bounds' | 'carried'> {
  readonly governs: Governs;
}

/** Every rule in its order, each reading what those before it posted. */
function postAll(rules: readonly TimeRule[], base: Base, carried: readonly Movement[]) {
  const movements: Movement[] = [];
  const unknown: Unknown[] = [];
  const bounds = new Map<string, ReadonlyMap<string, GapBounds>>();
  for (const rule of rules) {
    const posting = postRule(rule, { ...base, carried, posted: movements, bounds });
    movements.push(...posting.movements.filter(({ date }) => base.governs(date)));
    unknown.push(...posting.unknown.filter(({ period }) => base.governs(period.to)));
    if (posting.bounds) bounds.set(rule.code, posting.bounds);
  }
  return { movements, unknown };
}

/** Movements of a date that months of pay before have had, in periods that close in this one. */
function carriedTo({ month, ...base }: Base, monthOfDay: (day: DayTime) => PlainMonth): Movement[] {
  const { rules } = base.set;
  if (!rules.some(({ kind }) => kind === 'nonCumulative' || kind === 'accounting')) return [];
  const ofDates = rules.filter((rule) => rule.kind !== 'accounting' && (!isGap(rule) || rule.period.unit === 'day'));
  const earlier = new Map<PlainMonth, DayTime[]>();
  for (const day of base.days.values()) {
    const own = monthOfDay(day);
    if (own < month && !day.waits) earlier.set(own, [...(earlier.get(own) ?? []), day]);
  }
  return [...earlier].flatMap(([own, payDays]) => postAll(ofDates, { ...base, month: own, payDays }, []).movements);
}

/**
 * Computes `month` for one person under one set, whose rules have passed `checkRuleSet`. Reads `person` over the whole weeks of the month, or
 * over the year when a yearly rule closes. Minutes are whole; the same input gives the same answer, whatever the order of its rows.
 * `governs`: weeks that the set does not rule post nothing.
 */
export function computeWorktime(
  person: PersonTime,
  set: RuleSet,
  month: PlainMonth,
  governs: Governs = () => true,
): WorktimeOutcome {
  const { employeeId, contracts } = person;
  const refused = refusals(person, set, month, governs);
  const outcome = { employeeId, month };
  if (refused.length > 0) {
    return { ...outcome, state: 'refused', movements: [], unknown: [], waiting: [], days: [], findings: refused };
  }
  const { days, presence, findings } = prepareDays(person, set, spanRead(person, set, month));
  const monthOfDay = ({ date }: DayTime) => payMonthOf(date, contracts, set);
  const own = [...days.values()].filter((day) => monthOfDay(day) === month);
  const payDays = own.filter(({ waits }) => !waits);
  const base: Base = { set, person, month, clock: clockOf(person, set), days, presence, payDays, governs };
  const { movements, unknown } = postAll(set.rules, base, carriedTo(base, monthOfDay));
  const waiting = waitingWeeks(own).filter(({ period }) => governs(period.to));
  const state = unknown.length + waiting.length > 0 ? 'incomplete' : 'computed';
  return {
    ...outcome,
    state,
    movements,
    unknown,
    waiting,
    days: [...days.values()],
    findings: [...findings, ...cutWeeks(person, own)],
  };
}
