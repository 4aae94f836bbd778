/** The files of an order: its numbers are those of the register, to the cent. */
import { describe, expect, test } from '@jest/globals';
import { numberCell, textCell } from '../../../shared/domain/review/cell.ts';
import { readModel } from '../../../shared/domain/vouchers/files/readModel.ts';
import { orderFiles, kindsOf, type OrderFileRequest } from '../../../shared/flows/vouchers/orderFiles.ts';
import { readOrder } from '../../../shared/flows/vouchers/orderReading.ts';
import { cancelOrder } from '../../../shared/flows/vouchers/voucherOrders.ts';
import { adjustmentsTable } from '../../../shared/tables/vouchers/adjustmentsTable.ts';
import { establishmentsTable } from '../../../shared/tables/establishmentsTable.ts';
import { ordersTable } from '../../../shared/tables/vouchers/ordersTable.ts';
import { ordersTemplatesTable } from '../../../shared/tables/vouchers/ordersTemplatesTable.ts';
import { ordersTemplateRows } from '../../../shared/tables/vouchers/ordersTemplatesTableRows.ts';
import { registerTable } from '../../../shared/tables/vouchers/registerTable.ts';
import { regulationsTable } from '../../../shared/tables/vouchers/regulationsTable.ts';
import { plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { sound } from '../../support/smallCompany.ts';
import { regulationRow, VoucherCompany } from './voucherCompany.ts';

const lyon = { id: '13', name: 'Lyon', code: 'LYO', attachmentCode: 'PR1' };
const lille = { id: '14', name: 'Lille', code: 'LIL', attachmentCode: 'PR2' };
const pays = { payCode: '4210', payLabel: 'Titres-restaurant' };

async function closed(
  rules: Readonly<Record<string, string | number>> = pays,
  before: (begun: VoucherCompany) => void = () => undefined,
): Promise<VoucherCompany> {
  const company = await VoucherCompany.begun();
  before(company);
  company.fill(establishmentsTable, lyon, lille);
  company.fill(regulationsTable, regulationRow(rules));
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

async function made(company: VoucherCompany, request: OrderFileRequest | OrderFileRequest['kind'], number = 'TR2') {
  const order = sound(await readOrder(company.book, number));
  const { files, findings } = orderFiles(order, typeof request === 'string' ? { kind: request } : request);
  return { rows: files.flatMap(({ preview }) => preview), files, findings };
}

const both = { ...pays, establishments: 'Lyon; Lille' };
const inLille = (begun: VoucherCompany) => begun.type('3', 'establishment', 'Lille');

/** A register of before its column « Établissement de la commande ». */
function unrecorded({ book }: VoucherCompany): void {
  book.tables.set(registerTable.name, []);
  book.removedColumns.set(registerTable.name, ['establishment']);
}

/** Two establishments, one person in the second when it was ordered. */
async function twoPlaces(lyonCodes: object, lilleCodes: object, before = inLille): Promise<VoucherCompany> {
  const company = await closed(both, before);
  company.fill(establishmentsTable, { ...lyon, ...lyonCodes }, { ...lille, ...lilleCodes });
  return company;
}

function saveModel(company: VoucherCompany, headings: string, name = 'Edenred Lyon'): void {
  const { template } = readModel(headings, name);
  const held = company.book.rows(ordersTemplatesTable);
  const rows = template ? ordersTemplateRows(template).map((cells) => ({ cells: { ...cells }, others: [] })) : [];
  company.book.tables.set(ordersTemplatesTable.name, [...held, ...rows]);
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
    expect(files.map(({ control }) => [control.people, control.vouchers, control.amounts.face])).toEqual([
      [3, 65, 58_500],
    ]);
  });

  test('the order of Swile, with the code du point de rattachement of each establishment', async () => {
    const { rows, findings } = await made(await closed(), 'order');
    expect(findings).toEqual([]);
    expect(rows[1]).toEqual(['MME', 'P1', 'NOM1', 'p1@exemple.fr', '06/05/1990', '9,00', '21', 'PR1', '0001']);
  });

  test('numbers that are only those of an establishment are left out of Swile, and it is said; a true double is an error', async () => {
    const sharing = (begun: VoucherCompany) => begun.type('3', 'employeeNumber', '0002');
    const company = await closed(both, (begun) => [inLille, sharing].forEach((type) => type(begun)));
    const swile = await made(company, 'order');
    expect(swile.findings).toMatchObject([{ code: 'voucherSwileNumbers', severity: 'warning' }]);
    expect(swile.rows.map((row) => row.at(-1))).toEqual(['Code du point de rattachement', 'PR1', 'PR1', 'PR2']);
    const doubled = await closed(both, sharing);
    expect((await made(doubled, 'order')).findings.map(({ code }) => code)).toContain('fileTwice');
  });

  test('people without a number share none: the numbers of the others stay in Swile', async () => {
    const company = await closed(both, (begun) => {
      inLille(begun);
      ['1', '3'].forEach((id) => begun.type(id, 'employeeNumber', ''));
    });
    const { rows, findings } = await made(company, 'order');
    expect([findings, rows.map((row) => row.at(-1))]).toEqual([[], ['Matricule', '', '0002', '']]);
  });

  test.each([
    ['recorded', () => undefined],
    ['of before that column', unrecorded],
  ])('who moved since is ordered for, and paid, where the regulation holds: %s', async (_, before) => {
    const company = await closed(pays, before);
    company.fill(
      establishmentsTable,
      { ...lyon, payrollDossier: 'P1' },
      { id: '14', name: 'Lille', payrollDossier: 'P2' },
    );
    company.type('3', 'establishment', 'Lille');
    const swile = await made(company, 'order');
    expect([swile.findings, swile.rows.map((row) => row[7])]).toEqual([
      [],
      ['Code du point de rattachement', 'PR1', 'PR1', 'PR1'],
    ]);
    const { files } = await made(company, 'payroll');
    expect(files.map(({ recipient, control }) => [recipient, control.vouchers])).toEqual([['P1', 65]]);
  });

  test('what Swile needs and nobody typed is said, and there is no file', async () => {
    const company = await closed();
    company.row('3').cells['workEmail'] = textCell('p1@exemple.fr');
    const { files, findings } = await made(company, 'order');
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
    expect(files.map(({ content }) => content)).toEqual([null]);
  });

  test('an order that is cancelled, or unknown, has none; nor has a register that was edited', async () => {
    const company = await closed();
    expect(await readOrder(company.book, 'TR9')).toMatchObject({ error: { code: 'unknown' } });
    sound(await cancelOrder(company.ports, 'TR2'));
    expect(await readOrder(company.book, 'TR2')).toMatchObject({ error: { code: 'unknown' } });
    const [line] = company.book.rows(registerTable);
    if (line) line.cells['ordered'] = { number: 99 };
    expect(await readOrder(company.book, 'TR1')).toMatchObject({ error: { code: 'unsound' } });
  });

  test('a file whose total is not that of « Commandes TR » is not given, and both are said', async () => {
    const company = await closed();
    const order = company.book.rows(ordersTable).at(-1);
    if (order) order.cells['amount'] = numberCell(585.01);
    for (const kind of ['payroll', 'variables', 'order'] as const) {
      const { files, findings } = await made(company, kind);
      expect(files.map(({ content }) => content)).toEqual([null]);
      expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
        { code: 'voucherFileTotals', facts: { vouchers: 65, amount: 58_500, sheetVouchers: 65, sheetAmount: 58_501 } },
      ]);
    }
  });
});

