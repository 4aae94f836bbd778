/** The files of an order: its numbers are those of the register, to the cent. */
import { describe, expect, test } from '@jest/globals';
import { textCell } from '../../../shared/domain/review/cell.ts';
import { orderFiles, type OrderFileKind } from '../../../shared/flows/vouchers/orderFiles.ts';
import { cancelOrder } from '../../../shared/flows/vouchers/voucherOrders.ts';
import { adjustmentsTable } from '../../../shared/tables/vouchers/adjustmentsTable.ts';
import { establishmentsTable } from '../../../shared/tables/vouchers/establishmentsTable.ts';
import { registerTable } from '../../../shared/tables/vouchers/registerTable.ts';
import { sound } from '../../support/smallCompany.ts';
import { VoucherCompany } from './voucherCompany.ts';

async function closed(): Promise<VoucherCompany> {
  const company = await VoucherCompany.begun();
  company.fill(establishmentsTable, { id: '13', name: 'Lyon', code: 'LYO', deliveryPoint: 'PR1' });
  company.fill(adjustmentsTable, { month: '2026-10-01', luccaId: '2', kind: 'titres rendus', number: 4, comment: '' });
  company.dayOff('2026-09-08');
  await company.close('2026-09');
  await company.close('2026-10');
  for (const id of ['1', '2', '3']) {
    company.type(id, 'civilTitle', 'Mme');
    company.type(id, 'workEmail', `p${id}@exemple.fr`);
    company.type(id, 'birthDate', { date: '1990-05-06' as never });
  }
  return company;
}

async function made(company: VoucherCompany, kind: OrderFileKind, number = 'TR2') {
  const { files, findings } = sound(await orderFiles(company.book, number, kind));
  return { rows: files.flatMap(({ preview }) => preview), files, findings };
}

describe('the files of an order', () => {
  test('the generic file of payroll: number, shares, given back, totals', async () => {
    const { rows, files, findings } = await made(await closed(), 'payroll');
    expect(findings).toEqual([]);
    expect(rows.map((row) => row.slice(0, 14).join(';'))).toEqual([
      'Etablissement;Matricule;Nom;Prenom;Mois;Reglementaire;Nombre;DontRegularise;Rendus;SoldeToutCompte;ValeurFaciale;PartPatronale;PartCSE;PartSalariale',
      'LYO;0001;Nom1;P1;2026-10;TR Siège;21;0;0;0;9,00;5,40;0,00;3,60',
      'LYO;0002;Nom2;P2;2026-10;TR Siège;22;0;4;0;9,00;5,40;0,00;3,60',
      'LYO;0003;Nom3;P3;2026-10;TR Siège;22;0;0;0;9,00;5,40;0,00;3,60',
    ]);
    expect(files.map(({ control }) => [control.vouchers, control.amounts.face])).toEqual([[65, 58_500]]);
  });

  test('one variable per person, by quantity', async () => {
    const { rows } = await made(await closed(), 'variables');
    expect(rows.slice(1).map((row) => [row[1], row[4], row[6]])).toEqual([
      ['0001', 'TR', '21'],
      ['0002', 'TR', '22'],
      ['0003', 'TR', '22'],
    ]);
  });

  test('the order of Swile, with the code du point de rattachement of each establishment', async () => {
    const { rows, findings } = await made(await closed(), 'swile');
    expect(findings).toEqual([]);
    expect(rows[1]).toEqual(['MME', 'P1', 'NOM1', 'p1@exemple.fr', '06/05/1990', '9,00', '21', 'PR1', '0001']);
  });

  test('what Swile needs and nobody typed is said, and there is no file', async () => {
    const company = await closed();
    company.row('3').cells['workEmail'] = textCell('p1@exemple.fr');
    const { files, findings } = await made(company, 'swile');
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
    expect(files.map(({ bytes }) => bytes)).toEqual([null]);
  });

  test('an order that is cancelled, or unknown, has none; nor has a register that was edited', async () => {
    const company = await closed();
    expect(await orderFiles(company.book, 'TR9', 'payroll')).toMatchObject({ error: { code: 'unknown' } });
    sound(await cancelOrder(company.ports, 'TR2'));
    expect(await orderFiles(company.book, 'TR2', 'payroll')).toMatchObject({ error: { code: 'unknown' } });
    const [line] = company.book.rows(registerTable);
    if (line) line.cells['ordered'] = { number: 99 };
    expect(await orderFiles(company.book, 'TR1', 'payroll')).toMatchObject({ error: { code: 'unsound' } });
  });
});
