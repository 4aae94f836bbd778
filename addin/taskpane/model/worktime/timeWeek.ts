/** A week of a person as it is drawn, and told to whoever cannot see it. */
import type { Half } from '../../../../shared/domain/absences/halfDay.ts';
import { daysBetween, type PlainDate } from '../../../../shared/domain/calendar/plainDate.ts';
import { minuteOnWall, type Clock } from '../../../../shared/domain/calendar/wallTime.ts';
import type { Finding } from '../../../../shared/domain/finding.ts';
import { allWorked, type Counters, type DayTime } from '../../../../shared/domain/worktime/dayTime.ts';
import { minutesIn, union, type Interval, type Intervals } from '../../../../shared/domain/worktime/intervals.ts';
import { partsMinutes, type Part } from '../../../../shared/domain/worktime/movement.ts';
import type { DateSpan } from '../../../../shared/domain/worktime/person.ts';
import type { RuleSet } from '../../../../shared/domain/worktime/ruleSet.ts';
import { datesOf, isIn } from '../../../../shared/domain/worktime/weeks.ts';
import type { PersonWorktime, WorktimeComputation } from '../../../../shared/flows/worktime/computeTimes.ts';
import { findingSpan, weekCounters, type WeekCounters } from '../../../../shared/flows/worktime/resultRows.ts';
import { clockOn, setOn } from '../../../../shared/flows/worktime/setOfDate.ts';

export const dayNotes = ['firstOfMay', 'holiday', 'solidarity', 7, 'weeklyRest'] as const;
export type DayNote = (typeof dayNotes)[number];

export interface WeekAbsence {
  readonly half: Half;
  /** The account of absence, as Lucca calls it. */
  readonly name: string;
  readonly minutes: number | null;
}

/** Bars are in minutes that the wall shows since midnight. */
export interface WeekDay {
  readonly date: PlainDate;
  readonly isUnderContract: boolean;
  readonly presence: Intervals;
  /** Presence of which only the duration is known. */
  readonly untimed: number;
  readonly minutes: number;
  /** Presence that a gap rule counted beyond its bound: the last of the week. */
  readonly beyond: Intervals;
  readonly beyondMinutes: number;
  readonly absences: readonly WeekAbsence[];
  readonly notes: readonly DayNote[];
  readonly controls: readonly Finding[];
}

export interface WeekPicture {
  readonly week: DateSpan;
  readonly state: WeekCounters['state'];
  readonly counters: Counters;
  readonly days: readonly WeekDay[];
  /** The hours of night, before and after midnight. */
  readonly night: Intervals;
  /** Limits passed over the week, and averages that end in it. */
  readonly controls: readonly Finding[];
}

const DAY = 1_440;
/** 21:00 to 6:00 where no rule says otherwise (art. L3122-20). */
const NIGHT = { from: '21:00', to: '06:00' };

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** The range of the set that goes past midnight, else the hours of the law. */
function nightOf(set: RuleSet | undefined): Intervals {
  const ranges = (set?.rules ?? []).flatMap((rule) => (rule.kind === 'timeRange' ? [rule] : []));
  const { from, to } = ranges.find((each) => each.to <= each.from) ?? NIGHT;
  return union([
    { from: 0, to: minuteOf(to) },
    { from: minuteOf(from), to: DAY },
  ]);
}

function onWall(intervals: Intervals, date: PlainDate, clock: Clock): Intervals {
  return intervals.map(({ from, to }): Interval => {
    return { from: minuteOnWall(from, date, clock), to: minuteOnWall(to, date, clock) };
  });
}

/** Presence that gap rules posted, by date. */
function beyondParts({ outcome }: PersonWorktime, set: RuleSet | undefined): ReadonlyMap<PlainDate, readonly Part[]> {
  const over = new Set(
    (set?.rules ?? []).flatMap((rule) => (rule.kind === 'gap' && rule.direction === 'over' ? [rule.code] : [])),
  );
  const parts = outcome.movements
    .filter(({ rule, cause }) => cause.kind === 'gap' && over.has(rule))
    .flatMap((each) => each.parts);
  const byDate = new Map<PlainDate, Part[]>();
  for (const part of parts) byDate.set(part.date, [...(byDate.get(part.date) ?? []), part]);
  return byDate;
}