describe('pay variables', () => {
  test('the rubrique, its label and what it carries come from the regulation', async () => {
    const quantity = await made(await closed(), 'variables');
    expect(quantity.findings.map(({ code }) => code)).toEqual(['voucherPayBeside']);
    expect(quantity.rows.slice(1).map((row) => [row[1], row[4], row[5], row[6], row[8]])).toEqual([
      ['0001', '4210', 'Titres-restaurant', '21', ''],
      ['0002', '4210', 'Titres-restaurant', '22', ''],
      ['0003', '4210', 'Titres-restaurant', '22', ''],
    ]);
    const shares = { employee: ['part salariale', '75,60'], employer: ['part patronale', '113,40'] };
    for (const [payroll = '', amount] of Object.values(shares)) {
      const { rows } = await made(await closed({ ...pays, payroll }), 'variables');
      expect([rows[1]?.[6], rows[1]?.[8]]).toEqual(['', amount]);
    }
  });

  test('the sign, and the nature of Poplee Rémunération, come from the regulation too', async () => {
    const company = await closed({ ...pays, paySign: 'négatif', payNature: '17' });
    expect((await made(company, 'variables')).rows.slice(1).map((row) => row[6])).toEqual(['-21', '-22', '-22']);
    const { rows, files, findings } = await made(company, 'remuneration');
    expect(findings.map(({ code }) => code)).toEqual(['voucherPayBeside']);
    expect(rows.slice(1).map((row) => row.join(' '))).toEqual([
      '1 17 2026-10-01 -21 TR Siège',
      '2 17 2026-10-01 -22 TR Siège',
      '3 17 2026-10-01 -22 TR Siège',
    ]);
    expect(files.map(({ name, control }) => [name, control.vouchers])).toEqual([
      ['remuneration-tr-tr-siege-2026-10.json', 65],
    ]);
  });

  test.each([
    ['variables', 'voucherPayCodeMissing', 'payCode'],
    ['remuneration', 'voucherPayNatureMissing', 'payNature'],
  ] as const)('%s: what a regulation lacks is said at its cell', async (kind, code, column) => {
    const { findings } = await made(await closed({}), kind);
    const place = {
      table: regulationsTable.name,
      column,
      address: expect.stringMatching(/4$/),
      key: expect.any(String),
    };
    expect(findings).toMatchObject([{ code, place }, { code: 'voucherPayBeside' }]);
  });

  test('without a rubrique, or without the regulation, there is no file and the sheet to fill is named', async () => {
    const company = await closed({});
    const { files, findings } = await made(company, 'variables');
    expect(files.map(({ content }) => content)).toEqual([null]);
    expect(findings).toMatchObject([{ code: 'voucherPayCodeMissing', facts: { regulation: 'TR Siège' } }, {}]);
    company.fill(regulationsTable, regulationRow({ name: 'TR Lille' }));
    expect(await made(company, 'variables')).toMatchObject({
      files: [],
      findings: [{ code: 'voucherFileRegulation', facts: { regulation: 'TR Siège' } }],
    });
  });
});

