import type { ExpenseNature } from './model.ts';

const MEAL = { id: 3, tag: 'Restaurant', label: 'Restaurants et invitations' };
const INVITATION = { id: 4, tag: 'Invitation', label: 'Restaurants et invitations' };
const TRANSPORT = { id: 5, tag: 'Transport', label: 'Transports' };
const STAY = { id: 6, tag: 'Lodging', label: 'Hébergement' };

export const NATURE = { lunch: 12, dinner: 13, invitation: 14, taxi: 15, hotel: 16, canteen: 17 } as const;

/** Natures of expenses. The old canteen is no longer offered, and still has lines. */
export const NATURES: readonly ExpenseNature[] = [
  { id: NATURE.lunch, name: 'Déjeuner', type: MEAL, isEnabled: true },
  { id: NATURE.dinner, name: 'Dîner', type: MEAL, isEnabled: true },
  { id: NATURE.invitation, name: 'Invitation', type: INVITATION, isEnabled: true },
  { id: NATURE.taxi, name: 'Taxi', type: TRANSPORT, isEnabled: true },
  { id: NATURE.hotel, name: 'Hôtel', type: STAY, isEnabled: true },
  { id: NATURE.canteen, name: 'Cantine interentreprises', type: MEAL, isEnabled: false },
];
