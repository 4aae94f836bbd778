/** « Pointage de la paie » in a workbook: the journal pasted, each difference explained, and what cannot be read told at its cell. */
import { describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import { hundredthsText } from '../../../../shared/domain/files/figures.ts';
import { blank, displayed, numberCell, textCell } from '../../../../shared/domain/review/cell.ts';
import { undoLastPlan } from '../../../../shared/flows/apply.ts';
import {
  computePayrollCheck,
  writePayrollCheck,
  type PayrollCheck,
} from '../../../../shared/flows/people/month/computePayrollCheck.ts';
import { prepareExport } from '../../../../shared/flows/worktime/prepareExport.ts';
import { confirmExport } from '../../../../shared/flows/worktime/timeExports.ts';
import { findingText } from '../../../../shared/messages/fr/findings.ts';
import { establishmentsTable } from '../../../../shared/tables/establishmentsTable.ts';
import { payrollCheckTable, payrollJournalTable } from '../../../../shared/tables/people/payrollCheckTables.ts';
import { regulationsTable } from '../../../../shared/tables/vouchers/regulationsTable.ts';
import type { SmallCompany } from '../../../support/smallCompany.ts';
import { regulationRow, VoucherCompany } from '../../vouchers/voucherCompany.ts';
import { TimeCompany, type Typed } from '../../worktime/timeCompany.ts';
import { sound } from './monthCompany.ts';

const OCTOBER = { month: plainMonth('2026-10') };
const columns = ['state', 'establishment', 'employeeNumber', 'code', 'measure', 'expected', 'found', 'gap'];

function told({ book }: SmallCompany, ...keys: string[]): string[][] {
  return book
    .rows(payrollCheckTable)
    .map(({ cells }) => (keys.length > 0 ? keys : columns).map((key) => displayed(cells[key] ?? blank)));
}

async function checked(company: SmallCompany): Promise<PayrollCheck> {
  const check = sound(await computePayrollCheck(company.ports, OCTOBER));
  sound(await writePayrollCheck(company.ports, check));
  return check;
}

const tellings = ({ findings }: PayrollCheck) =>
  findings.map((each) => [each.code, each.place?.column ?? '', each.place?.address?.replace(/\D/g, '') ?? '']);

/** October ordered in Lyon, and in Lille where person 3 bears the matricule of person 1: 22 vouchers each, of 9 €, 5,40 € of it paid by the employer. */
async function ordered(rules: Typed = {}): Promise<VoucherCompany> {
  const company = await VoucherCompany.begun();
  company.fill(establishmentsTable, { id: '13', name: 'Lyon', code: 'LYO' }, { id: '14', name: 'Lille', code: 'LIL' });
  company.fill(regulationsTable, regulationRow({ establishments: 'Lyon; Lille', payCode: '4210', ...rules }));
  company.type('3', 'establishment', 'Lille');
  company.type('3', 'employeeNumber', '0001');
  await company.close('2026-09');
  await company.close('2026-10');
  return company;
}

const line = (establishment: string, employeeNumber: string, quantity: string | number, more: Typed = {}): Typed => {
  return { establishment, employeeNumber, code: '4210', quantity, ...more };
};

describe('the payroll journal against the workbook', () => {
  test('vouchers: each person of each establishment, number and shares, to the cent', async () => {
    const company = await ordered();
    company.fill(
      payrollJournalTable,
      line('LYO', '0001', '22', { employee: '79,20', employer: '118,80' }),
      line('Lyon', '0002', 21, { employee: '75,60' }),
      line('LIL', '0001', '22,00'),
      line('LYO', '0001', 1, { code: '9999' }),
    );
    const check = await checked(company);
    expect(told(company)).toEqual([
      ['différent', 'LYO', '0002', '4210', 'Part salariale', '79,2', '75,6', '-3,6'],
      ['différent', 'LYO', '0002', '4210', 'Quantité', '22', '21', '-1'],
      ['égal', 'LIL', '0001', '4210', 'Quantité', '22', '22', '0'],
      ['égal', 'LYO', '0001', '4210', 'Quantité', '22', '22', '0'],
      ['égal', 'LYO', '0001', '4210', 'Part salariale', '79,2', '79,2', '0'],
      ['égal', 'LYO', '0001', '4210', 'Part patronale', '118,8', '118,8', '0'],
    ]);
    expect(check.unexplained).toBe(2);
    expect(check.findings.map(findingText)).toEqual([
      'Aucun export d’heures confirmé en octobre 2026\u00a0: rien à pointer pour les heures.',
      '1 ligne du journal est laissée de côté, sous un code que Passerelle ne transmet pas\u00a0: 9999.',
    ]);
  });

  test('missing on one side, then on the other; several lines of one code are added up', async () => {
    const company = await ordered();
    company.fill(payrollJournalTable, line('LYO', '0001', 20), line('LYO', '0001', '2'), line('LYO', '0002', 22));
    company.type('2', 'employeeNumber', '0009');
    await checked(company);
    expect(told(company, 'state', 'establishment', 'employeeNumber', 'measure', 'expected', 'found', 'lines')).toEqual([
      ['absent de la paie', 'LIL', '0001', 'Quantité', '22', '', '0'],
      ['égal', 'LYO', '0001', 'Quantité', '22', '22', '2'],
      ['égal', 'LYO', '0002', 'Quantité', '22', '22', '1'],
    ]);
    company.fill(payrollJournalTable, line('LYO', '0009', 4));
    await checked(company);
    expect(told(company).filter(([state]) => state === "absent d'ici")).toEqual([
      ["absent d'ici", 'LYO', '0009', '4210', 'Quantité', '', '4', '4'],
    ]);
  });

  test('what cannot be read or matched is told at its cell, and is not checked', async () => {
    const company = await ordered();
    company.fill(
      payrollJournalTable,
      line('LYO', '0001', '1.234'),
      line('LYO', '0002', 'douze'),
      line('', '0001', 22),
      line('Metz', '0002', 22),
      line('LYO', '7', 22),
      line('LYO', '', 22),
      line('LYO', '0002', 22, { month: 'octobre' }),
      line('LYO', '0002', 3, { month: '2026-09' }),
      line('', '2', '22', { month: '2026-10' }),
    );
    const check = await checked(company);
    expect(tellings(check).slice(0, 7)).toEqual([
      ['journalMonthOdd', 'month', '10'],
      ['journalFigureTooFine', 'quantity', '4'],
      ['journalFigureUnreadable', 'quantity', '5'],
      ['journalMatriculeShared', 'employeeNumber', '6'],
      ['journalPlaceUnknown', 'establishment', '7'],
      ['journalPersonUnknown', 'employeeNumber', '8'],
      ['journalNumberMissing', 'employeeNumber', '9'],
    ]);
    for (const finding of check.findings) expect(findingText(finding)).not.toContain('douze');
    expect(told(company).filter(([state]) => state === 'égal')).toEqual([
      ['égal', 'LYO', '0002', '4210', 'Quantité', '22', '22', '0'],
    ]);
  });

  test('an explanation stays while the figures are the same; of other figures it is kept apart', async () => {
    const company = await ordered();
    const journal = (quantity: number) =>
      company.fill(
        payrollJournalTable,
        line('LYO', '0001', quantity),
        line('LYO', '0002', 22),
        line('LIL', '0001', 22),
      );
    journal(20);
    expect((await checked(company)).unexplained).toBe(1);
    const [first] = company.book.rows(payrollCheckTable);
    if (!first) throw new Error('no row');
    first.cells['explanation'] = textCell('deux titres repris en novembre');
    const again = sound(await computePayrollCheck(company.ports, OCTOBER));
    expect(again.unexplained).toBe(0);
    expect(sound(await writePayrollCheck(company.ports, again)).changed).toBe(0);
    journal(19);
    expect((await checked(company)).unexplained).toBe(1);
    expect(told(company, 'found', 'explanation', 'formerExplanation')[0]).toEqual([
      '19',
      '',
      'deux titres repris en novembre',
    ]);
    sound(await undoLastPlan(company.ports));
    expect(told(company, 'found', 'explanation')[0]).toEqual(['20', 'deux titres repris en novembre']);
  });

  test('an explanation outlives the line it is of, and holds again when the line comes back', async () => {
    const company = await ordered();
    const fill = (...more: Typed[]) =>
      company.fill(
        payrollJournalTable,
        ...['LYO 0001', 'LYO 0002', 'LIL 0001'].map((who) => {
          const [place = '', number = ''] = who.split(' ');
          return line(place, number, 22);
        }),
        ...more,
      );
    company.type('2', 'employeeNumber', '0009');
    fill(line('LYO', '0009', 4));
    await checked(company);
    const row = company.book.rows(payrollCheckTable).find(({ cells }) => displayed(cells['found'] ?? blank) === '4');
    if (!row) throw new Error('no row');
    row.cells['explanation'] = textCell('régul de mars');
    fill();
    expect((await checked(company)).unexplained).toBe(0);
    expect(told(company, 'state', 'employeeNumber', 'explanation')).toContainEqual([
      'plus rien à pointer',
      '0009',
      'régul de mars',
    ]);
    fill(line('LYO', '0009', 4));
    expect((await checked(company)).unexplained).toBe(0);
    expect(told(company, 'state', 'explanation')).toContainEqual(["absent d'ici", 'régul de mars']);
  });

  test('nothing to compare is never all well', async () => {
    const company = await VoucherCompany.begun();
    company.fill(payrollJournalTable, line('LYO', '0001', 22));
    const check = await checked(company);
    expect(check.lines).toEqual([]);
    expect(check.findings.map(({ code, severity }) => `${code} ${severity}`)).toContain('checkNothing warning');
  });

  test.each<readonly [string, Typed, Typed, string[]]>([
    [
      'par montant retenu',
      { payroll: 'part salariale', paySign: 'négatif' },
      { amount: '-79,20', employee: '(79,20)' },
      ['Montant', 'Part salariale'],
    ],
    [
      'en part salariale, que le journal dit dans sa colonne',
      { payroll: 'part salariale', paySign: 'positif' },
      { quantity: '22', employee: '79,20' },
      ['Quantité', 'Part salariale'],
    ],
    [
      'en part patronale, que le journal dit dans sa colonne',
      { payroll: 'part patronale', paySign: 'négatif' },
      { employer: '-118,80' },
      ['Part patronale'],
    ],
    ['par quantité négative', { paySign: 'négatif' }, { quantity: '22-' }, ['Quantité']],
  ])('what is handed over %s has its sign', async (_, rules, figures, measures) => {
    const company = await ordered(rules);
    company.fill(
      payrollJournalTable,
      ...['LYO 0001', 'LYO 0002', 'LIL 0001'].map((who) => {
        const [establishment = '', employeeNumber = ''] = who.split(' ');
        return { establishment, employeeNumber, code: '4210', ...figures };
      }),
    );
    await checked(company);
    expect([...new Set(told(company, 'state', 'measure').map((row) => row.join(' ')))].sort()).toEqual(
      measures.map((measure) => `égal ${measure}`).sort(),
    );
  });

  test('hours: what was confirmed, pasted back as the file wrote it, is all equal', async () => {
    const company = await TimeCompany.begun();
    for (const monday of ['2026-10-05', '2026-10-12', '2026-10-19']) {
      company.week('1', monday, 8, 8, 8, 8, 8.3);
      company.week('2', monday, 9, 9, 9, 9, 9);
    }
    const { number } = sound(await prepareExport(company.ports, await company.computed('2026-10')));
    company.fill(payrollJournalTable, { employeeNumber: '0001', code: '1025', quantity: 1 });
    const open = sound(await computePayrollCheck(company.ports, OCTOBER));
    expect(open.findings.map(({ code }) => code)).toEqual(['checkNoOrder', 'checkExportOpen']);
    sound(await confirmExport(company.ports, number));
    const before = sound(await computePayrollCheck(company.ports, OCTOBER));
    const handed = before.lines.filter(({ expected }) => expected !== null);
    expect(handed.length).toBeGreaterThan(2);
    const pasted = handed.map(({ employeeNumber, code, expected }) => {
      return { employeeNumber, code: code.toLowerCase(), quantity: hundredthsText(expected ?? 0, ',') };
    });
    company.fill(payrollJournalTable, ...pasted);
    const check = await checked(company);
    expect(check.lines.map(({ state }) => state)).toEqual(handed.map(() => 'equal'));
    expect(check.unexplained).toBe(0);
  });

  test('an empty journal says so, and its sheet is there to be filled; nothing handed over is told', async () => {
    const company = await VoucherCompany.begun();
    const refused = await computePayrollCheck(company.ports, OCTOBER);
    expect(refused).toMatchObject({ ok: false, error: { code: 'noJournal' } });
    expect(refused.ok ? [] : 'findings' in refused.error ? refused.error.findings.map(({ code }) => code) : []).toEqual(
      ['checkNoOrder', 'checkNoExport'],
    );
    expect(company.book.tables.has(payrollJournalTable.name)).toBe(true);
  });

  test('a regulation without a rubrique, and an order that cannot be read, are told', async () => {
    const company = await ordered({ payCode: '' });
    company.fill(payrollJournalTable, line('LYO', '0001', 22));
    expect((await checked(company)).findings.map(({ code }) => code)).toContain('checkNoVoucherCode');
    company.fill(regulationsTable, regulationRow({ name: 'Autre', payCode: '4210' }));
    expect((await checked(company)).findings.map(({ code }) => code)).toContain('checkOrderUnread');
  });

  test('lines of a file and lines pasted by hand are told apart; a number that is a sum of fractions is exact', async () => {
    const company = await ordered();
    company.fill(
      payrollJournalTable,
      line('LYO', '0001', 22, { line: '1', employee: 0.1 + 0.2 }),
      line('LYO', '0002', 22),
      line('LIL', '0001', 22, { line: '2' }),
    );
    const [row] = company.book.rows(payrollJournalTable);
    if (row) row.cells['employee'] = numberCell(79.19999999999999);
    const check = await checked(company);
    expect(check.findings.map(({ code }) => code)).toContain('journalPastedBeside');
    expect(check.lines.map(({ state }) => state)).toEqual(['equal', 'equal', 'equal', 'equal']);
  });
});
