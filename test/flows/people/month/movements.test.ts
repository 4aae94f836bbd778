/** « Mouvements du mois » in a workbook: written, filled by the clerk, computed again, taken back. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { instant, plainDate, plainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import { blank, textCell } from '../../../../shared/domain/review/cell.ts';
import { undoLastPlan } from '../../../../shared/flows/apply.ts';
import {
  computeMovements,
  writeMovements,
  type MonthMovements,
} from '../../../../shared/flows/people/month/computeMovements.ts';
import { findingText } from '../../../../shared/messages/fr/findings.ts';
import { employeesTable } from '../../../../shared/tables/employeesTable.ts';
import { monthMovementsTable } from '../../../../shared/tables/people/monthMovementsTable.ts';
import { resultTable } from '../../../../shared/tables/vouchers/resultTable.ts';
import { timeBalancesTable } from '../../../../shared/tables/worktime/timeBalancesTable.ts';
import { person } from '../../../support/smallCompany.ts';
import { MonthCompany, sound } from './monthCompany.ts';

let company: MonthCompany;

beforeEach(async () => {
  company = await MonthCompany.begun();
});

function compute(month = '2026-10') {
  return computeMovements(company.ports, { connection: company.account.connection(), month: plainMonth(month) });
}

async function written(month = '2026-10'): Promise<MonthMovements> {
  const computed = sound(await compute(month));
  sound(await writeMovements(company.ports, computed));
  return computed;
}

const rows = (...keys: string[]) =>
  company.told(monthMovementsTable, ...(keys.length > 0 ? keys : ['luccaId', 'kind', 'date']));
const codes = ({ findings }: MonthMovements) => findings.map(({ code }) => code);

/** What the clerk types in the row of a person and kind. */
function type(luccaId: string, kind: string, column: string, typed: string): void {
  const row = company.book
    .rows(monthMovementsTable)
    .find(
      ({ cells }) =>
        JSON.stringify([cells['luccaId'], cells['kind']]) === JSON.stringify([textCell(luccaId), textCell(kind)]),
    );
  if (!row) throw new Error(`no ${kind} of ${luccaId}`);
  row.cells[column] = textCell(typed);
}

