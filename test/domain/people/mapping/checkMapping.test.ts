import { describe, expect, test } from '@jest/globals';
import { employeeFields, type EmployeeFieldKey } from '../../../../shared/domain/people/employeeFields.ts';
import {
  checkMapping,
  vanishedFields,
  type MappingWorld,
} from '../../../../shared/domain/people/mapping/checkMapping.ts';
import {
  changedFields,
  mappingHash,
  mappingText,
  type MappingLine,
} from '../../../../shared/domain/people/mapping/fieldMapping.ts';
import { findingText } from '../../../../shared/messages/fr/findings.ts';
import { customField, usuallyGiven } from './fields.ts';

const custom = [
  customField('e_Ville', 'Ville'),
  customField('e_rqth', 'RQTH', { kind: 'boolean' }),
  customField('e_debut', 'Début RQTH', { kind: 'date' }),
  customField('e_enfants', 'Enfants', { multiple: true }),
  customField('e_domicile', 'Domicile', { kind: 'composite' }),
  customField('e_domicile.e_cp', 'Domicile › e_cp'),
  customField('e_liste', 'Handicap', { kind: 'list', entries: ['Oui', 'En cours'] }),
  customField('e_regle', 'Règlement', { kind: 'list', entries: ['Virement'], strangers: 2 }),
  customField('e_vide', 'Vide', { filled: 0 }),
  customField('e_texte', 'Texte', { misfits: { nir: 3, email: 1 }, besides: { workEmail: 2 } }),
  customField('e_tel', 'Tél.', { filled: 4, strangers: 0, misfits: { phone: 2 } }),
];
const world: MappingWorld = { custom, isRead: true, given: usuallyGiven, accepted: null };

const line = (key: EmployeeFieldKey, from: MappingLine['from'], code = ''): MappingLine => ({
  key,
  from,
  code,
  name: '',
});
const said = (lines: readonly MappingLine[], more: Partial<MappingWorld> = {}) =>
  checkMapping(lines, { ...world, ...more }).map(({ key, column, code, severity }) => [key, column, code, severity]);

