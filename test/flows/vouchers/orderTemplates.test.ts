/** Models of order saved in the workbook: by a plan, in the place of the one of that name, taken back like the rest. */
import { describe, expect, test } from '@jest/globals';
import { readModel } from '../../../shared/domain/vouchers/files/readModel.ts';
import type { OrderTemplate } from '../../../shared/domain/vouchers/files/template.ts';
import { textCell } from '../../../shared/domain/review/cell.ts';
import { undoLastPlan } from '../../../shared/flows/apply.ts';
import { saveTemplate } from '../../../shared/flows/vouchers/orderTemplates.ts';
import { ordersTemplatesTable } from '../../../shared/tables/vouchers/ordersTemplatesTable.ts';
import { readOrdersTemplates } from '../../../shared/tables/vouchers/ordersTemplatesTableRead.ts';
import { sound } from '../../support/smallCompany.ts';
import { VoucherCompany } from './voucherCompany.ts';

function model(headings: string, name: string): OrderTemplate {
  const { template } = readModel(headings, name);
  if (!template) throw new Error('not a model');
  return template;
}

async function held({ book }: VoucherCompany) {
  const snapshot = sound(await book.read([ordersTemplatesTable]));
  return readOrdersTemplates(snapshot[ordersTemplatesTable.name]);
}

const lyon = model('Matricule\tDate de naissance (AAAAMMJJ)\tNombre de titres*\tLibellé interne', 'Edenred Lyon');
const paris = model('Nom;Montant total (en centimes)', 'Pluxee Paris');

describe('models of order', () => {
  test('are read back as they were saved, the sheet made when it is not there', async () => {
    const company = await VoucherCompany.begun();
    sound(await saveTemplate(company.ports, lyon));
    sound(await saveTemplate(company.ports, paris));
    expect(await held(company)).toEqual({ value: [lyon, paris], findings: [] });
  });

  test('one saved under the name of another takes its place, whatever its capitals; the others stay', async () => {
    const company = await VoucherCompany.begun();
    sound(await saveTemplate(company.ports, lyon));
    sound(await saveTemplate(company.ports, paris));
    const shorter = { ...model('Nom,Nombre de titres', 'EDENRED lyon') };
    expect(sound(await saveTemplate(company.ports, shorter))).toMatchObject({ added: 0, deleted: 2, refused: [] });
    expect((await held(company)).value).toEqual([{ ...shorter, name: 'Edenred Lyon' }, paris]);
    expect(sound(await saveTemplate(company.ports, lyon))).toMatchObject({ added: 2, refused: [] });
    expect((await held(company)).value).toEqual(expect.arrayContaining([lyon, paris]));
  });

  test('taken back, what the person noted beside a column that went is there again, in its place', async () => {
    const company = await VoucherCompany.begun();
    sound(await saveTemplate(company.ports, lyon));
    sound(await saveTemplate(company.ports, paris));
    const row = company.book.rows(ordersTemplatesTable)[2];
    if (row) row.others = [{ heading: 'Note', cell: textCell('vu avec Edenred') }];
    const rows = () => company.book.rows(ordersTemplatesTable).map(({ cells, others }) => ({ cells, others }));
    const before = structuredClone(rows());
    sound(await saveTemplate(company.ports, { ...paris, name: 'Edenred Lyon' }));
    sound(await undoLastPlan(company.ports));
    expect(rows()).toEqual(before);
  });

  test('saved twice, nothing is written; taken back, the one before is there again', async () => {
    const company = await VoucherCompany.begun();
    sound(await saveTemplate(company.ports, lyon));
    const nothing = { added: 0, changed: 0, deleted: 0, refused: [] };
    expect(sound(await saveTemplate(company.ports, lyon))).toEqual(nothing);
    sound(await saveTemplate(company.ports, { ...paris, name: 'Edenred Lyon' }));
    sound(await undoLastPlan(company.ports));
    expect((await held(company)).value).toEqual([lyon]);
  });
});
