/** « Rapprochement »: each rule of the page, by an example; what must hold whatever the people; the quality on two long lists. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Matchable, PayrollFile, Refusal } from '../../../../shared/domain/people/matching/matchable.ts';
import { matchableOf } from '../../../../shared/domain/people/matching/matchableOf.ts';
import { matchPeople } from '../../../../shared/domain/people/matching/matchPeople.ts';
import { proposedOf } from '../../../../shared/domain/people/matching/rank.ts';
import { textCell } from '../../../../shared/domain/review/cell.ts';
import '../../../support/properties.ts';
import { isFullRun } from '../../../support/seeds.ts';
import { qualityOf, twoLists } from '../../../support/twoLists.ts';

type Said = Readonly<Record<string, string>>;

const NIR = '295109912611193';
const OTHER_NIR = '255081416802538';

function cellsOf(said: Said) {
  return Object.fromEntries(Object.entries(said).map(([key, text]) => [key, textCell(text)]));
}
const person = (id: string, said: Said): Matchable => matchableOf(id, cellsOf(said));
const file = (id: string, said: Said, link: string | null = null): PayrollFile => ({
  ...matchableOf(id, cellsOf(said)),
  link,
});

/** What becomes of Lucca's person 7 before files A, B… */
function answer(said: Said, files: readonly Said[], refusals: readonly Refusal[] = []) {
  const named = files.map((each, index) => file('ABC'.charAt(index), each));
  const {
    state,
    reason,
    file: found,
    candidates,
    suggestions,
  } = matchPeople([person('7', said)], named, refusals).people[0] ?? { candidates: [] };
  return { state, reason, file: found, by: candidates.map(({ id, keys }) => [id, ...keys]), suggestions };
}

const anne = { lastName: 'Durand', firstName: 'Anne' };

