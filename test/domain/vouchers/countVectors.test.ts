/**
 * The examples of areas `voucher-count` and `voucher-period` of the reference, each by its own small adapter. An example that gives counts
 * without dates is run on dates that belong to one window only, so that nothing counts twice; the adapter says which.
 */
import { describe, expect, test } from '@jest/globals';
import { plainDate, plainMonth, type PlainDate } from '../../../shared/domain/calendar/plainDate.ts';
import type { PersonFacts } from '../../../shared/domain/vouchers/facts.ts';
import type { VoucherRules } from '../../../shared/domain/vouchers/regulation.ts';
import { windowsOf } from '../../../shared/domain/vouchers/windows.ts';
import { vectorsOf, type Vector } from '../../cases/vectors.ts';
import {
  absence,
  allOn,
  computed,
  CP,
  dayOff,
  half,
  meal,
  Orders,
  person,
  planning,
  regulation,
  RTT_HOURS,
  TRAINING,
  type Week,
} from './builders.ts';

const whole = { am: half(), pm: half() };
const onM = regulation(allOn('M'));

/** Working dates of a month, in order. */
function workingDates(month: string): PlainDate[] {
  const days = planning(`${month}-01`, `${month}-31`.replace(/-(0[469]|11)-31$/, '-$1-30'));
  return [...days.values()].filter(({ am, holiday }) => am && holiday === 'none').map(({ date }) => date);
}

const absences = (month: string, days: number, from = 0) =>
  workingDates(month)
    .slice(from, from + days)
    .flatMap((date) => dayOff(date));

/** Meals on the last working dates of the month: absences stand on the first ones. */
const meals = (month: string, number: number) =>
  workingDates(month)
    .slice(-number)
    .map((date) => meal(date));

/** `days` working dates of October 2026, all in a row from the 1st: 22 at most. */
function octoberOf(days: number): Partial<PersonFacts> {
  const last = workingDates('2026-10')[days - 1] ?? '2026-10-31';
  return { planned: planning('2026-10-01', '2026-10-31'), spans: span('2026-10-01', last) };
}

const span = (from: string, to: string | null) => [
  { regulation: 'siege', from: plainDate(from), to: to === null ? null : plainDate(to) },
];

function weekOf({ input }: Vector): Partial<PersonFacts> {
  const partial: Week = { 1: whole, 2: whole, 4: { am: half() }, 5: { am: half() } };
  const [from = '', to = ''] = input['period'] as string[];
  return { planned: planning('2026-09-01', '2026-09-30', partial), spans: span(from, to) };
}

const byMonth = <T>(input: unknown) => Object.entries(input as Readonly<Record<string, T>>);
const total = (month: string, facts: Partial<PersonFacts>, settings = onM) =>
  computed(month, person(facts), settings).count.total;

/** Absences and meals of two months, as the example counts them. */
function monthly(vector: Vector): Partial<PersonFacts> {
  return {
    halfDays: byMonth<string>(vector.input['absences']).flatMap(([month, n]) => absences(month, Number(n))),
    meals: byMonth<number>(vector.input['expenses']).flatMap(([month, n]) => meals(month, n)),
  };
}

function rulesOf({ input }: Vector): Partial<VoucherRules> {
  return input['periods'] as Partial<VoucherRules>;
}

