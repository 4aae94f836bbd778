/** One date of one person: is a voucher due, and does something take it? */
import type { Half } from '../absences/halfDay.ts';
import type { PlainDate } from '../calendar/plainDate.ts';
import type { PlannedDay, PlannedHalf } from '../calendar/plannedDay.ts';
import { mealStages, type AbsentHalf, type Meal } from './facts.ts';
import type { DayReason, Taking } from './outcome.ts';
import { deductsOn, type VoucherRegulation, type VoucherRules } from './regulation.ts';

const HALVES: readonly Half[] = ['am', 'pm'];

/**
 * One meal per date falls in the hours worked: both halves, a half that includes its meal or, where partial days are kept, any half
 * (R3262-7 C. trav.; Cass. soc. 13/04/2023 n° 21-11.322).
 */
function holdsMeal(am: PlannedHalf | null, pm: PlannedHalf | null, { partialDaysDeduct }: VoucherRules): boolean {
  if (am && pm) return true;
  const half = am ?? pm;
  return half !== null && (half.includesMeal || !partialDaysDeduct);
}

/** Why the date gives a voucher (`worked`, `holidayWorked`), or why it does not, absences left aside. */
export function dayReason(day: PlannedDay | undefined, rules: VoucherRules): DayReason {
  if (!day) return 'unknownPlanning';
  if (!day.am && !day.pm) return 'notPlanned';
  if (!holdsMeal(day.am, day.pm, rules)) return 'partialDay';
  if (day.holiday === 'off') return 'publicHoliday';
  return day.holiday === 'worked' ? 'holidayWorked' : 'worked';
}

export function entitles(reason: DayReason): boolean {
  return reason === 'worked' || reason === 'holidayWorked';
}

/** Hours remove a half when they cover its planned minutes, or always (`any`). Of a half without hours, nobody knows: it stays. */
function coverHalf(hours: readonly AbsentHalf[], half: PlannedHalf, { hourAbsence }: VoucherRules): boolean {
  const minutes = hours.reduce((sum, each) => sum + (each.minutes ?? 0), 0);
  if (minutes === 0 || hourAbsence === 'any') return minutes > 0;
  return half.minutes !== null && minutes >= half.minutes;
}

/** The absences that remove a half, and none when together they do not. */
function removing(half: PlannedHalf, rows: readonly AbsentHalf[], rules: VoucherRules): readonly AbsentHalf[] {
  const whole = rows.filter(({ minutes }) => minutes === null);
  if (whole.length > 0) return whole;
  return coverHalf(rows, half, rules) ? rows : [];
}

function deductingOn(date: PlainDate, rows: readonly AbsentHalf[], { accounts }: VoucherRegulation) {
  return rows.filter(({ accountId }) => deductsOn(accounts, accountId, date) === true);
}

export function hasDeducting(date: PlainDate, rows: readonly AbsentHalf[], settings: VoucherRegulation): boolean {
  return deductingOn(date, rows, settings).length > 0;
}

/**
 * The absence that takes the voucher of `day`, or null: what stays worked holds no meal any more. Halves on accounts that do not deduct
 * count as worked. One date, one voucher.
 */
export function absenceTaking(
  day: PlannedDay,
  rows: readonly AbsentHalf[],
  settings: VoucherRegulation,
): Taking | null {
  const { rules } = settings;
  const deducting = deductingOn(day.date, rows, settings);
  if (deducting.length === 0) return null;
  const removed = HALVES.flatMap((half) => {
    const planned = day[half];
    const on = planned ? deducting.filter((each) => each.half === half) : [];
    const by = planned ? removing(planned, on, rules) : [];
    return by.length > 0 ? [{ half, by }] : [];
  });
  const halves = removed.map(({ half }) => half);
  const [am, pm] = HALVES.map((half) => (halves.includes(half) ? null : day[half]));
  if (halves.length === 0 || holdsMeal(am ?? null, pm ?? null, rules)) return null;
  const accounts = [...new Set(removed.flatMap(({ by }) => by.map(({ accountId }) => accountId)))];
  return { by: 'absence', accounts, halves };
}

/** True when hours of absence stand on a half whose planned hours are not known, where that decides. */
export function lacksHours(day: PlannedDay, rows: readonly AbsentHalf[], regulation: VoucherRegulation): boolean {
  if (regulation.rules.hourAbsence === 'any') return false;
  const deducting = deductingOn(day.date, rows, regulation);
  return deducting.some(({ minutes, half }) => minutes !== null && day[half]?.minutes === null);
}

/** The first meal of the date that takes its voucher, or null: of a nature that deducts, on a report that has gone far enough. */
export function mealTaking(meals: readonly Meal[], regulation: VoucherRegulation): Taking | null {
  const needed = mealStages.indexOf(regulation.rules.mealStage);
  for (const meal of meals) {
    const deducts =
      meal.moment === null ? deductsOn(regulation.natures, meal.natureId, meal.date) : meal.moment === 'lunch';
    if (deducts === true && mealStages.indexOf(meal.stage) >= needed)
      return { by: 'meal', nature: meal.natureId, host: meal.host };
  }
  return null;
}