describe('what the keys of one person say', () => {
  test.each<readonly [string, Said, Said, readonly [string, string]]>([
    ['NIR without birth date', { nir: NIR }, { nir: '2951099126111' }, ['match', 'sure']],
    [
      'NIR, birth dates differ',
      { nir: NIR, birthDate: '01/10/1995' },
      { nir: NIR, birthDate: '02/10/1995' },
      ['conflict', 'contradicted'],
    ],
    ['NIR, married name', { nir: NIR, ...anne }, { nir: NIR, lastName: 'Petit', firstName: 'Anne' }, ['match', 'sure']],
    [
      'NIR of somebody else',
      { nir: NIR, ...anne },
      { nir: NIR, lastName: 'Petit', firstName: 'Luc' },
      ['conflict', 'contradicted'],
    ],
    [
      'NIR of the spouse',
      { nir: NIR, ...anne },
      { nir: NIR, lastName: 'Durand', firstName: 'Luc' },
      ['toConfirm', 'nameDiffers'],
    ],
    ['temporary NIR', { nir: '7951099126111' }, { nir: '7951099126111' }, ['create', 'nobody']],
    ['NIR with a wrong key', { nir: '295109912611100' }, { nir: '295109912611100' }, ['create', 'nobody']],
    [
      'matricule of an establishment',
      { employeeNumber: '0042', establishment: 'Lyon' },
      { employeeNumber: '0042', establishment: 'LYON ' },
      ['match', 'sure'],
    ],
    [
      'matricule, an establishment that Lucca does not know',
      { employeeNumber: '0042', establishment: 'Lyon' },
      { employeeNumber: '0042', establishment: '001' },
      ['toConfirm', 'weakKey'],
    ],
    [
      'the same, and the birth date',
      { employeeNumber: '0042', establishment: 'Lyon', birthDate: '01/10/1995', ...anne },
      { employeeNumber: '0042', establishment: '001', birthDate: '01/10/1995', ...anne },
      ['match', 'sure'],
    ],
    [
      'birth date and first name, the birth name in payroll',
      { lastName: 'Petit', birthName: 'Durand', firstName: 'Anne', birthDate: '01/10/1995' },
      { ...anne, birthDate: '01/10/1995' },
      ['toConfirm', 'sameBirth'],
    ],
    [
      'birth date, first name and establishment, another surname',
      { lastName: 'Petit', firstName: 'Anne', birthDate: '01/10/1995', establishment: 'Lyon' },
      { ...anne, birthDate: '01/10/1995', establishment: 'Lyon' },
      ['toConfirm', 'sameBirth'],
    ],
    [
      'twins, no key',
      { lastName: 'Durand', firstName: 'Luc', birthDate: '01/10/1995', establishment: 'Lyon' },
      { ...anne, birthDate: '01/10/1995', establishment: 'Lyon' },
      ['create', 'nobody'],
    ],
    [
      'the name of birth alone',
      { lastName: 'Petit', birthName: 'Durand', firstName: 'Anne' },
      anne,
      ['create', 'homonym'],
    ],
    [
      'matricule, another surname',
      { employeeNumber: '42', establishment: 'Lyon', lastName: 'Durand' },
      { employeeNumber: '42', establishment: 'Lyon', lastName: 'Petit' },
      ['toConfirm', 'nameDiffers'],
    ],
    [
      'matricule, another NIR',
      { employeeNumber: '42', establishment: 'Lyon', nir: NIR },
      { employeeNumber: '42', establishment: 'Lyon', nir: OTHER_NIR },
      ['conflict', 'contradicted'],
    ],
    [
      'matricule without establishment',
      { employeeNumber: '42', establishment: 'Lyon' },
      { employeeNumber: '42' },
      ['toConfirm', 'weakKey'],
    ],
    [
      'the same, and the birth date',
      { employeeNumber: '42', birthDate: '01/10/1995' },
      { employeeNumber: '42', birthDate: '1995-10-01' },
      ['match', 'sure'],
    ],
    ['e-mail alone', { workEmail: 'a@x.fr' }, { personalEmail: 'A@x.fr' }, ['toConfirm', 'weakKey']],
    ['phone alone', { workPhone: '06 12 34 56 78' }, { personalPhone: '+33612345678' }, ['toConfirm', 'weakKey']],
    [
      'e-mail and phone',
      { workEmail: 'a@x.fr', workPhone: '0612345678' },
      { workEmail: 'a@x.fr', personalPhone: '612345678' },
      ['match', 'sure'],
    ],
    [
      'two e-mails',
      { workEmail: 'a@x.fr', personalEmail: 'b@x.fr' },
      { workEmail: 'b@x.fr', personalEmail: 'a@x.fr' },
      ['match', 'sure'],
    ],
    [
      'e-mail and phone, another first name',
      { workEmail: 'a@x.fr', workPhone: '0612345678', ...anne },
      { workEmail: 'a@x.fr', workPhone: '0612345678', lastName: 'Durand', firstName: 'Luc' },
      ['toConfirm', 'nameDiffers'],
    ],
    [
      'e-mail and phone, another birth date',
      { workEmail: 'a@x.fr', workPhone: '0612345678', birthDate: '01/10/1995' },
      { workEmail: 'a@x.fr', workPhone: '0612345678', birthDate: '01/10/1965' },
      ['conflict', 'contradicted'],
    ],
    [
      'first name and surname exchanged',
      { workEmail: 'a@x.fr', birthDate: '01/10/1995', ...anne },
      { workEmail: 'a@x.fr', birthDate: '01/10/1995', lastName: 'ANNE', firstName: 'DURAND' },
      ['match', 'sure'],
    ],
    [
      'twins, and the matricule of the other',
      { employeeNumber: '12', establishment: 'Lyon', birthDate: '04/05/2000', lastName: 'Durand', firstName: 'Lucas' },
      { employeeNumber: '12', establishment: 'Lyon', birthDate: '04/05/2000', lastName: 'Durand', firstName: 'Hugo' },
      ['toConfirm', 'nameDiffers'],
    ],
    [
      'twins, and the NIR of the other',
      { nir: NIR, birthDate: '01/10/1995', lastName: 'Durand', firstName: 'Lucas' },
      { nir: NIR, birthDate: '01/10/1995', lastName: 'Durand', firstName: 'Hugo' },
      ['toConfirm', 'nameDiffers'],
    ],
    [
      'e-mail and phone of a post, another surname',
      { workEmail: 'a@x.fr', workPhone: '0472000001', lastName: 'Dupont', firstName: 'Marie', birthDate: '01/01/1990' },
      { workEmail: 'a@x.fr', workPhone: '0472000001', lastName: 'Bernard', firstName: 'Marie' },
      ['toConfirm', 'nameDiffers'],
    ],
    [
      'e-mail and phone of a post, another surname, no first name',
      { workEmail: 'a@x.fr', workPhone: '0472000001', lastName: 'Neuf', firstName: 'Paul' },
      { workEmail: 'a@x.fr', workPhone: '0472000001', lastName: 'Ancien' },
      ['toConfirm', 'nameDiffers'],
    ],
    [
      'matricule without establishment and phone, another surname',
      { employeeNumber: '5', workPhone: '0472000001', lastName: 'Duval', firstName: 'Paul' },
      { employeeNumber: '5', workPhone: '0472000001', lastName: 'Roche', firstName: 'Paul' },
      ['toConfirm', 'nameDiffers'],
    ],
    [
      'e-mail and phone, the birth name',
      { workEmail: 'a@x.fr', workPhone: '0472000001', lastName: 'Petit', birthName: 'Durand', firstName: 'Anne' },
      { workEmail: 'a@x.fr', workPhone: '0472000001', ...anne },
      ['match', 'sure'],
    ],
    [
      'e-mail and birth date, another surname: marriage',
      { workEmail: 'a@x.fr', birthDate: '01/10/1995', lastName: 'Petit', firstName: 'Anne' },
      { workEmail: 'a@x.fr', birthDate: '01/10/1995', ...anne },
      ['match', 'sure'],
    ],
    [
      'NIR and matricule, another of one’s first names',
      { nir: NIR, employeeNumber: '12', establishment: 'Lyon', lastName: 'Durand', firstName: 'Alex' },
      { nir: NIR, employeeNumber: '12', establishment: 'Lyon', lastName: 'Durand', firstName: 'Pierre' },
      ['match', 'sure'],
    ],
    [
      'NIR and matricule, both names of somebody else',
      { nir: NIR, employeeNumber: '12', establishment: 'Lyon', ...anne },
      { nir: NIR, employeeNumber: '12', establishment: 'Lyon', lastName: 'Petit', firstName: 'Luc' },
      ['conflict', 'contradicted'],
    ],
    [
      'NIR, a diminutive: it may be a twin',
      { nir: NIR, lastName: 'Durand', firstName: 'Alex' },
      { nir: NIR, lastName: 'Durand', firstName: 'Alexandre' },
      ['toConfirm', 'nameDiffers'],
    ],
    [
      'e-mail and phone, « Pascal » and « Pascale » who live together',
      { workEmail: 'a@x.fr', workPhone: '0612345678', lastName: 'Durand', firstName: 'Pascal' },
      { workEmail: 'a@x.fr', workPhone: '0612345678', lastName: 'Durand', firstName: 'Pascale' },
      ['toConfirm', 'nameDiffers'],
    ],
    [
      'a part of a first name, without accents',
      { workEmail: 'a@x.fr', birthDate: '01/10/1995', lastName: 'Lefèvre', firstName: 'Jean-Jérôme' },
      { workEmail: 'a@x.fr', birthDate: '01/10/1995', lastName: 'LEFEVRE', firstName: 'JEROME' },
      ['match', 'sure'],
    ],
    [
      'NIR, a file without a first name',
      { nir: NIR, ...anne },
      { nir: NIR, lastName: 'Durand' },
      ['toConfirm', 'noFirstName'],
    ],
    [
      'NIR and birth date, a file without a first name',
      { nir: NIR, birthDate: '01/10/1995', ...anne },
      { nir: NIR, birthDate: '01/10/1995', lastName: 'Durand' },
      ['match', 'sure'],
    ],
    [
      'NIR and birth date, a file without a first name, another surname',
      { nir: NIR, birthDate: '01/10/1995', ...anne },
      { nir: NIR, birthDate: '01/10/1995', lastName: 'Petit' },
      ['toConfirm', 'nameDiffers'],
    ],
    [
      'NIR and matricule, a file without a first name',
      { nir: NIR, employeeNumber: '42', establishment: 'Lyon', ...anne },
      { nir: NIR, employeeNumber: '42', establishment: 'Lyon', lastName: 'Durand' },
      ['match', 'sure'],
    ],
    [
      'matricule, a file without a first name',
      { employeeNumber: '42', establishment: 'Lyon', ...anne },
      { employeeNumber: '42', establishment: 'Lyon', lastName: 'Durand' },
      ['toConfirm', 'noFirstName'],
    ],
    [
      'matricule and birth date, a file without a first name',
      { employeeNumber: '42', establishment: 'Lyon', birthDate: '01/10/1995', ...anne },
      { employeeNumber: '42', establishment: 'Lyon', birthDate: '01/10/1995', lastName: 'Durand' },
      ['match', 'sure'],
    ],
    [
      'e-mail, phone and birth date, a file without a first name: twins share them',
      { workEmail: 'a@x.fr', workPhone: '0612345678', birthDate: '01/10/1995', ...anne },
      { workEmail: 'a@x.fr', workPhone: '0612345678', birthDate: '01/10/1995', lastName: 'Durand' },
      ['toConfirm', 'noFirstName'],
    ],
    [
      'names in one cell: the same person',
      { nir: NIR, lastName: 'Le Goff', firstName: 'Sophie' },
      { nir: NIR, lastName: 'LE GOFF SOPHIE' },
      ['match', 'sure'],
    ],
    [
      'names in one cell, the first name before',
      { employeeNumber: '42', establishment: 'Lyon', lastName: 'Le Goff', firstName: 'Sophie' },
      { employeeNumber: '42', establishment: 'Lyon', lastName: 'Sophie Le Goff' },
      ['match', 'sure'],
    ],
    [
      'names in one cell, a slip in the surname',
      { workEmail: 'a@x.fr', workPhone: '0612345678', lastName: 'Dupont', firstName: 'Jean' },
      { workEmail: 'a@x.fr', workPhone: '0612345678', lastName: 'DUPOND JEAN' },
      ['match', 'sure'],
    ],
    [
      'names in one cell, a twin with the phone and the birth date',
      { workPhone: '06 00 09 90 32', birthDate: '28/07/1964', lastName: 'Le Goff', firstName: 'Sophie' },
      {
        employeeNumber: '901',
        personalPhone: '06 00 09 90 32',
        birthDate: '28/07/1964',
        lastName: 'LE GOFF GASPARDINE',
      },
      ['toConfirm', 'nameDiffers'],
    ],
    [
      'names in one cell, a matricule given again in the family',
      { employeeNumber: '7', establishment: 'Siège', lastName: 'Morel', firstName: 'Ada' },
      { employeeNumber: '7', establishment: 'Siège', lastName: 'MOREL PAUL' },
      ['toConfirm', 'nameDiffers'],
    ],
    [
      'names in one cell, the e-mail and the phone of a couple',
      { personalEmail: 'a@x.fr', personalPhone: '0612345678', ...anne },
      { personalEmail: 'a@x.fr', personalPhone: '0612345678', lastName: 'Durand Luc' },
      ['toConfirm', 'nameDiffers'],
    ],
    [
      'names in one cell, the NIR of the spouse',
      { nir: NIR, ...anne },
      { nir: NIR, lastName: 'DURAND LUC' },
      ['toConfirm', 'nameDiffers'],
    ],
    [
      'names in one cell, a twin whose surname has a slip',
      { nir: NIR, birthDate: '28/07/1964', lastName: 'Le Goff', firstName: 'Sophie' },
      { nir: NIR, birthDate: '28/07/1964', lastName: 'LE GOF GASPARDINE' },
      ['toConfirm', 'nameDiffers'],
    ],
    [
      'names in one cell and the birth date, no key',
      { birthDate: '01/10/1995', ...anne },
      { birthDate: '01/10/1995', lastName: 'DURAND ANNE' },
      ['toConfirm', 'sameBirth'],
    ],
    ['names in one cell and nothing else', anne, { lastName: 'DURAND ANNE' }, ['create', 'homonym']],
    ['switchboard', { workPhone: '0800 000 000' }, { workPhone: '0800000000' }, ['create', 'nobody']],
    ['name alone', anne, anne, ['create', 'homonym']],
  ])('%s', (_title, said, held, expected) => {
    const { state, reason } = answer(said, [held]);
    expect([state, reason]).toEqual(expected);
  });

  test('keys that point to two files are a conflict, and both are named with theirs', () => {
    expect(answer({ nir: NIR, workEmail: 'a@x.fr' }, [{ nir: NIR }, { workEmail: 'a@x.fr' }])).toEqual({
      state: 'conflict',
      reason: 'twoFiles',
      file: null,
      by: [
        ['A', 'nir'],
        ['B', 'email'],
      ],
      suggestions: [],
    });
  });

  test('a key held by two files is void: to be confirmed among them, never created', () => {
    const phone = { workPhone: '0612345678' };
    const { state, reason, by } = answer(phone, [phone, phone]);
    expect([state, reason, by]).toEqual(['toConfirm', 'sharedKey', [['A'], ['B']]]);
  });

  test('a key held by two people of Lucca is void as well', () => {
    const phone = { workPhone: '0612345678', birthDate: '01/10/1995' };
    const { people } = matchPeople([person('7', phone), person('8', phone)], [file('A', phone)]);
    expect(people.map(({ state, reason }) => [state, reason])).toEqual([
      ['toConfirm', 'sharedKey'],
      ['toConfirm', 'sharedKey'],
    ]);
  });

  test('a switchboard names ten files at most, homonyms first', () => {
    const files = Array.from({ length: 50 }, (_, at) =>
      file(`P${String(at).padStart(2, '0')}`, {
        workPhone: '0472000000',
        lastName: at === 40 ? 'Durand' : `N${at}`,
        firstName: 'Anne',
      }),
    );
    const [match] = matchPeople([person('7', { workPhone: '0472000000', ...anne })], files).people;
    expect([match?.state, match?.candidates.length, match?.candidates.some(({ id }) => id === 'P40')]).toEqual([
      'toConfirm',
      10,
      true,
    ]);
  });
});

