/** Meals on expense reports: lines of restaurant natures by month of purchase, then the state of their reports. */
import type { PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { ExpenseNature, MealOfEmployee } from '../../shared/contracts/voucherSchemas.ts';
import { chunksOfText } from './chunks.ts';
import { readList } from './list.ts';
import { toMeals, toNatures } from './mapping/meals.ts';
import { CLAIMS_LIMIT, listOfClaims } from './resources/expenseClaims.ts';
import { listOfItems, type ExpenseItem } from './resources/expenseItems.ts';
import { listOfNatures } from './resources/expenseNatures.ts';
import { whenRead } from './resources/loose.ts';
import type { User } from './resources/users.ts';
import type { Session } from './session.ts';

/** Beyond 8 KB of address and headers Lucca refuses the request: the identifiers take five of them at most. */
const CHARACTERS_OF_IDS = 5_000;

export interface Meals {
  readonly natures: readonly ExpenseNature[];
  readonly meals: ReadonlyMap<PlainMonth, readonly MealOfEmployee[]>;
}

async function readItems(
  session: Session,
  months: readonly PlainMonth[],
  natures: readonly string[],
): Promise<ReadonlyMap<PlainMonth, readonly ExpenseItem[]>> {
  const items = new Map<PlainMonth, readonly ExpenseItem[]>();
  let before = 0;
  for (const month of months) {
    const told = (done: number, total: number): void =>
      session.progress.rows(before + done, months.length === 1 ? total : 0);
    const read = natures.length === 0 ? [] : await readList(session, listOfItems(month, natures, told));
    items.set(month, read);
    before += read.length;
  }
  return items;
}

/** By the identifiers that the lines bear: exact, and hundreds in a request. */
async function readStatuses(session: Session, items: Iterable<ExpenseItem>): Promise<ReadonlyMap<string, number>> {
  const ids = new Set<string>();
  for (const { expenseClaimId } of items) if (expenseClaimId != null) ids.add(expenseClaimId);
  const statuses = new Map<string, number>();
  for (const chunk of chunksOfText([...ids], CLAIMS_LIMIT, CHARACTERS_OF_IDS))
    for (const { id, statusId } of await readList(session, listOfClaims(chunk))) statuses.set(id, statusId);
  return statuses;
}

function nameOf({ id, firstName, lastName }: User): readonly [string, string] {
  return [id, [whenRead(firstName), whenRead(lastName)].filter((part) => part != null).join(' ') || id];
}

/** Undefined when the key sees no nature of expense: an account that has reports has some. Throws a `LuccaFailure`. */
export async function readMeals(
  session: Session,
  months: readonly PlainMonth[],
  users: readonly User[],
): Promise<Meals | undefined> {
  const natures = toNatures(await readList(session, listOfNatures));
  if (natures.length === 0) return undefined;
  const restaurants = natures.filter(({ isRestaurant }) => isRestaurant).map(({ id }) => id);
  const items = await readItems(session, months, restaurants);
  const statuses = await readStatuses(session, [...items.values()].flat());
  const names = new Map(users.map(nameOf));
  const meals = [...items].map(([month, read]) => [month, toMeals({ items: read, statuses, names })] as const);
  return { natures, meals: new Map(meals) };
}
