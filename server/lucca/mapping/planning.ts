/** From Lucca's dates to planned days. */
import type { PlainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import type { PlannedDay, PlannedHalf } from '../../../shared/domain/calendar/plannedDay.ts';
import { plannedMonthOf, type PlannedMonth } from '../../../shared/domain/calendar/plannedMonth.ts';
import { withCycle } from '../../../shared/domain/calendar/plannedTimes.ts';
import type { UserDate } from '../resources/userDates.ts';
import { cycleDaysOf, type KnownDate } from './workCycle.ts';

type Half = NonNullable<UserDate['am']>;

/** How Lucca writes half a day of a person who is counted in days. */
const HALF_A_DAY = 720;
/** A half this long holds the break of art. L3121-16 C. trav., and its meal with it. */
const WITH_MEAL = 360;
const PUBLIC_HOLIDAY = 2;

/** Every planned half is noted as half a day. Twelve real hours on each half of every day of a month is nobody's schedule. */
function isCountedInDays(rows: readonly UserDate[]): boolean {
  const planned = rows.flatMap(({ am, pm }) => [am?.dtt ?? 0, pm?.dtt ?? 0]).filter((minutes) => minutes > 0);
  return planned.length > 0 && planned.every((minutes) => minutes === HALF_A_DAY);
}

function halfOf(minutes: number, inDays: boolean): PlannedHalf {
  return inDays ? { minutes: null, includesMeal: false } : { minutes, includesMeal: minutes >= WITH_MEAL };
}

/** Said of the day, or of every half that is not a rest. */
function isHoliday({ isHoliday: ofDay }: UserDate, halves: readonly Half[]): boolean {
  const working = halves.filter((half) => half.isWeeklyRest !== true);
  return ofDay === true || (working.length > 0 && working.every((half) => half.isHoliday === true));
}

/** Undefined when Lucca does not say what a half holds: nothing is known of the day then. */
function dayOf(row: UserDate, inDays: boolean): PlannedDay | undefined {
  const { date, am, pm, source } = row;
  if (am?.dtt == null || pm?.dtt == null) return undefined;
  const planned = ({ dtt }: Half) => (dtt ? halfOf(dtt, inDays) : null);
  if (!isHoliday(row, [am, pm])) return { date, am: planned(am), pm: planned(pm), holiday: 'none' };
  const isWorked = source !== PUBLIC_HOLIDAY && (am.dtt > 0 || pm.dtt > 0);
  if (isWorked) return { date, am: planned(am), pm: planned(pm), holiday: 'worked' };
  // Kept: of the ordinary day that it replaces, Lucca says only which halves are a rest.
  const kept = (half: Half) =>
    planned(half) ?? (half.isWeeklyRest === true ? null : { minutes: null, includesMeal: false });
  return { date, am: kept(am), pm: kept(pm), holiday: 'off' };
}

/** Undefined like {@link dayOf}. Where Lucca says of no rest, a half that is not worked on an ordinary day is one. */
function knownDate(row: UserDate, inDays: boolean): KnownDate | undefined {
  const { date, am, pm, source = null } = row;
  if (am?.dtt == null || pm?.dtt == null) return undefined;
  const holiday = isHoliday(row, [am, pm]);
  const known = ({ dtt, isWeeklyRest }: Half) => ({
    minutes: inDays && dtt ? null : (dtt ?? 0),
    isWeeklyRest: isWeeklyRest ?? (!holiday && dtt === 0),
  });
  return { date, source, isHoliday: holiday, am: known(am), pm: known(pm) };
}

/** One row per person of whom something is given, in the order of their first date. */
export function toPlannedMonths(rows: readonly UserDate[], month: PlainMonth): PlannedMonth[] {
  const byOwner = new Map<string, UserDate[]>();
  for (const row of rows) {
    const own = byOwner.get(row.ownerId);
    if (own) own.push(row);
    else byOwner.set(row.ownerId, [row]);
  }
  return [...byOwner].map(([owner, own]) => {
    const inDays = isCountedInDays(own);
    const days = own.flatMap((row) => dayOf(row, inDays) ?? []);
    const known = own.flatMap((row) => knownDate(row, inDays) ?? []);
    return withCycle(plannedMonthOf(owner, month, days), cycleDaysOf(known));
  });
}
