/** « Contrôle » in a workbook: a month beside the one before, its thresholds, and what could not be compared. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { plainDate, plainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import { numberCell } from '../../../../shared/domain/review/cell.ts';
import { undoLastPlan } from '../../../../shared/flows/apply.ts';
import {
  computeControl,
  writeControl,
  type MonthControl,
} from '../../../../shared/flows/people/month/computeControl.ts';
import { findingText } from '../../../../shared/messages/fr/findings.ts';
import { absencesTable } from '../../../../shared/tables/absencesTable.ts';
import { controlThresholdsTable, monthControlTable } from '../../../../shared/tables/people/monthControlTable.ts';
import { ordersTable } from '../../../../shared/tables/vouchers/ordersTable.ts';
import { registerTable } from '../../../../shared/tables/vouchers/registerTable.ts';
import { timeBalancesTable } from '../../../../shared/tables/worktime/timeBalancesTable.ts';
import { timeExportsTable } from '../../../../shared/tables/worktime/timeExportsTable.ts';
import { timeRegisterTable } from '../../../../shared/tables/worktime/timeRegisterTable.ts';
import { halfDay, IBAN, OTHER_IBAN, person, wholeDays } from '../../../support/smallCompany.ts';
import { MonthCompany, sound } from './monthCompany.ts';

let company: MonthCompany;

beforeEach(async () => {
  company = await MonthCompany.begun();
});

async function written(): Promise<MonthControl> {
  const request = { connection: company.account.connection(), month: plainMonth('2026-10') };
  const computed = sound(await computeControl(company.ports, request));
  sound(await writeControl(company.ports, computed));
  return computed;
}

const rows = (...keys: string[]) => company.told(monthControlTable, ...keys);
const line = (
  number: number,
  month: string,
  luccaId: string,
  ordered: number,
  order = month === '2026-09' ? 'TR1' : 'TR2',
) => {
  return { line: String(number), order, month, luccaId, ordered };
};

/** A row of « Absences » that an update brought. */
const brought = (from: string, days: number, luccaId = '1') => {
  return { id: `5${luccaId}-9-${from}-am`, luccaId, account: 'Congés payés', from, days };
};

/** Orders of both months: 18 each in September; 18, 14 and 0 in October. */
function ordered(): void {
  company.fill(
    ordersTable,
    { number: 'TR1', month: '2026-09', regulation: 'TR', state: 'commandée' },
    { number: 'TR2', month: '2026-10', regulation: 'TR', state: 'validée' },
    { number: 'TR3', month: '2026-10', regulation: 'TR', state: 'annulée' },
  );
  company.fill(
    registerTable,
    line(1, '2026-09', '1', 18),
    line(2, '2026-09', '2', 18),
    line(3, '2026-09', '3', 18),
    line(4, '2026-10', '1', 18),
    line(5, '2026-10', '2', 14),
    line(6, '2026-10', '3', 22, 'TR3'),
  );
}

