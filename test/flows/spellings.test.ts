/** Two spellings of one value are no difference, whichever side wrote them. */
import { expect, test } from '@jest/globals';
import { person, SmallCompany } from '../support/smallCompany.ts';

const lucca = {
  workPhone: '+33612345678',
  workEmail: 'Ada.Morel@exemple.fr',
  countryCode: 'FRA',
  civilTitle: 'Madame',
  nir: '255081416802538',
  bic: 'BNPAFRPPXXX',
};
const typed = {
  workPhone: '06 12 34 56 78',
  workEmail: 'ada.morel@exemple.fr ',
  countryCode: 'FR',
  civilTitle: 'Mme',
  nir: '2 55 08 14 168 025',
  bic: 'BNPAFRPP',
};

async function begun(): Promise<SmallCompany> {
  const company = new SmallCompany();
  company.account.employees = [person('1', lucca)];
  await company.apply(() => 'accept');
  return company;
}

test('what payroll writes its own way is neither proposed nor « modifié dans la paie »', async () => {
  const company = await begun();
  for (const [column, text] of Object.entries(typed)) company.type('1', column, text);
  const review = await company.review();
  expect([review.entries, review.kept]).toEqual([[], []]);
});

test('what Lucca writes another way is no news; another value is', async () => {
  const company = await begun();
  company.account.employees = [person('1', typed)];
  expect(await company.proposals()).toEqual([]);
  company.account.employees = [person('1', { ...typed, workPhone: '06 12 34 56 79', countryCode: 'BE' })];
  expect(await company.proposals()).toEqual(['changed 1 countryCode: accept', 'changed 1 workPhone: accept']);
});

test('both spelt otherwise, then Lucca changes: only that change is proposed, and applied it is over', async () => {
  const company = await begun();
  for (const [column, text] of Object.entries(typed)) company.type('1', column, text);
  company.account.employees = [person('1', { ...lucca, workPhone: '07 00 00 00 00' })];
  expect(await company.proposals()).toEqual(['changed 1 workPhone: accept']);
  await company.apply();
  expect([company.cell('1', 'workPhone'), await company.proposals()]).toEqual(['07 00 00 00 00', []]);
});

test('two matricules that a dot tells apart are two', async () => {
  const company = await begun();
  company.type('1', 'employeeNumber', '10.1');
  company.account.employees = [person('1', { ...lucca, employeeNumber: '101' })];
  expect(await company.proposals()).toEqual(['conflict 1 employeeNumber: undecided']);
});

test('what is no phone is compared to the letter', async () => {
  const company = await begun();
  company.type('1', 'workPhone', 'voir RH');
  company.account.employees = [person('1', { ...lucca, workPhone: 'poste 12' })];
  expect(await company.proposals()).toEqual(['conflict 1 workPhone: undecided']);
});

test('one civil title: « Mademoiselle », « Mlle » and « Mme » are the same, « M. » is another', async () => {
  const company = await begun();
  for (const title of ['Mademoiselle', 'Mlle', 'Mme']) {
    company.account.employees = [person('1', { ...lucca, civilTitle: title })];
    expect(await company.proposals()).toEqual([]);
  }
  company.account.employees = [person('1', { ...lucca, civilTitle: 'M.' })];
  expect(await company.proposals()).toEqual(['changed 1 civilTitle: accept']);
});