const isOfDays = ({ from, to }: DateSpan) => daysBetween(from, to) <= 1;

function controlsOn({ controls, outcome }: PersonWorktime, date: PlainDate): Finding[] {
  return controls.filter((each) => {
    const span = findingSpan(each, outcome.month);
    return isOfDays(span) && isIn(date, span);
  });
}

/** A limit of the week is of the week in which it ends. */
function controlsOver({ controls, outcome }: PersonWorktime, week: DateSpan): Finding[] {
  return controls.filter((each) => {
    const span = findingSpan(each, outcome.month);
    return !isOfDays(span) && isIn(span.to, week);
  });
}

interface OfWeek {
  readonly person: PersonWorktime;
  readonly leaveNames: ReadonlyMap<string, string>;
  readonly clock: Clock;
  readonly beyond: ReadonlyMap<PlainDate, readonly Part[]>;
}

function absencesOf({ date, absent }: DayTime, { person, leaveNames }: OfWeek): WeekAbsence[] {
  return absent.map(({ half, minutes }) => {
    const own = person.held.person.absences.filter((each) => each.date === date && each.half === half);
    const names = new Set(own.map(({ accountId }) => leaveNames.get(accountId) ?? ''));
    return { half, minutes, name: [...names].filter((each) => each !== '').join(', ') };
  });
}

function dayOf(day: DayTime, of: OfWeek): WeekDay {
  const { date, natures } = day;
  const worked = allWorked(day);
  const parts = of.beyond.get(date) ?? [];
  return {
    date,
    isUnderContract: true,
    presence: union(onWall(worked.presence, date, of.clock)),
    untimed: worked.untimed,
    minutes: minutesIn(worked.presence) + worked.untimed,
    beyond: union(
      onWall(
        parts.flatMap(({ interval }) => interval ?? []),
        date,
        of.clock,
      ),
    ),
    beyondMinutes: partsMinutes(parts),
    absences: absencesOf(day, of),
    notes: dayNotes.filter((each) => natures.has(each)),
    controls: controlsOn(of.person, date),
  };
}

function outside(date: PlainDate): WeekDay {
  const nothing = { presence: [], untimed: 0, minutes: 0, beyond: [], beyondMinutes: 0 };
  return { date, isUnderContract: false, ...nothing, absences: [], notes: [], controls: [] };
}

/** The weeks of the month of a person, in order. */
export function weekPictures(person: PersonWorktime, computation: WorktimeComputation): WeekPicture[] {
  const days = new Map(person.outcome.days.map((day) => [day.date, day]));
  return weekCounters(person).map(({ week, counters, state }): WeekPicture => {
    const set = setOn(person, computation, week.to);
    const of: OfWeek = {
      person,
      leaveNames: computation.book.leaveNames,
      clock: clockOn(person, set),
      beyond: beyondParts(person, set),
    };
    const drawn = datesOf(week).map((date) => {
      const day = days.get(date);
      return day ? dayOf(day, of) : outside(date);
    });
    return { week, state, counters, days: drawn, night: nightOf(set), controls: controlsOver(person, week) };
  });
}

/** The week that a screen opens on: that of a date, else the first with something beyond or a limit passed, else the first. */
export function firstShown(weeks: readonly WeekPicture[], date: PlainDate | null): WeekPicture | undefined {
  const asked = date === null ? undefined : weeks.find(({ week }) => isIn(date, week));
  const notable = weeks.find(
    ({ days, controls }) => controls.length > 0 || days.some((day) => day.beyondMinutes > 0 || day.controls.length > 0),
  );
  return asked ?? notable ?? weeks[0];
}