describe('who moves between the order and its files', () => {
  const dossiers = [{ payrollDossier: 'D1' }, { payrollDossier: 'D2' }] as const;
  const paid = ({ files }: Awaited<ReturnType<typeof made>>) =>
    files.map(({ recipient, control }) => [recipient, control.people]);

  test('stays where they were ordered for, in every file', async () => {
    const company = await twoPlaces(...dossiers);
    company.type('1', 'establishment', 'Lille');
    company.type('3', 'establishment', 'Lyon');
    const payroll = await made(company, 'payroll');
    expect([payroll.findings, paid(payroll)]).toEqual([
      [],
      [
        ['D1', 2],
        ['D2', 1],
      ],
    ]);
    expect((await made(company, 'order')).rows.map((row) => row[7]).slice(1)).toEqual(['PR1', 'PR1', 'PR2']);
  });

  test('with another identifier since, is found by the name that was recorded; gone altogether, it is said', async () => {
    const company = await twoPlaces({ id: '' }, {});
    company.fill(establishmentsTable, { ...lyon, ...dossiers[0] }, { ...lille, ...dossiers[1] });
    expect((await made(company, 'payroll')).findings).toEqual([]);
    company.fill(establishmentsTable, { ...lyon, ...dossiers[0] }, { ...lille, id: '15', ...dossiers[1] });
    expect((await made(company, 'payroll')).findings).toMatchObject([
      { code: 'voucherFilePlaces', severity: 'warning', facts: { people: 1, column: '' } },
    ]);
  });

  test('of an order of before the column, has the establishment of today, which is said with the column to add', async () => {
    const company = await twoPlaces(...dossiers, unrecorded);
    company.type('3', 'establishment', 'Lille');
    const payroll = await made(company, 'payroll');
    expect(paid(payroll)).toEqual([
      ['D1', 2],
      ['D2', 1],
    ]);
    expect(payroll.findings.map(findingText)).toEqual([
      "« Registre TR » ne dit pas où étaient 3 personnes au jour de la commande : l'établissement d'aujourd'hui est pris. Vérifiez la ligne de qui en a changé depuis. Pour les prochaines commandes, ajoutez à cette feuille une colonne « Établissement de la commande ».",
    ]);
    company.book.removedColumns.clear();
    expect((await made(company, 'payroll')).findings).toMatchObject([{ facts: { column: '' } }]);
    await company.close('2026-11');
    expect((await made(company, 'payroll', 'TR3')).findings).toEqual([]);
  });

  test('of a regulation that does not hold there has the last of their establishments where it does', async () => {
    const company = await closed(both, (begun) => {
      const [first, ...others] = begun.account.contracts;
      const moved = begun.contract('1', { id: 'c9', from: plainDate('2026-09-14'), establishmentId: '15' });
      begun.account.contracts = [{ ...first!, to: plainDate('2026-09-13') }, moved, ...others];
      begun.type('1', 'establishment', 'Brest');
    });
    const { rows } = await made(company, 'payroll', 'TR1');
    expect(rows.map(([place, number]) => `${place} ${number}`).slice(1)).toEqual(['LYO 0001', 'LYO 0002', 'LYO 0003']);
  });
});

