import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { checkPerson, type PersonValues } from '../../../shared/domain/people/checks/checkPerson.ts';
import { countryOf, isFrench, threeLetters } from '../../../shared/domain/people/checks/country.ts';
import { normalText } from '../../../shared/domain/people/checks/formats.ts';
import { bicCountry, readIban } from '../../../shared/domain/people/checks/iban.ts';
import { nirKey, readNir, stableNir } from '../../../shared/domain/people/checks/nir.ts';
import { normalPhone, personalNumber } from '../../../shared/domain/people/checks/phone.ts';
import { employeeFields } from '../../../shared/domain/people/employeeFields.ts';

const ON = plainDate('2026-10-31');

function codes(values: PersonValues): string[] {
  return checkPerson(values, ON).map(({ field, code }) => `${field} ${code}`);
}

describe('one value at a time', () => {
  test.each<[title: string, values: PersonValues, expected: string[]]>([
    ['a person without a fault', { nir: '255081416802538', iban: 'FR7630006000011234567890189', bic: 'BNPAFRPP' }, []],
    ['nothing known', {}, []],
    ['empty values are missing, not wrong', { nir: null, iban: null, postalCode: null }, []],
    ['a NIR without its key', { nir: '2550814168025' }, []],
    ['a NIR of another key', { nir: '255081416802539' }, ['nir nirKey']],
    ['a NIR that a spreadsheet turned into a number', { nir: '2,95E+14' }, ['nir nirMangled']],
    ['the same, written in English', { nir: '2.95110E+14' }, ['nir nirMangled']],
    ['the same, as the number it became', { nir: '295110000000000' }, ['nir nirMangled']],
    ['fourteen digits', { nir: '25508141680253' }, ['nir nirLength']],
    ['a first digit that says no sex', { nir: `555081416802538` }, ['nir nirFormat']],
    ['a letter that is not Corsican', { nir: '253072C07300443' }, ['nir nirFormat']],
    ['somebody being registered', { nir: `7550814168025${nirKey('7550814168025')}` }, ['nir nirTemporary']],
    ['a month that is none', { nir: `2551514168025${nirKey('2551514168025')}` }, ['nir nirMonthOdd']],
    ['an unknown month', { nir: '289207834216314' }, []],
    ['an account of another key', { iban: 'FR7630006000011234567890188' }, ['iban ibanKey']],
    ['an account too short', { iban: 'FR76300060000112345678901' }, ['iban ibanLength']],
    ['no country', { iban: 'ZZ7630006000011234567890189' }, ['iban ibanCountry']],
    ['a RIB key that is wrong inside a right account', { iban: 'FR8420041010050500013M02607' }, ['iban ribKey']],
    ['a bank code of seven letters', { bic: 'BNPAFRP' }, ['bic bicFormat']],
    ['a phone of nine figures, its zero lost', { workPhone: '612345678' }, ['workPhone phoneZeroLost']],
    ['a NIR of thirteen whose last digits were lost', { nir: '2951000000000' }, ['nir nirMangled']],
    [
      'a postcode of a country that is not understood',
      { postalCode: 'SW1A 1AA', countryCode: 'Atlantide' },
      ['countryCode countryUnknown'],
    ],
    ['a postcode of the United Kingdom', { postalCode: 'SW1A 1AA', countryCode: 'UK' }, []],
    ['a phone of eight', { workPhone: '06 12 34 56' }, ['workPhone phoneFormat']],
    ['an address without a domain', { workEmail: 'ada@exemple' }, ['workEmail emailFormat']],
    ['two addresses in one cell', { personalEmail: 'a@b.fr; c@d.fr' }, ['personalEmail emailFormat']],
    ['a postcode whose zero was lost', { postalCode: '1000' }, ['postalCode postalCodeShort']],
    ['a postcode of no department', { postalCode: '00123' }, ['postalCode postalCodeFormat']],
    ['Monaco', { postalCode: '98000', countryCode: 'MC' }, []],
    ['Réunion', { postalCode: '97400', countryCode: 'RE' }, []],
    ['a postcode of another country', { postalCode: '1000', countryCode: 'BEL' }, []],
    ['a country nobody knows', { countryCode: 'ZZ' }, ['countryCode countryUnknown']],
    ['half a child', { dependentChildren: 2.5 }, ['dependentChildren countOdd']],
    ['minus one', { dependentChildren: -1 }, ['dependentChildren countOdd']],
    ['twenty children, then twenty-one', { dependentChildren: 20, disabledChildren: 0 }, []],
    ['twenty-one', { dependentChildren: 21 }, ['dependentChildren countOdd']],
  ])('%s', (_title, values, expected) => {
    expect(codes(values)).toEqual(expected);
  });
});

