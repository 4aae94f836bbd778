/** Every ready-made set passes its checks and counts what it says. */
import { describe, expect, test } from '@jest/globals';
import { plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { checkRuleSet } from '../../../shared/domain/worktime/checkRuleSet.ts';
import { readyMadeSets } from '../../../shared/domain/worktime/readyMade.ts';
import { at, counted, daily, MONDAY, partTime, planned, ruleSet } from './builders.ts';

function setOf(key: string) {
  const found = readyMadeSets.find((each) => each.key === key);
  if (!found) throw new Error(`no set ${key}`);
  return ruleSet(found.rules, { name: found.name, accounts: found.accounts });
}

test.each(readyMadeSets.map(({ key }) => key))('%s has nothing to be told, and says where it comes from', (key) => {
  expect(checkRuleSet(setOf(key))).toEqual([]);
  const found = readyMadeSets.find((each) => each.key === key);
  expect(found?.sources.length).toBeGreaterThan(0);
});

describe('46 hours of a contract of 35', () => {
  const timed = daily(MONDAY, 552, 552, 552, 552, 552);
  test.each([
    ['generalLaw', { HS25: 480, HS50: 180 }],
    ['hcr', { HS10: 240, HS20: 240, HS50: 180 }],
    ['accountants', { HS10: 240, HS25: 420 }],
    ['restInsteadOfPay', { HS25: 0, HS50: 0, RCR: 600 + 270 }],
  ])('%s', (key, expected) => {
    expect(counted(setOf(key), { timed })).toEqual(expected);
  });
});

test('part time: 28 h, 36 h worked', () => {
  const timed = daily(MONDAY, 432, 432, 432, 432, 432);
  expect(counted(setOf('partTime'), { ...partTime(1_680), timed })).toEqual({ C10: 168, C25: 312 });
});

describe('night, Sunday, holidays, 1 May and the solidarity day', () => {
  const set = setOf('nightAndSunday');

  test('a Saturday evening into Sunday is night, and Sunday from midnight', () => {
    const timed = [at('2026-09-12T20:00', '2026-09-13T04:00')];
    expect(counted(set, { timed })).toEqual({ NUIT: 420, DIM: 240 });
  });

  test('1 May has an account of its own, and is no other holiday', () => {
    const days = new Map(planned(plainDate('2026-04-27'), 42, 420));
    const may = days.get(plainDate('2026-05-01'));
    const eighth = days.get(plainDate('2026-05-08'));
    if (may) days.set(plainDate('2026-05-01'), { ...may, holiday: 'firstOfMay' });
    if (eighth) days.set(plainDate('2026-05-08'), { ...eighth, holiday: 'legal' });
    const timed = [...daily(plainDate('2026-05-01'), 420), ...daily(plainDate('2026-05-08'), 240)];
    expect(counted(set, { planned: days, timed }, plainMonth('2026-05'))).toEqual({ FERIE: 240, MAI: 420 });
  });

  test.each([
    ['full time: seven hours', 2_100, 420, 60],
    ['part time of 28 h: five hours and 36 minutes', 1_680, 336, 144],
  ])('the solidarity day of %s, the rest is of the holiday', (_, weekly, own, rest) => {
    const monday = plainDate('2026-05-25');
    const days = new Map(planned(plainDate('2026-05-18'), 42, weekly / 5));
    const day = days.get(monday);
    if (day) days.set(monday, { ...day, holiday: 'legal', isSolidarity: true });
    const { contracts } = weekly < 2_100 ? partTime(weekly) : {};
    const who = { planned: days, timed: daily(monday, 480), ...(contracts && { contracts }) };
    expect(counted(set, who, plainMonth('2026-05'))).toEqual({ SOLID: own, FERIE: rest });
  });
});
