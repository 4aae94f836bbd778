import type { ExpenseClaim, ExpenseItem, Person } from '../../company/model.ts';
import type { View } from '../view.ts';
import type { Collection } from './query.ts';
import { date, flag, json, number, text, type Resource } from './resource.ts';

const STATUS_NAMES = [
  '',
  'Created',
  'PartiallyApproved',
  'Approved',
  'Controlled',
  'ApprovedAndControlled',
  'PaymentInitiated',
  'Paid',
  'Refused',
  'Cancelled',
] as const;

/** Reports whose every line is controlled. */
const CONTROLLED = [4, 5, 6, 7];

const ownerOf = (view: View, ownerId: number): Person | undefined => view.company.people.get(ownerId);

const claims: Resource<ExpenseClaim> = {
  name: 'ExpenseClaim',
  defaults: 'id,name,declaredOn,statusId',
  properties: {
    id: number((row) => row.id),
    name: text((row) => row.name),
    declaredOn: date((row) => row.declaredOn),
    createdOn: date((row) => row.declaredOn),
    modifiedOn: date((row) => row.modifiedOn),
    statusId: number((row) => row.statusId),
    status: json(({ statusId }) => ({
      id: statusId,
      name: STATUS_NAMES[statusId],
      code: STATUS_NAMES[statusId]?.toUpperCase(),
    })),
    paymentMethodId: number(() => 0),
    ownerId: number((row) => row.ownerId),
    owner: json(({ ownerId }, view) => {
      const owner = ownerOf(view, ownerId);
      return owner === undefined ? null : { id: ownerId, firstName: owner.firstName, lastName: owner.lastName };
    }),
    authorId: number((row) => row.ownerId),
    legalEntityId: number((row, view) => ownerOf(view, row.ownerId)?.establishmentId ?? null),
    currencyId: text(() => 'EUR'),
  },
};

function attendeesOf({ guests, outsiders, id }: ExpenseItem, view: View): unknown {
  const internal = guests.map((guest) => ({
    id: guest,
    employeeNumber: ownerOf(view, guest)?.employeeNumber ?? null,
  }));
  const external = Array.from({ length: outsiders }, (_, at) => ({
    id: id * 10 + at,
    displayName: `Client ${String(at + 1)}`,
  }));
  return { internal, external };
}

const items: Resource<ExpenseItem> = {
  name: 'ExpenseClaimItem',
  defaults: 'id,expenseClaimId,purchasedOn',
  properties: {
    id: number((row) => row.id),
    expenseClaimId: number((row) => row.claimId),
    lineNumber: number(() => 1),
    isControlled: flag((row, view) => CONTROLLED.includes(view.company.claims.get(row.claimId)?.statusId ?? 0)),
    purchasedOn: date((row) => row.purchasedOn),
    createdOn: date((row) => row.createdOn),
    expenseNatureId: number((row) => row.natureId),
    ownerId: number((row) => row.ownerId),
    paymentMethodId: number(() => 0),
    originalTransaction: json(({ cents }) => ({ grossAmount: cents / 100, currencyId: 'EUR', isExpenseAbroad: false })),
    effectiveQuantity: number((row) => 1 + row.guests.length + row.outsiders),
    attendees: json(attendeesOf),
    merchant: text(() => 'Brasserie du Parc'),
    comment: text(() => null),
  },
};

/** Reports have no route of their own by identifier: the list filtered on `id`. */
export const claimCollection: Collection<ExpenseClaim> = {
  resource: claims,
  maximum: 1000,
  rows: (view) => (view.denied.has('expenses') ? [] : [...view.company.claims.values()]),
};

export const itemCollection: Collection<ExpenseItem> = {
  resource: items,
  maximum: 1000,
  rows: (view) => (view.denied.has('expenses') ? [] : [...view.company.items.values()]),
};