describe('codes of establishments', () => {
  test('one payroll file per dossier, each with its own total; together they are the order', async () => {
    const { files, findings } = await made(
      await twoPlaces({ payrollDossier: 'D1' }, { payrollDossier: 'D2' }),
      'payroll',
    );
    expect(findings).toEqual([]);
    expect(files.map(({ name, recipient, control }) => [name, recipient, control.people, control.vouchers])).toEqual([
      ['paie-tr-tr-siege-2026-10-d1.csv', 'D1', 2, 43],
      ['paie-tr-tr-siege-2026-10-d2.csv', 'D2', 1, 22],
    ]);
  });

  test('one order per customer code, with every code of the establishment', async () => {
    const company = await twoPlaces(
      { customerCode: '0012', deliveryPoint: '7', levelCode: 'N1', companyCode: 'ACM' },
      { customerCode: '0034' },
    );
    saveModel(
      company,
      'Code société;Code client;Point de livraison;Code niveau;Point de rattachement;Nom;Nombre de titres',
    );
    const { files, rows } = await made(company, { kind: 'order', template: 'edenred lyon' });
    expect(files.map(({ recipient, control }) => [recipient, control.vouchers])).toEqual([
      ['0012', 43],
      ['0034', 22],
    ]);
    expect(rows[1]).toEqual(['ACM', '0012', '7', 'N1', 'PR1', 'Nom1', '21']);
  });

  test('an establishment without a code among others that have one would have a file of its own: it is named instead', async () => {
    const { files, findings } = await made(await twoPlaces({ payrollDossier: 'D1' }, {}), 'payroll');
    expect(files.every(({ content }) => content === null)).toBe(true);
    expect(findings).toMatchObject([
      { code: 'fileEstablishmentBlank', facts: { establishment: 'Lille', field: 'Dossier de paie' } },
    ]);
  });

  test('somebody of no establishment is named', async () => {
    const company = await twoPlaces({ payrollDossier: 'D1' }, { payrollDossier: 'D2' }, unrecorded);
    company.type('3', 'establishment', '');
    const { findings } = await made(company, 'payroll');
    expect(findings).toMatchObject([{ code: 'voucherFilePlaces' }, { code: 'fileNoEstablishment', subject: '3' }]);
  });

  test('a workbook from before these columns makes its files; what they would say is blank', async () => {
    const company = await closed();
    const { book } = company;
    const codes = ['companyCode', 'customerCode', 'deliveryPoint', 'levelCode', 'payrollDossier'];
    book.removedColumns.set(establishmentsTable.name, codes);
    book.removedColumns.set(regulationsTable.name, ['payCode', 'payLabel', 'paySign', 'payNature']);
    const { files, findings } = await made(company, 'payroll');
    expect([findings, files.map(({ recipient }) => recipient)]).toEqual([[], ['']]);
    expect((await made(company, 'order')).findings).toEqual([]);
    expect((await made(company, 'variables')).findings).toMatchObject([{ code: 'voucherPayCodeMissing' }, {}]);
    expect((await made(company, 'remuneration')).findings).toMatchObject([{ code: 'voucherPayNatureMissing' }, {}]);
  });
});

