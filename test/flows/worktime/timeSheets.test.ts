import { describe, expect, test } from '@jest/globals';
import { blank, displayed } from '../../../shared/domain/review/cell.ts';
import { readyMadeSets } from '../../../shared/domain/worktime/readyMade.ts';
import { undoLastPlan } from '../../../shared/flows/apply.ts';
import { copyReadySet } from '../../../shared/flows/worktime/copyReadySet.ts';
import { prepareTimeSheets } from '../../../shared/flows/worktime/timeSheets.ts';
import type { TableDeclaration } from '../../../shared/tables/declaration.ts';
import { establishmentsTable } from '../../../shared/tables/establishmentsTable.ts';
import { absenceTreatmentsTable } from '../../../shared/tables/worktime/absenceTreatmentsTable.ts';
import { timeAccountsTable } from '../../../shared/tables/worktime/timeAccountsTable.ts';
import { timeRegulationsTable } from '../../../shared/tables/worktime/timeRegulationsTable.ts';
import { timeRulesTable } from '../../../shared/tables/worktime/timeRulesTable.ts';
import { typedWorktimeTables } from '../../../shared/tables/worktime/worktimeTables.ts';
import { sound } from '../../support/smallCompany.ts';
import { balances, TimeCompany } from './timeCompany.ts';

const column = (company: TimeCompany, table: TableDeclaration, ...keys: string[]) =>
  (company.book.tables.get(table.name) ?? []).map(({ cells }) => keys.map((key) => displayed(cells[key] ?? blank)));

/** A company whose sheets of working time are not there yet. */
async function empty(): Promise<TimeCompany> {
  const company = await TimeCompany.begun();
  for (const { name } of typedWorktimeTables) company.book.tables.delete(name);
  company.account.accounts = [
    { id: '9', name: 'Congés payés 2025-2026', establishments: ['Lyon'] },
    { id: '12', name: 'Télétravail', establishments: ['Lyon'] },
    { id: '15', name: 'Formation', establishments: ['Lyon'] },
    { id: '20', name: 'Maladie', establishments: ['Lyon'] },
  ];
  return company;
}

const request = (company: TimeCompany) => ({ connection: company.account.connection() });
const ready = (key: string) => {
  const found = readyMadeSets.find((each) => each.key === key);
  if (!found) throw new RangeError(key);
  return found;
};

describe('the sheets of working time', () => {
  test('are made once, with the accounts of absence and how they most often count', async () => {
    const company = await empty();
    const report = sound(await prepareTimeSheets(company.ports, request(company)));
    expect(report.created.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Règles de temps', 'Temps saisis']),
    );
    expect(column(company, absenceTreatmentsTable, 'id', 'assimilation', 'from', 'counts')).toEqual([
      ['9', 'seuil hebdomadaire seulement', '10/09/2025', ''],
      ['12', '', '', 'non'],
      ['15', 'travail effectif', '', ''],
      ['20', '', '', ''],
    ]);
    const again = sound(await prepareTimeSheets(company.ports, request(company)));
    expect(again).toMatchObject({ created: [], added: 0, changed: 0, deleted: 0 });
  });

  test('the codes that Lucca gives establishments come where nobody typed one, and are left alone afterwards', async () => {
    const company = await empty();
    company.fill(establishmentsTable, { id: '13', name: 'Lyon' }, { id: '14', name: 'Brest', code: 'À MOI' });
    company.account.contracts = [
      company.contract('1', { establishmentCode: 'AL_LYON' }),
      company.contract('2', { establishmentId: '14', establishment: 'Brest', establishmentCode: 'AL_BREST' }),
      company.contract('3', { establishmentId: '15', establishment: 'Nice', establishmentCode: 'AL_NICE' }),
    ];
    sound(await prepareTimeSheets(company.ports, request(company)));
    const codes = [
      ['13', 'AL_LYON'],
      ['14', 'À MOI'],
      ['15', 'AL_NICE'],
    ];
    expect(column(company, establishmentsTable, 'id', 'code')).toEqual(codes);
    expect(sound(await prepareTimeSheets(company.ports, request(company)))).toMatchObject({ added: 0, changed: 0 });
  });

  test('a ready-made set is copied with a regulation, computes at once, and is taken back by one undo', async () => {
    const company = await empty();
    sound(await prepareTimeSheets(company.ports, request(company)));
    const copy = { ...request(company), set: ready('generalLaw'), regulation: 'Temps plein' };
    sound(await copyReadySet(company.ports, copy));
    expect(column(company, timeRegulationsTable, 'name', 'set', 'contracts')).toEqual([
      ['Temps plein', 'Droit commun : 25 % puis 50 %', 'temps plein'],
    ]);
    company.week('1', '2026-10-05', 9, 9, 9, 9, 9);
    expect(balances(await company.computed('2026-10'))).toEqual({ '1 HS25': 480, '1 HS50': 120 });
    sound(await undoLastPlan(company.ports));
    expect(column(company, timeAccountsTable, 'code')).toEqual([]);
    expect(column(company, timeRulesTable, 'code')).toEqual([]);
  });

  test('another set goes after the rules of the first, and what stands is left', async () => {
    const company = await empty();
    sound(await prepareTimeSheets(company.ports, request(company)));
    const first = { ...request(company), set: ready('generalLaw'), into: 'Atelier' };
    sound(await copyReadySet(company.ports, first));
    sound(await copyReadySet(company.ports, { ...request(company), set: ready('nightAndSunday'), into: 'atelier' }));
    expect(column(company, timeRulesTable, 'set', 'order', 'code')).toEqual([
      ['Atelier', '1', 'HS25'],
      ['Atelier', '2', 'HS50'],
      ['atelier', '3', 'NUIT'],
      ['atelier', '4', 'DIM'],
      ['atelier', '5', 'FERIE'],
      ['atelier', '6', 'MAI'],
      ['atelier', '7', 'SOLID'],
    ]);
    const again = sound(await copyReadySet(company.ports, first));
    expect(again).toMatchObject({ added: 0, changed: 0 });
    company.fill(timeRegulationsTable, { name: 'Atelier', set: 'Atelier' });
    // A Sunday of four hours after five days of eight: 44 hours.
    company.week('1', '2026-10-05', 8, 8, 8, 8, 8, 0, 4);
    expect(balances(await company.computed('2026-10'))).toEqual({ '1 HS25': 480, '1 HS50': 60, '1 DIM': 240 });
  });

  test('what rest accounts get is rest, and what others get is pay', async () => {
    const company = await empty();
    sound(await copyReadySet(company.ports, { ...request(company), set: ready('restInsteadOfPay') }));
    expect(column(company, timeAccountsTable, 'code', 'transfer')).toEqual([
      ['HS25', 'paie'],
      ['HS50', 'paie'],
      ['RCR', 'repos'],
    ]);
  });
});