test('a matricule of another establishment of Lucca says nothing', () => {
  const { people } = matchPeople(
    [person('7', { employeeNumber: '0042', establishment: 'Lyon' }), person('8', { establishment: 'Paris' })],
    [file('A', { employeeNumber: '0042', establishment: 'Paris' })],
  );
  expect(people[0]).toMatchObject({ state: 'create', reason: 'nobody' });
});

describe('several people', () => {
  const held = { nir: NIR, employeeNumber: '42', establishment: 'Lyon' };

  test('two people of Lucca sure of one file: a conflict for both', () => {
    const { people, files } = matchPeople(
      [person('7', { nir: NIR }), person('8', { employeeNumber: '42', establishment: 'Lyon' })],
      [file('A', held)],
    );
    expect(people.map(({ state, reason, file: found }) => [state, reason, found])).toEqual([
      ['conflict', 'twoPeople', null],
      ['conflict', 'twoPeople', null],
    ]);
    expect(files).toEqual([{ id: 'A', state: 'asked', luccaId: null }]);
  });

  test('what e-mail and birth date say is not sure when another person holds the phone of the file', () => {
    const { people } = matchPeople(
      [person('7', { workEmail: 'a@x.fr', birthDate: '01/10/1995' }), person('8', { workPhone: '0612345678' })],
      [file('A', { workEmail: 'a@x.fr', birthDate: '01/10/1995', workPhone: '0612345678' })],
    );
    expect(people.map(({ state, reason }) => [state, reason])).toEqual([
      ['conflict', 'twoPeople'],
      ['toConfirm', 'weakKey'],
    ]);
  });

  test('files that nobody of Lucca has are told apart from those linked to somebody who left', () => {
    const { files } = matchPeople([person('7', held)], [file('A', held), file('B', {}), file('C', {}, '99')]);
    expect(files).toEqual([
      { id: 'A', state: 'match', luccaId: '7' },
      { id: 'B', state: 'onlyInPayroll', luccaId: null },
      { id: 'C', state: 'gone', luccaId: null },
    ]);
  });
});

