/** From Lucca's lines of expenses to meals. */
import type { ExpenseNature, MealOfEmployee } from '../../../shared/contracts/voucherSchemas.ts';
import type { MealStage } from '../../../shared/domain/vouchers/facts.ts';
import type { ExpenseItem } from '../resources/expenseItems.ts';
import type { Nature } from '../resources/expenseNatures.ts';

const MEALS = /restau|invitation|repas|meal/;

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** By the type that Lucca gives (« Restaurants et invitations »); by the name where no type is given. */
function isRestaurant({ type, name }: Nature): boolean {
  const said = `${type?.tag ?? ''} ${type?.label ?? ''}`.trim();
  return MEALS.test(folded(said === '' ? (name ?? '') : said));
}

export function toNatures(natures: readonly Nature[]): ExpenseNature[] {
  return natures.map((nature) => ({
    id: nature.id,
    name: nature.name ?? nature.id,
    isRestaurant: isRestaurant(nature),
    isEnabled: nature.isEnabled ?? true,
  }));
}

/**
 * How far a report has gone. Controlled before it is approved (4) is not far yet; neither is a state we do not know, nor that of a
 * report that is not given. Null: refused (8) or cancelled (9), no meal stands on it.
 */
export function stageOf(statusId: number | undefined): MealStage | null {
  if (statusId === 8 || statusId === 9) return null;
  if (statusId === 3) return 'approved';
  if (statusId === 5) return 'controlled';
  return statusId === 6 || statusId === 7 ? 'exported' : 'declared';
}

export interface MealSources {
  readonly items: readonly ExpenseItem[];
  /** State of each report. */
  readonly statuses: ReadonlyMap<string, number>;
  /** Names of people, for those who invite. */
  readonly names: ReadonlyMap<string, string>;
}

/** The owner's own meal, then one for each colleague invited, once each. A line that is on no report yet gives none. */
function mealsOf(item: ExpenseItem, { statuses, names }: MealSources): MealOfEmployee[] {
  const { id, ownerId, purchasedOn: date, expenseNatureId: natureId, expenseClaimId } = item;
  const stage = expenseClaimId == null ? null : stageOf(statuses.get(expenseClaimId));
  if (stage === null) return [];
  const meal = { date, natureId, stage, moment: null };
  const host = names.get(ownerId) ?? ownerId;
  const guests = new Set((item.attendees?.internal ?? []).map((guest) => guest.id));
  guests.delete(ownerId);
  return [
    { ...meal, id, employeeId: ownerId, host: null },
    ...[...guests].map((guest) => ({ ...meal, id: `${id}-${guest}`, employeeId: guest, host })),
  ];
}

const numbersInText = new Intl.Collator('en', { numeric: true });

/** By person, date and line: the same whatever pages the lines came through. */
export function toMeals(sources: MealSources): MealOfEmployee[] {
  const meals = sources.items.flatMap((item) => mealsOf(item, sources));
  return meals.sort(
    (a, b) =>
      numbersInText.compare(a.employeeId, b.employeeId) ||
      (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) ||
      numbersInText.compare(a.id, b.id),
  );
}
