/** « Reprise automatique »: what is taken from Lucca without asking, and what never is. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { employeeFields, fieldGroups, type FieldGroup } from '../../shared/domain/people/employeeFields.ts';
import type { Employee } from '../../shared/domain/people/employee.ts';
import { undoLastPlan } from '../../shared/flows/apply.ts';
import { automaticLines } from '../../shared/flows/automaticText.ts';
import { setAutomatic } from '../../shared/flows/bookChoices.ts';
import { prepareReview } from '../../shared/flows/prepareReview.ts';
import { readBookState } from '../../shared/flows/bookState.ts';
import { askedEntries, automaticEntries, noDecisions } from '../../shared/flows/reviewEntries.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import '../support/properties.ts';
import { OTHER_IBAN, person, SmallCompany, sound } from '../support/smallCompany.ts';
import { lives, Life } from './life.ts';

const settled = { birthDate: '1980-05-17', nir: '180056938212327', postalCode: '69001', workPhone: '0612345678' };

/** A workbook up to date, and the groups it takes by itself; then what Lucca says of the two people. */
async function company(groups: readonly FieldGroup[], ...now: readonly Employee[]): Promise<SmallCompany> {
  const made = new SmallCompany();
  made.account.employees = [person('1', settled), person('2')];
  await made.apply(() => 'accept');
  sound(await setAutomatic(made.book, groups));
  made.account.employees = [...now];
  return made;
}

const one = (values: Employee['values']) => person('1', { ...settled, ...values });

/** Columns that are taken without asking, and those that are asked about. */
async function told(made: SmallCompany) {
  const review = await made.review();
  const columns = (entries: typeof review.entries) =>
    entries.map(({ item }) => `${item.key} ${item.changes.map(({ column }) => column).join(' ')}`);
  return { taken: columns(automaticEntries(review)), asked: columns(askedEntries(review)) };
}

describe('the choice', () => {
  test('is nobody’s at first, and everything is asked', async () => {
    const made = await company([], one({ city: 'Brest' }), person('2'));
    expect(sound(await readBookState(made.book)).automatic).toEqual([]);
    expect(await told(made)).toEqual({ taken: [], asked: ['1 city'] });
  });

  test('is kept by the workbook, and can be taken back', async () => {
    const made = await company(['address', 'civil'], one({}), person('2'));
    expect(sound(await readBookState(made.book)).automatic).toEqual(['address', 'civil']);
    sound(await setAutomatic(made.book, []));
    expect(sound(await readBookState(made.book)).automatic).toEqual([]);
  });

  test('holds for its groups alone', async () => {
    const made = await company(['address'], one({ city: 'Brest', student: true }), person('2'));
    expect(await told(made)).toEqual({ taken: ['1 city'], asked: ['1 student'] });
  });

  test('no group holds what says who somebody is, how they are paid, or when they work', () => {
    const free = employeeFields.filter((field) => !('group' in field)).map(({ key }) => key);
    expect(free).toEqual([
      ...['luccaId', 'employeeNumber', 'lastName', 'firstName', 'birthName', 'establishment'],
      ...['contractStart', 'contractEnd', 'birthDate', 'nir', 'paymentMethod', 'iban', 'bic'],
    ]);
  });
});

