import { expect, test } from '@jest/globals';
import { isLike } from '../../../shared/domain/absences/bindAccounts.ts';
import { yearlyPattern } from '../../../shared/domain/absences/yearlyPattern.ts';

test.each([
  ['Congés payés 2026-2027', 'Congés payés *', 'Congés payés 2027-2028'],
  ['Congés payés 2026/27', 'Congés payés *', 'Congés payés 2027/28'],
  ['RTT 2026', 'RTT *', 'RTT 2027'],
  ['Congés payés N-1', 'Congés payés *', 'Congés payés N'],
  ['2026 - RTT salarié', '* - RTT salarié', '2027 - RTT salarié'],
])('%s: %s, for %s as well', (name, pattern, next) => {
  expect(yearlyPattern(name)).toBe(pattern);
  expect([isLike(name, pattern), isLike(next, pattern)]).toEqual([true, true]);
});

test.each([['Congés payés'], ['Naissance'], ['2026'], ['Compte 120266'], ['Congés * 2026'], ['']])(
  '« %s » bears no year to leave out',
  (name) => {
    expect(yearlyPattern(name)).toBeUndefined();
  },
);
