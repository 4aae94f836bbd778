/** The natures of expense whose impact is to be decided. */
import type { ExpenseNature, MealOfEmployee } from '../../contracts/voucherSchemas.ts';

/**
 * Natures of restaurants that are in use, or that a meal was claimed on: disabled since, or not listed by Lucca, its meals would take
 * nothing without a word.
 */
export function restaurantNatures(
  natures: readonly ExpenseNature[],
  meals: readonly Pick<MealOfEmployee, 'natureId'>[],
): readonly Pick<ExpenseNature, 'id' | 'name'>[] {
  const used = new Set(meals.map(({ natureId }) => natureId));
  const listed = new Set(natures.map(({ id }) => id));
  return [
    ...natures.filter(({ id, isRestaurant, isEnabled }) => (isRestaurant && isEnabled) || used.has(id)),
    ...[...used].filter((id) => !listed.has(id)).map((id) => ({ id, name: id })),
  ];
}
