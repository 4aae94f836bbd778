/** The golden company of titres-restaurant: 60 people, three establishments, six months. What it must order stands in docs/rules/golden-vouchers.md. */
import type { Half, HalfDayAbsence } from '../../shared/domain/absences/halfDay.ts';
import type { PlannedDay } from '../../shared/domain/calendar/plannedDay.ts';
import {
  addDays,
  plainDate,
  plainMonth,
  type PlainDate,
  type PlainMonth,
} from '../../shared/domain/calendar/plainDate.ts';
import { holidaysBetween, type HolidayCalendar } from '../../shared/domain/calendar/publicHolidays.ts';
import { plannedBy, type DayShape, type WeekPattern } from '../../shared/domain/calendar/weekPattern.ts';
import { attribute } from '../../shared/domain/vouchers/attribution.ts';
import type { BenefitSpan, Meal } from '../../shared/domain/vouchers/facts.ts';
import type { ClosedOrder, LedgerEntry } from '../../shared/domain/vouchers/ledger.ts';
import { orderContext } from '../../shared/domain/vouchers/orderContext.ts';
import type { ManualAdjustment, VoucherOutcome } from '../../shared/domain/vouchers/outcome.ts';
import type { VoucherRegulation } from '../../shared/domain/vouchers/regulation.ts';
import { absence, allOn, CP, DINNER, meal, regulation, RTT_HOURS, TRAINING } from '../domain/vouchers/builders.ts';

export const MONTHS: readonly PlainMonth[] = ['04', '05', '06', '07', '08', '09'].map((month) =>
  plainMonth(`2026-${month}`),
);

/** Lyon and Strasbourg order with the seed's defaults, after a first quarter ordered elsewhere; Saint-Denis orders in the month, for the first time. */
export const regulations: readonly VoucherRegulation[] = [
  regulation({}, { key: 'siege', start: { kind: 'elsewhere', month: plainMonth('2026-04') } }),
  regulation(allOn('M'), { key: 'reunion', start: { kind: 'first', month: plainMonth('2026-04') } }),
];

type Site = 'lyon' | 'strasbourg' | 'saintDenis';

const calendars: Readonly<Record<Site, HolidayCalendar>> = {
  lyon: { zone: 'FR', goodFriday: false },
  strasbourg: { zone: 'ALS', goodFriday: true },
  saintDenis: { zone: 'RE', goodFriday: false },
};

/** What Lucca says of a person from an order on: `known` is the first order that learns it, `until` the first that does not hear of it any more. */
interface Told<T> {
  readonly fact: T;
  readonly known?: string;
  readonly until?: string;
}

export interface GoldenPerson {
  readonly id: string;
  readonly site: Site;
  readonly week?: Partial<WeekPattern>;
  readonly workedHolidays?: readonly string[];
  readonly spans?: readonly Told<readonly BenefitSpan[]>[];
  readonly absences?: readonly Told<readonly HalfDayAbsence[]>[];
  readonly meals?: readonly Meal[];
  readonly manual?: Readonly<Record<string, ManualAdjustment>>;
  /** Orders at which the planning of their own month was not known. */
  readonly unplanned?: readonly string[];
}

const fullWeek: readonly DayShape[] = ['whole', 'whole', 'whole', 'whole', 'whole', 'off', 'off'];

function planningOf({ site, week = {}, workedHolidays = [], unplanned = [] }: GoldenPerson, order: PlainMonth) {
  const [from, to] = [plainDate('2026-02-01'), plainDate('2026-10-31')];
  const holidays = holidaysBetween(calendars[site], from, to);
  const pattern: WeekPattern = { days: fullWeek, halfMinutes: 210, holidays: 'off', ...week };
  const planned = new Map<PlainDate, PlannedDay>();
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const isWorked = workedHolidays.includes(date);
    const day = plannedBy(isWorked ? { ...pattern, holidays: 'worked' } : pattern, date, holidays.has(date));
    const isUnknown = unplanned.some((month) => date.startsWith(month) && order === month);
    if (!isUnknown) planned.set(date, day);
  }
  return planned;
}