describe('a link that is stored', () => {
  const match = (said: Said, ...files: readonly PayrollFile[]) =>
    matchPeople([person('7', said), person('8', {})], files).people[0];

  test('wins over every key', () => {
    expect(match({ workEmail: 'a@x.fr' }, file('A', { workEmail: 'b@x.fr' }, '7'))).toMatchObject({
      state: 'linked',
      reason: 'link',
      file: 'A',
    });
  });

  test('is doubted when the NIR or the birth date no longer fits', () => {
    expect(match({ nir: NIR }, file('A', { nir: OTHER_NIR }, '7'))).toMatchObject({
      state: 'linked',
      reason: 'linkDoubtful',
      candidates: [{ differences: ['nir'] }],
    });
    expect(match(anne, file('A', { lastName: 'Petit', firstName: 'Luc' }, '7'))).toMatchObject({ reason: 'link' });
  });

  test('another file of the same NIR is a second file, and not one that Lucca does not have', () => {
    const { files } = matchPeople([person('7', { nir: NIR })], [file('A', { nir: NIR }, '7'), file('B', { nir: NIR })]);
    expect(files).toEqual([
      { id: 'A', state: 'linked', luccaId: '7' },
      { id: 'B', state: 'second', luccaId: '7' },
    ]);
  });

  test('twice is a conflict', () => {
    expect(match({}, file('A', {}, '7'), file('B', {}, '7'))).toMatchObject({
      state: 'conflict',
      reason: 'linkTwice',
      file: null,
    });
  });

  test('keeps others away: their phone says nothing, their NIR is a conflict', () => {
    const linked = { nir: NIR, workPhone: '0612345678' };
    expect(match({ workPhone: '0612345678' }, file('A', linked, '8'))).toMatchObject({
      state: 'create',
      reason: 'nobody',
    });
    expect(match({ nir: NIR }, file('A', linked, '8'))).toMatchObject({ state: 'conflict', reason: 'linkedElsewhere' });
  });

  test('to somebody whom Lucca no longer has leaves the file free: a person hired again', () => {
    expect(match({ nir: NIR }, file('A', { nir: NIR }, '99'))).toMatchObject({ state: 'match', file: 'A' });
  });
});

