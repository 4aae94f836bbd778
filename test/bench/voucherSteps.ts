/** One month of titres-restaurant for everybody, every reason kept, beside a loop that only counts. */
import type { HalfDayAbsence } from '../../shared/domain/absences/halfDay.ts';
import type { PlannedDay } from '../../shared/domain/calendar/plannedDay.ts';
import { addMonths, firstDay, isoWeekday, plainDate, type PlainDate } from '../../shared/domain/calendar/plainDate.ts';
import { basisPoints, cents } from '../../shared/domain/money/money.ts';
import { attribute } from '../../shared/domain/vouchers/attribution.ts';
import type { Meal, PersonFacts } from '../../shared/domain/vouchers/facts.ts';
import { orderContext } from '../../shared/domain/vouchers/orderContext.ts';
import type { VoucherOutcome } from '../../shared/domain/vouchers/outcome.ts';
import type { VoucherRegulation } from '../../shared/domain/vouchers/regulation.ts';
import { datesOf, windowsOf } from '../../shared/domain/vouchers/windows.ts';
import { MONTH } from './month.ts';
import type { Recorder } from './recorder.ts';

const ACCOUNT = 'cp';
const NATURE = 'lunch';
const REGULATION: VoucherRegulation = {
  key: 'bench',
  rules: {
    days: 'M',
    absences: 'M-1',
    expenses: 'M-1',
    startDay: 1,
    partialDaysDeduct: true,
    hourAbsence: 'full',
    mealStage: 'controlled',
  },
  start: { kind: 'elsewhere', month: MONTH },
  accounts: new Map([[ACCOUNT, [{ from: null, deducts: true }]]]),
  natures: new Map([[NATURE, [{ from: null, deducts: true }]]]),
  values: [
    {
      from: plainDate('2020-01-01'),
      face: cents(1_000),
      employerShare: { kind: 'rate', rate: basisPoints(6_000) },
      cse: cents(0),
    },
  ],
  reintegration: 'boss',
};

const WINDOWS = windowsOf(REGULATION.rules, MONTH);
const PLANNED = datesOf({ from: firstDay(addMonths(MONTH, -1)), to: WINDOWS.days.to });
const PAST = datesOf(WINDOWS.absences);

/** Whoever works Monday to Friday, and whoever does not work on Wednesdays. */
function planningOf(hasWednesdays: boolean): ReadonlyMap<PlainDate, PlannedDay> {
  const half = { minutes: 210, includesMeal: false };
  const day = (date: PlainDate): PlannedDay => {
    const weekday = isoWeekday(date);
    const worked = weekday < 6 && (hasWednesdays || weekday !== 3) ? half : null;
    return { date, am: worked, pm: worked, holiday: 'none' };
  };
  return new Map(PLANNED.map((date) => [date, day(date)]));
}

function absencesOf(employeeId: string, date: PlainDate): HalfDayAbsence[] {
  return (['am', 'pm'] as const).map((half) => ({
    id: `${employeeId}-${date}-${half}`,
    employeeId,
    leaveId: employeeId,
    accountId: ACCOUNT,
    accountName: ACCOUNT,
    date,
    half,
    minutes: null,
    requestedOn: null,
    approvedOn: null,
  }));
}

function mealOf(employeeId: string, date: PlainDate): Meal {
  return { id: `${employeeId}-${date}`, date, natureId: NATURE, stage: 'exported', host: null, moment: null };
}

/** Two days of absence and one meal for each person, spread over the month; plannings are shared, as those of a work cycle are. */
export function peopleOf(number: number): PersonFacts[] {
  const plannings = [planningOf(true), planningOf(false)];
  const on = (index: number): PlainDate => PAST[index % PAST.length] ?? WINDOWS.absences.from;
  return Array.from({ length: number }, (_, index): PersonFacts => {
    const employeeId = String(index);
    return {
      employeeId,
      spans: [{ regulation: REGULATION.key, from: plainDate('2020-01-01'), to: null }],
      planned: plannings[index % 5 === 0 ? 1 : 0] ?? new Map(),
      halfDays: [on(index), on(index + 1)].flatMap((date) => absencesOf(employeeId, date)),
      meals: [mealOf(employeeId, on(index + 7))],
    };
  });
}

function attributed(people: readonly PersonFacts[]): VoucherOutcome[] {
  const context = orderContext(MONTH, [REGULATION], []);
  return people.flatMap((person) => attribute(context, { person, ledger: [], manual: [], carriedIn: 0 }));
}

/** The plainest count of the same rows: no reason, no ledger, no second regulation. */
function counted(people: readonly PersonFacts[]): number[] {
  const days = datesOf(WINDOWS.days);
  return people.map(({ planned, halfDays, meals }) => {
    const lost = new Set([...halfDays, ...meals].map(({ date }) => date));
    const isWorked = (date: PlainDate) => {
      const day = planned.get(date);
      return day?.am && day.pm && day.holiday !== 'off';
    };
    let total = 0;
    for (const date of days) if (isWorked(date)) total += 1;
    for (const date of PAST) if (isWorked(date) && lost.has(date)) total -= 1;
    return total;
  });
}

/** Throws when both do not count the same: a fast wrong answer is no measure. */
export async function voucherSteps({ step, plain }: Recorder, number: number): Promise<void> {
  const people = peopleOf(number);
  const outcomes = await step('vouchers of one month, reasons kept', () => attributed(people));
  const totals = await plain('a loop that counts', () => counted(people));
  const isSame = outcomes.length === number && outcomes.every(({ count }, index) => count.total === totals[index]);
  if (!isSame) throw new Error('the vouchers are not those of the plain loop');
}
