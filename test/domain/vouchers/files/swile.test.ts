/** Orders of Swile, rule by rule of its help pages. */
import { describe, expect, test } from '@jest/globals';
import { swileOrder, type SwileSettings } from '../../../../shared/domain/vouchers/files/issuers/swile.ts';
import { swileAddress, swileName } from '../../../../shared/domain/vouchers/files/issuers/swileCells.ts';
import { swileColumns, type SwileBoxes } from '../../../../shared/domain/vouchers/files/issuers/swileColumns.ts';
import type { OrderLine } from '../../../../shared/domain/vouchers/files/orderInput.ts';
import { vectorsOf } from '../../../cases/vectors.ts';
import { line, order, rowsOf, told } from './builders.ts';

const noBox: SwileBoxes = {
  severalCompanies: false,
  cardsByEmployer: false,
  attachment: false,
  employeeNumber: false,
  daysOff: false,
};

function settings(boxes: Partial<SwileBoxes> = {}): SwileSettings {
  return { columns: swileColumns({ ...noBox, ...boxes }), separator: ';', encoding: 'utf8', decimal: ',' };
}

/** The cells of one person, by heading. */
function cells(boxes: Partial<SwileBoxes>, own: OrderLine): Record<string, string> {
  const [head = [], row = []] = rowsOf(swileOrder(order(own), settings(boxes)));
  expect(row).toHaveLength(head.length);
  return Object.fromEntries(head.map((heading, index) => [heading, row[index] ?? '']));
}