/** What is told when the order of `month` is made. */
function toldAt<T>(told: readonly Told<T>[] | undefined, month: PlainMonth): T[] {
  return (told ?? [])
    .filter(({ known = '', until = '9999' }) => known <= month && month < until)
    .map(({ fact }) => fact);
}

const off = (account: string, ...dates: string[]) =>
  dates.flatMap((date) => [absence(date, 'am', account), absence(date, 'pm', account)]);
const halfOff = (date: string, half: Half, account = CP) => [absence(date, half, account)];
const always = <T>(fact: T): readonly Told<T>[] => [{ fact }];
const span = (key: string, from: string, to: string | null): BenefitSpan => ({
  regulation: key,
  from: plainDate(from),
  to: to === null ? null : plainDate(to),
});

function weekdays(from: string, to: string): string[] {
  const days: string[] = [];
  for (let date = plainDate(from); date <= to; date = addDays(date, 1)) days.push(date);
  return days;
}

const lyon = (id: string, more: Partial<GoldenPerson> = {}): GoldenPerson => ({ id, site: 'lyon', ...more });
const strasbourg = (id: string, more: Partial<GoldenPerson> = {}): GoldenPerson => ({
  id,
  site: 'strasbourg',
  ...more,
});
const saintDenis = (id: string, more: Partial<GoldenPerson> = {}): GoldenPerson => ({
  id,
  site: 'saintDenis',
  ...more,
});
const numbered = (letter: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `${letter}${String(from + at).padStart(2, '0')}`);
const week = (...days: DayShape[]): { readonly week: Partial<WeekPattern> } => ({ week: { days } });

