/** Deleted in Lucca and created again, or there twice: an arrival is compared with the rows that « Salariés » has. */
import { describe, expect, test } from '@jest/globals';
import { displayed } from '../../../shared/domain/review/cell.ts';
import type { Decision, Standing } from '../../../shared/domain/review/review.ts';
import { undoLastPlan } from '../../../shared/flows/apply.ts';
import { countOf } from '../../../shared/flows/reviewEntries.ts';
import { mayBeRow } from '../../../shared/messages/fr/employees/doubles.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { employeesBaseTable, employeesTable } from '../../../shared/tables/employeesTable.ts';
import { payrollListTable } from '../../../shared/tables/people/payrollListTable.ts';
import { person, SmallCompany, sound } from '../../support/smallCompany.ts';

const NIR = '180056938212327';
const values = { lastName: 'LE GOFF', firstName: 'Sophie', employeeNumber: '00001', nir: NIR, birthDate: '1980-05-17' };
const again = (id: string, more = {}) => person(id, { ...values, ...more });

/** 101 was accepted, with a note of payroll beside; 102 is somebody else. */
async function accepted(): Promise<SmallCompany> {
  const made = new SmallCompany();
  made.account.employees = [again('101'), person('102')];
  await made.apply(() => 'accept');
  made.note('101', 'Prime', '150');
  return made;
}

async function asked(made: SmallCompany) {
  const { entries, findings } = await made.review();
  return {
    entries: entries.map(({ item, doubles }) => [item.kind, item.key, item.decision, ...(doubles ?? []).map(mayBeRow)]),
    told: findings.filter(({ code }) => code === 'rowDoubles').map(findingText),
  };
}

const SAME =
  'Peut être LE GOFF Sophie, 101 (ligne existante, absente de Lucca)\u00a0: NIR, établissement et matricule, date de naissance.';

describe('created again under another identifier', () => {
  async function recreated() {
    const made = await accepted();
    made.account.employees = [person('102')];
    await made.apply(() => 'accept');
    made.account.employees = [person('102'), again('9101', { city: 'Brest' })];
    return made;
  }

  test('is one question, accepted by nobody, told with its keys', async () => {
    const made = await recreated();
    expect(await asked(made)).toEqual({
      entries: [['conflict', '101', 'undecided', SAME]],
      told: [
        '1 personne que Lucca apporte est peut-être déjà dans «\u00a0Salariés\u00a0» sous un autre identifiant (recréée dans Lucca, ou en double). Rien n’est ajouté d’office\u00a0: répondez.',
      ],
    });
    await made.apply();
    expect(made.keys(employeesTable)).toEqual(['101', '102']);
  });

  test('the same person: the row takes the identifier with what stands beside it, and the base follows; undone whole', async () => {
    const made = await recreated();
    const [before, base] = [made.seen(), made.keys(employeesBaseTable)];
    expect(await made.apply(() => 'accept')).toEqual({ added: 0, changed: 1, deleted: 0, refused: [] });
    expect(made.keys(employeesTable)).toEqual(['9101', '102']);
    expect(made.keys(employeesBaseTable)).toEqual(['9101', '102']);
    expect(made.row('9101').others.map(({ heading, cell }) => [heading, displayed(cell)])).toEqual([['Prime', '150']]);
    expect(await made.proposals()).toEqual(['changed 9101 situation: accept', 'changed 9101 city: accept']);
    sound(await undoLastPlan(made.ports));
    expect(made.seen()).toEqual(before);
    expect(made.keys(employeesBaseTable)).toEqual(base);
  });

  test('somebody else: a row is added, and nothing is asked again', async () => {
    const made = await recreated();
    expect(await made.apply(() => 'ignore')).toMatchObject({ added: 1, changed: 0, refused: [] });
    expect(made.keys(employeesTable)).toEqual(['101', '102', '9101']);
    expect(await asked(made)).toEqual({ entries: [], told: [] });
  });

  test('the row is not said to have gone before somebody answered, and its link in the list of payroll follows', async () => {
    const made = await accepted();
    made.book.tables.set(payrollListTable.name, [
      { cells: { line: { text: 'P0001' }, luccaId: { text: '101' } }, others: [] },
    ]);
    made.account.employees = [person('102'), again('9101')];
    expect((await asked(made)).entries).toEqual([
      ['gone', '101', 'undecided'],
      ['conflict', '101', 'undecided', SAME],
    ]);
    const review = await made.review();
    const yes = new Map(
      review.entries.map(({ item }): [string, Decision] => [
        item.id,
        item.kind === 'conflict' ? 'accept' : item.decision,
      ]),
    );
    expect(['undecided', 'moot'].map((each) => countOf(review, yes, each as Standing))).toEqual([0, 1]);
    await made.apply(({ item }) => (item.kind === 'conflict' ? 'accept' : undefined));
    expect([made.keys(employeesTable), made.cell('P0001', 'luccaId', payrollListTable)]).toEqual([
      ['9101', '102'],
      '9101',
    ]);
    expect(await made.proposals()).toEqual([]);
  });

  test('both answered at once: the row is flagged, then renamed', async () => {
    const made = await accepted();
    made.account.employees = [person('102'), again('9101')];
    expect(await made.apply(() => 'accept')).toMatchObject({ added: 0, changed: 2, refused: [] });
    expect(await made.proposals()).toEqual(['changed 9101 situation: accept']);
  });
});

