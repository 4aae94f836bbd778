import { expect, test } from '@jest/globals';
import { plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { prepareVoucherSheets } from '../../../shared/flows/vouchers/voucherSheets.ts';
import { expenseImpactsTable } from '../../../shared/tables/vouchers/impactsTables.ts';
import { displayed, blank } from '../../../shared/domain/review/cell.ts';
import { sound } from '../../support/smallCompany.ts';
import { ordered, VoucherCompany } from './voucherCompany.ts';

/** A lunch of person 1 on a nature that Lucca disabled since. */
async function begun(): Promise<VoucherCompany> {
  const company = await VoucherCompany.begun();
  await company.close('2026-09');
  company.account.natures = [
    ...company.account.natures,
    { id: '32', name: 'Déjeuner (ancien)', isRestaurant: true, isEnabled: false },
    { id: '33', name: 'Cantine (ancienne)', isRestaurant: true, isEnabled: false },
  ];
  const date = plainDate('2026-09-15');
  company.account.meals = [
    { id: 'm1', employeeId: '1', date, natureId: '32', stage: 'exported', host: null, moment: 'lunch' },
  ];
  return company;
}

test('a nature disabled since a meal was claimed on it must be decided, and then counts', async () => {
  const company = await begun();
  const answer = await company.compute('2026-10');
  if (answer.ok || answer.error.code !== 'noRegulation') throw new Error('a refusal is expected');
  const told = answer.error.findings.filter(({ code }) => code === 'voucherNaturesUnset');
  expect(told.map(({ facts }) => facts['names'])).toEqual(['Déjeuner (ancien)']);
  company.fill(
    expenseImpactsTable,
    { id: '31', name: 'Déjeuner', impact: 'déduit' },
    { id: '32', name: 'Déjeuner (ancien)', impact: 'déduit' },
  );
  expect(ordered(await company.computed('2026-10'))).toEqual({ '1': 21, '2': 22, '3': 22 });
});

test('its row is brought to the sheet, and that of one that nobody used is not', async () => {
  const company = await begun();
  const request = { connection: company.account.connection(), month: plainMonth('2026-10') };
  sound(await prepareVoucherSheets(company.ports, request));
  const rows = company.book.tables.get(expenseImpactsTable.name) ?? [];
  expect(rows.map(({ cells }) => displayed(cells['name'] ?? blank))).toEqual(['Déjeuner', 'Déjeuner (ancien)']);
});