describe('values against each other', () => {
  const NIR = '285126938212342';
  const nir = `${NIR.slice(0, 13)}${nirKey(NIR.slice(0, 13))}`;

  test.each<[title: string, values: PersonValues, expected: string[]]>([
    ['all agrees', { nir, civilTitle: 'Mme', birthDate: '1985-12-22', birthCountry: 'France' }, []],
    ['the sex', { nir, civilTitle: 'Monsieur' }, ['nir nirSex']],
    ['a title nobody knows says nothing', { nir, civilTitle: 'Dr' }, []],
    ['the year', { nir, birthDate: '1986-12-22' }, ['nir nirBirthYear']],
    ['the month', { nir, birthDate: '1985-11-22' }, ['nir nirBirthMonth']],
    ['born abroad by the file alone', { nir, birthCountry: 'Portugal' }, ['nir nirBornInFrance']],
    [
      'born abroad by the NIR alone',
      { nir: `2851299382123${nirKey('2851299382123')}`, birthCountry: 'FR' },
      ['nir nirBornAbroad'],
    ],
    ['Algeria when it was French', { nir: `2581293382123${nirKey('2581293382123')}`, birthCountry: 'Algérie' }, []],
    ['a month unknown to the register', { nir: '289207834216314', birthDate: '1989-05-01' }, []],
    ['a bank of another country', { iban: 'DE91100000000123456789', bic: 'BNPAFRPP' }, ['bic bicCountry']],
    ['Monaco and France are one zone', { iban: 'MC5811222000010123456789030', bic: 'BNPAFRPP' }, []],
    ['born tomorrow', { birthDate: '2026-11-01' }, ['birthDate birthInFuture']],
    ['born today', { birthDate: '2026-10-31' }, []],
    ['a hundred years ago', { birthDate: '1926-10-31' }, []],
    ['a day more', { birthDate: '1926-10-30' }, ['birthDate bornLongAgo']],
    ['sixteen on the first day', { birthDate: '2010-10-05', contractStart: '2026-10-05' }, []],
    ['sixteen the day after', { birthDate: '2010-10-06', contractStart: '2026-10-05' }, ['birthDate veryYoung']],
    ['a contract of one day', { contractStart: '2026-10-05', contractEnd: '2026-10-05' }, []],
    [
      'an end before its start',
      { contractStart: '2026-10-05', contractEnd: '2026-10-04' },
      ['contractEnd endBeforeStart'],
    ],
    ['recognised before birth', { birthDate: '1985-12-22', boethStart: '1985-12-21' }, ['boethStart boethBeforeBirth']],
    ['as many disabled children', { dependentChildren: 2, disabledChildren: 2 }, []],
    ['one more', { dependentChildren: 2, disabledChildren: 3 }, ['disabledChildren moreDisabledChildren']],
  ])('%s', (_title, values, expected) => {
    expect(codes(values).sort()).toEqual([...expected].sort());
  });
});

