import { describe, expect, test } from '@jest/globals';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { undoLastPlan } from '../../../shared/flows/apply.ts';
import { writeTimes } from '../../../shared/flows/worktime/writeTimes.ts';
import { displayed, blank } from '../../../shared/domain/review/cell.ts';
import { controlsTable } from '../../../shared/tables/worktime/controlsTable.ts';
import { countersTable } from '../../../shared/tables/worktime/countersTable.ts';
import { movementsTable } from '../../../shared/tables/worktime/movementsTable.ts';
import { timeAccountsTable } from '../../../shared/tables/worktime/timeAccountsTable.ts';
import { timeBalancesTable } from '../../../shared/tables/worktime/timeBalancesTable.ts';
import { timeCorrectionsTable } from '../../../shared/tables/worktime/timeCorrectionsTable.ts';
import { timeEntriesTable } from '../../../shared/tables/worktime/timeEntriesTable.ts';
import { timeRegulationsTable } from '../../../shared/tables/worktime/timeRegulationsTable.ts';
import { timeRulesTable } from '../../../shared/tables/worktime/timeRulesTable.ts';
import type { TableDeclaration } from '../../../shared/tables/declaration.ts';
import { sound, wholeDays } from '../../support/smallCompany.ts';
import { balances, TimeCompany, type Typed } from './timeCompany.ts';

const column = (company: TimeCompany, table: TableDeclaration, ...keys: string[]) =>
  (company.book.tables.get(table.name) ?? []).map(({ cells }) => keys.map((key) => displayed(cells[key] ?? blank)));

const codes = ({ findings }: { findings: readonly { code: string }[] }) => findings.map(({ code }) => code);

describe('a month of working time', () => {
  test('42 hours of a week are seven at 25 %, 46 are eight and three at 50 %', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-10-05', 9, 9, 8, 8, 8);
    company.week('2', '2026-10-05', 10, 9, 9, 9, 9);
    company.week('3', '2026-10-05', 7, 7, 7, 7, 7);
    const computation = await company.computed('2026-10');
    expect(balances(computation)).toEqual({ '1 HS25': 420, '2 HS25': 480, '2 HS50': 180 });
    expect(codes(computation).filter((code) => code !== 'timeHolidayDiffers')).toEqual([]);
  });

  test('a week belongs to the month in which it closes', async () => {
    const company = await TimeCompany.begun();
    // From Monday 28 September to Sunday 4 October.
    company.week('1', '2026-09-28', 8, 8, 8, 8, 8);
    expect(balances(await company.computed('2026-09'))).toEqual({});
    expect(balances(await company.computed('2026-10'))).toEqual({ '1 HS25': 300 });
  });

  test('paid leave counts for the weekly threshold', async () => {
    const company = await TimeCompany.begun();
    company.account.halfDays = wholeDays('50', '2026-10-05');
    company.week('1', '2026-10-05', 0, 9, 9, 9, 9);
    // Seven hours of leave and 36 worked: eight hours beyond 35.
    expect(balances(await company.computed('2026-10'))).toEqual({ '1 HS25': 480 });
  });

  test('a week that waits posts nothing, and is listed with its hours', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-10-05', 9, 9, 8, 8, 8);
    company.week('1', '2026-10-12', 8, 8, 8, 8, 8);
    company.wait('1', '2026-10-05');
    const computation = await company.computed('2026-10');
    expect(balances(computation)).toEqual({ '1 HS25': 300 });
    expect(computation.people[0]?.outcome.waiting).toEqual([
      { period: { from: '2026-10-05', to: '2026-10-11' }, minutes: 42 * 60 },
    ]);
  });

  test('a week whose hours are on no account to approve settles alone', async () => {
    const company = await TimeCompany.begun();
    company.fill(
      timeAccountsTable,
      { name: 'Heures supp. 25 %', code: 'HS25', premium: 25, approved: 'non' },
      { name: 'Heures supp. 50 %', code: 'HS50', premium: 50 },
    );
    company.week('1', '2026-10-05', 8, 8, 8, 8, 8);
    company.week('1', '2026-10-12', 10, 9, 9, 9, 9);
    company.wait('1', '2026-10-05');
    company.wait('1', '2026-10-12');
    expect(balances(await company.computed('2026-10'))).toEqual({ '1 HS25': 300 });
  });

  test('what is typed replaces what Lucca declares on the date', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-10-05', 8, 7, 7, 7, 7);
    company.fill(timeEntriesTable, { luccaId: '1', date: '2026-10-05', start: '8h', end: '18:00', break: 60 });
    expect(balances(await company.computed('2026-10'))).toEqual({ '1 HS25': 120 });
  });

  test('a line typed wrong is told at its cell, and its date is still the sheet’s', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-10-05', 8, 7, 7, 7, 7);
    company.fill(timeEntriesTable, { luccaId: '1', date: '2026-10-05', start: 'matin', end: '18:00' });
    const computation = await company.computed('2026-10');
    expect(balances(computation)).toEqual({});
    const [told] = computation.findings.filter(({ code }) => code === 'timeUnreadable');
    expect(told?.place?.column).toBe('start');
    expect(told && findingText(told)).toContain('08:30');
  });

  test('limits that are passed are told with their article', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-10-05', 10, 10, 10, 10, 9);
    const computation = await company.computed('2026-10');
    const [told] = computation.people[0]?.controls ?? [];
    expect(told).toMatchObject({ code: 'weekTooLong', facts: { measured: 49 * 60, limit: 48 * 60 } });
    expect(told?.source?.title).toContain('L3121-20');
  });

  test('an agreement replaces a limit', async () => {
    const company = await TimeCompany.begun();
    company.fill(timeRegulationsTable, { name: 'Siège', set: 'Droit commun', weekLimit: 44 });
    company.week('1', '2026-10-05', 9, 9, 9, 9, 9);
    const computation = await company.computed('2026-10');
    expect(computation.people[0]?.controls).toMatchObject([{ code: 'weekTooLong', facts: { limit: 44 * 60 } }]);
  });
});

