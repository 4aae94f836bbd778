/** What people declare in Timmi Temps: made when it is asked for, a date and person at a time, up to the account's own day. */
import { addDays, weekdayOf } from './days.ts';
import type { Company, Person } from './model.ts';
import { scheduledDay, type ScheduledDay } from './schedule.ts';
import { mondayOf, timeUnitOf, timeWeekOf, type TimeUnit, type TimeWeek } from './timeWeeks.ts';

/** `startsAt` and `endsAt` are minutes since midnight of `date`; an end may be of the next day. */
export interface TimeEntry {
  readonly id: number;
  readonly ownerId: number;
  readonly unit: TimeUnit;
  readonly date: string;
  readonly startsAt: number;
  readonly endsAt: number | null;
  readonly minutes: number;
  readonly layer: 0 | 1;
  readonly isArchived: boolean;
}

type Facts = Pick<TimeEntry, 'startsAt' | 'minutes'> & Partial<TimeEntry>;
type OnLeave = ReadonlySet<'am' | 'pm'>;

const NIGHT_CYCLE = 5;
const [MORNING, AFTERNOON, NIGHT] = [9 * 60, 13 * 60 + 30, 21 * 60];
const HALF_A_DAY = 720;
const DAY = 1_440;

/** Numbers that grow with the person and the date, and leave ten places to each. */
function firstId(ownerId: number, date: string): number {
  const days = (Number(date.slice(2, 4)) * 12 + Number(date.slice(5, 7))) * 31 + Number(date.slice(8));
  return ownerId * 1_000_000 + days * 20;
}

/** Saturday night before the clocks change: somebody must be there. */
function isLongNight(date: string): boolean {
  return /-(?:03|10)-/.test(date) && weekdayOf(date) === 6 && addDays(date, 8).slice(5, 7) !== date.slice(5, 7);
}

/** A shift from 21:00 to 4:00; on Tuesdays with a break, on the night of the clock change until 6:00. */
function nightShift(date: string, { am, pm }: ScheduledDay): Facts[] {
  if (isLongNight(date)) return [{ startsAt: NIGHT, minutes: 9 * 60 }];
  if (am.minutes === 0 && pm.minutes === 0) return [];
  if (weekdayOf(date) !== 2) return [{ startsAt: NIGHT, minutes: 7 * 60 }];
  return [
    { startsAt: NIGHT, minutes: 4 * 60 },
    { startsAt: NIGHT + 4 * 60 + 20, minutes: 3 * 60 },
  ];
}

/** Morning and afternoon with the meal between them; what is worked beyond the plan comes at the end. */
function dayShift(date: string, scheduled: ScheduledDay, week: TimeWeek, onLeave: OnLeave): Facts[] {
  const weekday = weekdayOf(date);
  if (weekday === 0) return week.worksSunday ? [{ startsAt: MORNING, minutes: 240 }] : [];
  const isExtraDay = week.alsoWorks === weekday;
  const minutesOf = (half: 'am' | 'pm'): number =>
    onLeave.has(half) ? 0 : isExtraDay ? 210 : (scheduled[half].minutes ?? 0);
  const [am, pm] = [minutesOf('am'), minutesOf('pm')];
  const halves: Facts[] = [
    { startsAt: MORNING, minutes: am },
    { startsAt: AFTERNOON, minutes: pm },
  ].filter(({ minutes }) => minutes > 0);
  return halves.map((half, at) => (at === halves.length - 1 ? { ...half, minutes: half.minutes + week.extra } : half));
}

/** Half-days of those counted in days; the Monday in one entry. */
function daysShift(date: string, { am, pm }: ScheduledDay, onLeave: OnLeave): Facts[] {
  const halves = (['am', 'pm'] as const).filter((half) => {
    const { minutes } = half === 'am' ? am : pm;
    return minutes !== 0 && !onLeave.has(half);
  });
  if (weekdayOf(date) === 1 && halves.length === 2) return [{ startsAt: 0, minutes: DAY }];
  return halves.map((half) => ({ startsAt: half === 'am' ? 0 : HALF_A_DAY, minutes: HALF_A_DAY }));
}