describe('what identifies somebody', () => {
  test.each([
    ['2 55 08 14 168 025 38', '2550814168025'],
    ['2550814168025', '2550814168025'],
    [`7550814168025${nirKey('7550814168025')}`, undefined],
    ['255081416802539', undefined],
  ])('the NIR %s: %s', (text, expected) => {
    expect(stableNir(text)).toBe(expected);
  });

  test.each([
    ['+33 (0)6 12 34 56 78', '+33612345678'],
    ['+33 692 12 34 56', '+262692123456'],
    ['07 09 01 23 45', '+590709012345'],
    ['07 09 11 23 45', '+596709112345'],
    ['07 09 32 23 45', '+594709322345'],
    ['07 09 36 23 45', '+262709362345'],
    ['07 09 34 23 45', '+33709342345'],
    ['07 08 41 23 45', '+508708412345'],
    ['+32 470 12 34 56', '+32470123456'],
    ['3949', undefined],
    ['+33 6', undefined],
    ['+33612345678;ext=5', undefined],
    ['voir RH', undefined],
  ])('the phone %s: %s', (text, expected) => {
    expect(normalPhone(text)).toBe(expected);
  });

  test('a special number is nobody’s', () => {
    expect(['+33612345678', '+33812345678'].map(personalNumber)).toEqual(['+33612345678', undefined]);
  });
});

describe('properties', () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
  const numbers = fc
    .tuple(fc.constantFrom('1', '2'), digits(4), fc.oneof(digits(2), fc.constantFrom('2A', '2B')), digits(6))
    .map((parts) => parts.join(''));

  test('a NIR with its own key is right; with another it is not', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 96 }), (number, shift) => {
        const key = nirKey(number);
        const other = String(((Number(key) - 1 + shift) % 97) + 1).padStart(2, '0');
        expect(readNir(number + key)).toMatchObject({ valid: true, number, key });
        expect(readNir(number + other)).toEqual({ valid: false, fault: 'KEY' });
      }),
    );
  });

  test('what is normal stays so, whatever the format', () => {
    const texts = fc.oneof(
      fc.string(),
      numbers,
      fc.stringMatching(/^0[1-9]( \d\d){4}$/),
      fc.constantFrom('France', 'FRA', 'Mlle'),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const field of employeeFields) {
          if (!('format' in field)) continue;
          const normal = normalText(field.format, text);
          if (normal !== undefined) expect(normalText(field.format, normal)).toBe(normal);
        }
      }),
    );
  });

  test('nothing typed makes the checks fail', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(null));
    const values = fc.dictionary(fc.constantFrom(...employeeFields.map(({ key }) => key)), anything);
    fc.assert(fc.property(values, (each) => Array.isArray(checkPerson(each as PersonValues, ON))));
  });
});

test('countries by two letters, three and French name, both ways', () => {
  expect(['FR', 'fra', 'France', 'Côte d’Ivoire', "Cote d'ivoire", 'La Réunion', 'Atlantide'].map(countryOf)).toEqual([
    'FR',
    'FR',
    'FR',
    'CI',
    'CI',
    'RE',
    undefined,
  ]);
  const known = [
    'Réunion',
    'Île de la Réunion',
    'Guyane',
    'Vietnam',
    'Hong-Kong',
    'Congo',
    'RDC',
    'Kosovo',
    'XK',
    'Vatican',
    'Île Maurice',
    'Yougoslavie',
    'URSS',
    'CÔTED’IVOIRE',
    'LARÉUNION',
  ];
  expect(known.filter((name) => countryOf(name) === undefined)).toEqual([]);
  expect([threeLetters('FR'), threeLetters('CH'), threeLetters('ZZ')]).toEqual(['FRA', 'CHE', undefined]);
  expect(['FR', 'RE', 'PF', 'MC', 'BE'].map(isFrench)).toEqual([true, true, true, false, false]);
  expect(bicCountry('BNPAFRPP')).toBe('FR');
  expect(readIban('')).toEqual({ valid: false, fault: 'LENGTH' });
});
