/** What today's facts say of each date of one person. */
import type { PlainDate } from '../calendar/plainDate.ts';
import type { AbsentHalf, BenefitSpan, Meal, PersonFacts } from './facts.ts';
import type { OrderContext, RegulationContext } from './orderContext.ts';
import type { DayReason, Taking } from './outcome.ts';
import { reachOn, reachUntil, settingsOf, type DateReach } from './reach.ts';
import { absenceTaking, dayReason, hasDeducting, lacksHours, mealTaking } from './voucherDay.ts';
import { holds } from './windows.ts';

/** One date as it stands today. */
export interface DateView {
  readonly date: PlainDate;
  readonly context: RegulationContext;
  readonly reach: DateReach;
  readonly reason: DayReason;
  /** What would take the voucher now; null where its window was not reached. */
  readonly absence: Taking | null;
  readonly meal: Taking | null;
  /** Hours of absence that no planned hours can be compared with. */
  readonly lacksHours: boolean;
  /** An absence that deducts, on a date whose planning is not known. */
  readonly isAwayUnplanned: boolean;
}

const NONE: readonly never[] = [];

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
  /** In order of date. */
  readonly spans: readonly BenefitSpan[];
  /** The last span, when it ends inside the days of this order: the person leaves then. */
  readonly leaving: BenefitSpan | null;
  readonly #halfDays: ReadonlyMap<PlainDate, readonly AbsentHalf[]>;
  readonly #meals: ReadonlyMap<PlainDate, readonly Meal[]>;

  constructor(
    private readonly context: OrderContext,
    private readonly facts: PersonFacts,
  ) {
    this.#halfDays = grouped(facts.halfDays);
    this.#meals = grouped(facts.meals);
    this.spans = [...facts.spans].sort((a, b) => (a.from < b.from ? -1 : 1));
    const last = this.spans.at(-1);
    const days = last && context.regulations.get(last.regulation)?.open.days;
    this.leaving = last?.to != null && days && holds(days, last.to) ? last : null;
  }

  spanOn(date: PlainDate): BenefitSpan | undefined {
    return this.spans.find(({ from, to }) => from <= date && (to === null || date <= to));
  }

  /** Dates on which something happened, whatever the windows. */
  eventful(): PlainDate[] {
    return [...this.#halfDays.keys(), ...this.#meals.keys()];
  }

  #reach(date: PlainDate, context: RegulationContext): DateReach {
    const usual = context.reaches.get(date) ?? reachOn(date, context, context.open);
    const end = this.leaving?.to;
    return end ? reachUntil(end, date, context, usual) : usual;
  }

  /** What stands on `date`; undefined outside the benefit, and under a regulation that the order was not given. */
  view(date: PlainDate): DateView | undefined {
    const span = this.spanOn(date);
    const context = span && this.context.regulations.get(span.regulation);
    if (!context) return undefined;
    const reach = this.#reach(date, context);
    const day = this.facts.planned.get(date);
    const reason = dayReason(day, (settingsOf(reach.days) ?? context.regulation).rules);
    const [byAbsences, byMeals] = [settingsOf(reach.absences), settingsOf(reach.meals)];
    const rows = (byAbsences && this.#halfDays.get(date)) ?? NONE;
    const eaten = (byMeals && this.#meals.get(date)) ?? NONE;
    const isAway = byAbsences !== undefined && rows.length > 0;
    const absence = isAway && day ? absenceTaking(day, rows, byAbsences) : null;
    return {
      date,
      context,
      reach,
      reason,
      absence,
      meal: byMeals && eaten.length > 0 ? mealTaking(eaten, byMeals) : null,
      lacksHours: isAway && day !== undefined && absence === null && lacksHours(day, rows, byAbsences),
      isAwayUnplanned: isAway && !day && hasDeducting(date, rows, byAbsences),
    };
  }
}
