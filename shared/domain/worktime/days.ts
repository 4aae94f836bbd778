/** From what is known of a person to one {@link DayTime} for each date under contract. */
import { isoWeekday, type PlainDate } from '../calendar/plainDate.ts';
import { momentOf, timeOn, type Clock } from '../calendar/wallTime.ts';
import type { Finding } from '../finding.ts';
import { valueOn } from '../legal/datedValue.ts';
import { legalWeek, solidarityDay } from '../legal/workingTime.ts';
import { sum, type Absent, type DayTime, type Days, type Presence } from './dayTime.ts';
import { minutesIn, split } from './intervals.ts';
import type { DateSpan, HalfMinutes, PersonTime, PlannedTime, TimeAbsence, TimeContract } from './person.ts';
import { presenceOf } from './presence.ts';
import type { AbsenceTreatment, Assimilation, DayNature, RuleSet } from './ruleSet.ts';
import { contractOn, datesOf, isIn, weekOf } from './weeks.ts';

export interface PreparedDays {
  readonly days: Days;
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

/** A half-day weighs what was planned on it, once whatever the number of absences; hours weigh what they say. */
function absentOn(date: PlainDate, absences: readonly TimeAbsence[], planned: PlannedTime | undefined, set: RuleSet) {
  const whole = new Set<string>();
  return absences.flatMap(({ accountId, half, minutes }): Absent[] => {
    const treatment = set.absences.get(accountId) ?? UNTREATED;
    if (!treatment.isAbsence || (minutes === null && whole.has(half))) return [];
    if (minutes === null) whole.add(half);
    const weight = minutes ?? planned?.theoretical?.[half] ?? null;
    return [{ half, minutes: weight, takenAs: assimilationOn(treatment, date) }];
  });
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
  const absent = absentOn(date, absences, planned, set);
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
export function clockOf({ zone }: PersonTime, { clockChange }: RuleSet): Clock {
  return { zone: clockChange === 'wall' ? null : zone };
}

/** Presence where an absence took the half whole is added all the same, and told. The halves meet at noon, the meal hour aside. */
function coveredFindings(day: DayTime, absences: readonly TimeAbsence[], set: RuleSet, clock: Clock): Finding[] {
  const { date, presence, untimed } = day;
  const whole = absences.filter(({ minutes }) => minutes === null);
  const counted = whole.filter(({ accountId }) => (set.absences.get(accountId) ?? UNTREATED).isAbsence);
  const halves = new Set(counted.map(({ half }) => half));
  const [noon, one] = ['12:00', '13:00'].map((time) => momentOf(timeOn(date, time), clock));
  const isMorning = halves.has('am') && presence.some(({ from }) => from < (noon ?? 0));
  const isAfternoon = halves.has('pm') && presence.some(({ to }) => to > (one ?? 0));
  const isWithout = halves.size === 2 && untimed > 0;
  if (!isMorning && !isAfternoon && !isWithout) return [];
  return [{ code: 'timeOnAbsence', severity: 'warning', facts: { date } }];
}

/** The days of `span` that are under contract. Presence on other dates is left out, and told. */
export function prepareDays(person: PersonTime, set: RuleSet, span: DateSpan): PreparedDays {
  const clock = clockOf(person, set);
  const { byDate: presence, findings } = presenceOf(person.timed, clock);
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
    told.push(...coveredFindings(day, own, set, clock));
  }
  return { days, findings: told.map((finding) => ({ ...finding, subject: person.employeeId })) };
}
