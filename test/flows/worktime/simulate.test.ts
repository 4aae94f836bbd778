import { describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { basisPoints, cents } from '../../../shared/domain/money/money.ts';
import { readyMadeSets } from '../../../shared/domain/worktime/readyMade.ts';
import {
  costOf,
  simulateTimes,
  type TimeSimulation,
  type TriedSet,
} from '../../../shared/flows/worktime/simulateTimes.ts';
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
    expect(simulation.findings.map(({ code }) => code)).toContain('gapRuleOfPartTime');
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

test('what hours cost', () => {
  const account = { code: 'HS25', name: '', premium: basisPoints(2_500), isTransferable: false };
  expect(costOf(480, account, cents(1_100))).toBe(11_000);
  expect(costOf(480, { ...account, premium: null }, cents(1_100))).toBe(8_800);
});
