/** Two rows of one matricule: one human hired again, or two. */
import { expect, test } from '@jest/globals';
import { matchableOf } from '../../../../shared/domain/people/matching/matchableOf.ts';
import { isSameHuman } from '../../../../shared/domain/people/matching/sameHuman.ts';
import { plainDate } from '../../../../shared/domain/calendar/plainDate.ts';
import { textCell } from '../../../../shared/domain/review/cell.ts';

interface Known {
  readonly nir?: string;
  readonly birthDate?: string;
  readonly lastName?: string;
  readonly firstName?: string;
}

const NIR = '2 95 10 99 126 111 93';
const chloe: Known = { nir: NIR, birthDate: '1995-10-12', lastName: 'Lefèvre', firstName: 'Chloé' };

const somebody = (id: string, { birthDate, ...texts }: Known) => {
  const cells = Object.entries(texts).map(([key, text]) => [key, textCell(text)] as const);
  const birth = birthDate === undefined ? {} : { birthDate: { date: plainDate(birthDate) } };
  return matchableOf(id, { ...Object.fromEntries(cells), ...birth });
};

test.each<[string, Known, boolean]>([
  ['le même numéro de sécurité sociale et la même date de naissance', chloe, true],
  ['sans la clé du numéro', { ...chloe, nir: '2951099126111' }, true],
  ['un nom de mariage', { ...chloe, lastName: 'Roy' }, true],
  ['une autre date de naissance', { ...chloe, birthDate: '1995-10-13' }, false],
  ['une date de naissance inconnue', { nir: NIR, lastName: 'Lefèvre', firstName: 'Chloé' }, false],
  ['un numéro inconnu', { birthDate: '1995-10-12', lastName: 'Lefèvre', firstName: 'Chloé' }, false],
  ['un numéro provisoire', { ...chloe, nir: '7 95 10 99 126 111 90' }, false],
  ['un autre prénom : des jumelles', { ...chloe, firstName: 'Zoé' }, false],
  ['un prénom inconnu', { nir: NIR, birthDate: '1995-10-12', lastName: 'Lefèvre' }, false],
])('%s', (_, other, expected) => {
  const [one, two] = [somebody('1', chloe), somebody('9', other)];
  expect([isSameHuman(one, two), isSameHuman(two, one)]).toEqual([expected, expected]);
});

test('deux numéros provisoires égaux ne disent rien', () => {
  const registering = { ...chloe, nir: '7 95 10 99 126 111 90' };
  expect(isSameHuman(somebody('1', registering), somebody('9', registering))).toBe(false);
});
