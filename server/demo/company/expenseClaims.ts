import { stamp } from './days.ts';
import type { Company, ExpenseClaim, ExpenseItem, Person } from './model.ts';

export const STATUS = {
  created: 1,
  partiallyApproved: 2,
  approved: 3,
  controlled: 4,
  approvedAndControlled: 5,
  paymentInitiated: 6,
  paid: 7,
  refused: 8,
  cancelled: 9,
} as const;

export interface ItemFacts {
  readonly natureId: number;
  readonly purchasedOn: string;
  readonly cents: number;
  readonly guests?: readonly number[];
  readonly outsiders?: number;
  /** Given only to slip a line before the others; otherwise the next number. */
  readonly id?: number;
}

/** Adds one report with its lines, declared on `declaredOn`; the lines were typed in that day. */
export function addClaim(
  company: Company,
  owner: Person,
  declaredOn: string,
  statusId: number,
  lines: readonly ItemFacts[],
): ExpenseClaim {
  const id = company.nextIds.claim++;
  const claim: ExpenseClaim = {
    id,
    ownerId: owner.id,
    name: `Note de frais ${declaredOn.slice(5, 7)}/${declaredOn.slice(0, 4)}`,
    declaredOn,
    statusId,
    modifiedOn: stamp(declaredOn, 600),
  };
  company.claims.set(id, claim);
  for (const line of lines) {
    const item: ExpenseItem = {
      guests: [],
      outsiders: 0,
      ...line,
      id: line.id ?? company.nextIds.item++,
      claimId: id,
      ownerId: owner.id,
      createdOn: stamp(declaredOn, 540),
    };
    company.items.set(item.id, item);
  }
  return claim;
}