const counts: Readonly<Record<string, (vector: Vector) => Record<string, unknown>>> = {
  'voucher-count-01': ({ input }) => ({
    vouchers: total('2026-10', {
      halfDays: absences('2026-10', Number(input['absenceDays'])),
      meals: meals('2026-10', Number(input['mealExpenses'])),
    }),
  }),
  'voucher-count-03': ({ input }) => {
    const [from = '', to = ''] = input['period'] as string[];
    return { vouchers: total('2026-09', { spans: span(from, to) }) };
  },
  'voucher-count-05': (vector) => {
    const { count } = computed('2026-09', person(weekOf(vector)), onM);
    return { theoreticalDays: count.days, vouchers: count.total };
  },
  'voucher-count-06': (vector) => {
    const kept = regulation({ ...allOn('M'), partialDaysDeduct: false });
    const { count } = computed('2026-09', person(weekOf(vector)), kept);
    return { theoreticalDays: count.days, vouchers: count.total };
  },
  'voucher-count-09': ({ input }) => {
    const [from = '', to = ''] = input['days'] as string[];
    const halfDays = [absence(from, 'am', RTT_HOURS), absence(from, 'pm', CP)];
    const { count } = computed('2026-09', person({ spans: span(from, to), halfDays }), onM);
    return { vouchers: count.total, deductedDays: count.taken };
  },
  'voucher-count-11': ({ input }) => ({
    vouchers: total('2026-10', {
      ...octoberOf(Number(input['theoreticalDays'])),
      halfDays: workingDates('2026-10')
        .slice(0, 8)
        .flatMap((date) => dayOff(date, TRAINING)),
    }),
  }),
  'voucher-count-13': ({ input }) => {
    const [away] = input['absences'] as { date: string }[];
    const eaten = input['mealExpenses'] as { date: string }[];
    const facts = {
      ...octoberOf(Number(input['theoreticalDays'])),
      halfDays: [absence(away?.date ?? '', 'pm')],
      meals: eaten.map(({ date }) => meal(date)),
    };
    const { count, lines } = computed('2026-10', person(facts), onM);
    const deductedDates = lines.filter(({ change }) => change === -1).map(({ date }) => date);
    return { vouchers: count.total, deductedDates };
  },
  'voucher-count-15': () => ({
    host: total('2026-10', { ...octoberOf(21), meals: [meal('2026-10-06')] }),
    guest: total('2026-10', { ...octoberOf(21), meals: [meal('2026-10-06', { host: 'Hôte' })] }),
  }),
  'voucher-count-16': () => {
    const { count } = computed('2026-05', person(), onM);
    return { theoreticalDays: count.days, vouchers: count.total };
  },
  'voucher-count-17': ({ input }) => ({
    vouchers: total('2026-05', {
      planned: planning('2026-05-01', '2026-05-31', undefined, input['workedHolidays'] as string[]),
    }),
  }),
  'voucher-count-18': ({ input }) => {
    const { count } = computed('2026-09', person({ spans: span(String(input['contractStart']), null) }), onM);
    return { theoreticalDays: count.days, vouchers: count.total };
  },
  'voucher-count-20': ({ input }) => {
    const rows = input['absences'] as { date: string; half: string }[];
    const halfDays = rows.map(({ date, half: which }) => absence(date, which === 'AM' ? 'am' : 'pm'));
    return { vouchers: total('2026-10', { halfDays }) };
  },
  // What waits for approval is not in the facts: the mirror holds approved absences alone. A draft report is, and takes nothing.
  'voucher-count-23': () => ({
    vouchers: total('2026-10', {
      halfDays: absences('2026-10', 2),
      meals: [
        ...meals('2026-10', 1),
        ...meals('2026-10', 5)
          .slice(0, 4)
          .map((each) => ({ ...each, stage: 'declared' as const })),
      ],
    }),
  }),
  'voucher-period-01': (vector) => {
    const { count, lines } = computed('2026-10', person(monthly(vector)), regulation(rulesOf(vector)));
    const taken = (fact: string) => lines.filter((line) => line.fact === fact && line.change === -1).length;
    const [deductedAbsences, deductedExpenses] = [taken('absence'), taken('meal')];
    return { theoreticalDays: count.days, deductedAbsences, deductedExpenses, vouchers: count.total };
  },
  'voucher-period-02': (vector) => ({ vouchers: total('2026-10', monthly(vector), regulation(rulesOf(vector))) }),
  'voucher-period-03': (vector) => {
    const { count } = computed('2026-06', person(monthly(vector)), regulation(rulesOf(vector)));
    return { theoreticalDays: count.days, vouchers: count.total };
  },
  'voucher-period-04': (vector) => {
    const { rules } = regulation({ ...rulesOf(vector), startDay: Number(vector.input['customStartDay']) });
    const { days, absences: away, meals: eaten } = windowsOf(rules, plainMonth(String(vector.input['orderMonth'])));
    return { days: [days.from, days.to], absences: [away.from, away.to], expenses: [eaten.from, eaten.to] };
  },
  // Ordered on M: September is closed with four days of absence, one of which is cancelled afterwards.
  'voucher-period-07': () => {
    const orders = new Orders([onM]);
    orders.close('2026-09', person({ halfDays: absences('2026-09', 4) }));
    const { count } = orders.close('2026-10', person({ halfDays: absences('2026-09', 3) }));
    return { regularisation: count.corrections, vouchers: count.total };
  },
  // The 22 absences fill September, the 3 meals stand in October.
  'voucher-period-08': () => {
    const settings = regulation({ days: 'M', absences: 'M-1', expenses: 'M' });
    const facts = person({ halfDays: absences('2026-09', 22), meals: meals('2026-10', 3) });
    const { count } = computed('2026-10', facts, settings);
    return { ordered: count.ordered, carriedForward: count.carriedOut };
  },
  'voucher-period-10': ({ input }) => {
    const number = Number(input['manualAdjustment']);
    const manual = [{ kind: 'other' as const, date: null, number, comment: '' }];
    const [outcome] = new Orders([onM]).compute('2026-10', person(octoberOf(Number(input['computed']))), { manual });
    return { vouchers: outcome?.count.total };
  },
};

/** What the software of payroll prints is not ours. */
const foreign: Readonly<Record<string, string>> = { 'voucher-period-10': 'payslipLabel' };

/** Held by the tables of regulations: the state of a regulation is theirs. */
const elsewhere = new Set(['voucher-count-22']);

const vectors = [...vectorsOf('voucher-count'), ...vectorsOf('voucher-period')].filter(({ id }) => !elsewhere.has(id));

describe('the reference', () => {
  test.each(vectors.map((vector) => [vector.id, vector.title, vector] as const))('%s: %s', (id, _, vector) => {
    const expected = Object.entries(vector.expected).filter(([key]) => key !== foreign[id]);
    expect(counts[id]?.(vector)).toEqual(Object.fromEntries(expected));
  });

  test('has no example without its adapter', () => {
    expect(vectors.map(({ id }) => id).sort()).toEqual(Object.keys(counts).sort());
  });
});