export const people: readonly GoldenPerson[] = [
  ...numbered('L', 1, 12).map((id) => lyon(id)),
  lyon('L13', { absences: always(off(CP, '2026-05-04', '2026-05-05', '2026-05-06')) }),
  lyon('L14', { absences: always(off(CP, ...weekdays('2026-05-11', '2026-05-15'))) }),
  lyon('L15', { absences: always(halfOff('2026-06-09', 'am')) }),
  lyon('L16', { absences: always([...halfOff('2026-06-09', 'am'), ...halfOff('2026-06-09', 'pm', RTT_HOURS)]) }),
  lyon('L17', { absences: always([...halfOff('2026-06-09', 'am'), ...halfOff('2026-06-16', 'pm')]) }),
  lyon('L18', { absences: always(off(TRAINING, '2026-06-09')) }),
  lyon('L19', { absences: always([absence('2026-06-09', 'am', RTT_HOURS, 210)]) }),
  lyon('L20', { absences: always([absence('2026-06-09', 'am', RTT_HOURS, 120)]) }),
  lyon('L21', { meals: [meal('2026-06-10')] }),
  lyon('L22', { meals: [meal('2026-06-10', { natureId: DINNER })] }),
  lyon('L23', { absences: always(off(CP, '2026-06-10')), meals: [meal('2026-06-10')] }),
  lyon('L24', { meals: [meal('2026-06-11', { host: 'Personne L21' })] }),
  lyon('L25', { meals: [meal('2026-06-13')] }),
  lyon('L26', { spans: always([span('siege', '2026-06-15', null)]) }),
  lyon('L27', {
    spans: always([span('siege', '2020-01-01', '2026-07-15')]),
    absences: always(off(CP, '2026-06-23', '2026-06-24', '2026-06-25', '2026-07-06', '2026-07-07')),
  }),
  lyon('L28', { absences: [{ fact: off(CP, '2026-05-19'), known: '2026-07' }] }),
  lyon('L29', { absences: [{ fact: off(CP, '2026-05-20'), until: '2026-07' }] }),
  lyon('L30', week('whole', 'whole', 'off', 'morning', 'morning', 'off', 'off')),
  ...numbered('S', 1, 6).map((id) => strasbourg(id)),
  strasbourg('S07', week('whole', 'whole', 'whole', 'whole', 'morningWithMeal', 'off', 'off')),
  strasbourg('S08', { workedHolidays: ['2026-05-08'] }),
  strasbourg('S09', { absences: always(off(CP, '2026-04-03')) }),
  strasbourg('S10', week('morning', 'morning', 'morning', 'morning', 'morning', 'off', 'off')),
  strasbourg('S11', { absences: always(off(CP, ...weekdays('2026-06-01', '2026-06-30'))) }),
  strasbourg('S12', { absences: always(off(CP, ...weekdays('2026-04-01', '2026-04-30'))) }),
  strasbourg('S13', { manual: { '2026-07': { kind: 'other', date: null, number: -2, comment: 'trop reçu' } } }),
  strasbourg('S14', {
    spans: always([span('siege', '2020-01-01', '2026-07-15'), span('reunion', '2026-07-16', null)]),
    absences: always(off(CP, '2026-06-24', '2026-07-10', '2026-07-20')),
  }),
  strasbourg('S15', { spans: always([span('siege', '2020-01-01', '2026-05-31'), span('siege', '2026-08-03', null)]) }),
  ...numbered('R', 1, 6).map((id) => saintDenis(id)),
  saintDenis('R07', { absences: always(off(CP, '2026-05-04', '2026-05-05', '2026-05-06')) }),
  saintDenis('R08', { absences: [{ fact: off(CP, '2026-06-09'), known: '2026-07' }] }),
  saintDenis('R09', {
    absences: [
      { fact: off(CP, '2026-06-09'), until: '2026-07' },
      { fact: off(CP, '2026-07-07'), known: '2026-07' },
    ],
  }),
  saintDenis('R10', { absences: always(off(CP, '2026-03-31')) }),
  saintDenis('R11', { absences: [{ fact: off(CP, '2026-04-14'), known: '2026-08' }] }),
  saintDenis(
    'R12',
    week('nightWithMeal', 'nightWithMeal', 'nightWithMeal', 'nightWithMeal', 'nightWithMeal', 'off', 'off'),
  ),
  saintDenis('R13', week('whole', 'whole', 'off', 'whole', 'whole', 'off', 'off')),
  saintDenis('R14', { unplanned: ['2026-06'] }),
  saintDenis('R15', {
    spans: [
      { fact: [span('reunion', '2020-01-01', null)], until: '2026-08' },
      { fact: [span('reunion', '2020-01-01', '2026-06-30')], known: '2026-08' },
    ],
  }),
];

/** Contracts told at an order; everybody else has been there for years. */
function spansAt({ site, spans }: GoldenPerson, month: PlainMonth): readonly BenefitSpan[] {
  if (spans) return toldAt(spans, month).flat();
  return [span(site === 'saintDenis' ? 'reunion' : 'siege', '2020-01-01', null)];
}

/** The same for everybody: every order is closed under both regulations. */
const contexts = MONTHS.map((month, index) => {
  const before = MONTHS.slice(0, index);
  const closed = before.flatMap((each) => regulations.map((regulation): ClosedOrder => ({ month: each, regulation })));
  return { month, context: orderContext(month, regulations, closed) };
});

/** Six orders, one after the other: what each gives the person, by regulation. */
export function lived(person: GoldenPerson): VoucherOutcome[][] {
  const ledger: LedgerEntry[] = [];
  let carried = 0;
  return contexts.map(({ month, context }) => {
    const facts = {
      employeeId: person.id,
      spans: spansAt(person, month),
      planned: planningOf(person, month),
      halfDays: toldAt(person.absences, month).flat(),
      meals: person.meals ?? [],
    };
    const adjustment = person.manual?.[month];
    const outcomes = attribute(context, {
      person: facts,
      ledger,
      manual: adjustment ? [adjustment] : [],
      carriedIn: carried,
    });
    for (const { entries } of outcomes) ledger.push(...entries);
    carried = outcomes.reduce((sum, { count }) => sum + count.carriedOut, 0);
    return outcomes;
  });
}
