import { expect, test } from '@jest/globals';
import type { Employee } from '../../shared/domain/people/employee.ts';
import { entryProblems } from '../../shared/flows/entryProblems.ts';
import { problemTexts } from '../../shared/messages/fr/employees/checks.ts';
import { person, SmallCompany } from '../support/smallCompany.ts';

async function problems(company: SmallCompany): Promise<string[]> {
  const review = await company.review();
  return review.entries.flatMap((entry) => entryProblems(entry, review.origin.asOf));
}

test('what is wrong in what Lucca would write is told beside it, without the value', async () => {
  const company = new SmallCompany();
  company.account.employees = [person('1', { nir: '180056938212300', birthDate: '1981-05-17', civilTitle: 'M.' })];
  expect(await problems(company)).toEqual([`Numéro de sécurité sociale\u00a0: ${problemTexts.nirKey}`]);
  await company.apply(() => 'accept');
  expect(await problems(company)).toEqual([]);
});

const known: Employee['values'] = {
  ...{ civilTitle: 'M.', nir: '180056938212327', birthDate: '1980-05-17', birthCountry: 'FR', bic: 'AGRIFRPP' },
  ...{ dependentChildren: 2, disabledChildren: 2, contractStart: '2021-01-01', contractEnd: '2026-11-30' },
};

async function changed(values: Employee['values']): Promise<string[]> {
  const company = new SmallCompany();
  company.account.employees = [person('1', known)];
  await company.apply(() => 'accept');
  company.account.employees = [person('1', { ...known, ...values })];
  return problems(company);
}

const NIR = 'Numéro de sécurité sociale';

test.each<[string, Employee['values'], string[]]>([
  ['a title', { civilTitle: 'Mme' }, [`${NIR}\u00a0: ${problemTexts.nirSex}`]],
  ['a country of birth', { birthCountry: 'MA' }, [`${NIR}\u00a0: ${problemTexts.nirBornInFrance}`]],
  ['children', { dependentChildren: 1 }, [`Enfants handicapés\u00a0: ${problemTexts.moreDisabledChildren}`]],
  ['an account', { iban: 'DE89370400440532013000' }, [`BIC\u00a0: ${problemTexts.bicCountry}`]],
  ['a start', { contractStart: '2026-12-01' }, [`Fin de contrat\u00a0: ${problemTexts.endBeforeStart}`]],
  ['two that agree', { dependentChildren: 1, disabledChildren: 1 }, []],
])('a contradiction that %s makes is told with it, on whichever cell it is reported', async (_, values, told) => {
  expect(await changed(values)).toEqual(told);
});

test('what was wrong before is not told of another change', async () => {
  const company = new SmallCompany();
  company.account.employees = [person('1', { ...known, civilTitle: 'Mme' })];
  await company.apply(() => 'accept');
  company.account.employees = [person('1', { ...known, civilTitle: 'Mme', city: 'Brest' })];
  expect(await problems(company)).toEqual([]);
});

test('only of what is written: a doubt between a value that stays and one that comes is told once', async () => {
  const company = new SmallCompany();
  const known = { nir: '180056938212327', birthDate: '1980-05-17', workPhone: '12' };
  company.account.employees = [person('1', known)];
  await company.apply(() => 'accept');
  company.account.employees = [person('1', { ...known, nir: '180056938212327', postalCode: '1000' })];
  expect(await problems(company)).toEqual([`Code postal\u00a0: ${problemTexts.postalCodeShort}`]);
});
