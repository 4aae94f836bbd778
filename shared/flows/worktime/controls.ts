/** What passes a limit of the law or of the agreement, for one person and month; the contingent of the year. */
import {
  addDays,
  addMonths,
  firstDay,
  lastDay,
  plainDate,
  type PlainDate,
  type PlainMonth,
} from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { valueOn } from '../../domain/legal/datedValue.ts';
import { yearlyContingent } from '../../domain/legal/workingTime.ts';
import { computeWorktime } from '../../domain/worktime/computeWorktime.ts';
import { contingentMinutes, mandatoryRest } from '../../domain/worktime/controls/contingent.ts';
import { controlled } from '../../domain/worktime/controls/controls.ts';
import { clockOf, prepareDays } from '../../domain/worktime/days.ts';
import type { DayTime } from '../../domain/worktime/dayTime.ts';
import type { PersonTime } from '../../domain/worktime/person.ts';
import { regulationOn, type TimeRegulation } from '../../domain/worktime/population.ts';
import type { RuleSet } from '../../domain/worktime/ruleSet.ts';
import { closingOf, mondayOf, spanOfMonth, weekOf } from '../../domain/worktime/weeks.ts';
import type { TimeCorrection } from '../../tables/worktime/readTimeCorrections.ts';
import type { TypedTimeRegulation } from '../../tables/worktime/readTimeRegulations.ts';
import { attributesOf, type HeldTime } from './personTimes.ts';

const WEEK = 7;

export interface ControlledPerson {
  readonly person: PersonTime;
  readonly regulation: TypedTimeRegulation;
  readonly set: RuleSet;
  readonly month: PlainMonth;
  /** Months whose time was read, in order, the last one being `month`. */
  readonly months: readonly PlainMonth[];
  readonly corrections: readonly TimeCorrection[];
  readonly countsHours: (date: PlainDate) => boolean;
}

/**
 * Whether the hours of a date have limits: not under forfait-jours (art. L3121-62). A week follows the regulation of its last day; where there is none,
 * the last one of the month.
 */
export function hoursCounted(
  regulations: readonly TimeRegulation[],
  held: HeldTime,
  last: TimeRegulation,
): (date: PlainDate) => boolean {
  if (regulations.every(({ countsHours }) => countsHours)) return () => true;
  const attributes = attributesOf(held);
  return (date) => {
    const closing = closingOf(weekOf(date), held.contracts);
    const own = regulationOn(regulations, attributes(closing), closing);
    return (own.kind === 'one' ? own.regulation : last).countsHours;
  };
}

/** What was used before `from`, the first Monday that counts: of the week that closes first in the year, or after a typed starting point. */
function contingentStart({ month, corrections }: ControlledPerson): {
  readonly from: PlainDate;
  readonly used: number;
} {
  const january = plainDate(`${month.slice(0, 4)}-01-01`);
  const typed = corrections.filter(
    ({ kind, date }) => kind === 'contingent' && date >= january && date <= lastDay(month),
  );
  const [last] = typed
    .map(({ date }) => date)
    .sort()
    .reverse();
  const from = last === undefined ? mondayOf(january) : addDays(mondayOf(last), WEEK);
  return { from, used: typed.reduce((sum, { minutes }) => sum + minutes, 0) };
}

/** Overtime that was wholly replaced by rest (art. L3121-30). */
function replacedMinutes({ person, set, months }: ControlledPerson, from: PlainDate): number {
  if (!set.rules.some((rule) => rule.kind === 'accounting' && rule.operation.name === 'transfer')) return 0;
  const movements = months
    .filter((month) => lastDay(month) >= from)
    .flatMap((month) => computeWorktime(person, set, month).movements);
  const taken = movements.filter(
    ({ cause, minutes, date }) => cause.kind === 'transfer' && minutes < 0 && date >= from,
  );
  return -taken.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** The contingent once it is passed; undefined before, and when the year is not known from its start. */
function contingentFinding(input: ControlledPerson, days: readonly DayTime[]): Finding[] {
  const { person, regulation, months, month, countsHours } = input;
  const { from, used } = contingentStart(input);
  const first = months[0];
  if (person.contracts.every(({ isPartTime }) => isPartTime) || first === undefined) return [];
  const isKnown = spanOfMonth(first).from <= from || person.contracts.every((each) => each.from >= firstDay(first));
  if (!isKnown) return [];
  // Without a legal week there is no overtime, nor a contingent of it (art. L3121-62).
  const own = days.filter(({ date }) => date >= from && countsHours(date));
  const measured = used + contingentMinutes(own, replacedMinutes(input, from));
  const on = lastDay(month);
  const limit = regulation.contingent ?? valueOn(yearlyContingent, on)?.value;
  if (limit === undefined || measured <= limit) return [];
  const { rest, isOpen } = mandatoryRest(measured, {
    contingent: regulation.contingent,
    headcount: regulation.headcount ?? 0,
    on,
  });
  const source = valueOn(yearlyContingent, on)?.source;
  const facts = {
    from: plainDate(`${month.slice(0, 4)}-01-01`),
    to: on,
    measured,
    limit,
    rest,
    open: isOpen ? 'yes' : 'no',
  };
  return [
    { code: 'contingentPassed', severity: 'warning', subject: person.employeeId, facts, ...(source && { source }) },
  ];
}

/** Controls of the weeks of the month, read with the months before as far as they are known. */
export function controlsOf(input: ControlledPerson): Finding[] {
  const { person, set, month, months, regulation, countsHours } = input;
  const span = { from: spanOfMonth(months[0] ?? month).from, to: spanOfMonth(month).to };
  const days = [...prepareDays(person, set, span).days.values()];
  const { employeeId, contracts } = person;
  const { agreement } = regulation;
  const asked = { employeeId, days, from: mondayOf(firstDay(month)), contracts, agreement, countsHours };
  return [...controlled(asked, clockOf(person, set)), ...contingentFinding(input, days)];
}

/** The months of an average of twelve weeks that were not read. */
export function isHistoryShort(months: readonly PlainMonth[], month: PlainMonth): boolean {
  return (months[0] ?? month) > addMonths(month, -3);
}