describe('what Swile accepts', () => {
  test('the example of the reference: names without accents, gender in full', () => {
    const vector = vectorsOf('payroll-export').find(({ id }) => id === 'payroll-export-05');
    const {
      Genre: gender,
      Nom: lastName,
      Prénom: firstName,
      'Date de naissance': birthDate,
      'Nombre de jours': quantity,
    } = cells({}, line());
    expect({ gender, lastName, firstName, birthDate, quantity }).toEqual(vector?.expected);
  });

  test('the example of the reference: an address of more than 38 characters', () => {
    const vector = vectorsOf('payroll-export').find(({ id }) => id === 'payroll-export-06');
    expect(swileAddress(line({}, { address: String(vector?.input['address']) }))).toEqual(vector?.expected['fields']);
  });

  test('each box adds its columns, the company in column A', () => {
    const head = (boxes: Partial<SwileBoxes>) => swileColumns({ ...noBox, ...boxes }).map(({ field }) => field);
    const always = ['civility', 'firstName', 'lastName', 'email', 'birthDate', 'faceValue', 'number'];
    expect(head({})).toEqual(always);
    expect(head({ severalCompanies: true })).toEqual(['companyCode', ...always]);
    expect(head({ cardsByEmployer: true, daysOff: true })).toEqual([
      ...always,
      ...['deliveryPoint', 'address1', 'address2', 'postalCode', 'city', 'worksOnDaysOff'],
    ]);
    expect(head({ attachment: true, employeeNumber: true })).toEqual([...always, 'attachmentCode', 'employeeNumber']);
  });

  test.each([
    ['M.', 'MR'],
    ['Monsieur', 'MR'],
    ['Mme', 'MME'],
    ['Mlle', 'MME'],
  ])('the civility %s is written %s', (civilTitle, gender) => {
    expect(cells({}, line({}, { civilTitle }))).toMatchObject({ Genre: gender });
  });

  test('names have neither accents nor special characters', () => {
    expect(['Lefèvre-Noël', "O'Brien", 'D’Œuvré', 'St. Øre', 'İnan'].map(swileName)).toEqual([
      'LEFEVRE-NOEL',
      'O BRIEN',
      'D OEUVRE',
      'ST ORE',
      'INAN',
    ]);
  });

  test('the face value has no symbol, and the decimal mark of the settings', () => {
    expect(cells({}, line())).toMatchObject({ 'Valeur faciale': '8,45' });
    const point = swileOrder(order(line()), { ...settings(), decimal: '.' });
    expect(rowsOf(point)[1]).toContain('8.45');
  });

  test('cards that the employer orders have a delivery point, and an address only when they go home', () => {
    const delivery = { cardsByEmployer: true };
    expect(cells(delivery, line())).toMatchObject({ 'Identifiant point de livraison': '1', Adresse: '', Ville: '' });
    expect(cells(delivery, line({}, {}, { deliveryPoint: 'd' }))).toMatchObject({
      'Identifiant point de livraison': 'D',
      Adresse: '12 bis avenue du General de Gaulle',
      "Complément d'adresse": '',
      'Code postal': '01000',
      Ville: 'Bourg-en-Bresse',
    });
  });

  test('people who order their own card need no delivery point', () => {
    expect(told(swileOrder(order(line({}, {}, { deliveryPoint: '' })), settings()))).toEqual([]);
  });

  test('YES only for people who work on days off', () => {
    const column = 'Titres-restaurant jours chômés';
    expect(cells({ daysOff: true }, line())).toMatchObject({ [column]: '' });
    expect(cells({ daysOff: true }, line({ worksOnDaysOff: true }))).toMatchObject({ [column]: 'YES' });
  });

  test('headings are those of the file that Swile generated, an unknown column kept blank', () => {
    const generated = settings();
    const columns = [
      ...generated.columns.map((each) => ({ ...each, heading: `${each.heading}*` })),
      { heading: 'Équipe', field: null },
    ];
    const rows = rowsOf(swileOrder(order(line()), { ...generated, columns }));
    expect(rows[0]?.slice(-2)).toEqual(['Nombre de jours*', 'Équipe']);
    expect(rows[1]?.slice(-2)).toEqual(['17', '']);
  });

  test('one file per company, or one for all when column A names it', () => {
    const two = order(line({}, {}, { companyCode: 'ZED' }), line({ number: 3 }, { email: 'b@c.fr' }));
    const apart = swileOrder(two, settings());
    expect(apart.files.map(({ name, control }) => [name, control.vouchers])).toEqual([
      ['commande-swile-2026-10-acm.csv', 3],
      ['commande-swile-2026-10-zed.csv', 17],
    ]);
    expect(rowsOf(swileOrder(two, settings({ severalCompanies: true }))).map(([first]) => first)).toEqual([
      'Identifiant Swile société',
      'ZED',
      'ACM',
    ]);
  });

  test('a person without vouchers is not in the order', () => {
    expect(rowsOf(swileOrder(order(line(), line({ number: 0 })), settings()))).toHaveLength(2);
    expect(told(swileOrder(order(line({ number: 0 })), settings()))).toEqual(['voucherFileNothing |  | ']);
  });
});