describe('models', () => {
  test('an issuer that publishes nothing needs one; the only one is taken, of several one is named', async () => {
    const company = await closed({ ...pays, issuer: 'Edenred' });
    const none = await made(company, 'order');
    expect([none.files, none.findings]).toMatchObject([
      [],
      [{ code: 'voucherTemplateNone', facts: { issuer: 'Edenred' } }],
    ]);
    saveModel(company, 'Matricule;Nombre de titres');
    expect((await made(company, 'order')).rows[1]).toEqual(['0001', '21']);
    saveModel(company, 'Nom;Nombre de titres', 'Edenred Paris');
    expect((await made(company, 'order')).findings).toMatchObject([
      { code: 'voucherTemplateChoice', facts: { names: 'Edenred Lyon, Edenred Paris' } },
    ]);
    expect((await made(company, { kind: 'order', template: 'Edenred Paris' })).rows[1]).toEqual(['Nom1', '21']);
    expect((await made(company, { kind: 'order', template: 'Pluxee' })).findings).toHaveLength(1);
  });

  test('what is wrong at a cell of the model stops its own file alone', async () => {
    const company = await closed({ ...pays, issuer: 'Edenred' });
    saveModel(company, 'Matricule;Nombre de titres');
    saveModel(company, 'Nom;Nombre de titres', 'Edenred Paris');
    const [first] = company.book.rows(ordersTemplatesTable);
    if (first) first.cells['field'] = textCell('Pointure');
    const broken = await made(company, { kind: 'order', template: 'Edenred Lyon' });
    expect(broken.files.map(({ content }) => content)).toEqual([null]);
    expect(broken.findings).toMatchObject([{ code: 'voucherTemplateField' }]);
    expect((await made(company, { kind: 'order', template: 'Edenred Paris' })).findings).toEqual([]);
  });
});

describe('columns of « Salariés »', () => {
  const withColumn = (company: VoucherCompany, heading: string, bound: string) => {
    saveModel(company, `Matricule;Nombre de titres;${heading}`);
    const row = company.book.rows(ordersTemplatesTable).at(-1);
    if (row) row.cells['field'] = textCell(bound);
  };

  test('one of the person’s own, and one of ours, fill a column of a model', async () => {
    const company = await closed({ ...pays, issuer: 'Edenred' });
    company.note('1', 'Service', 'Atelier');
    company.note('3', 'Service', 'Siège');
    withColumn(company, 'Stat 1', 'salaries : service');
    expect((await made(company, 'order')).rows.map((row) => row[2])).toEqual(['Stat 1', 'Atelier', '', 'Siège']);
    withColumn(company, 'Entrée', 'Salariés : Début de contrat');
    company.book.tables.set(ordersTemplatesTable.name, company.book.rows(ordersTemplatesTable).slice(3));
    expect((await made(company, 'order')).rows[1]?.[2]).toBe('01/01/2021');
  });

  test.each(['IBAN', 'Numéro de sécurité sociale', 'Adresse', 'Mon IBAN', 'Pointure'])(
    'nothing is taken of %s: it is secret, personal, or not there',
    async (heading) => {
      const company = await closed({ ...pays, issuer: 'Edenred' });
      company.note('1', 'Mon IBAN', 'x');
      const { input } = sound(await readOrder(company.book, 'TR2'));
      expect(input.columns).toEqual(expect.arrayContaining(['Matricule', 'Nom', 'Établissement']));
      expect(input.columns).not.toContain(heading);
      withColumn(company, 'Stat 1', `Salariés : ${heading}`);
      const { files, findings } = await made(company, 'order');
      expect([files.map(({ content }) => content), findings.map(({ severity }) => severity)]).toEqual([
        [null],
        ['error'],
      ]);
    },
  );

  test('« Travaille les jours chômés » gives Swile its column, and models their flag', async () => {
    const company = await closed();
    expect((await made(company, 'order')).rows[0]).not.toContain('Titres-restaurant jours chômés');
    company.note('1', 'Travaille les jours chômés', 'oui');
    company.note('2', 'Travaille les jours chômés', 'non');
    const { rows, findings } = await made(company, 'order');
    expect([findings, rows.map((row) => row.at(-1))]).toEqual([[], ['Titres-restaurant jours chômés', 'YES', '', '']]);
    saveModel(company, 'Matricule;Nombre de titres;Jours chômés');
    expect((await made(company, { kind: 'order', template: 'Edenred Lyon' })).rows.map((row) => row[2])).toEqual([
      'Jours chômés',
      'OUI',
      'NON',
      '',
    ]);
  });
});

