/** The month of one person under the regulations that hold for them: a week follows the regulation of the day it closes. */
import type { PlainDate, PlainMonth } from '../calendar/plainDate.ts';
import type { Finding } from '../finding.ts';
import { computeWorktime, type Governs, type WorktimeOutcome } from './computeWorktime.ts';
import type { PersonTime } from './person.ts';
import { regulationOn, type Attributes, type TimeRegulation } from './population.ts';
import type { RuleSet } from './ruleSet.ts';
import { closingOf, contractOn, payMonthOf, spanOfMonth, weekOf, weeksIn } from './weeks.ts';

/** `regulations`: those that ruled a week of the month, in order; none where the month has no week of contract. */
export interface Regulated {
  readonly outcome: WorktimeOutcome;
  readonly regulations: readonly TimeRegulation[];
}

type MonthWay = Pick<TimeRegulation, 'month'>;
const COMPLETE_WEEKS: MonthWay = { month: 'completeWeeks' };

/** The days on which the weeks of a month of pay close, under any way of counting months. */
function closingDates({ contracts }: PersonTime, month: PlainMonth): PlainDate[] {
  const weeks = weeksIn(spanOfMonth(month));
  return weeks.map((week) => closingOf(week, contracts)).filter((date) => contractOn(contracts, date) !== undefined);
}

/** Whether a week that closes on `closing` has a day of pay in `month`. */
function isPaidIn(month: PlainMonth, closing: PlainDate, { contracts }: PersonTime, way: MonthWay): boolean {
  const { from } = weekOf(closing);
  return [from, closing].some((date) => payMonthOf(date, contracts, way) === month);
}

function merged(outcomes: readonly WorktimeOutcome[], { employeeId }: PersonTime, month: PlainMonth): WorktimeOutcome {
  const [first, ...others] = outcomes;
  if (!first) {
    return { employeeId, month, state: 'computed', movements: [], unknown: [], waiting: [], days: [], findings: [] };
  }
  if (others.length === 0) return first;
  const distinct = (findings: readonly Finding[]) => [
    ...new Map(findings.map((each) => [JSON.stringify(each), each])).values(),
  ];
  const refused = outcomes.some(({ state }) => state === 'refused');
  const findings = distinct(outcomes.flatMap((each) => each.findings));
  if (refused) return { ...first, state: 'refused', movements: [], unknown: [], waiting: [], days: [], findings };
  const [unknown, waiting] = [outcomes.flatMap((each) => each.unknown), outcomes.flatMap((each) => each.waiting)];
  const days = new Map(outcomes.flatMap((each) => each.days).map((day) => [day.date, day]));
  return {
    ...first,
    state: unknown.length + waiting.length > 0 ? 'incomplete' : 'computed',
    movements: outcomes.flatMap((each) => each.movements),
    unknown,
    waiting,
    days: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
    findings,
  };
}

function told(code: string, { employeeId }: PersonTime, facts: Finding['facts']): Finding {
  const severity = code === 'timeRegulationSeveral' ? 'error' : 'warning';
  return { code, severity, subject: employeeId, facts };
}

/** Each closing day of the month and the regulation that rules its week; or why one of them has none. */
function ruledDates(
  person: PersonTime,
  attributesOn: (date: PlainDate) => Attributes,
  sets: ReadonlyMap<TimeRegulation, RuleSet | null>,
  month: PlainMonth,
): ReadonlyMap<TimeRegulation, readonly PlainDate[]> | Finding {
  const regulations = [...sets.keys()];
  const ruled = new Map<TimeRegulation, PlainDate[]>();
  for (const date of closingDates(person, month)) {
    const assigned = regulationOn(regulations, attributesOn(date), date);
    const way = assigned.kind === 'one' ? assigned.regulation : COMPLETE_WEEKS;
    if (!isPaidIn(month, date, person, way)) continue;
    if (assigned.kind === 'none') return told('timeRegulationNone', person, { date, month });
    if (assigned.kind === 'several')
      return told('timeRegulationSeveral', person, { date, month, regulations: assigned.names.join(', ') });
    ruled.set(assigned.regulation, [...(ruled.get(assigned.regulation) ?? []), date]);
  }
  return ruled;
}

/**
 * Computes the month under the regulations of `sets`, or says why nothing is: none of them, or several, hold on a day that closes a week, or one that
 * does cannot be computed with (its set is null).
 */
export function regulatedMonth(
  person: PersonTime,
  attributesOn: (date: PlainDate) => Attributes,
  sets: ReadonlyMap<TimeRegulation, RuleSet | null>,
  month: PlainMonth,
): Regulated | Finding {
  const ruled = ruledDates(person, attributesOn, sets, month);
  if ('code' in ruled) return ruled;
  const outcomes: WorktimeOutcome[] = [];
  for (const [regulation, dates] of ruled) {
    const set = sets.get(regulation);
    if (!set) return told('timePersonSkipped', person, { month, regulations: regulation.name });
    const own = new Set(dates.map((date) => weekOf(date).from));
    const governs: Governs = (date) => own.has(weekOf(date).from);
    outcomes.push(computeWorktime(person, set, month, ruled.size > 1 ? governs : undefined));
  }
  return { outcome: merged(outcomes, person, month), regulations: [...ruled.keys()] };
}
