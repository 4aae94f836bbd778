import { expect, test } from '@jest/globals';
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

test('only of what is written: a doubt between a value that stays and one that comes is told once', async () => {
  const company = new SmallCompany();
  const known = { nir: '180056938212327', birthDate: '1980-05-17', workPhone: '12' };
  company.account.employees = [person('1', known)];
  await company.apply(() => 'accept');
  company.account.employees = [person('1', { ...known, nir: '180056938212327', postalCode: '1000' })];
  expect(await problems(company)).toEqual([`Code postal\u00a0: ${problemTexts.postalCodeShort}`]);
});