describe('several candidates', () => {
  const sophie = { employeeNumber: '00001', lastName: 'Le Goff', firstName: 'Sophie', birthDate: '28/07/1964' };
  const marie = { employeeNumber: '00001', lastName: 'Martin', firstName: 'Marie', birthDate: '07/09/1983' };
  const candidatesOf = (said: Said, ...files: readonly Said[]) =>
    matchPeople(
      [person('7', { ...said, establishment: 'Lyon' }), person('8', { employeeNumber: '00001' })],
      files.map((each, index) => file('ABC'.charAt(index), each)),
    ).people[0]?.candidates ?? [];
  const ids = (candidates: readonly { readonly id: string }[]) => candidates.map(({ id }) => id);

  test('the best is first, whatever the order of the rows, and is the one proposed', () => {
    const [candidates, reversed] = [candidatesOf(marie, sophie, marie), candidatesOf(marie, marie, sophie)];
    expect([ids(candidates), ids(reversed)]).toEqual([
      ['B', 'A'],
      ['A', 'B'],
    ]);
    expect([proposedOf(candidates)?.id, proposedOf(reversed)?.id]).toEqual(['B', 'A']);
  });

  test('an own key that everything contradicts comes after a shared one that the birth date confirms', () => {
    const post = { ...sophie, employeeNumber: '', workEmail: 'rh@x.fr' };
    expect(ids(candidatesOf({ ...marie, workEmail: 'rh@x.fr' }, post, marie))).toEqual(['B', 'A']);
  });

  test('nobody is proposed whom more contradicts than confirms, nor one of two who are as good', () => {
    const alone = candidatesOf(marie, sophie);
    expect(alone).toEqual([
      { id: 'A', keys: [], shared: ['matricule'], differences: ['birthDate', 'surname', 'firstName'] },
    ]);
    expect(proposedOf(alone)).toBeUndefined();
    expect(proposedOf(candidatesOf(marie, marie, marie))).toBeUndefined();
    expect(proposedOf([])).toBeUndefined();
  });
});

