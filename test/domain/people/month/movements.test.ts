/** « Mouvements du mois », case by case: docs/rules/monthControls.md names each title. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, plainDate, plainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import type { MonthContract } from '../../../../shared/domain/people/month/contracts.ts';
import { tasksOf } from '../../../../shared/domain/people/month/movement.ts';
import { movementsOf, type MovementPerson } from '../../../../shared/domain/people/month/movements.ts';
import '../../../support/properties.ts';

const OCTOBER = plainMonth('2026-10');

function contract(from: string, to: string | null = null, more: Partial<MonthContract> = {}): MonthContract {
  return {
    id: `${from}${more.establishment ?? ''}`,
    from: plainDate(from),
    to: to === null ? null : plainDate(to),
    establishment: 'Lyon',
    workingTime: '35 h',
    nature: 'CDI',
    ...more,
  };
}

const late = (starts: readonly string[], ends: readonly string[]): MovementPerson['late'] => ({
  starts: new Set(starts.map(plainDate)),
  ends: new Set(ends.map(plainDate)),
});

function person(contracts: readonly MonthContract[], more: Partial<MovementPerson> = {}): MovementPerson {
  return { employeeId: '7', contracts, toldEnds: [], late: late([], []), noticed: [], gone: undefined, ...more };
}

const told = (...dates: string[]) => ({ toldEnds: dates.map(plainDate) });

/** `hire 2026-10-01 Lyon`, `establishment 2026-10-12 Lyon → Lille`. */
function rows(each: MovementPerson): string[] {
  return movementsOf([each], OCTOBER).map(({ kind, date, before, after }) =>
    [kind, date, [before, after].filter((text) => text !== '').join(' → ')].join(' '),
  );
}

const lille = { establishment: 'Lille' };