function withOddity(facts: readonly Facts[], { oddity }: TimeWeek, weekday: number): Facts[] {
  const [first] = facts;
  if (oddity === null || weekday !== 3 || first === undefined) return [...facts];
  if (oddity === 'noEnd') return facts.map((each) => ({ ...each, endsAt: null }));
  if (oddity === 'archived') return [...facts, { ...first, isArchived: true }];
  return [...facts, { startsAt: first.startsAt + first.minutes - 60, minutes: 60 }];
}

/** In hours, the times of the day are not said: the half alone. */
function inHours({ startsAt, minutes }: Facts): Facts {
  return { startsAt: startsAt < HALF_A_DAY ? 0 : HALF_A_DAY, minutes, endsAt: null };
}

function factsOf(unit: TimeUnit, person: Person, date: string, day: ScheduledDay, week: TimeWeek, onLeave: OnLeave) {
  if (unit === 'days') return daysShift(date, day, onLeave).map((each): Facts => ({ ...each, endsAt: null }));
  const shift = person.workCycleId === NIGHT_CYCLE ? nightShift(date, day) : dayShift(date, day, week, onLeave);
  const facts = unit === 'hours' ? shift.map(inHours) : shift;
  return withOddity(facts, week, weekdayOf(date));
}

/** What the schedule would have them do, as Lucca writes it beside what they declare: the layer 1. */
function theoretical({ am, pm }: ScheduledDay): Facts[] {
  return [
    { startsAt: MORNING, minutes: am.minutes ?? 0, layer: 1 as const },
    { startsAt: AFTERNOON, minutes: pm.minutes ?? 0, layer: 1 as const },
  ].filter(({ minutes }) => minutes > 0);
}

/** The entries of a shift that begins on `date`, in order. A day of a submitted sheet without work has one of no duration. */
export function timeEntriesOn(company: Company, person: Person, date: string, onLeave: OnLeave): TimeEntry[] {
  const unit = date > company.today ? undefined : timeUnitOf(company, person);
  const day = unit && scheduledDay(company, person, date);
  if (unit === undefined || day === undefined) return [];
  const declared = factsOf(unit, person, date, day, timeWeekOf(company, person, mondayOf(date)), onLeave);
  const isFree = day.am.isWeeklyRest && day.pm.isWeeklyRest;
  const none: Facts[] = declared.length > 0 || isFree ? [] : [{ startsAt: 0, minutes: 0 }];
  return [...declared, ...none, ...theoretical(day)].map((facts, at) => ({
    id: firstId(person.id, date) + at,
    ownerId: person.id,
    unit,
    layer: 0,
    isArchived: false,
    ...facts,
    date: addDays(date, Math.floor(facts.startsAt / DAY)),
    startsAt: facts.startsAt % DAY,
    endsAt: facts.endsAt === undefined ? (facts.startsAt % DAY) + facts.minutes : facts.endsAt,
  }));
}

export interface Timesheet {
  readonly id: number;
  readonly ownerId: number;
  readonly startsOn: string;
  readonly status: 0 | 1 | 2 | 3;
}

/** The sheet of a week; undefined where there is none. Those that nobody submitted have the id 0. */
export function timesheetOf(company: Company, person: Person, monday: string): Timesheet | undefined {
  const isHere = (date: string): boolean => scheduledDay(company, person, date) !== undefined;
  if (monday > company.today || timeUnitOf(company, person) === undefined) return undefined;
  if (!isHere(monday) && !isHere(addDays(monday, 6))) return undefined;
  const { status } = timeWeekOf(company, person, monday);
  if (status === null) return undefined;
  return { id: status === 0 ? 0 : firstId(person.id, monday) + 19, ownerId: person.id, startsOn: monday, status };
}