describe('« Ce n’est pas elle », remembered', () => {
  const refusal = (strong: Refusal['strong'] = [], id: string | null = 'A'): Refusal => ({
    luccaId: '7',
    file: id,
    strong,
  });
  const held = { workEmail: 'a@x.fr', workPhone: '0612345678', nir: NIR };

  test('the pair is proposed no more', () => {
    expect(answer({ workEmail: 'a@x.fr' }, [held], [refusal()])).toMatchObject({ state: 'create', by: [] });
    expect(answer({ workEmail: 'a@x.fr', workPhone: '0612345678' }, [held], [refusal()])).toMatchObject({
      state: 'create',
    });
    expect(answer(anne, [anne], [refusal()])).toMatchObject({ state: 'create', suggestions: [] });
  });

  test('a strong key not known then asks again, and is not sure by itself', () => {
    expect(answer({ nir: NIR }, [held], [refusal()])).toMatchObject({ state: 'toConfirm', reason: 'refusedBefore' });
    expect(answer({ nir: NIR }, [held], [refusal(['nir'])])).toMatchObject({ state: 'create' });
  });

  test('« aucune d’elles » holds for every file of a shared key', () => {
    const phone = { workPhone: '0612345678' };
    expect(answer(phone, [phone, phone], [refusal([], null)])).toMatchObject({ state: 'create' });
    expect(answer(phone, [phone, phone], [refusal()])).toMatchObject({ state: 'toConfirm', by: [['B']] });
  });
});

