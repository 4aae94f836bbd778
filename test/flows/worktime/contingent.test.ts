import { expect, test } from '@jest/globals';
import { addDays, plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { timeCorrectionsTable } from '../../../shared/tables/worktime/timeCorrectionsTable.ts';
import { timeRegulationsTable } from '../../../shared/tables/worktime/timeRegulationsTable.ts';
import { timeRulesTable } from '../../../shared/tables/worktime/timeRulesTable.ts';
import { TimeCompany } from './timeCompany.ts';

/** Person 1 does five hours more than 35 in each of so many weeks from a Monday on. */
async function company(from: string, weeks: number): Promise<TimeCompany> {
  const begun = await TimeCompany.begun();
  begun.account.read = Array.from({ length: 12 }, (_, at) => plainMonth(`2026-${String(at + 1).padStart(2, '0')}`));
  for (let week = 0; week < weeks; week += 1) begun.week('1', addDays(plainDate(from), 7 * week), 8, 8, 8, 8, 8);
  return begun;
}

const passed = async (begun: TimeCompany, month: string) => {
  const [person] = (await begun.computed(month)).people;
  return (person?.controls ?? []).filter(({ code }) => code === 'contingentPassed');
};

test.each([
  ['220 hours, the whole contingent', 44, []],
  ['five hours more: as many of rest beyond twenty people', 45, [[225 * 60, 220 * 60, 300]]],
])('%s', async (_, weeks, expected) => {
  // The week of 29 December 2025 closes in January: it is of the contingent of 2026.
  const begun = await company('2025-12-29', weeks);
  begun.fill(timeRegulationsTable, { name: 'Siège', set: 'Droit commun', headcount: 21 });
  const told = await passed(begun, '2026-11');
  expect(told.map(({ facts }) => [facts['measured'], facts['limit'], facts['rest']])).toEqual(expected);
});

test('an agreement, and half the rest up to twenty people', async () => {
  const begun = await company('2026-09-07', 4);
  begun.fill(timeRegulationsTable, { name: 'Siège', set: 'Droit commun', contingent: 6, headcount: 20 });
  const [told] = await passed(begun, '2026-10');
  expect(told?.facts).toMatchObject({ measured: 1_200, limit: 360, rest: 420, open: 'yes' });
  expect(told && findingText(told)).toContain('à prendre');
});

test('what was counted elsewhere until a date goes on from the next Monday', async () => {
  const begun = await company('2026-09-07', 4);
  begun.fill(timeRegulationsTable, { name: 'Siège', set: 'Droit commun', contingent: 100, headcount: 50 });
  const typed = { luccaId: '1', date: '2026-09-13', kind: 'contingent déjà utilisé' };
  begun.fill(timeCorrectionsTable, { ...typed, hours: 85 });
  expect(await passed(begun, '2026-10')).toEqual([]);
  begun.fill(timeCorrectionsTable, { ...typed, hours: 85.5 });
  expect((await passed(begun, '2026-10')).map(({ facts }) => facts['measured'])).toEqual([100.5 * 60]);
});

test('a year that was not read from its start says nothing', async () => {
  const begun = await company('2026-09-07', 4);
  begun.account.read = ['2026-08', '2026-09', '2026-10'].map(plainMonth);
  begun.fill(timeRegulationsTable, { name: 'Siège', set: 'Droit commun', contingent: 6 });
  expect(await passed(begun, '2026-10')).toEqual([]);
});

const sundays = { set: 'Dimanches', order: 1, code: 'DIM', kind: 'jours chômés', account: 'HS25', natures: 'dimanche' };

test('forfait jours have no contingent (L3121-62), and keep their rests', async () => {
  const begun = await company('2026-09-07', 4);
  begun.week('1', '2026-10-12', 8, 11, 0, 0, 0, 0, 4);
  begun.fill(timeRulesTable, sundays);
  const regulation = { name: 'Cadres', set: 'Dimanches', contingent: 6 };
  const codes = async (unit: string) => {
    begun.fill(timeRegulationsTable, { ...regulation, unit });
    const [person] = (await begun.computed('2026-10')).people;
    return person?.controls.map(({ code }) => code);
  };
  expect(await codes('heures')).toEqual(['dayTooLong', 'breakMissing', 'contingentPassed']);
  expect(await codes('jours')).toEqual(['breakMissing']);
});

test('weeks in days before a regulation in hours use nothing of the contingent', async () => {
  const begun = await company('2026-09-07', 4);
  begun.fill(timeRulesTable, sundays);
  const regulation = { name: 'Siège', set: 'Dimanches', contingent: 6 };
  begun.fill(timeRegulationsTable, { ...regulation, unit: 'jours' }, { ...regulation, from: '2026-09-21' });
  expect((await passed(begun, '2026-10')).map(({ facts }) => facts['measured'])).toEqual([600]);
});
