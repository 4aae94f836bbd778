/** Payroll files: the generic file of vouchers, and pay variables by quantity or by amount. */
import { describe, expect, test } from '@jest/globals';
import { cents } from '../../../../shared/domain/money/money.ts';
import type { OrderFileInput, OrderLine } from '../../../../shared/domain/vouchers/files/orderInput.ts';
import { payVariableItems } from '../../../../shared/domain/vouchers/files/payroll/payVariableItems.ts';
import {
  payVariablesCsv,
  type PayVariableSettings,
} from '../../../../shared/domain/vouchers/files/payroll/payVariables.ts';
import { frenchPayrollLayout, type PayrollLayout } from '../../../../shared/domain/files/payrollText.ts';
import { voucherCsv } from '../../../../shared/domain/vouchers/files/payroll/voucherCsv.ts';
import { findingText } from '../../../../shared/messages/fr/findings.ts';
import { vectorsOf } from '../../../cases/vectors.ts';
import { line, only, order, rowsOf, textOf, told } from './builders.ts';

const rubrique = { code: 'TR01', label: 'Titres-restaurant', nature: '901' };
const withheld: PayVariableSettings = { ...rubrique, basis: 'employee', sign: 1 };
const layout = (more: Partial<PayrollLayout> = {}): PayrollLayout => ({ ...frenchPayrollLayout, ...more });
/** 15.00 € of which 9.75 by the employer and 0.25 by the CSE: 2.68 reintegrated. */
const dear: OrderFileInput['unit'] = {
  face: cents(1_500),
  employer: cents(975),
  cse: cents(25),
  employee: cents(500),
  exempt: cents(732),
  reintegrated: cents(268),
};

describe('the generic file of vouchers', () => {
  test('number, unit shares, totals, regularised, given back, reintegrated, by column', () => {
    const own = line({ number: 20, regularised: -2, returned: 1 });
    const [head = [], row = []] = rowsOf(voucherCsv({ ...order(own), unit: dear }, layout()));
    expect(Object.fromEntries(head.map((heading, index) => [heading, row[index]]))).toEqual({
      Etablissement: 'LYO',
      Matricule: '00042',
      Nom: 'Lefèvre-Noël',
      Prenom: 'Chloé',
      Mois: '2026-10',
      Reglementaire: 'TR Siège',
      Nombre: '20',
      DontRegularise: '-2',
      Rendus: '1',
      SoldeToutCompte: '0',
      ValeurFaciale: '15,00',
      PartPatronale: '9,75',
      PartCSE: '0,25',
      PartSalariale: '5,00',
      TotalValeur: '300,00',
      TotalPatronal: '195,00',
      TotalCSE: '5,00',
      TotalSalarial: '100,00',
      TotalExonere: '146,40',
      TotalReintegre: '53,60',
    });
  });

  test.each<[string, Partial<OrderLine>, number]>([
    ['nothing at all', {}, 0],
    ['a correction', { regularised: -1 }, 1],
    ['vouchers given back', { returned: 2 }, 1],
    ['the account of a leaver', { settlement: -3 }, 1],
  ])('a person without vouchers but with %s', (_, more, others) => {
    const files = voucherCsv(order(line(), line({ number: 0, ...more }, { employeeNumber: '7' })), layout());
    expect(only(files).control).toMatchObject({ people: 1, lines: 1 + others, vouchers: 17 });
  });

  test('a negative figure keeps its sign, a name that begins like a formula does not', () => {
    const files = voucherCsv(order(line({ regularised: -2 }, { lastName: '-Roy' })), layout());
    expect(rowsOf(files)[1]).toEqual(expect.arrayContaining(['-2', "'-Roy"]));
    expect(told(files)).toEqual(['fileNeutralised | -ROY Chloé (00042) | Nom']);
  });
});