describe('what is no more than a doubt', () => {
  test('a row of somebody whom Lucca still has: an addition that nobody proposes', async () => {
    const made = await accepted();
    made.account.employees = [again('101'), person('102'), again('9101', { employeeNumber: '00009' })];
    expect((await asked(made)).entries).toEqual([
      ['added', '9101', 'undecided', 'Peut être LE GOFF Sophie, 101 (ligne existante, dans Lucca aussi)\u00a0: NIR.'],
    ]);
  });

  test('two who arrive and one row: each is asked, neither takes it', async () => {
    const made = await accepted();
    made.account.employees = [person('102'), again('9101'), again('9102')];
    expect((await asked(made)).entries.map(([kind, key, decision]) => [kind, key, decision])).toEqual([
      ['added', '9101', 'undecided'],
      ['added', '9102', 'undecided'],
      ['gone', '101', 'undecided'],
    ]);
  });

  test('a homonym of somebody who left', async () => {
    const made = await accepted();
    made.account.employees = [person('102'), person('9101', { lastName: 'Le Goff', firstName: 'Sophie', iban: null })];
    expect((await asked(made)).entries).toEqual([
      [
        'added',
        '9101',
        'undecided',
        'Peut être LE GOFF Sophie, 101 (ligne existante, absente de Lucca)\u00a0: même nom et même prénom.',
      ],
      ['gone', '101', 'accept'],
    ]);
  });

  test('nobody alike is added as before', async () => {
    const made = await accepted();
    made.account.employees = [again('101'), person('102'), person('103')];
    expect(await asked(made)).toEqual({ entries: [['added', '103', 'accept']], told: [] });
  });
});

describe('a row under the identifier of somebody else', () => {
  const named = { lastName: 'MARTIN', firstName: 'Luc', birthDate: '1975-02-03', city: 'Brest' };
  const review = async (more: object) => {
    const made = await accepted();
    made.account.employees = [again('101', more), person('102', { city: 'Brest' })];
    const { entries, findings } = await made.review();
    return {
      decisions: entries.map(({ item }) => `${item.key} ${item.decision}`),
      told: findings.filter(({ code }) => code === 'rowStrangers').map(findingText),
    };
  };

  test('is taken nothing for by default, and told; the others are', async () => {
    const { decisions, told } = await review({ ...named, nir: '175022938212327' });
    expect(new Set(decisions)).toEqual(new Set(['101 undecided', '102 accept']));
    expect(told).toEqual([
      '1 ligne de «\u00a0Salariés\u00a0» porte l’identifiant Lucca de quelqu’un d’autre, semble-t-il\u00a0: les noms et le NIR ou la date de naissance diffèrent. Rien n’y est repris d’office\u00a0: vérifiez l’identifiant.',
    ]);
  });

  test.each([
    ['the NIR says who it is', named],
    ['a marriage and a birth date corrected', { ...named, firstName: 'Sophie', nir: null }],
  ])('%s: proposed as ever', async (_, more) => {
    expect(await review(more)).toMatchObject({ told: [] });
  });
});
