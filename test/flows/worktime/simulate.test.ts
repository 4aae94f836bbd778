import { describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { readyMadeSets } from '../../../shared/domain/worktime/readyMade.ts';
import { simulateTimes, type TimeSimulation } from '../../../shared/flows/worktime/simulateTimes.ts';
import type { TriedSet } from '../../../shared/flows/worktime/triedSet.ts';
import { timeAccountsTable } from '../../../shared/tables/worktime/timeAccountsTable.ts';
import { timeRulesTable } from '../../../shared/tables/worktime/timeRulesTable.ts';
import { sound } from '../../support/smallCompany.ts';
import { TimeCompany } from './timeCompany.ts';

const simulate = (company: TimeCompany, tried: TriedSet, regulation?: string) =>
  simulateTimes(company.ports, {
    connection: company.account.connection(),
    month: plainMonth('2026-10'),
    tried,
    ...(regulation === undefined ? {} : { regulation }),
  });

const ready = (key: string) => {
  const set = readyMadeSets.find((each) => each.key === key);
  if (!set) throw new RangeError(key);
  return { ready: set };
};

const accounts = ({ accounts: all }: TimeSimulation) =>
  Object.fromEntries(all.map(({ account, held, tried }) => [account.code, [held, tried]]));

describe('the same weeks under two sets', () => {
  test('general law beside hotels: 46 hours', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-10-05', 10, 9, 9, 9, 9);
    const simulation = sound(await simulate(company, ready('hcr')));
    expect(accounts(simulation)).toEqual({ HS25: [480, 0], HS50: [180, 180], HS10: [0, 240], HS20: [0, 240] });
    expect(simulation.people.map(({ employeeId }) => employeeId)).toEqual(['1']);
    expect(simulation.left).toEqual([]);
  });

  test('a set of the sheet, for one regulation; nothing is written', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-10-05', 8, 8, 8, 8, 8);
    const before = JSON.stringify([...company.book.tables]);
    expect(accounts(sound(await simulate(company, { name: 'droit commun' }, 'siège')))).toEqual({ HS25: [300, 300] });
    expect(JSON.stringify([...company.book.tables])).toBe(before);
  });

  test('people whom a side cannot count are left, and the reason is told', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-10-05', 8, 8, 8, 8, 8);
    const simulation = sound(await simulate(company, ready('partTime')));
    expect(simulation.left).toHaveLength(3);
    expect(simulation).toMatchObject({ compared: 0, people: [], accounts: [] });
    for (const { held, tried } of simulation.left) {
      expect(held).toEqual([]);
      expect(tried.map(({ code, facts }) => [code, facts['rule']])).toEqual([
        ['gapRuleOfPartTime', 'C10'],
        ['gapRuleOfPartTime', 'C25'],
      ]);
    }
  });

  test('somebody whom the rules of today refuse is told so, once', async () => {
    const company = await TimeCompany.begun();
    const { account } = company;
    account.workingTimes.push({ id: 'wt28', name: '28 h', isPartTime: true, weeklyMinutes: 1_680 });
    account.contracts = account.contracts.map((each) =>
      each.employeeId === '2' ? company.contract('2', { workingTimeId: 'wt28' }) : each,
    );
    const simulation = sound(await simulate(company, { name: 'Droit commun' }));
    expect(simulation.compared).toBe(2);
    expect(simulation.left.map(({ held, tried }) => [held[0]?.code, tried])).toEqual([['gapRuleOfFullTime', []]]);
  });

  test('an unknown set, and one with mistakes', async () => {
    const company = await TimeCompany.begun();
    expect(await simulate(company, { name: 'Autre' })).toMatchObject({ ok: false, error: { code: 'unknownSet' } });
    company.fill(
      timeRulesTable,
      { set: 'Droit commun', order: 1, code: 'HS25', kind: 'écart', account: 'HS25', fromHour: 36, toHour: 43 },
      { set: 'Essai', order: 1, code: 'HS50', kind: 'écart', account: 'HS50' },
    );
    expect(await simulate(company, { name: 'Essai' })).toMatchObject({
      ok: false,
      error: { code: 'invalidSet', findings: [{ code: 'gapWithoutLower' }] },
    });
  });
});

test('nothing is tried with a rule or an account that cannot be read: its cell is told', async () => {
  const company = await TimeCompany.begun();
  company.week('1', '2026-10-05', 8, 8, 8, 8, 8);
  company.fill(
    timeRulesTable,
    { set: 'Droit commun', order: 1, code: 'HS25', kind: 'écart', account: 'HS25', fromHour: 36, toHour: 43 },
    { set: 'Essai', order: 1, code: 'HS50', kind: 'écart', account: 'HS50', fromHour: 44 },
    { set: 'Essai', order: 2, code: 'X', kind: 'écarts', account: 'HS25', fromHour: 36 },
  );
  const refused = (place: object) => ({ ok: false, error: { code: 'invalidSet', findings: [{ place }] } });
  expect(await simulate(company, { name: 'Essai' })).toMatchObject(refused({ table: timeRulesTable.name }));
  company.fill(
    timeAccountsTable,
    { name: 'Heures supp. 25 %', code: 'HS25', premium: 'vingt-cinq', transfer: 'paie' },
    { name: 'Heures supp. 50 %', code: 'HS50', premium: 50, transfer: 'paie' },
  );
  const result = await simulate(company, ready('restInsteadOfPay'));
  expect(result).toMatchObject({ ok: false, error: { code: 'invalidSet' } });
  expect(
    result.ok || !('findings' in result.error) ? [] : result.error.findings.map(({ place }) => place?.table),
  ).toContain(timeAccountsTable.name);
});

describe('what is paid of an account', () => {
  const paid = ({ people }: TimeSimulation) =>
    Object.fromEntries(people.flatMap(({ gaps }) => gaps.map((gap) => [gap.account.code, gap.paid])));

  test('hours beyond the contract are due whole; those of another account bear a premium alone', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-10-05', 8, 8, 8, 8, 8, 0, 4);
    expect(paid(sound(await simulate(company, ready('nightAndSunday'))))).toEqual({
      HS25: { held: { hours: 480, premium: 480, firstOfMay: 0 }, tried: null },
      HS50: { held: { hours: 60, premium: 60, firstOfMay: 0 }, tried: null },
      DIM: { held: null, tried: { hours: 0, premium: 240, firstOfMay: 0 } },
    });
  });

  test('rest costs nothing: an account of the sheet that goes there, one that a ready-made set fills', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-10-05', 8, 8, 8, 8, 8);
    company.fill(
      timeAccountsTable,
      { name: 'Heures supp. 25 %', code: 'HS25', premium: 25, transfer: 'repos' },
      { name: 'Heures supp. 50 %', code: 'HS50', premium: 50, transfer: 'paie' },
    );
    expect(paid(sound(await simulate(company, ready('restInsteadOfPay'))))).toEqual({
      HS25: { held: null, tried: null },
      RCR: { held: null, tried: null },
    });
  });
});
