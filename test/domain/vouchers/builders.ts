/** Regulations, people and plannings for tests, in a line each. */
import type { Half, HalfDayAbsence } from '../../../shared/domain/absences/halfDay.ts';
import type { PlannedDay, PlannedHalf } from '../../../shared/domain/calendar/plannedDay.ts';
import {
  addDays,
  isoWeekday,
  plainDate,
  plainMonth,
  type PlainDate,
} from '../../../shared/domain/calendar/plainDate.ts';
import { basisPoints, cents } from '../../../shared/domain/money/money.ts';
import { attribute, type AttributionInput } from '../../../shared/domain/vouchers/attribution.ts';
import type { Meal, PersonFacts } from '../../../shared/domain/vouchers/facts.ts';
import type { ClosedOrder, LedgerEntry } from '../../../shared/domain/vouchers/ledger.ts';
import { orderContext } from '../../../shared/domain/vouchers/orderContext.ts';
import type { VoucherOutcome } from '../../../shared/domain/vouchers/outcome.ts';
import type { Impacts, VoucherRegulation, VoucherRules } from '../../../shared/domain/vouchers/regulation.ts';

export const CP = 'cp';
export const RTT_HOURS = 'rttHours';
export const TRAINING = 'training';
export const LUNCH = 'lunch';
export const DINNER = 'dinner';

const decided = (impacts: Record<string, boolean>): Impacts =>
  new Map(Object.entries(impacts).map(([id, deducts]) => [id, [{ from: null, deducts }]]));

const usual: VoucherRules = {
  days: 'M',
  absences: 'M-1',
  expenses: 'M-1',
  startDay: 1,
  partialDaysDeduct: true,
  hourAbsence: 'full',
  mealStage: 'controlled',
};

export const allOn = (shift: 'M' | 'M-1'): Partial<VoucherRules> => ({ days: shift, absences: shift, expenses: shift });

/** The seed's defaults; the month before the first order was ordered elsewhere. */
export function regulation(
  rules: Partial<VoucherRules> = {},
  more: Partial<Omit<VoucherRegulation, 'rules'>> = {},
): VoucherRegulation {
  return {
    key: 'siege',
    rules: { ...usual, ...rules },
    start: { kind: 'elsewhere', month: plainMonth('2026-01') },
    accounts: decided({ [CP]: true, [RTT_HOURS]: true, [TRAINING]: false }),
    natures: decided({ [LUNCH]: true, [DINNER]: false }),
    values: [
      {
        from: plainDate('2026-01-01'),
        face: cents(1_000),
        employerShare: { kind: 'rate', rate: basisPoints(6_000) },
        cse: cents(0),
      },
    ],
    reintegration: 'boss',
    ...more,
  };
}

export const half = (minutes: number | null = 210, includesMeal = false): PlannedHalf => ({ minutes, includesMeal });

export type Week = Readonly<Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, { am?: PlannedHalf; pm?: PlannedHalf }>>>;

const whole = { am: half(), pm: half() };
export const fullWeek: Week = { 1: whole, 2: whole, 3: whole, 4: whole, 5: whole };

const holidays2026 = ['2026-01-01', '2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14', '2026-05-25', '2026-07-14'];
const holidays = new Set([...holidays2026, '2026-08-15', '2026-11-01', '2026-11-11', '2026-12-25']);

/** The planning from `from` to `to` of a week that comes back, legal holidays of the mainland off but those `worked`. */
export function planning(
  from: string,
  to: string,
  week: Week = fullWeek,
  worked: readonly string[] = [],
): Map<PlainDate, PlannedDay> {
  const days = new Map<PlainDate, PlannedDay>();
  for (let date = plainDate(from); date <= to; date = addDays(date, 1)) {
    const halves = week[isoWeekday(date) as keyof Week] ?? {};
    const holiday = !holidays.has(date) ? 'none' : worked.includes(date) ? 'worked' : 'off';
    days.set(date, { date, am: halves.am ?? null, pm: halves.pm ?? null, holiday });
  }
  return days;
}

export function absence(date: string, which: Half, accountId = CP, minutes: number | null = null): HalfDayAbsence {
  return {
    id: `${date}-${which}-${accountId}-${minutes ?? 'd'}`,
    employeeId: '1',
    leaveId: '7',
    accountId,
    accountName: accountId,
    date: plainDate(date),
    half: which,
    minutes,
    requestedOn: null,
    approvedOn: null,
  };
}

export const dayOff = (date: string, accountId = CP) => [
  absence(date, 'am', accountId),
  absence(date, 'pm', accountId),
];

export function meal(date: string, more: Partial<Meal> = {}): Meal {
  return {
    id: `m-${date}`,
    date: plainDate(date),
    natureId: LUNCH,
    stage: 'exported',
    host: null,
    moment: null,
    ...more,
  };
}

export function person(more: Partial<PersonFacts> = {}): PersonFacts {
  return {
    employeeId: '1',
    spans: [{ regulation: 'siege', from: plainDate('2020-01-01'), to: null }],
    planned: planning('2026-01-01', '2026-12-31'),
    halfDays: [],
    meals: [],
    ...more,
  };
}

/** One voucher order made and closed after the other, for one person. */
export class Orders {
  readonly closed: ClosedOrder[] = [];
  readonly ledger: LedgerEntry[] = [];
  carried = 0;

  constructor(public regulations: VoucherRegulation[] = [regulation()]) {}

  /** The outcomes of the order of `month`, nothing recorded. */
  compute(month: string, facts: PersonFacts, more: Partial<AttributionInput> = {}): VoucherOutcome[] {
    const context = orderContext(plainMonth(month), this.regulations, this.closed);
    const input = { person: facts, ledger: this.ledger, manual: [], carriedIn: this.carried, ...more };
    return attribute(context, input);
  }

  /** The outcomes of the order of `month`, recorded. */
  record(month: string, facts: PersonFacts, more: Partial<AttributionInput> = {}): VoucherOutcome[] {
    const outcomes = this.compute(month, facts, more);
    for (const each of outcomes) this.ledger.push(...each.entries);
    for (const each of this.regulations) this.closed.push({ month: plainMonth(month), regulation: each });
    this.carried = outcomes.reduce((sum, { count }) => sum + count.carriedOut, 0);
    return outcomes;
  }

  /** The last outcome of the order of `month`, recorded. */
  close(month: string, facts: PersonFacts, more: Partial<AttributionInput> = {}): VoucherOutcome {
    const last = this.record(month, facts, more).at(-1);
    if (!last) throw new Error('no outcome');
    return last;
  }
}

/** The outcome of the first order made here. */
export function computed(
  month: string,
  facts: PersonFacts,
  settings: VoucherRegulation = regulation(),
): VoucherOutcome {
  const orders = new Orders([{ ...settings, start: { ...settings.start, month: plainMonth(month) } }]);
  const [outcome] = orders.compute(month, facts);
  if (!outcome) throw new Error('no outcome');
  return outcome;
}