describe('who is counted', () => {
  test('nobody under two regulations, nor under none', async () => {
    const company = await TimeCompany.begun();
    company.fill(
      timeRegulationsTable,
      { name: 'Siège', set: 'Droit commun', people: '0001; 0002' },
      { name: 'Atelier', set: 'Droit commun', people: '0002' },
    );
    company.week('1', '2026-10-05', 8, 8, 8, 8, 8);
    const computation = await company.computed('2026-10');
    expect(balances(computation)).toEqual({ '1 HS25': 300 });
    const ofPeople = computation.findings.filter(({ subject }) => subject !== undefined);
    expect(ofPeople.map(({ code, subject }) => `${code} ${subject ?? ''}`).sort()).toEqual([
      'timeRegulationNone 3',
      'timeRegulationSeveral 2',
    ]);
  });

  test('a regulation that changes in the month: each week follows the one of its last day', async () => {
    const company = await TimeCompany.begun();
    company.fill(
      timeRegulationsTable,
      { name: 'Siège', set: 'Droit commun', to: '2026-10-14' },
      { name: 'Forfait', set: '', unit: 'jours', from: '2026-10-15' },
    );
    company.week('1', '2026-10-05', 8, 8, 8, 8, 8);
    company.week('1', '2026-10-12', 8, 8, 8, 8, 8);
    const computation = await company.computed('2026-10');
    expect(balances(computation)).toEqual({ '1 HS25': 300 });
    expect(computation.people[0]?.regulations).toEqual(['Siège', 'Forfait']);
  });

  test('a set with a mistake computes nothing, and says so at its cell and on the regulation', async () => {
    const company = await TimeCompany.begun();
    company.fill(timeRulesTable, { set: 'Droit commun', order: 1, kind: 'écart', account: 'HS25' });
    const answer = await company.compute('2026-10');
    if (answer.ok || answer.error.code !== 'noRegulation') throw new Error('a refusal is expected');
    expect(codes(answer.error)).toEqual(expect.arrayContaining(['gapWithoutLower', 'timeSetInvalid']));
  });

  test.each([{ transfer: 'pai' }, { premium: 'vingt-cinq' }])(
    'nothing is computed with a set of which an account cannot be read: %j',
    async (typed) => {
      const company = await TimeCompany.begun();
      company.week('1', '2026-10-05', 9, 9, 8, 8, 8);
      const [first, second] = ['HS25', 'HS50'].map((code) => ({ name: code, code, transfer: 'paie' }));
      company.fill(timeAccountsTable, { ...first, ...typed }, { ...second });
      const answer = await company.compute('2026-10');
      if (answer.ok || answer.error.code !== 'noRegulation') throw new Error('a refusal is expected');
      const told = answer.error.findings.map(({ code, place }) => [code, place?.column]);
      expect(told).toContainEqual(['timeSetInvalid', 'set']);
      expect(told.map(([, column]) => column)).toContain(Object.keys(typed)[0]);
    },
  );

  test.each<[string, Typed, string[]]>([
    ['in hours, without a set, counts nothing: told', {}, ['timeSetMissing set warning']],
    ['in days, without a set, is as it should be', { unit: 'jours' }, []],
    ['whose set cannot be read holds for nobody', { set: '#REF!' }, ['cellIsError set error']],
  ])('a regulation %s', async (_, typed, expected) => {
    const company = await TimeCompany.begun();
    company.fill(
      timeRegulationsTable,
      { name: 'Siège', set: 'Droit commun', people: '1' },
      { name: 'Atelier', people: '2', ...typed },
    );
    company.week('2', '2026-10-05', 9, 9, 8, 8, 8);
    const { findings, people } = await company.computed('2026-10');
    const told = findings.filter(({ place }) => place?.table === timeRegulationsTable.name);
    expect(told.map(({ code, place, severity }) => `${code} ${place?.column} ${severity}`)).toEqual(expected);
    expect(told.every((each) => findingText(each).length > 20)).toBe(true);
    expect(people.flatMap(({ outcome, regulations }) => (outcome.employeeId === '2' ? regulations : []))).toEqual(
      'set' in typed ? [] : ['Atelier'],
    );
  });

  test('a population that names somebody unknown holds for nobody', async () => {
    const company = await TimeCompany.begun();
    company.fill(
      timeRegulationsTable,
      { name: 'Siège', set: 'Droit commun', people: '0001' },
      { name: 'Atelier', set: 'Droit commun', people: '0009' },
    );
    const computation = await company.computed('2026-10');
    const [told] = computation.findings.filter(({ code }) => code === 'timePersonUnknown');
    expect(told?.place).toMatchObject({ column: 'people', table: timeRegulationsTable.name });
  });
});

