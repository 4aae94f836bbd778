/** From what is known of a person to one {@link DayTime} for each date under contract. */
import type { Half } from '../absences/halfDay.ts';
import { addDays, isoWeekday, type PlainDate } from '../calendar/plainDate.ts';
import type { HalfMinutes } from '../calendar/plannedTimes.ts';
import { dateOf, momentOf, timeOn, type Clock } from '../calendar/wallTime.ts';
import type { Finding } from '../finding.ts';
import { valueOn } from '../legal/datedValue.ts';
import { legalWeek, solidarityDay } from '../legal/workingTime.ts';
import { sum, type Absent, type DayTime, type Days, type Presence } from './dayTime.ts';
import { minutesIn, split } from './intervals.ts';
import type { DateSpan, PersonTime, PlannedTime, TimeAbsence, TimeContract, TimedEntry } from './person.ts';
import { presenceOf, type PresenceByDate } from './presence.ts';
import type { AbsenceTreatment, Assimilation, DayNature, RuleSet } from './ruleSet.ts';
import { contractOn, datesOf, isIn, weekOf } from './weeks.ts';

export interface PreparedDays {
  readonly days: Days;
  /** Presence of the dates of the span and of those on either side of it, under contract or not: shifts are whole there. */
  readonly presence: PresenceByDate['byDate'];
  readonly findings: readonly Finding[];
}

function wholeDay(halves: HalfMinutes | null): number | null {
  return halves && halves.am + halves.pm;
}

function naturesOf(date: PlainDate, planned: PlannedTime | undefined): ReadonlySet<DayNature> {
  const natures = new Set<DayNature>([isoWeekday(date) as DayNature]);
  if (planned?.isWeeklyRest) natures.add('weeklyRest');
  if (planned?.isSolidarity) natures.add('solidarity');
  if (planned?.holiday === 'legal') natures.add('holiday');
  if (planned?.holiday === 'firstOfMay') natures.add('firstOfMay');
  return natures;
}

/** Seven hours, in proportion of the contract for part time, to the minute. */
function solidarityMinutes(date: PlainDate, { isPartTime, weeklyMinutes }: TimeContract): number {
  const [whole, week] = [valueOn(solidarityDay, date)?.value ?? 0, valueOn(legalWeek, date)?.value];
  return isPartTime && weeklyMinutes !== null && week ? Math.round((whole * weeklyMinutes) / week) : whole;
}

/** What a date's presence gives to the solidarity day, and what is left of it. */
function withSolidarity(presence: readonly Presence[], untimed: number, most: number) {
  const [taken, left] = split(presence, most) as [readonly Presence[], readonly Presence[]];
  const shiftOf = (from: number) => presence.find((each) => each.from <= from && from < each.to)?.shift ?? '';
  const kept = (pieces: readonly Presence[]) => pieces.map((each) => ({ ...each, shift: shiftOf(each.from) }));
  const untimedTaken = Math.min(untimed, most - minutesIn(taken));
  return {
    presence: kept(left),
    untimed: untimed - untimedTaken,
    solidarity: { presence: kept(taken), untimed: untimedTaken },
  };
}

function assimilationOn({ assimilation }: AbsenceTreatment, date: PlainDate): Assimilation {
  return assimilation.filter(({ from }) => from === null || from <= date).at(-1)?.value ?? 'none';
}

const UNTREATED: AbsenceTreatment = { assimilation: [], isAbsence: true };

const STRENGTH: readonly Assimilation[] = ['none', 'weeklyThreshold', 'effective'];

/** Nothing is planned on a rest or a holiday, even where the schedule says no hours. */
function plannedOn(half: Half, planned: PlannedTime | undefined): number | null {
  const isOff = planned?.isWeeklyRest === true || (planned !== undefined && planned.holiday !== 'none');
  return planned?.theoretical?.[half] ?? (isOff ? 0 : null);
}

/** A half-day weighs what was planned on it, once: of several accounts, the one that counts least. Hours weigh what they say on a half that no absence takes whole. */
function absentOn(absences: readonly TimeAbsence[], planned: PlannedTime | undefined, set: RuleSet) {
  return (['am', 'pm'] as const).flatMap((half): Absent[] => {
    const own = absences.filter((each) => each.half === half).map((each) => ({ ...each, ...treated(each, set) }));
    const counted = own.filter(({ isAbsence }) => isAbsence);
    const whole = counted.filter(({ minutes }) => minutes === null).map(({ takenAs }) => takenAs);
    const least = STRENGTH.find((each) => whole.includes(each));
    if (least) return [{ half, minutes: plannedOn(half, planned), takenAs: least }];
    return counted.map(({ minutes, takenAs }) => ({ half, minutes, takenAs }));
  });
}

function treated({ accountId, date }: TimeAbsence, set: RuleSet) {
  const treatment = set.absences.get(accountId) ?? UNTREATED;
  return { isAbsence: treatment.isAbsence, takenAs: assimilationOn(treatment, date) };
}

