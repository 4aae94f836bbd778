import { expect, test } from '@jest/globals';
import { accountsEverSeen } from '../../server/jobs/accountsEverSeen.ts';

const account = (id: string, name: string, ...establishments: string[]) => ({ id, name, establishments });

test('accounts of both, by number, with all the establishments that were seen', () => {
  const before = [account('1225', 'CP 2025-2026', 'Lyon'), account('29', 'Télétravail', 'Lyon')];
  const now = [account('1226', 'CP 2026-2027', 'Nice'), account('29', 'Télétravail', 'Nice', 'Lyon')];
  expect(accountsEverSeen(before, now)).toEqual([
    account('29', 'Télétravail', 'Lyon', 'Nice'),
    account('1225', 'CP 2025-2026', 'Lyon'),
    account('1226', 'CP 2026-2027', 'Nice'),
  ]);
});

test('a new name replaces the old one, a mere number does not', () => {
  const before = [account('29', 'Télétravail'), account('41', 'Maladie')];
  const now = [account('29', 'Travail à distance'), account('41', '41'), account('43', '43')];
  expect(accountsEverSeen(before, now).map(({ name }) => name)).toEqual(['Travail à distance', 'Maladie', '43']);
});