describe('what is asked all the same', () => {
  const all = fieldGroups;

  test('a bank account, a NIR, a date of contract', async () => {
    const made = await company(all, person('1', settled), person('2', { iban: OTHER_IBAN, contractEnd: '2026-12-31' }));
    expect(await told(made)).toEqual({ taken: [], asked: ['2 contractEnd', '2 iban'] });
  });

  test('what payroll changed too', async () => {
    const made = await company(all, one({ city: 'Brest' }), person('2'));
    made.type('1', 'city', 'Lille');
    const review = await made.review();
    expect(review.entries.map(({ item, automatic }) => [item.kind, automatic])).toEqual([['conflict', undefined]]);
  });

  test('what was ignored before', async () => {
    const made = await company([], one({ city: 'Brest' }), person('2', { city: 'Lille' }));
    await made.apply(({ item }) => (item.key === '1' ? 'ignore' : undefined));
    sound(await setAutomatic(made.book, all));
    expect(await told(made)).toEqual({ taken: [], asked: [] });
  });

  test('a value that Lucca emptied', async () => {
    expect(await told(await company(all, one({ city: null }), person('2')))).toEqual({ taken: [], asked: ['1 city'] });
  });

  test('a value to check', async () => {
    const made = await company(all, one({ postalCode: '6900', city: 'Brest' }), person('2'));
    expect(await told(made)).toEqual({ taken: ['1 city'], asked: ['1 postalCode'] });
  });

  test('a value that contradicts another one, on which it is told', async () => {
    const title = await company(all, one({ civilTitle: 'Mme', city: 'Brest' }), person('2'));
    expect(await told(title)).toEqual({ taken: ['1 city'], asked: ['1 civilTitle'] });
  });

  test('an e-mail that Lucca takes from one and gives to another, while the workbook still has it', async () => {
    const mail = 'compta@exemple.fr';
    const made = await company([], one({ workEmail: mail }), person('2'));
    await made.apply(() => 'accept');
    sound(await setAutomatic(made.book, all));
    made.account.employees = [one({ workEmail: null }), person('2', { workEmail: mail })];
    expect(await told(made)).toEqual({ taken: [], asked: ['1 workEmail', '2 workEmail'] });
  });

  test('a phone that somebody else has', async () => {
    const shared = await company(all, one({}), person('2', { personalPhone: '+33 6 12 34 56 78' }));
    expect(await told(shared)).toEqual({ taken: [], asked: ['2 personalPhone'] });
    const own = await company(all, one({}), person('2', { personalPhone: '0612345679' }));
    expect(await told(own)).toEqual({ taken: ['2 personalPhone'], asked: [] });
  });

  test('everything of somebody whose name or number changes as well, or is not what payroll holds', async () => {
    const renamed = await company(all, one({ lastName: 'Autre', city: 'Brest' }), person('2', { city: 'Lille' }));
    expect(await told(renamed)).toEqual({ taken: ['2 city'], asked: ['1 lastName', '1 city'] });
    const held = await company(all, one({ city: 'Brest' }), person('2'));
    held.type('1', 'nir', '255081416802538');
    expect(await told(held)).toEqual({ taken: [], asked: ['1 city'] });
  });

  test('what a change of mapping makes', async () => {
    const made = await company(all, one({ city: 'Brest', student: true }), person('2'));
    const connection = made.account.connection();
    const fieldMapping = { hash: 'h', acceptedAt: made.account.asOf, read: 'city=custom:e_ville', vanished: [] };
    const request = { connection: { ...connection, fieldMapping }, months: made.months };
    const review = sound(await prepareReview(made.ports, request));
    expect(askedEntries(review).map(({ item }) => item.changes[0]?.column)).toEqual(['city']);
    expect(automaticEntries(review).map(({ item }) => item.changes[0]?.column)).toEqual(['student']);
  });

  test('the row of a person whom payroll had, until something of it was accepted', async () => {
    const made = await company(all, one({}), person('2'));
    made.book.rows(employeesTable).push({ cells: { luccaId: { text: '3' }, lastName: { text: 'Nom3' } }, others: [] });
    made.account.employees = [one({}), person('2'), person('3', { lastName: 'Nom3' })];
    expect((await told(made)).taken).toEqual([]);
  });

  test('arrivals and absences', async () => {
    const made = await company(all, one({}), person('2'), person('3'));
    const review = await made.review();
    expect(askedEntries(review).map(({ item }) => item.kind)).toEqual(['added']);
  });
});

test('what is taken is in the plan of the review, told by person and field, and undone with it', async () => {
  const made = await company(['address', 'situation'], one({ city: 'Brest', student: true }), person('2'));
  const before = made.seen();
  const review = await made.review();
  expect(automaticLines(automaticEntries(review))).toEqual(['Nom1 P1 (0001)\u00a0: Ville, Étudiant']);
  const decided = new Map([[automaticEntries(review)[1]?.item.id ?? '', 'ignore' as const]]);
  expect(automaticEntries(review, decided)).toHaveLength(1);
  expect(automaticEntries(review, noDecisions)).toHaveLength(2);
  await made.apply();
  expect([made.cell('1', 'city'), made.cell('1', 'student')]).toEqual(['Brest', 'oui']);
  sound(await undoLastPlan(made.ports));
  expect(made.seen()).toEqual(before);
});

test('whatever happens, nothing but what Lucca alone changed in a chosen group is taken', async () => {
  await fc.assert(
    fc.asyncProperty(lives, fc.subarray([...fieldGroups]), async (events, groups) => {
      const life = new Life();
      await life.apply(() => 'accept');
      sound(await setAutomatic(life.book, groups));
      for (const event of events) {
        if (event.deed === 'undo') await undoLastPlan(life.ports);
        else if (event.deed === 'apply') await life.apply(() => (event.a % 2 === 0 ? 'accept' : undefined));
        else life.do(event);
        const prepared = await life.prepare();
        if (!prepared.ok) continue;
        for (const { item, about } of automaticEntries(prepared.value)) {
          const [change, ...others] = item.changes;
          const field = employeeFields.find(({ key }) => key === change?.column);
          expect([item.kind, item.gated, item.remembered, others]).toEqual(['changed', false, false, []]);
          expect(groups).toContain(field && 'group' in field ? field.group : null);
          expect('blank' in (change?.after ?? { blank: true })).toBe(false);
          expect(about[change?.column ?? '']).toEqual(change?.after);
        }
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
