import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { employeeFields, type EmployeeFieldKey } from '../../../../shared/domain/people/employeeFields.ts';
import { foldedName, type CustomField } from '../../../../shared/domain/people/mapping/customField.ts';
import { proposeMapping } from '../../../../shared/domain/people/mapping/proposeMapping.ts';
import { codeSynonyms, nameSynonyms } from '../../../../shared/domain/people/mapping/synonyms.ts';
import { customField, nothingGiven, usuallyGiven } from './fields.ts';

const lineOf = (key: EmployeeFieldKey, fields: readonly CustomField[], given = usuallyGiven) => {
  const found = proposeMapping(fields, given).find((each) => each.key === key);
  if (!found) throw new Error(`no line for ${key}`);
  const { from, code, by } = found;
  return [from, code, by];
};

describe('the proposal of a field mapping', () => {
  test.each<[EmployeeFieldKey, CustomField, string]>([
    ['nir', customField('e_a', 'NUMERO de sécurité  sociale'), 'heading'],
    ['nir', customField('e_a', 'N° sécu'), 'name'],
    ['nir', customField('e_a', 'Numéro sécurité sociale :'), 'name'],
    ['nir', customField('e_a', 'NIR'), 'name'],
    ['postalCode', customField('e_Codepostal', ''), 'code'],
    ['city', customField('e_Ville', 'e_ville'), 'code'],
    ['birthCity', customField('e_a', 'Lieu de naissance'), 'name'],
    ['birthCity', customField('e_birthplace', 'Birthplace'), 'code'],
    ['birthName', customField('e_a', 'Nom de jeune fille'), 'name'],
    ['disabled', customField('e_a', 'RQTH', { kind: 'boolean' }), 'name'],
    ['paymentMethod', customField('e_a', 'Mode de règlement', { kind: 'list', entries: ['Virement'] }), 'name'],
    ['postalCode', customField('e_domicile.e_cp', 'Domicile › e_cp'), 'name'],
    ['birthCity', customField('e_naissance.e_ville', 'Naissance › Ville'), 'name'],
    ['iban', customField('e_banque.e_iban', 'Coordonnées bancaires › e_iban'), 'code'],
    ['addressComplement', customField('e_a', 'Adresse › Complément d’adresse'), 'heading'],
  ])('%s is found by what the customer calls it', (key, field, by) => {
    expect(lineOf(key, [field])).toEqual(['custom', field.code, by]);
  });

  test('a heading is surer than another name, and a name than a code', () => {
    const fields = [
      customField('e_nir', 'e_nir'),
      customField('e_1', 'N° sécu'),
      customField('e_2', 'Numéro de sécurité sociale'),
    ];
    expect(lineOf('nir', fields)).toEqual(['custom', 'e_2', 'heading']);
    expect(lineOf('nir', fields.slice(0, 2))).toEqual(['custom', 'e_1', 'name']);
    expect(lineOf('nir', fields.slice(0, 1))).toEqual(['custom', 'e_nir', 'code']);
  });

  test.each([
    ['e_conjoint.e_nir', 'Conjoint › NIR'],
    ['e_conjoint.e_adresse', 'Conjoint › Adresse'],
    ['e_conjoint.e_adresse.e_ville', 'Conjoint › Adresse › Ville'],
    ['e_saisie.e_iban', 'Pension alimentaire › IBAN'],
    ['e_urgence.e_tel', 'Personne à prévenir › Téléphone'],
    ['e_urgence.e_telPerso', 'Personne à prévenir › Téléphone personnel'],
    ['e_ecole.e_ville', 'École › Ville'],
    ['e_ecole.e_ville', 'École › e_ville'],
    ['e_adresse.e_nir', 'Adresse › NIR'],
    ['e_nir', 'NIR du conjoint'],
    ['e_iban', 'Ancien IBAN'],
    ['e_insee', 'Code INSEE de la commune'],
    ['e_insee', 'INSEE'],
    ['e_cp', 'Solde de congés payés'],
    ['e_cp', 'CP'],
    ['e_complement', 'Complément de salaire'],
    ['e_pays', 'Pays de détachement'],
    ['e_ville', 'Ville du site'],
    ['e_rqth', 'Fin de validité RQTH'],
    ['e_title', 'Intitulé du poste'],
    ['e_titre', 'Titre'],
    ['e_rib', 'RIB'],
    ['e_compte', 'Compte bancaire'],
    ['e_banque', 'Coordonnées bancaires'],
  ])('%s « %s » is proposed for nothing, nor named as a candidate', (code, name) => {
    const lines = proposeMapping([customField(code, name)], nothingGiven);
    expect(lines.filter(({ from, candidates }) => from === 'custom' || candidates.length > 0)).toEqual([]);
  });

  test('a heading that nobody fills takes nothing from a source that gives the field', () => {
    const empty = customField('e_dn', 'Date de naissance', { kind: 'date', filled: 0 });
    expect(lineOf('birthDate', [empty])).toEqual(['native', '', 'own']);
    expect(lineOf('birthDate', [empty], nothingGiven)).toEqual(['custom', 'e_dn', 'heading']);
    const other = customField('e_autre', 'Date de naissance', { kind: 'date' });
    expect(lineOf('birthDate', [empty, other])).toEqual(['custom', 'e_autre', 'heading']);
  });

  test('a sub-field keeps no field from what Lucca gives, and a part declared by itself holds nothing', () => {
    const parts = [
      customField('e_naissance', 'Date de naissance', { kind: 'date', filled: 0 }),
      customField('e_conjoint.e_naissance', 'Conjoint › Date de naissance', { kind: 'date' }),
      customField('e_enfant.e_naissance', 'Enfant › Date de naissance', { kind: 'date' }),
      customField('e_etat.e_dn', 'État civil › Date de naissance', { kind: 'date' }),
    ];
    expect(lineOf('birthDate', parts)).toEqual(['native', '', 'own']);
    expect(lineOf('birthDate', parts, nothingGiven)).toEqual(['custom', 'e_etat.e_dn', 'heading']);
    expect(lineOf('birthDate', parts.slice(0, 3), nothingGiven)).toEqual(['native', '', 'own']);
  });

  test('two candidates of one rank are named, and none is taken', () => {
    const fields = [customField('e_b', 'Lieu de naissance'), customField('e_a', 'Lieu de naissance')];
    const line = proposeMapping(fields, usuallyGiven).find(({ key }) => key === 'birthCity');
    expect(line).toEqual({
      ...{ key: 'birthCity', from: null, code: '', name: '', by: 'several' },
      candidates: [
        { code: 'e_a', name: 'Lieu de naissance' },
        { code: 'e_b', name: 'Lieu de naissance' },
      ],
    });
  });

  test('what cannot hold such a value is no candidate, and is named when it is the only one', () => {
    const odd = customField('e_a', 'Début de reconnaissance BOETH', { kind: 'boolean' });
    expect(lineOf('boethStart', [odd])).toEqual([null, '', 'odd']);
    const both = [odd, customField('e_b', 'Début de reconnaissance BOETH', { kind: 'date' })];
    expect(lineOf('boethStart', both)).toEqual(['custom', 'e_b', 'heading']);
    const several = customField('e_a', 'Ville', { multiple: true });
    expect(lineOf('city', [several])).toEqual([null, '', 'odd']);
  });

  test('what Lucca itself gives stands before another name, not before the heading', () => {
    expect(lineOf('birthDate', [customField('e_a', 'Né le', { kind: 'date' })])).toEqual(['native', '', 'own']);
    expect(lineOf('birthDate', [customField('e_a', 'Né le', { kind: 'date' })], nothingGiven)).toEqual([
      'custom',
      'e_a',
      'name',
    ]);
    expect(lineOf('birthDate', [customField('e_a', 'Date de naissance', { kind: 'date' })])).toEqual([
      'custom',
      'e_a',
      'heading',
    ]);
  });

  test('the personal record knows NIR and bank best, where it is seen to give them', () => {
    const fields = [customField('e_nir', 'Numéro de sécurité sociale')];
    expect(lineOf('nir', fields, { ...usuallyGiven, record: ['nir', 'iban'] })).toEqual(['record', '', 'own']);
    expect(lineOf('iban', fields, { ...usuallyGiven, record: ['nir', 'iban'] })).toEqual(['record', '', 'own']);
    expect(lineOf('iban', fields)).toEqual([null, '', 'nothing']);
    expect(lineOf('bic', fields)).toEqual(['none', '', 'nothing']);
  });

  test('dates of a contract come from contracts, where they may be read', () => {
    expect(lineOf('contractStart', [])).toEqual(['contract', '', 'own']);
    expect(lineOf('contractStart', [], { ...usuallyGiven, contract: [] })).toEqual(['native', '', 'own']);
  });

  test('who the person is never comes from a customer’s field', () => {
    const fields = ['Identifiant Lucca', 'Matricule', 'Nom', 'Prénom', 'Établissement', 'Fin de contrat'].map(
      (name, index) => customField(`e_${index}`, name),
    );
    expect(proposeMapping(fields, usuallyGiven).filter(({ from }) => from === 'custom')).toEqual([]);
  });

  test('a synonym stands for one field, and is no heading', () => {
    const headings = new Set(employeeFields.map(({ heading }) => foldedName(heading)));
    for (const entries of [nameSynonyms, codeSynonyms]) {
      const words = entries.map(([word]) => word);
      expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    }
    expect(nameSynonyms.filter(([word]) => headings.has(word))).toEqual([]);
  });
});