describe('control of a month in a workbook', () => {
  test('who has nothing, what changed, gaps and totals, in their order', async () => {
    ordered();
    company.account.change('1', 'iban', '2026-10-12', IBAN, OTHER_IBAN);
    company.account.change('1', 'contractEnd', '2026-10-14', null, '2026-12-31');
    company.account.change('2', 'iban', '2026-09-12', IBAN, OTHER_IBAN);
    const computed = await written();
    expect(rows('rank', 'topic', 'luccaId', 'establishment', 'item', 'before', 'after', 'gap', 'sentence')).toEqual([
      ['1', 'rien ce mois', '3', 'Lyon', '', '', '', '', 'Rien ce mois\u00a0; en septembre 2026\u00a0: 18 titres.'],
      ['2', 'contrat', '1', 'Lyon', 'Fin de contrat', '', '', '', 'Fin de contrat\u00a0: vide → 31/12/2026.'],
      [
        '3',
        'coordonnées bancaires',
        '1',
        'Lyon',
        'IBAN',
        '',
        '',
        '',
        'Coordonnées bancaires changées dans Lucca le 12/10/2026.',
      ],
      ['4', 'titres-restaurant', '3', 'Lyon', '', '18', '0', '-18', '18 titres → 0 titre'],
      ['5', 'titres-restaurant', '2', 'Lyon', '', '18', '14', '-4', '18 titres → 14 titres'],
      ['6', 'titres-restaurant', '', 'Lyon', '', '54', '32', '-22', 'Total de l’établissement.'],
    ]);
    expect(JSON.stringify(company.book.rows(monthControlTable))).not.toContain(OTHER_IBAN);
    expect(computed.findings.map(findingText)).toEqual([
      'Aucune heure exportée ni calculée en septembre 2026 et octobre 2026\u00a0: rien à comparer pour les heures.',
    ]);
  });

  test('thresholds are typed in their sheet: just under is not shown, equal is', async () => {
    ordered();
    await written();
    expect(company.told(controlThresholdsTable, 'topic', 'threshold', 'unit')).toEqual([
      ['titres-restaurant', '3', 'titres'],
      ['absences', '4', 'demi-journées'],
      ['heures', '5', 'heures'],
    ]);
    const [first] = company.book.rows(controlThresholdsTable);
    if (!first) throw new Error('no threshold');
    first.cells['threshold'] = numberCell(4);
    expect((await written()).control.under).toEqual({ vouchers: 0, absences: 0, hours: 0 });
    first.cells['threshold'] = numberCell(4.01);
    const { findings, control } = await written();
    expect(control.under.vouchers).toBe(1);
    expect(findings.map(findingText)).toContain(
      '1 écart n’est pas montré, sous les seuils de «\u00a0Seuils du contrôle\u00a0».',
    );
    first.cells['threshold'] = numberCell(-1);
    expect((await written()).findings.map(({ code, place }) => [code, place?.sheet])).toContainEqual([
      'controlThresholdNegative',
      'Seuils du contrôle',
    ]);
  });

  test('a regulation that is not ordered yet is not nought: its people are not compared, and nobody is looked for', async () => {
    const of = (number: string, month: string, regulation: string) => ({
      number,
      month,
      regulation,
      state: 'commandée',
    });
    company.fill(ordersTable, of('TR1', '2026-09', 'A'), of('TR2', '2026-09', 'B'), of('TR3', '2026-10', 'A'));
    company.fill(
      registerTable,
      line(1, '2026-09', '1', 18, 'TR1'),
      line(2, '2026-09', '2', 18, 'TR2'),
      line(3, '2026-10', '1', 14, 'TR3'),
    );
    const { findings } = await written();
    expect(rows('topic', 'luccaId', 'before', 'after')).toEqual([
      ['titres-restaurant', '1', '18', '14'],
      ['titres-restaurant', '', '18', '14'],
    ]);
    expect(findings.map(findingText)).toContain(
      'Commandés un seul des deux mois\u00a0: B. Leurs titres ne sont pas comparés.',
    );
  });

  test('hours of people and accounts that were not exported are as they were counted, never nought', async () => {
    company.fill(timeExportsTable, { number: 'HT1', month: '2026-09', state: 'confirmé' });
    company.fill(timeRegisterTable, { line: '1', export: 'HT1', luccaId: '1', account: 'HS25', hundredths: 700 });
    const counted = (month: string) => [
      { month, luccaId: '1', account: 'HS25', posted: 7 },
      { month, luccaId: '2', account: 'HS25', posted: 8 },
      { month, luccaId: '1', account: 'RC', posted: 9 },
    ];
    company.fill(timeBalancesTable, ...counted('2026-09'), ...counted('2026-10'));
    const { control } = await written();
    expect(control.lines.filter(({ kind }) => kind === 'gap' || kind === 'nothing')).toEqual([]);
  });

  test('hours: what was exported, or what was counted while the month is open; absences by account', async () => {
    company.fill(timeExportsTable, { number: 'HT1', month: '2026-09', state: 'confirmé' });
    company.fill(
      timeRegisterTable,
      { line: '1', export: 'HT1', month: '2026-09', luccaId: '1', account: 'HS25', hundredths: 150 },
      { line: '2', export: 'HT1', month: '2026-09', luccaId: '1', account: 'HS25', hundredths: 50 },
      { line: '3', export: 'HT0', month: '2026-09', luccaId: '1', account: 'HS25', hundredths: 9900 },
    );
    company.fill(
      timeBalancesTable,
      { month: '2026-09', luccaId: '1', account: 'HS25', posted: 50 },
      { month: '2026-10', luccaId: '1', account: 'HS25', posted: 6.5, corrected: 1, late: -0.5 },
      { month: '2026-10', luccaId: '2', account: 'HS25', posted: 1 },
      { month: '2026-10', luccaId: '3', account: 'HS25', posted: 1 },
    );
    company.fill(
      absencesTable,
      { id: 'a', luccaId: '2', account: 'Congés payés', from: '2026-09-14', days: 5 },
      { id: 'b', luccaId: '2', account: 'Congés payés', from: '2026-10-05', days: 2.5 },
    );
    await written();
    expect(
      rows('topic', 'luccaId', 'item', 'before', 'after', 'gap', 'unit').filter(([, person]) => person !== ''),
    ).toEqual([
      ['heures', '1', 'HS25', '2', '7', '5', 'heures'],
      ['absences', '2', 'Congés payés', '10', '5', '-5', 'demi-journées'],
    ]);
  });

  test('a month of which Lucca shows no absence of anybody is not compared, and never nought', async () => {
    const { account } = company;
    account.employees = ['1', '2', '3', '4', '5'].map((id) => person(id));
    account.contracts = account.employees.map(({ id }) => company.contract(id));
    await company.apply(() => 'accept');
    account.halfDays = [halfDay('50', '2026-09-14', 'am')];
    company.fill(absencesTable, brought('2026-09-14', 5));
    const { control, findings } = await written();
    expect(control.compared).toEqual([]);
    expect(findings.map(findingText)[0]).toBe(
      "Lucca n'a rendu aucune absence pour octobre 2026 (5 personnes)\u00a0: vérifiez que la clé a le droit «\u00a0Timmi Absences\u00a0: consulter les absences de tous les établissements\u00a0». Les absences ne sont pas comparées.",
    );
    expect(findings.map(({ code }) => code)).toEqual([
      'controlNoAbsence',
      'controlNoOrder',
      'controlNoHours',
      'controlNothing',
    ]);
    expect(rows('topic')).toEqual([]);
  });

  const sixDays = ['2026-09-07', '2026-09-08', '2026-09-09', '2026-10-05', '2026-10-06', '2026-10-07'];

  test('a month that was read in Lucca and not brought into the workbook is not compared, and never nought', async () => {
    for (const [months, lacking] of [
      [['2026-10'], 'septembre 2026'],
      [['2026-09'], 'octobre 2026'],
    ] as const) {
      company = await MonthCompany.begun();
      company.account.halfDays = sixDays.flatMap((date) => wholeDays(`5${date}`, date));
      company.months = months.map(plainMonth);
      await company.apply(() => 'accept');
      ordered();
      const { control, findings } = await written();
      expect([control.compared, rows('topic').filter(([topic]) => topic === 'absences')]).toEqual([['vouchers'], []]);
      expect(findings.map(findingText)).toContain(
        `Absences que le classeur n’a pas encore (${lacking})\u00a0: elles ne sont pas comparées. Choisissez ce mois, puis Actualiser.`,
      );
    }
  });

  test('a month of which nothing was accepted is not compared; one brought by an earlier update is, read again or not', async () => {
    company.account.halfDays = sixDays.flatMap((date) => wholeDays(`5${date}`, date));
    company.months = ['2026-09', '2026-10'].map(plainMonth);
    await company.apply(({ item }) => (item.key.includes('-2026-10-') ? 'undecided' : 'accept'));
    expect((await written()).control.compared).toEqual([]);
    company.months = [plainMonth('2026-10')];
    await company.apply(() => 'accept');
    expect((await written()).control.compared).toEqual(['absences']);
    company.account.known = [plainMonth('2026-10')];
    const { control } = await written();
    expect([control.compared, control.lines.map(({ kind }) => kind)]).toEqual([['absences'], ['total']]);
  });

  test('of somebody present and nowhere, nothing is said of absences that are not known', async () => {
    ordered();
    company.account.known = [];
    company.fill(registerTable, line(1, '2026-09', '2', 18), line(5, '2026-10', '2', 18));
    await written();
    expect(rows('topic', 'luccaId', 'sentence')[0]).toEqual([
      'rien ce mois',
      '1',
      'Présent(e) ce mois, et dans aucune commande, aucun export.',
    ]);
  });

  test('who left « Salariés » and Lucca is named as another sheet does, else by the identifier', async () => {
    ordered();
    const names = { luccaId: '8', lastName: 'Roux', firstName: 'Hélène', employeeNumber: '00008' };
    company.fill(absencesTable, { ...brought('2026-09-14', 4, '8'), ...names });
    company.fill(registerTable, line(7, '2026-09', '9', 18), line(8, '2026-10', '8', 18));
    await written();
    const named = rows('luccaId', 'lastName', 'firstName', 'employeeNumber', 'topic').filter(
      ([id]) => id === '8' || id === '9',
    );
    expect(named).toEqual([
      ['8', 'Roux', 'Hélène', '00008', 'titres-restaurant'],
      ['9', 'Identifiant Lucca 9', '', '', 'titres-restaurant'],
      ['8', 'Roux', 'Hélène', '00008', 'absences'],
    ]);
  });

  test('nothing to compare is said, and nobody is looked for; the sheet is made all the same', async () => {
    company.account.known = [plainMonth('2026-10')];
    const computed = await written();
    expect(computed.findings.map(({ code }) => code)).toEqual([
      'controlNoOrder',
      'controlAbsencesLacking',
      'controlNoHours',
      'controlNothing',
    ]);
    expect(rows('rank')).toEqual([]);
  });

  test('a control replaces the one before, keeps the columns of the person, and is taken back in one step', async () => {
    ordered();
    await written();
    const [, second] = company.book.rows(monthControlTable);
    if (!second) throw new Error('no row');
    second.others = [{ heading: 'Vu', cell: { text: 'oui' } }];
    company.fill(registerTable, line(1, '2026-09', '2', 18), line(5, '2026-10', '2', 14), line(7, '2026-10', '3', 30));
    await written();
    const kept = company.book.rows(monthControlTable).filter(({ others }) => others.length > 0);
    expect(kept.map(({ cells }) => cells['luccaId'])).toEqual([second.cells['luccaId']]);
    expect(rows('topic', 'luccaId', 'sentence')).toContainEqual([
      'rien ce mois',
      '1',
      'Présent(e) ce mois, et dans aucune commande, aucun export, aucune absence.',
    ]);
    sound(await undoLastPlan(company.ports));
    expect(rows('luccaId', 'topic')[0]).toEqual(['3', 'rien ce mois']);
  });

  test('who left before the month is told so', async () => {
    ordered();
    company.contracts('3', company.span('3', '2021-01-01', '2026-09-30'));
    company.type('3', 'contractEnd', { date: plainDate('2026-09-30') });
    await written();
    expect(rows('sentence')[0]).toEqual([
      'Rien ce mois\u00a0; en septembre 2026\u00a0: 18 titres. Sorti(e) le 30/09/2026.',
    ]);
  });
});