describe('what Swile would refuse is told before there is a file', () => {
  const who = 'LEFÈVRE-NOËL Chloé (00042)';
  const home = { cardsByEmployer: true };
  const atHome = { deliveryPoint: 'D' };

  test.each<[string, Partial<SwileBoxes>, OrderLine, string]>([
    ['no e-mail', {}, line({}, { email: ' ' }), `fileBlank | ${who} | E-mail`],
    ['not an e-mail', {}, line({}, { email: 'chloe@' }), `voucherFileEmail | ${who} | E-mail`],
    ['no birth date', {}, line({}, { birthDate: null }), `fileBlank | ${who} | Date de naissance`],
    ['no civility', {}, line({}, { civilTitle: '' }), `fileBlank | ${who} | Civilité`],
    ['an unknown civility', {}, line({}, { civilTitle: 'Dr' }), `fileBlank | ${who} | Civilité`],
    ['no first name', {}, line({}, { firstName: '' }), 'fileBlank | LEFÈVRE-NOËL (00042) | Prénom'],
    ['no last name', {}, line({}, { lastName: '' }), 'fileBlank | Chloé (00042) | Nom'],
    [
      'a letter without a plain spelling',
      {},
      line({}, { firstName: 'Юля' }),
      'fileCharacter | LEFÈVRE-NOËL Юля (00042) | Prénom',
    ],
    ['a special character', {}, line({}, { lastName: 'Roy / Lys' }), 'fileCharacter | ROY / LYS Chloé (00042) | Nom'],
    ['a paper voucher', {}, line({ support: 'paper' }), `voucherFileSupport | ${who} | Support`],
    [
      'no delivery point',
      home,
      line({}, {}, { deliveryPoint: '' }),
      'fileEstablishmentBlank | Lyon | Point de livraison',
    ],
    [
      'no company',
      { severalCompanies: true },
      line({}, {}, { companyCode: '' }),
      'fileEstablishmentBlank | Lyon | Code société',
    ],
    [
      'no attachment code',
      { attachment: true },
      line({}, {}, { attachmentCode: '' }),
      'fileEstablishmentBlank | Lyon | Code du point de rattachement',
    ],
    ['no address at home', home, line({}, { address: '' }, atHome), `fileBlank | ${who} | Adresse 1`],
    ['no postcode at home', home, line({}, { postalCode: '' }, atHome), `fileBlank | ${who} | Code postal`],
    ['no town at home', home, line({}, { city: '' }, atHome), `fileBlank | ${who} | Ville`],
    [
      'a social security number as matricule',
      { employeeNumber: true },
      line({}, { employeeNumber: '1850578006084' }),
      'fileSecret | LEFÈVRE-NOËL Chloé (1850578006084) | Matricule',
    ],
  ])('%s', (_, boxes, own, expected) => {
    const files = swileOrder(order(own), settings(boxes));
    expect(told(files)).toEqual([expected]);
    expect(files.files.map(({ bytes }) => bytes)).toEqual([null]);
  });

  test('an address that does not fit its field and the complement', () => {
    const own = line({}, { address: 'a '.repeat(39) + 'b'.repeat(10) }, atHome);
    expect(told(swileOrder(order(own), settings(home)))).toContain(`voucherFileAddress | ${who} | Adresse 1`);
  });

  test('38 characters fit, 39 in one word do not', () => {
    const fits = (address: string) => swileAddress(line({}, { address })) !== undefined;
    expect([fits('x'.repeat(38)), fits('x'.repeat(39))]).toEqual([true, false]);
  });

  test('two people with one e-mail, whatever its capitals: both are named', () => {
    const files = swileOrder(
      order(line(), line({}, { lastName: 'Roy', employeeNumber: '7', email: 'CHLOE@exemple.fr' })),
      settings(),
    );
    expect(told(files)).toEqual(['fileTwice | ROY Chloé (7) | E-mail']);
    expect(files.findings[0]?.facts['other']).toBe(who);
  });

  test('two people with one matricule, when it is in the file', () => {
    const two = order(line(), line({}, { lastName: 'Roy', email: 'b@c.fr' }));
    expect(told(swileOrder(two, settings()))).toEqual([]);
    expect(told(swileOrder(two, settings({ employeeNumber: true })))).toEqual([
      'fileTwice | ROY Chloé (00042) | Matricule',
    ]);
  });

  test('a code that a spreadsheet would compute, or that has no plain spelling, is told too', () => {
    const odd = line({}, {}, { deliveryPoint: '=1', attachmentCode: 'Ю' });
    expect(told(swileOrder(order(odd), settings({ ...home, attachment: true })))).toEqual([
      `fileNeutralised | ${who} | Point de livraison`,
      `fileCharacter | ${who} | Code du point de rattachement`,
    ]);
  });

  test('an establishment is told once, whatever the number of its people', () => {
    const lines = ['a', 'b', 'c'].map((each) => line({}, { email: `${each}@c.fr` }, { deliveryPoint: '' }));
    expect(told(swileOrder(order(...lines), settings(home)))).toHaveLength(1);
  });

  test('a column without which there is no order', () => {
    const { columns, ...rest } = settings();
    const files = swileOrder(order(line()), { ...rest, columns: columns.filter(({ field }) => field !== 'email') });
    expect(files.findings).toMatchObject([
      { code: 'voucherFileColumns', facts: { issuer: 'Swile', fields: 'E-mail' } },
    ]);
  });
});
