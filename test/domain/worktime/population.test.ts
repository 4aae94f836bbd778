import { expect, test } from '@jest/globals';
import { plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { regulationOn, type Population, type TimeRegulation } from '../../../shared/domain/worktime/population.ts';

const everybody: Population = { people: [], establishments: [], workCycles: [], contractKinds: [] };
const person = { employeeId: '7', establishment: 'LYON', workCycle: '35 H', contractKind: 'CDI' };
const on = plainDate('2026-09-07');

function regulation(
  name: string,
  population: Partial<Population> = {},
  dates: Partial<TimeRegulation> = {},
): TimeRegulation {
  return {
    name,
    ruleSet: name,
    month: 'completeWeeks',
    countsHours: true,
    population: { ...everybody, ...population },
    from: plainDate('2026-01-01'),
    to: null,
    ...dates,
  };
}

function assigned(...regulations: TimeRegulation[]): string {
  const found = regulationOn(regulations, person, on);
  if (found.kind === 'one') return found.regulation.name;
  return found.kind === 'several' ? found.names.join('+') : 'none';
}

test.each<[string, readonly TimeRegulation[], string]>([
  ['nothing asked: everybody', [regulation('A')], 'A'],
  [
    'every list that is filled must hold the person',
    [regulation('A', { establishments: ['LYON'], contractKinds: ['CDD'] })],
    'none',
  ],
  ['each list may be the one', [regulation('A', { people: ['7'] }), regulation('B', { workCycles: ['39 H'] })], 'A'],
  ['two regulations of one person are no regulation', [regulation('A'), regulation('B', { people: ['7'] })], 'A+B'],
  ['from its first day', [regulation('A', {}, { from: on })], 'A'],
  ['not before', [regulation('A', {}, { from: plainDate('2026-09-08') })], 'none'],
  ['to its last day', [regulation('A', {}, { to: on }), regulation('B', {}, { from: plainDate('2026-09-08') })], 'A'],
  ['not after', [regulation('A', {}, { to: plainDate('2026-09-06') })], 'none'],
])('%s', (_, regulations, expected) => {
  expect(assigned(...regulations)).toBe(expected);
});