describe('accounts', () => {
  test('corrections are lines of their own, and stay through computations', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-10-05', 8, 8, 8, 8, 8);
    company.fill(timeCorrectionsTable, {
      luccaId: '1',
      date: '2026-10-20',
      account: 'HS25',
      hours: -1.5,
      comment: 'erreur',
    });
    sound(await writeTimes(company.ports, await company.computed('2026-10')));
    sound(await writeTimes(company.ports, await company.computed('2026-10')));
    expect(column(company, movementsTable, 'account', 'minutes', 'cause')).toEqual([
      [
        'HS25',
        '300',
        '40\u00a0h comptées du 05/10/2026 au 11/10/2026, à partir de 35\u00a0h, jusqu’à 43\u00a0h'.replace('’', "'"),
      ],
      ['HS25', '-90', 'Correction : erreur'],
    ]);
    expect(column(company, timeBalancesTable, 'account', 'posted', 'corrected', 'balance', 'toExport')).toEqual([
      ['HS25', '5', '-1,5', '3,5', '3,5'],
    ]);
  });

  test('an account that nothing feeds is told, once, on its row', async () => {
    const company = await TimeCompany.begun();
    company.fill(
      timeAccountsTable,
      { name: 'Heures supp. 25 %', code: 'HS25', premium: 25 },
      { name: 'Heures supp. 50 %', code: 'HS50', premium: 50 },
      { name: 'Vide', code: 'VIDE' },
    );
    const told = (await company.computed('2026-10')).findings.filter(({ code }) => code === 'timeAccountIdle');
    expect(told.map(({ place }) => place?.address)).toEqual(['A6']);
  });
});

describe('the sheets of results', () => {
  test('are written, made the same again, and taken back', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-10-05', 10, 10, 10, 10, 9);
    const computation = await company.computed('2026-10');
    sound(await writeTimes(company.ports, computation));
    expect(column(company, timeBalancesTable, 'luccaId', 'account', 'posted', 'state')).toEqual([
      ['1', 'HS25', '8', 'calculé'],
      ['1', 'HS50', '6', 'calculé'],
    ]);
    expect(column(company, countersTable, 'luccaId', 'week', 'presence', 'contractual').slice(0, 2)).toEqual([
      ['1', '28/09/2026', '0', '35'],
      ['1', '05/10/2026', '49', '35'],
    ]);
    expect(column(company, controlsTable, 'severity', 'control', 'article')).toEqual([
      ['à vérifier', 'weekTooLong', expect.stringContaining('L3121-20')],
    ]);
    expect(column(company, timeRegulationsTable, 'state', 'toFix')).toEqual([['valide', '']]);
    expect(column(company, timeRulesTable, 'reads')[0]?.[0]).toMatch(/^Chaque semaine/);
    const again = sound(await writeTimes(company.ports, await company.computed('2026-10')));
    expect(again).toMatchObject({ added: 0, changed: 0, deleted: 0, leftOut: 0 });
    sound(await undoLastPlan(company.ports));
    expect(column(company, timeBalancesTable, 'account')).toEqual([]);
  });
});

test('a holiday on which Lucca and the calendar differ is told once for the establishment', async () => {
  const company = await TimeCompany.begun();
  // The fictional schedule of these people keeps no holiday: 1 and 11 November are of the weeks read with October.
  const told = (await company.computed('2026-11')).findings.filter(({ code }) => code === 'timeHolidayDiffers');
  expect(told.map(({ facts }) => `${facts['establishment']} ${facts['date']} ${facts['in']}`)).toEqual(
    expect.arrayContaining(['Lyon 2026-11-11 calendar']),
  );
  expect(new Set(told.map((each) => JSON.stringify(each))).size).toBe(told.length);
});

test('months that were not read are asked for', async () => {
  const company = await TimeCompany.begun();
  company.account.read = [];
  expect(await company.compute('2026-10')).toEqual({
    ok: false,
    error: { code: 'notRead', months: ['2026-09', '2026-10', '2026-11'] },
  });
});

test('the order of entries changes nothing', async () => {
  const [company, reversed] = [await TimeCompany.begun(), await TimeCompany.begun()];
  for (const each of [company, reversed]) each.week('1', '2026-10-05', 8, 9, 8, 10, 8);
  reversed.account.entries.get('1')?.reverse();
  expect(balances(await reversed.computed('2026-10'))).toEqual(balances(await company.computed('2026-10')));
  expect(balances(await company.computed('2026-10'))).toEqual({ '1 HS25': 480 });
});
