import { expect, test } from '@jest/globals';
import { absenceImpactsTable } from '../../../shared/tables/vouchers/impactsTables.ts';
import { halfDay } from '../../support/smallCompany.ts';
import { VoucherCompany } from './voucherCompany.ts';

const impacts = (company: VoucherCompany, old: string, made: string) =>
  company.fill(
    absenceImpactsTable,
    { id: '9', name: 'Congés payés', impact: old },
    { id: '10', name: 'Congés payés 2027', impact: made },
  );

/** What the order of November corrects of the days of September, which the order of October has closed. */
async function corrections(accountId: string, old: string, made: string): Promise<number[]> {
  const company = await VoucherCompany.begun();
  await company.close('2026-09');
  await company.close('2026-10');
  company.account.accounts = [
    ...company.account.accounts,
    { id: '10', name: 'Congés payés 2027', establishments: ['Lyon'] },
  ];
  impacts(company, old, made);
  company.account.halfDays = (['am', 'pm'] as const).map((half) => halfDay('70', '2026-09-15', half, { accountId }));
  const { people } = await company.computed('2026-11');
  return people.filter(({ outcome }) => outcome.employeeId === '1').map(({ outcome }) => outcome.count.corrections);
}

test('a late absence on an account made since the order is taken as it was decided since', async () => {
  expect(await corrections('10', 'déduit', 'déduit')).toEqual([-1]);
  expect(await corrections('10', 'déduit', 'ne déduit pas')).toEqual([0]);
});

test('on an account that the order knew, its own settings hold', async () => {
  expect(await corrections('9', 'ne déduit pas', 'déduit')).toEqual([-1]);
});
