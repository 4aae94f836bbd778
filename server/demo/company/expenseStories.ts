import { addDays, addMonths, weekdayOf } from './days.ts';
import { addClaim, STATUS, type ItemFacts } from './expenseClaims.ts';
import { NATURE } from './expenseNatures.ts';
import type { Company, Notable } from './model.ts';

type Story = Omit<ItemFacts, 'purchasedOn' | 'cents'>;

/**
 * The reports that every account of more than thirty people holds: lunch and dinner, a colleague invited, one who invites themself too,
 * a report only approved, a draft, one controlled before it is approved, one refused, one of two months ago that is approved only now, a meal on a day off.
 */
export function addExpenseStories(company: Company): void {
  const reference = company.referenceMonth;
  const before = addMonths(reference, -1);
  const idOf = (part: Notable): number => company.notables[part] ?? 0;
  const tell = (part: Notable, day: string, declaredOn: string, statusId: number, story: Story): void => {
    const person = company.people.get(idOf(part));
    const guests = story.guests?.filter((id) => company.people.has(id));
    if (person === undefined) return;
    addClaim(company, person, declaredOn, statusId, [
      { cents: 1_850, purchasedOn: day, ...story, ...(guests && { guests }) },
    ]);
  };
  const lunch: Story = { natureId: NATURE.lunch };
  tell('homonymLyon', tuesdayOf(before), `${before}-28`, STATUS.paid, lunch);
  tell('homonymLyon', addDays(tuesdayOf(before), 1), `${before}-28`, STATUS.paid, { natureId: NATURE.dinner });
  tell('coupleFirst', addDays(tuesdayOf(before), 2), `${before}-28`, STATUS.paymentInitiated, {
    natureId: NATURE.invitation,
    guests: [idOf('homonymLyon'), idOf('coupleSecond')],
    outsiders: 2,
  });
  tell('corsicanSouth', addDays(tuesdayOf(before), 1), `${before}-28`, STATUS.approvedAndControlled, {
    natureId: NATURE.invitation,
    guests: [idOf('corsicanSouth'), idOf('noNir')],
  });
  tell('apostrophe', addDays(tuesdayOf(before), 7), `${before}-28`, STATUS.approved, lunch);
  tell('student', addDays(tuesdayOf(before), 7), `${before}-28`, STATUS.created, lunch);
  tell('plusName', addDays(tuesdayOf(before), 7), `${before}-28`, STATUS.controlled, lunch);
  tell('spacedNir', addDays(tuesdayOf(before), 7), `${before}-28`, STATUS.refused, lunch);
  tell('noIban', addDays(tuesdayOf(before), 7), `${before}-28`, STATUS.paid, { natureId: NATURE.canteen });
  tell(
    'disabled',
    tuesdayOf(addMonths(reference, -2)),
    `${addMonths(reference, -2)}-27`,
    STATUS.approvedAndControlled,
    lunch,
  );
  tell('partTime', addDays(tuesdayOf(before), 1), `${before}-28`, STATUS.approvedAndControlled, lunch);
}

/** The second Tuesday of a month. */
function tuesdayOf(month: string): string {
  const first = `${month}-08`;
  return addDays(first, (2 - weekdayOf(first) + 7) % 7);
}
