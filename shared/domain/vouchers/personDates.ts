/** What today's facts say of each date of one person, and what the ledger recorded there. */
import type { HalfDayAbsence } from '../absences/halfDay.ts';
import type { PlainDate, PlainMonth } from '../calendar/plainDate.ts';
import type { BenefitSpan, Meal, PersonFacts } from './facts.ts';
import type { OrderContext, RegulationContext } from './orderContext.ts';
import type { DayReason, Taking } from './outcome.ts';
import type { VoucherRegulation } from './regulation.ts';
import { absenceTaking, dayReason, entitles, lacksHours, mealTaking } from './voucherDay.ts';
import { holds, type VoucherWindows } from './windows.ts';

/** Where a date stands for one fact: in a window of this order, in one that is closed, or in none that was reached. */
export type Reach =
  | { readonly at: 'open'; readonly settings: VoucherRegulation }
  | { readonly at: 'closed'; readonly settings: VoucherRegulation; readonly month: PlainMonth }
  | { readonly at: 'later' | 'before' | 'never' };

/** One date as it stands today. */
export interface DateView {
  readonly date: PlainDate;
  readonly context: RegulationContext;
  readonly days: Reach;
  readonly reason: DayReason;
  readonly absenceReach: Reach;
  readonly mealReach: Reach;
  /** True inside the days of this order, even where an earlier order saw the date too. */
  readonly isInDays: boolean;
  /** What would take the voucher now; null where its window was not reached. */
  readonly absence: Taking | null;
  readonly meal: Taking | null;
  readonly lacksHours: boolean;
}

function grouped<T extends { readonly date: PlainDate; readonly id: string }>(rows: readonly T[]): Map<PlainDate, T[]> {
  const groups = new Map<PlainDate, T[]>();
  for (const row of rows) {
    const group = groups.get(row.date);
    if (group) group.push(row);
    else groups.set(row.date, [row]);
  }
  for (const group of groups.values()) if (group.length > 1) group.sort((a, b) => (a.id < b.id ? -1 : 1));
  return groups;
}

/** One person under an order: where each date belongs, and what it gives and takes. */
export class PersonDates {
  readonly #halfDays: ReadonlyMap<PlainDate, readonly HalfDayAbsence[]>;
  readonly #meals: ReadonlyMap<PlainDate, readonly Meal[]>;
  readonly #spans: readonly BenefitSpan[];

  constructor(
    private readonly context: OrderContext,
    private readonly facts: PersonFacts,
  ) {
    this.#halfDays = grouped(facts.halfDays);
    this.#meals = grouped(facts.meals);
    this.#spans = [...facts.spans].sort((a, b) => (a.from < b.from ? -1 : 1));
  }

  spanOn(date: PlainDate): BenefitSpan | undefined {
    return this.#spans.find(({ from, to }) => from <= date && (to === null || date <= to));
  }

  /** The last span, when it has an end: the person leaves then. */
  get leaving(): BenefitSpan | undefined {
    const last = this.#spans.at(-1);
    return last?.to == null ? undefined : last;
  }

  /** Dates on which something happened, whatever the windows. */
  eventful(): PlainDate[] {
    return [...this.#halfDays.keys(), ...this.#meals.keys()];
  }

  /** The windows of this order for this person: whoever leaves inside the days has absences and meals up to the end counted at once. */
  windows({ open }: RegulationContext, regulation: string): VoucherWindows {
    const end = this.leaving;
    if (end?.regulation !== regulation || end.to === null || !holds(open.days, end.to)) return open;
    const until = end.to;
    const extended = (window: VoucherWindows['days']) =>
      window.to < until ? { from: window.from, to: until } : window;
    return { days: open.days, absences: extended(open.absences), meals: extended(open.meals) };
  }

  /** What stands on `date`; undefined outside the benefit. */
  view(date: PlainDate): DateView | undefined {
    const span = this.spanOn(date);
    const context = span && this.context.regulations.get(span.regulation);
    if (!context) return undefined;
    const windows = this.windows(context, span.regulation);
    const days = reach(date, context, windows, 'days');
    const absenceReach = reach(date, context, windows, 'absences');
    const mealReach = reach(date, context, windows, 'meals');
    const ruling = 'settings' in days ? days.settings : context.regulation;
    const day = this.facts.planned.get(date);
    const halfDays = 'settings' in absenceReach ? (this.#halfDays.get(date) ?? []) : [];
    const meals = 'settings' in mealReach ? (this.#meals.get(date) ?? []) : [];
    const absence = day && 'settings' in absenceReach ? absenceTaking(day, halfDays, absenceReach.settings) : null;
    const meal = 'settings' in mealReach ? mealTaking(meals, mealReach.settings) : null;
    return {
      date,
      context,
      days,
      reason: dayReason(day, ruling.rules),
      absenceReach,
      mealReach,
      isInDays: holds(windows.days, date),
      absence,
      meal,
      lacksHours: day !== undefined && 'settings' in absenceReach && lacksHours(day, halfDays, absenceReach.settings),
    };
  }
}

function reach(
  date: PlainDate,
  { regulation, closed, begin }: RegulationContext,
  windows: VoucherWindows,
  fact: keyof VoucherWindows,
): Reach {
  const order = closed[fact].get(date);
  if (order) return { at: 'closed', settings: order.regulation, month: order.month };
  if (holds(windows[fact], date)) return { at: 'open', settings: regulation };
  if (date > windows[fact].to) return { at: 'later' };
  return { at: date < begin ? 'before' : 'never' };
}

/** True when the date may lose its voucher: it gives one, now or in an order made elsewhere. */
export function mayTake({ days, reason, context }: DateView): boolean {
  if (!entitles(reason) || days.at === 'never') return false;
  return days.at !== 'before' || context.regulation.start.kind === 'elsewhere';
}