/** Absences on a half that another one takes whole: told, for one of them is wrong. */
function twiceFindings(date: PlainDate, absences: readonly TimeAbsence[], set: RuleSet): Finding[] {
  const counted = absences.filter((each) => treated(each, set).isAbsence);
  const isTwice = (['am', 'pm'] as const).some((half) => {
    const own = counted.filter((each) => each.half === half);
    return own.length > 1 && own.some(({ minutes }) => minutes === null);
  });
  return isTwice ? [{ code: 'timeAbsenceTwice', severity: 'warning', facts: { date } }] : [];
}

interface OfDate {
  readonly date: PlainDate;
  readonly contract: TimeContract;
  readonly planned: PlannedTime | undefined;
  readonly presence: readonly Presence[];
  readonly untimed: number;
  readonly absences: readonly TimeAbsence[];
  readonly waits: boolean;
}

function dayOf({ date, contract, planned, presence, untimed, absences, waits }: OfDate, set: RuleSet): DayTime {
  const most = planned?.isSolidarity ? solidarityMinutes(date, contract) : 0;
  const time = withSolidarity(presence, untimed, most);
  const present = minutesIn(time.presence) + time.untimed;
  const absent = absentOn(absences, planned, set);
  const minutesAs = (some: readonly Absent[]) => some.map(({ minutes }) => minutes);
  return {
    date,
    ...time,
    absent,
    counters: {
      presence: present,
      effective: sum([present, ...minutesAs(absent.filter(({ takenAs }) => takenAs === 'effective'))]),
      paid: sum([present, ...minutesAs(absent)]),
      contractual: planned ? wholeDay(planned.contractual) : null,
      theoretical: planned ? wholeDay(planned.theoretical) : null,
    },
    natures: naturesOf(date, planned),
    waits,
  };
}

function byDate<T extends { readonly date: PlainDate }>(rows: readonly T[]): ReadonlyMap<PlainDate, readonly T[]> {
  const found = new Map<PlainDate, T[]>();
  for (const row of rows) {
    const own = found.get(row.date);
    if (own) own.push(row);
    else found.set(row.date, [row]);
  }
  return found;
}

/** How minutes are counted for a person under a set. */
export function clockOf({ zone }: Pick<PersonTime, 'zone'>, { clockChange }: RuleSet): Clock {
  return { zone: clockChange === 'wall' ? null : zone };
}

/** Presence where an absence took the half whole is added all the same, and told. The halves meet at noon, the meal hour aside. */
function coveredFindings(day: DayTime, absences: readonly TimeAbsence[], set: RuleSet, clock: Clock): Finding[] {
  const { date, presence, untimed } = day;
  const whole = absences.filter(({ minutes }) => minutes === null);
  const counted = whole.filter((each) => treated(each, set).isAbsence);
  const halves = new Set(counted.map(({ half }) => half));
  const [noon, one] = ['12:00', '13:00'].map((time) => momentOf(timeOn(date, time), clock));
  const isMorning = halves.has('am') && presence.some(({ from }) => from < (noon ?? 0));
  const isAfternoon = halves.has('pm') && presence.some(({ to }) => to > (one ?? 0));
  const isWithout = halves.size === 2 && untimed > 0;
  if (!isMorning && !isAfternoon && !isWithout) return [];
  return [{ code: 'timeOnAbsence', severity: 'warning', facts: { date } }];
}

/** Entries that may touch a span, or a shift of it: none lasts more than a day. */
function near(entries: readonly TimedEntry[], { from, to }: DateSpan): readonly TimedEntry[] {
  const wide = { from: addDays(from, -2), to: addDays(to, 1) };
  return entries.filter(({ start }) => isIn(dateOf(start), wide));
}

/** The days of `span` that are under contract. Presence on other dates is left out, and told. */
export function prepareDays(person: PersonTime, set: RuleSet, span: DateSpan): PreparedDays {
  const clock = clockOf(person, set);
  const { byDate: presence, findings } = presenceOf(near(person.timed, span), clock);
  const [untimed, absences] = [byDate(person.untimed), byDate(person.absences)];
  const told: Finding[] = [...findings];
  const days = new Map<PlainDate, DayTime>();
  const waiting = new Set(
    person.unapproved.flatMap((sheet) =>
      datesOf(sheet)
        .filter((date) => isIn(date, { from: weekOf(span.from).from, to: weekOf(span.to).to }))
        .map((date) => weekOf(date).from),
    ),
  );
  for (const date of datesOf(span)) {
    const contract = contractOn(person.contracts, date);
    const pieces = presence.get(date) ?? [];
    const minutes = (untimed.get(date) ?? []).reduce((total, each) => total + each.minutes, 0);
    if (!contract) {
      const lost = minutesIn(pieces) + minutes;
      if (lost > 0) told.push({ code: 'timeOutsideContract', severity: 'warning', facts: { date, minutes: lost } });
      continue;
    }
    const own = absences.get(date) ?? [];
    const day = dayOf(
      {
        date,
        contract,
        planned: person.planned.get(date),
        presence: pieces,
        untimed: minutes,
        absences: own,
        waits: waiting.has(weekOf(date).from),
      },
      set,
    );
    days.set(date, day);
    told.push(...coveredFindings(day, own, set, clock), ...twiceFindings(date, own, set));
  }
  return { days, presence, findings: told.map((finding) => ({ ...finding, subject: person.employeeId })) };
}
