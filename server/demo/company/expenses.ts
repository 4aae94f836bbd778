import { addDays, addMonths, daysOfMonth, weekdayOf } from './days.ts';
import { addClaim, STATUS, type ItemFacts } from './expenseClaims.ts';
import { addExpenseStories } from './expenseStories.ts';
import { NATURE } from './expenseNatures.ts';
import type { Company, Person } from './model.ts';
import { forkRandom, type Random } from './prng.ts';

/** How often a person has a report in a month. */
const REPORT_CHANCE = 0.35;

/** Reports grow old: what is seen of those of two months ago, of last month, and of this one. */
const STATES: readonly (readonly number[])[] = [
  [STATUS.paid, STATUS.paid, STATUS.paid, STATUS.paymentInitiated, STATUS.refused],
  [STATUS.paid, STATUS.paymentInitiated, STATUS.approvedAndControlled, STATUS.approved, STATUS.cancelled],
  [STATUS.approvedAndControlled, STATUS.approved, STATUS.partiallyApproved, STATUS.created, STATUS.created],
];

/** Fills the account with reports over three months up to the account's own day: meals mostly, invitations, and what is no meal. */
export function addExpenses(company: Company): void {
  addExpenseStories(company);
  const colleagues = byEstablishment(company);
  for (const person of company.people.values()) {
    const random = forkRandom(company.seed, 2_000_000 + person.id);
    for (const [at, states] of STATES.entries()) {
      const days = daysOut(person, addMonths(company.referenceMonth, at - 2), company.today);
      if (days.length === 0 || !random.chance(REPORT_CHANCE)) continue;
      const lines = Array.from({ length: random.between(1, 4) }, () =>
        lineOf(random, days, person, colleagues.get(person.establishmentId) ?? []),
      );
      const last =
        lines
          .map(({ purchasedOn }) => purchasedOn)
          .sort()
          .at(-1) ?? company.today;
      const declared = addDays(last, random.between(0, 12));
      addClaim(company, person, declared < company.today ? declared : company.today, random.pick(states), lines);
    }
  }
}

function byEstablishment({ people }: Company): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const { id, establishmentId } of people.values())
    groups.set(establishmentId, [...(groups.get(establishmentId) ?? []), id]);
  return groups;
}

/** Days of the month under contract and past, Sundays aside: people eat out on their days off too. */
function daysOut({ contracts }: Person, month: string, today: string): string[] {
  return daysOfMonth(month).filter(
    (day) =>
      day <= today &&
      weekdayOf(day) !== 0 &&
      contracts.some(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day <= endsOn)),
  );
}

function lineOf(random: Random, days: readonly string[], person: Person, colleagues: readonly number[]): ItemFacts {
  const purchasedOn = random.pick(days);
  const draw = random.next();
  const cents = random.between(900, 4_500);
  if (draw < 0.55) return { natureId: NATURE.lunch, purchasedOn, cents };
  if (draw < 0.75) return { natureId: NATURE.dinner, purchasedOn, cents };
  if (draw < 0.9) return { natureId: random.pick([NATURE.taxi, NATURE.hotel]), purchasedOn, cents: cents * 3 };
  const guests = [random.pick(colleagues), random.pick(colleagues)].filter((id) => id !== person.id);
  return { natureId: NATURE.invitation, purchasedOn, cents: cents * 3, guests: [...new Set(guests)], outsiders: 1 };
}
