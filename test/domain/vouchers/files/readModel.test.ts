/** A model file pasted or dropped: its columns, and what each is proposed to hold. */
import { describe, expect, test } from '@jest/globals';
import { fieldOfHeading, isSecretHeading } from '../../../../shared/domain/vouchers/files/headings.ts';
import { orderFields, type OrderFieldKey } from '../../../../shared/domain/vouchers/files/orderFields.ts';
import { readModel } from '../../../../shared/domain/vouchers/files/readModel.ts';
import { told } from './builders.ts';

/** Heading and proposed field of each column. */
function proposed(text: string): (readonly [string, OrderFieldKey | null])[] {
  const { template } = readModel(text, 'Essai');
  if (!template) throw new Error('not a model');
  return template.columns.map(({ heading, binding }) => [heading, binding.kind === 'field' ? binding.field : null]);
}

const three = [
  ['Matricule', 'employeeNumber'],
  ['Nom', 'lastName'],
  ['Nb de titres', 'number'],
];

describe('the row of headings', () => {
  test.each([
    [';', 'Matricule;Nom;Nb de titres\r\n42;Roy;17\r\n'],
    [',', 'Matricule,Nom,Nb de titres'],
    ['\t', 'Matricule\tNom\tNb de titres\n'],
    ['|', '"Matricule"|"Nom"|"Nb de titres"'],
    [';', '\ufeffsep=;\r\n;;\r\nMatricule;Nom;Nb de titres'],
  ])('is found with the separator %j', (separator, text) => {
    expect(proposed(text)).toEqual(three);
    expect(readModel(text, 'Essai').template?.layout.separator).toBe(separator);
  });

  test('keeps separators and line ends that stand between quotes', () => {
    expect(proposed('"Nom; prénom";"Nombre\r\nde titres";"dit ""VF"""')).toEqual([
      ['Nom; prénom', null],
      ['Nombre de titres', 'number'],
      ['dit "VF"', null],
    ]);
  });

  test('keeps a column without a heading', () => {
    expect(proposed(';Nom;;Nb de titres;')).toEqual([
      ['', null],
      ['Nom', 'lastName'],
      ['', null],
      ['Nb de titres', 'number'],
      ['', null],
    ]);
  });

  test('keeps the line end of the model', () => {
    expect(readModel('Nom;VF\na;b\n', 'Essai').template?.layout.lineEnd).toBe('lf');
    expect(readModel('Nom;VF\r\na;b\r\n', 'Essai').template?.layout.lineEnd).toBe('crlf');
  });

  test('is all that is kept: nobody of the rows below is', () => {
    expect(JSON.stringify(readModel('Nom;E-mail\nDurand;a@b.fr', 'Essai'))).not.toMatch(/Durand|a@b/);
  });

  test.each(['', '  \n ;; \n', ';;;'])('is told when there is none: %j', (text) => {
    const read = readModel(text, 'Essai');
    expect(read.template).toBeNull();
    expect(told(read)).toEqual(['voucherModelUnreadable |  | ']);
  });
});

describe('what a heading speaks of', () => {
  test('the label of each field is known', () => {
    const unknown = orderFields.filter(({ key, label }) => fieldOfHeading(label) !== key);
    expect(unknown).toEqual([]);
  });

  test.each<[string, OrderFieldKey]>([
    ['PRÉNOM *', 'firstName'],
    ['Né(e) le', 'birthDate'],
    ['Date de naissance (JJ/MM/AAAA)', 'birthDate'],
    ['N° client', 'customerCode'],
    ['Adresse e-mail', 'email'],
    ["Complément d'adresse", 'address2'],
    ['Part patronale (€)', 'employerShare'],
    ['code_point_de_livraison', 'deliveryPoint'],
    ['Identifiant Swile société', 'companyCode'],
  ])('%s', (heading, field) => {
    expect(fieldOfHeading(heading)).toBe(field);
  });

  test.each([
    'Nom de naissance',
    'Nom du service',
    'Code',
    'Code produit',
    'Date',
    'Ville de naissance',
    'Compte à créditer',
  ])('%s leaves a doubt', (heading) => {
    expect(fieldOfHeading(heading)).toBeUndefined();
  });

  test('a doubt is told, and the column kept empty', () => {
    const read = readModel('Code produit;Nb titres', 'Essai');
    expect(told(read)).toEqual(['voucherModelUnbound |  | ']);
    expect(read.template?.columns[0]).toMatchObject({ heading: 'Code produit', binding: { kind: 'empty' } });
  });

  test('a field is proposed once', () => {
    expect(proposed('Adresse;Adresse;Nom')).toEqual([
      ['Adresse', 'address1'],
      ['Adresse', null],
      ['Nom', 'lastName'],
    ]);
  });

  test('neither social security number nor bank account is ever proposed', () => {
    const headings = [
      'NIR',
      'N° de sécurité sociale',
      'Numéro INSEE',
      'IBAN',
      'RIB du salarié',
      'Code BIC',
      'Coordonnées bancaires',
    ];
    expect(headings.filter((heading) => !isSecretHeading(heading))).toEqual([]);
    const read = readModel(headings.join(';'), 'Essai');
    expect(read.template?.columns.map(({ binding }) => binding.kind)).toEqual(headings.map(() => 'empty'));
    expect(read.findings.map(({ code }) => code)).toEqual(headings.map(() => 'voucherModelSecret'));
  });

  test('what a heading says of its own format is kept', () => {
    const { template } = readModel(
      'Date de naissance (AAAAMMJJ);Valeur faciale (en centimes);Nom* (25 caractères)',
      'Essai',
    );
    expect(
      template?.columns.map(({ format, required }) => [format.date, format.unit, format.maxLength, required]),
    ).toEqual([
      ['AAAAMMJJ', 'euros', null, false],
      ['JJ/MM/AAAA', 'cents', null, false],
      ['JJ/MM/AAAA', 'euros', 25, true],
    ]);
  });
});