const cases: readonly (readonly [title: string, each: MovementPerson, expected: readonly string[]])[] = [
  ['présent tout le mois : rien', person([contract('2021-01-01')]), []],
  ['arrivée le premier du mois', person([contract('2026-10-01')]), ['hire 2026-10-01 Lyon']],
  ['arrivée le dernier du mois', person([contract('2026-10-31')]), ['hire 2026-10-31 Lyon']],
  ['arrivée la veille du mois, ou le lendemain : rien', person([contract('2026-09-30')]), []],
  ['arrivée après le mois : rien', person([contract('2026-11-01')]), []],
  ['sortie le dernier jour du mois', person([contract('2021-01-01', '2026-10-31')]), ['exit 2026-10-31 Lyon']],
  ['sortie le premier jour du mois', person([contract('2021-01-01', '2026-10-01')]), ['exit 2026-10-01 Lyon']],
  ['sortie la veille du mois : rien', person([contract('2021-01-01', '2026-09-30')]), []],
  [
    'sortie le lendemain du mois : à venir',
    person([contract('2021-01-01', '2026-11-01')]),
    ['futureExit 2026-11-01 Lyon'],
  ],
  ['sortie à venir d’un contrat qui n’a pas commencé : rien', person([contract('2026-12-01', '2026-12-31')]), []],
  [
    'entrée et sortie dans le mois',
    person([contract('2026-10-05', '2026-10-16')]),
    ['hire 2026-10-05 Lyon', 'exit 2026-10-16 Lyon'],
  ],
  [
    'retour après une interruption',
    person([contract('2023-06-01', '2025-08-28'), contract('2026-10-01')]),
    ['rehire 2026-10-01 28/08/2025 → Lyon'],
  ],
  [
    'un jour sans contrat suffit à une interruption',
    person([contract('2023-06-01', '2026-10-09'), contract('2026-10-11')]),
    ['rehire 2026-10-11 09/10/2026 → Lyon', 'exit 2026-10-09 Lyon'],
  ],
  [
    'second contrat sans interruption : ni sortie, ni entrée',
    person([contract('2026-04-01', '2026-10-14', { nature: 'CDD' }), contract('2026-10-15')]),
    ['secondContract 2026-10-15 Lyon → Lyon', 'nature 2026-10-15 CDD → CDI'],
  ],
  [
    'contrat de la veille du mois, suivi le premier',
    person([contract('2026-04-01', '2026-09-30'), contract('2026-10-01')]),
    ['secondContract 2026-10-01 Lyon → Lyon'],
  ],
  [
    'établissement changé en cours de mois',
    person([contract('2021-01-01', '2026-10-11'), contract('2026-10-12', null, lille)]),
    ['secondContract 2026-10-12 Lyon → Lille', 'establishment 2026-10-12 Lyon → Lille'],
  ],
  [
    'établissement et temps de travail ensemble',
    person([contract('2021-01-01', '2026-10-11'), contract('2026-10-12', null, { ...lille, workingTime: '28 h' })]),
    [
      'secondContract 2026-10-12 Lyon → Lille',
      'establishment 2026-10-12 Lyon → Lille',
      'workingTime 2026-10-12 35 h → 28 h',
    ],
  ],
  [
    'ce que Lucca ne dit pas d’un côté n’est pas un changement',
    person([contract('2021-01-01', '2026-10-11', { workingTime: '' }), contract('2026-10-12')]),
    ['secondContract 2026-10-12 Lyon → Lyon'],
  ],
  [
    'deux établissements : le second contrat s’ajoute, et rien ne change d’établissement',
    person([contract('2021-01-01'), contract('2026-10-05', null, lille)]),
    ['secondContract 2026-10-05 Lyon → Lille'],
  ],
  [
    'deux établissements : l’un des contrats finit, la personne reste',
    person([contract('2021-01-01'), contract('2025-01-01', '2026-10-16', lille)]),
    ['contractEnd 2026-10-16 Lille'],
  ],
  [
    'deux établissements : les deux contrats finissent le même jour, une sortie',
    person([contract('2021-01-01', '2026-10-16'), contract('2025-01-01', '2026-10-16', lille)]),
    ['exit 2026-10-16 Lyon'],
  ],
  [
    'deux établissements : un contrat en suit un autre pendant que le premier continue',
    person([
      contract('2021-01-01'),
      contract('2025-01-01', '2026-10-11', lille),
      contract('2026-10-12', null, { establishment: 'Metz' }),
    ]),
    ['secondContract 2026-10-12 Lille → Metz', 'establishment 2026-10-12 Lille → Metz'],
  ],
  [
    'fin avancée dans le mois',
    person([contract('2021-01-01', '2026-10-16')], told('2026-10-31')),
    ['exit 2026-10-16 Lyon', 'endMoved 2026-10-16 31/10/2026 → 16/10/2026'],
  ],
  [
    'fin reculée au-delà du mois',
    person([contract('2021-01-01', '2026-12-31')], told('2026-10-31')),
    ['futureExit 2026-12-31 Lyon', 'endMoved 2026-12-31 31/10/2026 → 31/12/2026'],
  ],
  ['fin retirée', person([contract('2021-01-01')], told('2026-10-31')), ['endRemoved 2026-10-31 31/10/2026']],
  [
    'fin dite et inchangée',
    person([contract('2021-01-01', '2026-10-31')], told('2026-10-31')),
    ['exit 2026-10-31 Lyon'],
  ],
  [
    'la fin du premier contrat n’est pas retirée par le second',
    person([contract('2023-06-01', '2025-08-28'), contract('2026-07-01')], told('2025-08-28')),
    [],
  ],
  [
    'une fin déplacée entre deux mois passés n’est plus à voir',
    person([contract('2021-01-01', '2026-07-31')], told('2026-06-30')),
    [],
  ],
  [
    'sortie d’un mois passé, apprise en retard',
    person([contract('2021-01-01', '2026-09-28')], { late: late([], ['2026-09-28']) }),
    ['exit 2026-09-28 Lyon'],
  ],
  [
    'arrivée d’un mois passé, apprise en retard',
    person([contract('2026-09-28')], { late: late(['2026-09-28'], []) }),
    ['hire 2026-09-28 Lyon'],
  ],
  [
    'second contrat d’un mois passé, appris en retard : l’établissement change le premier jour du contrat',
    person([contract('2021-01-01', '2026-09-26'), contract('2026-09-27', null, lille)], {
      late: late(['2026-09-27'], ['2026-09-26']),
      noticed: [{ kind: 'establishment', date: plainDate('2026-10-03'), before: 'Lyon', after: 'Lille' }],
    }),
    ['secondContract 2026-09-27 Lyon → Lille', 'establishment 2026-09-27 Lyon → Lille'],
  ],
  [
    'fin d’un mois passé, dite autrement dans son mois et apprise en retard',
    person([contract('2021-01-01', '2026-09-28')], { ...told('2026-09-30'), late: late([], ['2026-09-28']) }),
    ['exit 2026-09-28 Lyon', 'endMoved 2026-09-28 30/09/2026 → 28/09/2026'],
  ],
  [
    'de nouveau dans Lucca, sa fin faite dans la paie',
    person([contract('2021-01-01')], { returned: { date: plainDate('2026-10-05'), before: '31/08/2026' } }),
    ['returned 2026-10-05 31/08/2026'],
  ],
  [
    'absent de Lucca, sans fin dans le classeur',
    person([], { gone: { end: null, isKnown: false } }),
    ['gone 2026-10-01 '],
  ],
  [
    'absent de Lucca, fin à venir dans le classeur',
    person([], { gone: { end: plainDate('2026-10-20'), isKnown: false } }),
    ['gone 2026-10-20 20/10/2026'],
  ],
  ['absent de Lucca, sorti avant le mois', person([], { gone: { end: plainDate('2026-09-30'), isKnown: false } }), []],
  [
    'horaire changé sans nouveau contrat',
    person([contract('2021-01-01')], {
      noticed: [{ kind: 'workingTime', date: plainDate('2026-10-12'), before: '35 h', after: '28 h' }],
    }),
    ['workingTime 2026-10-12 35 h → 28 h'],
  ],
  [
    'horaire d’un autre mois, ou de qui arrive : rien de plus',
    person([contract('2026-10-01')], {
      noticed: [{ kind: 'workingTime', date: plainDate('2026-10-12'), before: '35 h', after: '28 h' }],
    }),
    ['hire 2026-10-01 Lyon'],
  ],
];

