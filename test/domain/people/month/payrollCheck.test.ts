/** « Pointage de la paie », case by case: docs/rules/monthControls.md names each title. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  payrollCheckOf,
  type CheckedFigures,
  type CheckedLine,
  type HandedLine,
  type JournalLine,
} from '../../../../shared/domain/people/month/payrollCheck.ts';
import '../../../support/properties.ts';

function journal(
  employeeNumber: string,
  code: string,
  figures: CheckedFigures,
  more: Partial<JournalLine> = {},
): JournalLine {
  return { place: 'LYO', employeeNumber, name: `Nom${employeeNumber}`, code, label: '', figures, ...more };
}

function handed(
  employeeNumber: string,
  code: string,
  figures: CheckedFigures,
  more: Partial<HandedLine> = {},
): HandedLine {
  return { ...journal(employeeNumber, code, figures), label: 'Titres', needed: 'quantity', ...more };
}

function told({ place, employeeNumber, code, measure, expected, found, gap, state, lines }: CheckedLine): string {
  return `${place}/${employeeNumber} ${code} ${measure} ${expected ?? '-'}/${found ?? '-'} (${gap}) ${state} ${lines}`;
}

const vouchers = { quantity: 1700, employee: 7191, employer: 7191 };

describe('the journal of payroll against what was handed over', () => {
  test.each<readonly [string, HandedLine[], JournalLine[], string[]]>([
    [
      'égal : chaque mesure que les deux côtés disent',
      [handed('42', 'TR', vouchers)],
      [journal('42', 'TR', { quantity: 1700, employee: 7191 })],
      ['LYO/42 TR quantity 1700/1700 (0) equal 1', 'LYO/42 TR employee 7191/7191 (0) equal 1'],
    ],
    [
      'différent d’un centime',
      [handed('42', 'TR', vouchers)],
      [journal('42', 'TR', { quantity: 1700, employee: 7190 })],
      ['LYO/42 TR employee 7191/7190 (-1) different 1', 'LYO/42 TR quantity 1700/1700 (0) equal 1'],
    ],
    [
      'la mesure qui doit y être n’y est pas',
      [handed('42', 'TR', vouchers)],
      [journal('42', 'TR', { employee: 7191 })],
      ['LYO/42 TR quantity 1700/- (-1700) different 1', 'LYO/42 TR employee 7191/7191 (0) equal 1'],
    ],
    [
      'une part dit le montant transmis',
      [handed('42', 'TR', { amount: 7191, employee: 7191 }, { needed: 'amount', instead: ['employee'] })],
      [journal('42', 'TR', { employee: 7190 })],
      ['LYO/42 TR employee 7191/7190 (-1) different 1'],
    ],
    [
      'une seule des deux parts ne dit pas le total transmis',
      [handed('42', 'TR', { amount: 500, employee: 200 }, { needed: 'amount', instead: ['employee', 'employer'] })],
      [journal('42', 'TR', { employee: 200 })],
      ['LYO/42 TR amount 500/- (-500) different 1', 'LYO/42 TR employee 200/200 (0) equal 1'],
    ],
    [
      'absent de la paie',
      [handed('42', 'HS25', { quantity: 433 })],
      [],
      ['LYO/42 HS25 quantity 433/- (-433) missingThere 0'],
    ],
    ['transmis à zéro et absent de la paie : rien', [handed('42', 'HS25', { quantity: 0 })], [], []],
    [
      'absent d’ici',
      [],
      [journal('42', 'HS25', { quantity: 200, amount: 3000 })],
      ['LYO/42 HS25 amount -/3000 (3000) missingHere 1', 'LYO/42 HS25 quantity -/200 (200) missingHere 1'],
    ],
    [
      'deux lignes du journal s’additionnent',
      [handed('42', 'HS25', { quantity: 500 })],
      [journal('42', 'HS25', { quantity: 600 }), journal('42', 'HS25', { quantity: -100 })],
      ['LYO/42 HS25 quantity 500/500 (0) equal 2'],
    ],
    [
      'deux lignes transmises, une au journal',
      [handed('42', 'HS25', { quantity: 600 }), handed('42', 'HS25', { quantity: -100 })],
      [journal('42', 'HS25', { quantity: 500 })],
      ['LYO/42 HS25 quantity 500/500 (0) equal 1'],
    ],
    [
      'un matricule partagé par deux établissements',
      [handed('42', 'TR', { quantity: 1700 }), handed('42', 'TR', { quantity: 1600 }, { place: 'STR' })],
      [journal('42', 'TR', { quantity: 1600 }, { place: 'STR' }), journal('42', 'TR', { quantity: 1600 })],
      ['LYO/42 TR quantity 1700/1600 (-100) different 1', 'STR/42 TR quantity 1600/1600 (0) equal 1'],
    ],
    [
      'le signe compte',
      [handed('42', 'TR', { amount: -7191 }, { needed: 'amount' })],
      [journal('42', 'TR', { amount: 7191 })],
      ['LYO/42 TR amount -7191/7191 (14382) different 1'],
    ],
  ])('%s', (_, ours, theirs, expected) => expect(payrollCheckOf(ours, theirs).map(told)).toEqual(expected));

  test('what differs comes first, the widest gap before', () => {
    const ours = [
      handed('1', 'TR', { quantity: 1700 }),
      handed('2', 'TR', { quantity: 1700 }),
      handed('3', 'TR', { quantity: 100 }),
    ];
    const theirs = [
      journal('1', 'TR', { quantity: 1600 }),
      journal('2', 'TR', { quantity: 900 }),
      journal('4', 'TR', { quantity: 100 }),
    ];
    expect(payrollCheckOf(ours, theirs).map(({ employeeNumber, state }) => `${employeeNumber} ${state}`)).toEqual([
      '2 different',
      '1 different',
      '3 missingThere',
      '4 missingHere',
    ]);
  });

  test('what was handed over, pointed against itself, is all equal, however it is cut and sorted', () => {
    const line = fc
      .record({
        employeeNumber: fc.constantFrom('00012', '42', '7'),
        place: fc.constantFrom('LYO', 'STR'),
        code: fc.constantFrom('TR', 'HS25', '1050'),
        quantity: fc.integer({ min: -100_000, max: 100_000 }),
        amount: fc.integer({ min: -9_000_000, max: 9_000_000 }),
      })
      .map(({ quantity, amount, ...rest }) =>
        handed(rest.employeeNumber, rest.code, { quantity, amount }, { place: rest.place }),
      );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.integer({ min: 1, max: 500 }), (ours, cut) => {
        const theirs = [...ours].reverse().flatMap(({ needed: _, figures, ...each }): JournalLine[] => [
          { ...each, figures: { quantity: (figures.quantity ?? 0) - cut, amount: figures.amount ?? 0 } },
          { ...each, figures: { quantity: cut } },
        ]);
        const checked = payrollCheckOf(ours, theirs);
        expect(checked.filter(({ state }) => state !== 'equal')).toEqual([]);
        expect(
          new Set(checked.map(({ place, employeeNumber, code }) => `${place} ${employeeNumber} ${code}`)).size,
        ).toBe(new Set(ours.map(({ place, employeeNumber, code }) => `${place} ${employeeNumber} ${code}`)).size);
      }),
    );
  });
});