describe('movements of a month in a workbook', () => {
  test('who comes, who goes, what changes, with what is left to payroll', async () => {
    company.account.employees.push(person('4', { contractStart: '2026-10-05' }));
    company.contracts('4', company.span('4', '2026-10-05', null, { nature: 'CDD' }));
    company.contracts('1', company.span('1', '2021-01-01', '2026-10-31'));
    company.contracts(
      '2',
      company.span('2', '2021-01-01', '2026-10-11'),
      company.span('2', '2026-10-12', null, { establishment: 'Metz', establishmentId: '14' }),
    );
    company.fill(resultTable, { month: '2026-10', regulation: 'TR', luccaId: '1', settlement: -3 });
    company.fill(
      timeBalancesTable,
      { month: '2026-08', luccaId: '1', account: 'RC', balance: 9 },
      { month: '2026-09', luccaId: '1', account: 'RC', balance: 3.5 },
      { month: '2026-09', luccaId: '1', account: 'HS25', balance: 0 },
    );
    const computed = await written();
    expect(codes(computed)).toEqual([]);
    expect(rows('luccaId', 'section', 'kind', 'date', 'before', 'after', 'inBook', 'vouchers', 'hours')).toEqual([
      ['4', 'entrée', 'arrivée', '05/10/2026', '', 'Lyon', 'non', '', ''],
      ['2', 'entrée', 'nouveau contrat', '12/10/2026', 'Lyon', 'Metz', 'oui', '', ''],
      ['1', 'sortie', 'sortie', '31/10/2026', 'Lyon', '', 'oui', '-3', 'fin septembre 2026, RC +3,50\u00a0h'],
      ['2', 'changement', "changement d'établissement", '12/10/2026', 'Lyon', 'Metz', 'oui', '', ''],
    ]);
    expect(rows('contract', 'dpae', 'transport', 'done')).toEqual([
      ['', '', '', ''],
      ['', 'sans objet', 'sans objet', ''],
      ['sans objet', 'sans objet', 'sans objet', ''],
      ['sans objet', 'sans objet', 'sans objet', ''],
    ]);
    const [arrival, , exit] = rows('toDo').flat();
    expect(arrival).toContain('ni la DPAE');
    expect(arrival).toContain('Acceptez d’abord la personne avec «\u00a0Revoir\u00a0».');
    expect(exit).toBe(
      'Fin de contrat à faire dans la paie. 3 titres-restaurant à récupérer au solde. Heures à solder\u00a0: fin septembre 2026, RC +3,50\u00a0h.',
    );
  });

  test('a contract end never ends anything in the workbook', async () => {
    company.contracts('1', company.span('1', '2021-01-01', '2026-10-31'));
    const before = JSON.stringify(company.book.rows(employeesTable));
    await written();
    expect(JSON.stringify(company.book.rows(employeesTable))).toBe(before);
  });

  test('what the clerk fills stays; nothing is written a second time; one undo takes all of it back', async () => {
    company.contracts('1', company.span('1', '2021-01-01', '2026-10-31'));
    await written();
    type('1', 'sortie', 'done', 'oui');
    type('1', 'sortie', 'comment', 'STC le 31');
    const again = sound(await compute());
    expect(sound(await writeMovements(company.ports, again))).toEqual({
      added: 0,
      changed: 0,
      deleted: 0,
      refused: [],
    });
    company.contracts('2', company.span('2', '2021-01-01', '2026-10-16'));
    await written();
    expect(rows('luccaId', 'kind', 'done', 'comment')).toEqual([
      ['1', 'sortie', 'oui', 'STC le 31'],
      ['2', 'sortie', '', ''],
    ]);
    sound(await undoLastPlan(company.ports));
    expect(rows('luccaId', 'done')).toEqual([['1', 'oui']]);
  });

  test('what is typed while the month is computed is left', async () => {
    company.contracts('1', company.span('1', '2021-01-01', '2026-10-31'));
    await written();
    const computed = sound(await compute());
    type('1', 'sortie', 'done', 'oui');
    sound(await writeMovements(company.ports, computed));
    expect(rows('done')).toEqual([['oui']]);
  });

  test('a row that holds no more goes; one that was filled stays, and says so, until it holds again', async () => {
    company.contracts('1', company.span('1', '2021-01-01', '2026-10-31'));
    company.contracts('2', company.span('2', '2021-01-01', '2026-10-30'));
    await written();
    type('1', 'sortie', 'done', 'oui');
    company.contracts('1', company.span('1', '2021-01-01', null));
    company.contracts('2', company.span('2', '2021-01-01', null));
    await written();
    expect(rows('luccaId', 'kind', 'date', 'before', 'state')).toEqual([
      ['1', 'sortie', '31/10/2026', 'Lyon', "n'est plus dans Lucca"],
      ['2', 'fin de contrat retirée', '30/10/2026', '30/10/2026', 'en cours'],
      ['1', 'fin de contrat retirée', '31/10/2026', '31/10/2026', 'en cours'],
    ]);
    await written();
    expect(rows('luccaId', 'kind')).toHaveLength(3);
    company.contracts('1', company.span('1', '2021-01-01', '2026-10-31'));
    await written();
    expect(rows('luccaId', 'kind', 'state', 'done')[0]).toEqual(['1', 'sortie', 'en cours', 'oui']);
  });

  test('an end that moved is told from what the sheet, the workbook or Lucca said before', async () => {
    company.contracts('1', company.span('1', '2021-01-01', '2026-12-31'));
    await written('2026-09');
    company.contracts('1', company.span('1', '2021-01-01', '2026-11-15'));
    company.account.employees[1] = person('2', { contractEnd: '2026-12-31' });
    company.contracts('2', company.span('2', '2021-01-01', '2026-12-31'));
    company.account.change('2', 'contractEnd', '2026-10-12', '2026-10-30', '2026-12-31');
    await written();
    expect(rows('month', 'luccaId', 'kind', 'before', 'after').filter(([month]) => month === '2026-10')).toEqual([
      ['2026-10', '1', 'sortie à venir', 'Lyon', ''],
      ['2026-10', '2', 'sortie à venir', 'Lyon', ''],
      ['2026-10', '1', 'fin de contrat déplacée', '31/12/2026', '15/11/2026'],
      ['2026-10', '2', 'fin de contrat déplacée', '30/10/2026', '31/12/2026'],
    ]);
  });

  test('an end that payroll typed itself was never one of Lucca: nothing is told of it', async () => {
    company.type('3', 'contractEnd', { date: plainDate('2026-10-20') });
    await written();
    expect(rows()).toEqual([]);
  });

  test('an end accepted from Lucca, and removed there, is told', async () => {
    company.account.employees[2] = person('3', { contractEnd: '2026-10-20' });
    await company.apply(() => 'accept');
    company.account.employees[2] = person('3');
    await written();
    expect(rows('luccaId', 'kind', 'before')).toEqual([['3', 'fin de contrat retirée', '20/10/2026']]);
  });

  test('an end that moved is told in its month alone, a removed one once, ticked or not', async () => {
    const ends = async (month: string) => {
      await written(month);
      return rows('month', 'kind', 'date').flatMap(([own, ...rest]) => (own === month ? [rest.join(' ')] : []));
    };
    company.contracts('1', company.span('1', '2021-01-01', '2026-10-31'));
    expect(await ends('2026-10')).toEqual(['sortie 31/10/2026']);
    type('1', 'sortie', 'done', 'oui');
    company.contracts('1', company.span('1', '2021-01-01', '2026-12-31'));
    const moved = ['sortie à venir 31/12/2026', 'fin de contrat déplacée 31/12/2026'];
    expect((await ends('2026-10')).sort()).toEqual(['sortie 31/10/2026', ...moved].sort());
    expect(rows('kind', 'state', 'toDo').find(([kind]) => kind === 'sortie')).toEqual([
      'sortie',
      "n'est plus dans Lucca",
      'Lucca n’a plus cette sortie\u00a0: annulez ou corrigez la fin de contrat faite dans la paie, puis videz «\u00a0Fait dans la paie\u00a0».',
    ]);
    expect(await ends('2026-11')).toEqual(['sortie à venir 31/12/2026']);
    company.contracts('1', company.span('1', '2021-01-01', null));
    expect(await ends('2026-11')).toEqual(['fin de contrat retirée 31/12/2026']);
    expect(await ends('2026-11')).toEqual(['fin de contrat retirée 31/12/2026']);
    expect(await ends('2026-12')).toEqual([]);
  });

  test('gone from Lucca: told until it is done in payroll, and not when everybody seems to go', async () => {
    company.account.employees = company.account.employees.filter(({ id }) => id !== '3');
    await written('2026-09');
    await written();
    expect(rows()).toEqual([
      ['3', 'absent de Lucca', '01/09/2026'],
      ['3', 'absent de Lucca', '01/10/2026'],
    ]);
    type('3', 'absent de Lucca', 'done', 'oui');
    await written();
    expect(rows()).toEqual([['3', 'absent de Lucca', '01/09/2026']]);
    const crowd = await MonthCompany.begun();
    crowd.account.employees = ['1', '2', '3', '4', '5', '6', '7'].map((id) => person(id));
    await crowd.apply(() => 'accept');
    crowd.account.employees = [person('1')];
    company = crowd;
    const computed = await written();
    expect(codes(computed)).toEqual(['massDisappearance']);
    expect(rows()).toEqual([]);
  });

  describe('what Lucca says too late for its month', () => {
    const inMonth = (month: string) =>
      rows('month', 'luccaId', 'kind', 'date').flatMap(([own, ...rest]) => (own === month ? [rest.join(' ')] : []));
    const at = (on: string) => instant(`${on}T19:04:00.000Z`);

    /** 1 left, 2 changed contract and place, 4 came: in October, as Lucca says in November. */
    function learnLate(): void {
      const { account } = company;
      company.contracts('1', company.span('1', '2021-01-01', '2026-10-28'));
      account.employees[0] = person('1', { contractEnd: '2026-10-28' });
      account.change('1', 'contractEnd', '2026-11-03', null, '2026-10-28');
      company.contracts(
        '2',
        company.span('2', '2021-01-01', '2026-10-26'),
        company.span('2', '2026-10-27', null, { establishment: 'Metz' }),
      );
      account.change('2', 'contractStart', '2026-11-03', '2021-01-01', '2026-10-27');
      account.change('2', 'establishment', '2026-11-03', 'Lyon', 'Metz');
      account.employees.push(person('4', { contractStart: '2026-10-27' }));
      company.contracts('4', company.span('4', '2026-10-27', null));
      account.changes.push({
        ...{ sequence: 9, runId: 'r2', at: at('2026-11-03'), employeeId: '4', kind: 'arrived' },
        ...{ field: null, before: null, after: null },
      });
    }
    const late = [
      '4 arrivée 27/10/2026',
      '2 nouveau contrat 27/10/2026',
      '1 sortie 28/10/2026',
      "2 changement d'établissement 27/10/2026",
    ];

    test('is told once, in the month that learns it, by its own day', async () => {
      await written('2026-10');
      learnLate();
      await written('2026-11');
      expect(inMonth('2026-11')).toEqual(late);
      expect(rows('kind', 'toDo').find(([kind]) => kind === 'sortie')).toEqual([
        'sortie',
        'Appris en retard\u00a0: la date est la vraie, et les mouvements d’octobre 2026 ne le disaient pas. Fin de contrat à faire dans la paie.',
      ]);
      await written('2026-11');
      expect(inMonth('2026-11')).toEqual(late);
      await written('2026-12');
      expect(inMonth('2026-12')).toEqual([]);
    });

    test('is not told again where its own month told it; told late, it stays whatever its month says since', async () => {
      learnLate();
      await written('2026-10');
      expect(inMonth('2026-10')).toEqual(late);
      await written('2026-11');
      expect(inMonth('2026-11')).toEqual([]);
      company = await MonthCompany.begun();
      learnLate();
      await written('2026-11');
      type('1', 'sortie', 'done', 'oui');
      await written('2026-10');
      await written('2026-11');
      expect(inMonth('2026-11')).toEqual(late);
      expect(rows('month', 'luccaId', 'kind', 'state')).toContainEqual(['2026-11', '1', 'sortie', 'en cours']);
    });

    test('what came after its month was looked over is told with the next one', async () => {
      company.contracts('3', company.span('3', '2021-01-01', '2026-10-09'));
      await written('2026-10');
      company.contracts('1', company.span('1', '2021-01-01', '2026-10-31'));
      await written('2026-11');
      expect(inMonth('2026-11')).toEqual(['1 sortie 31/10/2026']);
    });

    test('and so it is when that month had nothing to tell: it was looked over all the same', async () => {
      await written('2026-10');
      company.contracts('1', company.span('1', '2021-01-01', '2026-10-31'));
      company.account.change('1', 'contractEnd', '2026-10-28', null, '2026-10-31');
      await written('2026-11');
      expect(inMonth('2026-11')).toEqual(['1 sortie 31/10/2026']);
      sound(await undoLastPlan(company.ports));
      sound(await undoLastPlan(company.ports));
      expect(sound(await compute('2026-11')).rows).toEqual([]);
    });

    test('a first month tells no history: neither what Lucca had from the start, nor what it says of years before', async () => {
      company.contracts('1', company.span('1', '2021-01-01', '2026-10-28'));
      company.contracts('2', company.span('2', '2021-01-01', '2026-07-26'), company.span('2', '2026-07-27', null));
      company.account.change('2', 'contractStart', '2026-11-03', '2021-01-01', '2026-07-27');
      await written('2026-11');
      expect(rows()).toEqual([]);
    });
  });

  test('back in Lucca once payroll made them leave: told until it is undone; a new departure is told again', async () => {
    const { account } = company;
    const own = async (month: string) => {
      await written(month);
      return rows('month', 'luccaId', 'kind').flatMap(([each, ...rest]) => (each === month ? [rest.join(' ')] : []));
    };
    const [one, two, three] = account.employees;
    if (!one || !two || !three) throw new Error('three people');
    company.type('3', 'contractEnd', { date: plainDate('2026-10-20') });
    account.employees = [one, two];
    expect(await own('2026-10')).toEqual(['3 absent de Lucca']);
    type('3', 'absent de Lucca', 'done', 'oui');
    company.type('3', 'contractEnd', blank);
    expect(await own('2026-11')).toEqual([]);
    account.employees = [one, two, three];
    expect(await own('2026-11')).toEqual(['3 revenu dans Lucca']);
    expect(rows('kind', 'toDo').find(([kind]) => kind === 'revenu dans Lucca')?.[1]).toBe(
      'Est revenu dans Lucca\u00a0: défaites ce qui a été fait dans la paie (contrat terminé le 20/10/2026).',
    );
    expect(await own('2026-12')).toEqual(['3 revenu dans Lucca']);
    type('3', 'revenu dans Lucca', 'done', 'oui');
    expect(await own('2026-12')).toEqual([]);
    account.employees = [one, two];
    expect(await own('2026-12')).toEqual(['3 absent de Lucca']);
    expect(await own('2027-01')).toEqual(['3 absent de Lucca']);
    const last = company.book.rows(monthMovementsTable).at(-1);
    if (!last) throw new Error('no row');
    last.cells['done'] = textCell('oui');
    expect(await own('2027-02')).toEqual([]);
  });

  test('a return that nobody ticked goes with a second departure: payroll never undid the first, unless the log saw it', async () => {
    const { account } = company;
    const [one, two, three] = account.employees;
    if (!one || !two || !three) throw new Error('three people');
    account.employees = [one, two];
    await written('2026-10');
    type('3', 'absent de Lucca', 'done', 'oui');
    account.employees = [one, two, three];
    await written('2026-11');
    account.employees = [one, two];
    const told = async () => {
      await written('2026-11');
      return rows('month', 'kind');
    };
    const first = ['2026-10', 'absent de Lucca'];
    expect([await told(), await told()]).toEqual([[first], [first]]);
    const at = instant('2026-11-05T19:04:00.000Z');
    const seen = { runId: 'r1', employeeId: '3', field: null, before: null, after: null };
    account.changes.push({ ...seen, sequence: 1, at, kind: 'returned' });
    expect([await told(), await told()]).toEqual(Array(2).fill([first, ['2026-11', 'absent de Lucca']]));
  });

  test('departures that were accepted, or told before, are no mass that disappears', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => String(index + 1));
    const { account } = company;
    account.employees = ids.map((id) => person(id));
    account.contracts = ids.map((id) => company.contract(id));
    await company.apply(() => 'accept');
    account.employees = account.employees.slice(8);
    expect(codes(sound(await compute()))).toEqual(['massDisappearance']);
    await company.apply(() => 'accept');
    expect(codes(await written())).toEqual([]);
    expect(rows('luccaId', 'kind')).toEqual(ids.slice(0, 8).map((id) => [id, 'absent de Lucca']));
    account.employees = account.employees.slice(5);
    await written();
    expect(rows('luccaId')).toHaveLength(13);
    account.employees = account.employees.slice(5);
    expect(codes(await written())).toEqual([]);
    expect(rows('luccaId')).toHaveLength(18);
  });

  test('a work cycle that changes, and an establishment that Lucca changed in place', async () => {
    company.account.halves.set('1', 210);
    const { account } = company;
    account.change('2', 'establishment', '2026-10-08', 'Lyon', 'Metz');
    account.change('2', 'establishment', '2026-10-09', 'Metz', 'Lille');
    account.change('3', 'establishment', '2026-10-08', 'Lyon', 'Metz');
    account.change('3', 'establishment', '2026-10-09', 'Metz', 'Lyon');
    const computed = await written();
    expect(codes(computed)).toEqual([]);
    expect(rows('luccaId', 'kind', 'date', 'before', 'after')).toEqual([
      ['2', "changement d'établissement", '09/10/2026', 'Lyon', 'Lille'],
    ]);
  });

  test('months that were not read are told, and so are people without a contract, and vouchers never computed', async () => {
    company.account.known = [plainMonth('2026-09')];
    company.account.planningKnown = [];
    company.account.employees.push(person('4', { contractStart: null }));
    company.contracts('1', company.span('1', '2021-01-01', '2026-10-31'));
    const { findings } = sound(await compute());
    expect(findings.map(findingText)).toEqual([
      'Les mouvements d’octobre 2026 viennent des contrats lus le 26/10/2026\u00a0: ce mois n’a pas été lu dans Lucca depuis. Actualisez pour les avoir tous.',
      'Les horaires de septembre 2026 et d’octobre 2026 n’ont pas été lus dans Lucca\u00a0: un changement de temps de travail sans nouveau contrat n’est pas vu.',
      '1 personne n’a pas de date de contrat dans Lucca, et aucun mouvement\u00a0: Nom4 P4 (0004).',
      'Les titres-restaurant d’octobre 2026 n’ont pas été calculés\u00a0: ce que les sortants ont à rendre n’est pas connu.',
    ]);
  });

  test('a workbook of another account is refused, and one whose account was never read', async () => {
    const other = { ...company.account.connection(), host: 'autre.ilucca.net' };
    const refused = await computeMovements(company.ports, { connection: other, month: plainMonth('2026-10') });
    expect(refused).toMatchObject({ ok: false, error: { code: 'unsound' } });
    const never = await computeMovements(company.ports, {
      connection: { ...company.account.connection(), mirror: null },
      month: plainMonth('2026-10'),
    });
    expect(never).toMatchObject({ ok: false, error: { code: 'notRead', months: ['2026-09', '2026-10'] } });
  });
});