describe('pay variables', () => {
  const one = (basis: PayVariableSettings['basis'], more: Partial<PayVariableSettings> = {}) =>
    rowsOf(payVariablesCsv(order(line()), { ...withheld, basis, ...more }, layout()))[1];

  test('the columns of the generic form, over the month', () => {
    expect(rowsOf(payVariablesCsv(order(line()), withheld, layout()))).toEqual([
      'Etablissement;Matricule;Nom;Prenom;CodeRubrique;Libelle;Quantite;Taux;Montant;DateDebut;DateFin;Commentaire'.split(
        ';',
      ),
      'LYO;00042;Lefèvre-Noël;Chloé;TR01;Titres-restaurant;;;71,74;01/10/2026;31/10/2026;TR Siège'.split(';'),
    ]);
  });

  test.each([
    ['quantity', '17', ''],
    ['employee', '', '71,74'],
    ['employer', '', '71,91'],
    ['total', '', '143,65'],
  ] as const)('by %s', (basis, quantity, amount) => {
    expect(one(basis)).toMatchObject({ 6: quantity, 8: amount });
  });

  test('what is withheld may be negative', () => {
    expect(one('employee', { sign: -1 })).toMatchObject({ 8: '-71,74' });
    expect(one('quantity', { sign: -1 })).toMatchObject({ 6: '-17' });
  });

  test('the quantity is the number ordered: who ordered nothing has no variable', () => {
    expect(rowsOf(payVariablesCsv(order(line(), line({ number: 0, returned: 1 })), withheld, layout()))).toHaveLength(
      2,
    );
  });

  test('what the variable cannot carry is told', () => {
    const files = payVariablesCsv(
      order(line(), line({ number: 0, returned: 2, settlement: -1 }, { lastName: 'Roy' })),
      withheld,
      layout(),
    );
    expect(told(files)).toEqual(['voucherPayBeside | ROY Chloé (00042) | Nombre de titres']);
    expect(only(files).bytes).not.toBeNull();
  });

  test.each([
    [{ returned: 2 }, '2 titres à rembourser'],
    [{ settlement: -3 }, '3 titres à récupérer avec le solde de tout compte'],
    [{ returned: 1, settlement: 1 }, '1 titre à rembourser, ni 1 titre à rendre avec le solde de tout compte'],
  ])('in words: %j', (numbers, words) => {
    const { findings } = payVariablesCsv(order(line(numbers)), withheld, layout());
    expect(findings.map(findingText)).toEqual([expect.stringContaining(`ne compte pas ${words}. À saisir`)]);
  });

  test('without a code of rubrique there is no file', () => {
    const files = payVariablesCsv(order(line()), { ...withheld, code: ' ' }, layout());
    expect(told(files)).toEqual(['voucherPayCodeMissing |  | ']);
    expect(only(files).bytes).toBeNull();
  });
});

describe('pay variables of Poplee Rémunération', () => {
  const items = (more: Partial<PayVariableSettings> = {}, ...lines: OrderLine[]) =>
    JSON.parse(textOf(only(payVariableItems(order(line(), ...lines), { ...withheld, ...more })))) as unknown;
  const item = { ownerId: 12, natureId: 901, period: '2026-10-01', comments: 'TR Siège' };

  test.each([
    ['employee', 1, 71.74],
    ['employer', 1, 71.91],
    ['total', 1, 143.65],
    ['quantity', 1, 17],
    ['quantity', -1, -17],
    ['employee', -1, -71.74],
  ] as const)('owner, nature, first day of the month, amount: by %s, sign %i', (basis, sign, amount) => {
    expect(items({ basis, sign })).toEqual([{ ...item, amount }]);
  });

  test('the file to the letter: JSON without a mark, a body a line, shown as it is', () => {
    const two = order(line(), line({ number: 3 }, { luccaId: '7' }, { payrollDossier: 'D2' }), line({ number: 0 }));
    const files = payVariableItems(two, withheld);
    const file = only(files);
    expect(files.findings).toEqual([]);
    expect([file.name, file.control.vouchers, file.control.people]).toEqual([
      'remuneration-tr-tr-siege-2026-10.json',
      20,
      2,
    ]);
    expect(textOf(file)).toBe(
      [
        '[',
        '  {"ownerId":12,"natureId":901,"period":"2026-10-01","amount":71.74,"comments":"TR Siège"},',
        '  {"ownerId":7,"natureId":901,"period":"2026-10-01","amount":12.66,"comments":"TR Siège"}',
        ']',
        '',
      ].join('\n'),
    );
    expect(file.preview).toEqual([
      ['ownerId', 'natureId', 'period', 'amount', 'comments'],
      ['12', '901', '2026-10-01', '71.74', 'TR Siège'],
      ['7', '901', '2026-10-01', '12.66', 'TR Siège'],
    ]);
  });

  test.each(['', 'TR', '0', '-3', '12.5', '12345678901'])(
    'without a number of nature (%j) there is no file',
    (nature) => {
      const places = { code: { table: 'T' }, nature: { table: 'T', address: 'Y4' } };
      const files = payVariableItems(order(line()), { ...withheld, nature, places });
      expect(only(files).bytes).toBeNull();
      expect(files.findings).toEqual([
        { code: 'voucherPayNatureMissing', severity: 'error', facts: { regulation: 'TR Siège' }, place: places.nature },
      ]);
      expect(files.findings.map(findingText)).toEqual([expect.stringContaining('« Nature Poplee Rémunération »')]);
    },
  );

  test.each(['x', '', '1850578006084'])(
    'a person whom Lucca does not know by a number (%j) has none, and nobody has',
    (id) => {
      const files = payVariableItems(order(line(), line({}, { luccaId: id })), withheld);
      expect(only(files).bytes).toBeNull();
      expect(told(files)).toEqual(['fileBlank | LEFÈVRE-NOËL Chloé (00042) | Identifiant Lucca']);
    },
  );

  test('what it cannot carry is told; nobody ordered for, no file', () => {
    expect(told(payVariableItems(order(line({ returned: 2 })), withheld))).toEqual([
      'voucherPayBeside | LEFÈVRE-NOËL Chloé (00042) | Nombre de titres',
    ]);
    expect([payVariableItems(order(), withheld).files, told(payVariableItems(order(), withheld))]).toEqual([
      [],
      ['voucherFileNothing |  | '],
    ]);
  });
});

