import { expect, test } from '@jest/globals';
import { undoLastPlan } from '../../../shared/flows/apply.ts';
import { setAutomatic } from '../../../shared/flows/bookChoices.ts';
import { readBookState } from '../../../shared/flows/bookState.ts';
import { rememberMapping } from '../../../shared/flows/mappingMemory.ts';
import { prepareReview } from '../../../shared/flows/prepareReview.ts';
import { automaticEntries } from '../../../shared/flows/reviewEntries.ts';
import { person, SmallCompany, sound } from '../../support/smallCompany.ts';

const read = 'city=custom:e_ville';

async function reviewed(made: SmallCompany) {
  const connection = made.account.connection();
  const fieldMapping = { hash: 'h', acceptedAt: made.account.asOf, read, vanished: [] };
  return sound(await prepareReview(made.ports, { connection: { ...connection, fieldMapping }, months: made.months }));
}

test('an update without differences remembers what it was read with: the next one is not the first of its mapping', async () => {
  const made = new SmallCompany();
  made.account.employees = [person('1')];
  await made.apply(() => 'accept');
  sound(await setAutomatic(made.book, ['address']));
  const first = await reviewed(made);
  expect(first.entries).toEqual([]);
  expect(sound(await rememberMapping(made.book, first))).toBe(true);
  expect(sound(await rememberMapping(made.book, await reviewed(made)))).toBe(false);
  expect(sound(await readBookState(made.book)).origin?.mapping).toBe(read);

  made.account.employees = [person('1', { city: 'Brest' })];
  const next = await reviewed(made);
  expect(next.findings.map(({ code }) => code)).toEqual([]);
  expect(automaticEntries(next).map(({ item }) => item.key)).toEqual(['1']);
  expect(sound(await rememberMapping(made.book, next))).toBe(false);
  sound(await undoLastPlan(made.ports));
});