describe('movements of a month', () => {
  test.each(cases)('%s', (_, each, expected) => expect(rows(each)).toEqual(expected));

  test('entries come first, then exits, then changes; people in the order of their dates', () => {
    const all = movementsOf(
      [
        person([contract('2021-01-01', '2026-10-31')], { employeeId: '1' }),
        person([contract('2026-10-12')], { employeeId: '2' }),
        person([contract('2026-10-05')], { employeeId: '3' }),
        person([contract('2021-01-01', '2026-10-11'), contract('2026-10-12', null, lille)], { employeeId: '4' }),
      ],
      OCTOBER,
    );
    expect(all.map(({ employeeId, kind }) => `${employeeId} ${kind}`)).toEqual([
      '3 hire',
      '2 hire',
      '4 secondContract',
      '1 exit',
      '4 establishment',
    ]);
  });

  test('an entry is typed whole; a contract that follows needs no DPAE', () => {
    expect(tasksOf('rehire')).toEqual(['contract', 'workingTime', 'pay', 'dpae', 'jei', 'transport']);
    expect(tasksOf('secondContract')).toEqual(['contract', 'workingTime', 'pay']);
    expect(tasksOf('exit')).toEqual([]);
  });

  test('the order of contracts decides nothing, and the parts of one employment without a break are one entry and one exit', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 5 });
    fc.assert(
      fc.property(cuts, fc.integer({ min: 0, max: 700 }), (days, start) => {
        const from = addDays(plainDate('2025-10-01'), start);
        const ends = [...days].sort((a, b) => a - b).map((each) => addDays(from, each));
        const parts = ends.map((to, index) => contract(index === 0 ? from : addDays(ends[index - 1] ?? from, 1), to));
        const kinds = rows(person(parts)).map((row) => row.split(' ')[0]);
        expect(rows(person([...parts].reverse()))).toEqual(rows(person(parts)));
        expect(kinds.filter((kind) => kind === 'rehire')).toEqual([]);
        expect(kinds.filter((kind) => kind === 'hire').length).toBe(
          Number(parts.length > 0 && from >= '2026-10-01' && from <= '2026-10-31'),
        );
        expect(kinds.filter((kind) => kind === 'exit' || kind === 'futureExit').length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