const names = [...employeeFields.map(({ heading }) => heading), ...nameSynonyms.map(([word]) => word), 'Badge', 'Site'];
const codes = [...codeSynonyms.map(([word]) => `e_${word}`), 'e_badge', 'e_x.e_cp', 'e_x.e_ville', 'e_1', 'e_2'];
const anyField = fc
  .record({
    code: fc.constantFrom(...codes),
    name: fc.constantFrom(...names),
    kind: fc.constantFrom<CustomField['kind']>('text', 'number', 'date', 'boolean', 'list', 'composite'),
    multiple: fc.boolean(),
  })
  .map(({ code, name, ...more }) => customField(code, name, more));
const anyFields = fc.uniqueArray(anyField, { selector: ({ code }) => code, maxLength: 40 });

const shuffled = anyFields.chain((fields) =>
  fc.tuple(fc.constant(fields), fc.shuffledSubarray(fields, { minLength: fields.length })),
);

describe('whatever the customer declares', () => {
  test('the order of the fields changes nothing', () => {
    fc.assert(
      fc.property(shuffled, ([fields, others]) => {
        expect(proposeMapping(others, usuallyGiven)).toEqual(proposeMapping(fields, usuallyGiven));
      }),
    );
  });

  test('no code stands on two lines, and each field has one', () => {
    fc.assert(
      fc.property(anyFields, (fields) => {
        const lines = proposeMapping(fields, usuallyGiven);
        const taken = lines.flatMap(({ from, code }) => (from === 'custom' ? [code] : []));
        expect(new Set(taken).size).toBe(taken.length);
        expect(lines.map(({ key }) => key)).toEqual(employeeFields.map(({ key }) => key));
      }),
    );
  });
});