const few = (...texts: readonly string[]) => fc.constantFrom('', ...texts);
const said = fc.record({
  nir: few(NIR, OTHER_NIR),
  birthDate: few('01/10/1995', '02/10/1995'),
  lastName: few('Durand', 'Petit'),
  firstName: few('Anne', 'Luc'),
  workEmail: few('a@x.fr', 'b@x.fr'),
  personalEmail: few('a@x.fr', 'c@x.fr'),
  workPhone: few('0612345678', '0612345679'),
  employeeNumber: few('42', '43'),
  establishment: few('Lyon', 'Paris'),
});
const lists = fc.record({
  people: fc.array(said, { maxLength: 6 }),
  files: fc.array(fc.record({ said, link: few('0', '1', '9') }), { maxLength: 6 }),
});
type Lists = typeof lists extends fc.Arbitrary<infer T> ? T : never;
const built = ({ people, files }: Lists) => ({
  people: people.map((each, at) => person(String(at), each)),
  files: files.map((each, at) => file(`P${at}`, each.said, each.link === '' ? null : each.link)),
});

describe('whatever the people', () => {
  test('the order of people and of files changes nothing', () => {
    fc.assert(
      fc.property(lists, (drawn) => {
        const { people, files } = built(drawn);
        const [one, other] = [matchPeople(people, files), matchPeople([...people].reverse(), [...files].reverse())];
        expect([...other.people].reverse()).toEqual(one.people);
        expect([...other.files].reverse()).toEqual(one.files);
      }),
    );
  });

  test('nobody is matched against a NIR or a birth date, and no file goes to two people', () => {
    fc.assert(
      fc.property(lists, (drawn) => {
        const { people, files } = built(drawn);
        const found = matchPeople(people, files).people.filter(({ state }) => state === 'match');
        for (const { candidates } of found) {
          expect(candidates[0]?.differences).not.toContain('birthDate');
          expect(candidates[0]?.differences).not.toContain('nir');
        }
        const owned = matchPeople(people, files).people.flatMap((each) => each.file ?? []);
        expect(new Set(owned).size).toBe(owned.length);
      }),
    );
  });

  test('what was linked stays linked, and what was refused stays refused', () => {
    fc.assert(
      fc.property(lists, (drawn) => {
        const { people, files } = built(drawn);
        const before = matchPeople(people, files);
        const links = new Map(before.people.map((each) => [each.file, each.luccaId]));
        const linked = files.map((each) => ({ ...each, link: links.get(each.id) ?? each.link }));
        const after = matchPeople(people, linked);
        for (const { luccaId, file: found, state } of before.people)
          if (state === 'match' || state === 'linked')
            expect(after.people.find((each) => each.luccaId === luccaId)).toMatchObject({
              state: 'linked',
              file: found,
            });
        const refusals = before.people.flatMap(({ luccaId, candidates }) =>
          candidates.map((each): Refusal => ({ luccaId, file: each.id, strong: [...each.keys, ...each.shared] })),
        );
        const refused = matchPeople(people, files, refusals);
        const proposed = refused.people.filter(({ state }) => state === 'match' || state === 'toConfirm');
        const again = proposed.flatMap(({ luccaId, candidates }) => candidates.map(({ id }) => `${luccaId} ${id}`));
        const known = new Set(refusals.map((each) => `${each.luccaId} ${each.file ?? ''}`));
        expect(again.filter((each) => known.has(each))).toEqual([]);
      }),
    );
  });
});

describe('two lists of 10,000 people, with slips, couples, twins, homonyms and keys given again', () => {
  const least = { apart: 0.86, oneCell: 0.82 } as const;
  test.each(
    (isFullRun ? [1, 2, 3, 4, 5] : [1]).flatMap((seed) => [[seed, 'apart'] as const, [seed, 'oneCell'] as const]),
  )('nobody is taken for somebody else (draw %i, surname and first name %s)', (seed, names) => {
    const { people, files, truth } = twoLists(10_000, seed, names);
    const quality = qualityOf(truth, matchPeople(people, files).people);
    const recall = (quality.recall * 100).toFixed(1);
    process.stdout.write(`matching, draw ${seed}, names ${names}: 0 wrong expected, recall ${recall} %\n`);
    expect(quality.wrong).toEqual([]);
    expect(quality.recall).toBeGreaterThan(least[names]);
  });
});