describe('paper', () => {
  test('packs are for the brand that took them, and add up to what is on paper', async () => {
    const company = await closed({ ...pays, issuer: 'Bimpli', support: 'papier' });
    company.fill(establishmentsTable, { ...lyon, customerCode: '1234567', deliveryPoint: 'ABC1234' });
    expect(kindsOf(sound(await readOrder(company.book, 'TR2')))).toEqual([
      'order',
      'packs',
      'payroll',
      'variables',
      'remuneration',
      'attendance',
    ]);
    const { files, findings } = await made(company, 'packs');
    expect(findings).toEqual([]);
    expect(files.map(({ name, control }) => [name, control.people, control.vouchers])).toEqual([
      ['E1234567_26102026.txt', 3, 65],
    ]);
    expect(kindsOf(sound(await readOrder((await closed()).book, 'TR2')))).toEqual([
      'order',
      'payroll',
      'variables',
      'remuneration',
    ]);
  });

  test('the sheet to sign: people by establishment and by name, their vouchers, nothing else of them', async () => {
    const company = await closed({ ...both, issuer: 'Edenred', support: 'papier' }, inLille);
    company.type('1', 'lastName', 'Zoé');
    company.type('2', 'lastName', 'Élan');
    const order = sound(await readOrder(company.book, 'TR2'));
    const { files, findings } = orderFiles(order, { kind: 'attendance' });
    expect([findings, files.map(({ name }) => name)]).toEqual([[], ['emargement-tr-siege-2026-10.pdf']]);
    expect(files[0]?.content).toEqual({
      kind: 'attendance',
      sheet: {
        ...{ order: 'TR2', month: '2026-10', regulation: 'TR Siège', issuer: 'Edenred', face: 900, on: '2026-10-26' },
        complement: '',
        establishments: [
          { name: 'Lille', people: [{ name: 'NOM3 P3', employeeNumber: '0003', number: 22 }] },
          {
            name: 'Lyon',
            people: [
              { name: 'ÉLAN P2', employeeNumber: '0002', number: 22 },
              { name: 'ZOÉ P1', employeeNumber: '0001', number: 21 },
            ],
          },
        ],
      },
    });
  });

  test.each([
    ['as they were typed', 'Un titre par jour.\nRien en télétravail.', 'Un titre par jour.\nRien en télétravail.', []],
    ['up to two thousand characters', 'x'.repeat(2_000), 'x'.repeat(2_000), []],
    ['not beyond, which is told', 'x'.repeat(2_001), '', ['voucherAttendanceRulesLong']],
  ])('the sheet to sign says the complementary rules: %s', async (_, typed, printed, codes) => {
    const company = await closed({ ...pays, issuer: 'Edenred', support: 'papier', complement: typed });
    const { files, findings } = await made(company, 'attendance');
    expect(findings.map(({ code }) => code)).toEqual(codes);
    expect(files.map(({ content }) => content)).toMatchObject([{ sheet: { complement: printed } }]);
  });

  test('cards have no sheet to sign', async () => {
    const order = sound(await readOrder((await closed()).book, 'TR2'));
    expect(orderFiles(order, { kind: 'attendance' })).toMatchObject({
      files: [],
      findings: [{ code: 'voucherAttendanceNothing' }],
    });
  });
});