describe('the check of a field mapping', () => {
  test.each<[string, MappingLine, (string | undefined)[]]>([
    ['a code that Lucca does not have', line('city', 'custom', 'e_Vile'), ['code', 'mappingCodeUnknown', 'error']],
    ['no code', line('city', 'custom'), ['code', 'mappingCodeMissing', 'error']],
    ['yes or no where a date is needed', line('birthDate', 'custom', 'e_rqth'), ['code', 'mappingKind', 'error']],
    ['a date where yes or no is needed', line('disabled', 'custom', 'e_debut'), ['code', 'mappingKind', 'error']],
    ['several values', line('dependentChildren', 'custom', 'e_enfants'), ['code', 'mappingMultiple', 'error']],
    ['a field of fields', line('address', 'custom', 'e_domicile'), ['code', 'mappingComposite', 'error']],
    [
      'an entry that is neither yes nor no',
      line('disabled', 'custom', 'e_liste'),
      ['code', 'mappingEntries', 'warning'],
    ],
    ['an entry without a name', line('paymentMethod', 'custom', 'e_regle'), ['code', 'mappingStrangers', 'warning']],
    ['a field that nobody fills', line('city', 'custom', 'e_vide'), ['code', 'mappingEmpty', 'warning']],
    ['values that are not written so', line('nir', 'custom', 'e_texte'), ['code', 'mappingFormat', 'warning']],
    [
      'people left out, whom another source knows',
      line('workEmail', 'custom', 'e_texte'),
      ['code', 'mappingBeside', 'warning'],
    ],
    ['a needed field bound to nothing', line('nir', 'none'), ['from', 'mappingRequired', 'warning']],
    ['an origin that cannot be', line('nir', 'contract'), ['from', 'mappingSource', 'error']],
    ['who the person is, read nowhere', line('luccaId', 'none'), ['from', 'mappingIdentity', 'error']],
    ['an origin that gives it to nobody', line('nir', 'record'), ['from', 'mappingNotGiven', 'warning']],
    ['a code that is not read', line('birthDate', 'native', 'e_Ville'), ['code', 'mappingCodeUnused', 'warning']],
  ])('tells %s', (_, wrong, [column, code, severity]) => {
    expect(said([wrong])).toEqual([[wrong.key, column, code, severity]]);
  });

  test('says nothing of what can be read, codes in any case, a sub-field under its parent', () => {
    expect(said([line('city', 'custom', 'E_VILLE'), line('postalCode', 'custom', 'e_domicile.E_CP')])).toEqual([]);
    expect(said([line('birthDate', 'native'), line('contractEnd', 'contract'), line('bic', 'none')])).toEqual([]);
  });

  test('says nothing where half of the values are written so, or of a field of no format', () => {
    expect(said([line('personalPhone', 'custom', 'e_tel'), line('birthCity', 'custom', 'e_texte')])).toEqual([]);
  });

  test('counts whom the field leaves out, and who holds something else', () => {
    const told = checkMapping([line('nir', 'custom', 'e_texte')], world);
    const beside = checkMapping([line('workEmail', 'custom', 'e_texte')], world);
    expect([...told, ...beside].map(findingText)).toEqual([
      "«\u00a0Numéro de sécurité sociale\u00a0»\u00a0: il faut un numéro de sécurité sociale, et le champ e_texte de Lucca contient autre chose pour 3 personnes. Vérifiez que c'est le bon champ.",
      "«\u00a0E-mail professionnel\u00a0»\u00a0: 2 personnes n’ont rien dans le champ e_texte de Lucca, alors que Lucca donne cette information ailleurs. Leur cellule gardera ce qu'elle avait.",
    ]);
  });

  test('tells one code for two fields at the second one', () => {
    const problems = checkMapping([line('birthCity', 'custom', 'e_ville'), line('city', 'custom', 'e_Ville')], world);
    expect(problems).toEqual([
      {
        ...{ key: 'city', column: 'code', code: 'mappingCodeTwice', severity: 'error' },
        facts: { heading: 'Ville', code: 'e_Ville', other: 'Ville de naissance' },
      },
    ]);
    expect(problems.map((each) => findingText(each))).toEqual([
      '«\u00a0Ville\u00a0»\u00a0: le code e_Ville sert déjà pour «\u00a0Ville de naissance\u00a0». Un champ de Lucca va dans un seul champ de paie.',
    ]);
  });

  test('a code that was accepted and is not there any more has vanished', () => {
    const accepted = [line('city', 'custom', 'e_commune')];
    expect(said(accepted, { accepted })).toEqual([['city', 'code', 'mappingCodeGone', 'error']]);
    expect(vanishedFields(accepted, world)).toEqual(['city']);
  });

  test('a list that the key may not see proves nothing', () => {
    const unlisted = { custom: [], isRead: false };
    expect(said([line('city', 'custom', 'e_commune')], unlisted)).toEqual([
      ['city', 'code', 'mappingUnverified', 'warning'],
    ]);
    expect(vanishedFields([line('city', 'custom', 'e_commune')], unlisted)).toEqual([]);
  });

  test('every problem has a sentence, and none of them holds a value', () => {
    const lines = employeeFields.map(({ key }) => line(key, 'custom', 'e_x'));
    for (const problem of checkMapping(lines, world))
      expect(findingText(problem)).toMatch(/^«\u00a0.+\u00a0»\u00a0: .+\.$/);
  });
});

describe('the hash of a mapping', () => {
  const before = [line('city', 'custom', 'e_Ville'), line('nir', 'record')];

  test('does not change with the order of lines, names, or capitals of codes', () => {
    const same = [line('nir', 'record'), { ...line('city', 'custom', 'E_ville'), name: 'Ville' }];
    expect(mappingHash(same)).toBe(mappingHash(before));
    expect(mappingText(before)).toBe('nir=record city=custom:e_ville');
  });

  test('changes with a source or a code, and the fields can be named', () => {
    const after = [line('city', 'custom', 'e_commune'), line('nir', 'record')];
    expect(mappingHash(after)).not.toBe(mappingHash(before));
    expect(changedFields(mappingText(before), mappingText(after))).toEqual(['city']);
    expect(changedFields('', mappingText(after))).toEqual(['nir', 'city']);
    expect(changedFields(mappingText(after), mappingText(after))).toEqual([]);
  });
});