describe('any payroll file', () => {
  test('one per payroll dossier, each with its control total', () => {
    const two = order(line(), line({ number: 3 }, { employeeNumber: '7' }, { payrollDossier: 'D2' }));
    for (const files of [voucherCsv(two, layout()), payVariablesCsv(two, withheld, layout())]) {
      expect(
        files.files.map(({ recipient, control }) => [recipient, control.vouchers, control.amounts.employee]),
      ).toEqual([
        ['D1', 17, 7_174],
        ['D2', 3, 1_266],
      ]);
    }
    expect(voucherCsv(two, layout()).files.map(({ name }) => name)).toEqual([
      'paie-tr-tr-siege-2026-10-d1.csv',
      'paie-tr-tr-siege-2026-10-d2.csv',
    ]);
  });

  test('a matricule names one person of an establishment', () => {
    const twins = order(line(), line({}, { luccaId: '13', lastName: 'Roy' }));
    expect(told(voucherCsv(twins, layout()))).toEqual(['fileTwice | ROY Chloé (00042) | Matricule']);
    const apart = order(line(), line({}, { luccaId: '13', lastName: 'Roy' }, { code: 'PAR' }));
    expect(told(voucherCsv(apart, layout()))).toEqual([]);
  });

  test('a person who stands twice in an order is told: it has one line for each', () => {
    expect(told(voucherCsv(order(line(), line()), layout()))).toEqual([
      'fileTwice | LEFÈVRE-NOËL Chloé (00042) | Matricule',
    ]);
  });

  test('a person without matricule is told', () => {
    const files = payVariablesCsv(order(line({}, { employeeNumber: '' })), withheld, layout());
    expect(told(files)).toEqual(['fileBlank | LEFÈVRE-NOËL Chloé (12) | Matricule']);
    expect(only(files).bytes).toBeNull();
  });

  test('a social security number as matricule never leaves', () => {
    const files = voucherCsv(order(line({}, { employeeNumber: '1850578006084' })), layout());
    expect(files.findings.map(({ code }) => code)).toEqual(['fileSecret']);
    expect(only(files).bytes).toBeNull();
  });

  test('the example of the reference: a character that Windows-1252 lacks', () => {
    const vector = vectorsOf('payroll-export').find(({ id }) => id === 'payroll-export-03');
    const lukasz = order(line({}, { firstName: String(vector?.input['text']) }));
    const windows = layout({ encoding: 'windows1252' });
    expect(told(voucherCsv(lukasz, windows))).toEqual(['fileCharacter | LEFÈVRE-NOËL Łukasz (00042) | Prenom']);
    const spelled = voucherCsv(lukasz, { ...windows, transliterate: true });
    expect(rowsOf(spelled, ';', 'windows-1252')[1]).toContain(vector?.expected['fallback']);
  });

  test('the example of the reference: a matricule keeps its zeros, a line its semicolons', () => {
    const vector = vectorsOf('payroll-export').find(({ id }) => id === 'payroll-export-01');
    const own = line({ number: 7 }, { employeeNumber: String(vector?.input['matricule']) });
    const file = only(payVariablesCsv(order(own), { ...withheld, code: 'HS25', basis: 'quantity' }, layout()));
    const [, matricule, , , code, , , , , , to] = textOf(file).split('\r\n')[1]?.split(';') ?? [];
    const [expectedMatricule, expectedCode, , expectedDate] = String(vector?.expected['line']).split(';');
    expect([matricule, code, to]).toEqual([expectedMatricule, expectedCode, expectedDate]);
  });

  test('nothing to say, no file', () => {
    expect(voucherCsv(order(line({ number: 0 })), layout()).files).toEqual([]);
    expect(told(payVariablesCsv(order(), withheld, layout()))).toEqual(['voucherFileNothing |  | ']);
  });
});
