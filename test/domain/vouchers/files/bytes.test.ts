/** Encodings, separators, formulas, secrets: what every file goes through. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellText, delimitedText, firstRow, separators } from '../../../../shared/domain/files/delimited.ts';
import { encoded, unencodable } from '../../../../shared/domain/files/encoding.ts';
import { dateText, hundredthsText, isDatePattern } from '../../../../shared/domain/files/figures.ts';
import { oneLine, unaccented, wrapped } from '../../../../shared/domain/files/plainLetters.ts';
import { looksSecret } from '../../../../shared/domain/files/secrets.ts';
import { windows1252Byte } from '../../../../shared/domain/files/windows1252.ts';
import { plainDate } from '../../../../shared/domain/calendar/plainDate.ts';
import { cellsOf, windows1252Text } from './builders.ts';

describe('Windows-1252', () => {
  const meaningless = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

  test('every byte that means something comes back as itself', () => {
    for (let byte = 0; byte < 256; byte += 1) {
      if (meaningless.includes(byte)) continue;
      expect([byte, windows1252Byte(windows1252Text(Uint8Array.of(byte)))]).toEqual([byte, byte]);
    }
  });

  test('the five bytes without a meaning are written for no character', () => {
    const written = Array.from({ length: 0x10000 }, (_, point) => windows1252Byte(String.fromCharCode(point)));
    const bytes = new Set(written.filter((byte) => byte !== undefined));
    expect(bytes.size).toBe(251);
    expect(meaningless.filter((byte) => bytes.has(byte))).toEqual([]);
  });

  test('a character that it lacks is told, and never written as another', () => {
    expect(unencodable('Łukasz € Œuvre Ł', 'windows1252')).toEqual(['Ł']);
    expect(unencodable('Łukasz', 'utf8')).toEqual([]);
    expect(() => encoded('Łukasz', 'windows1252')).toThrow(RangeError);
  });
});

describe('UTF-8', () => {
  test('is that of the platform, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect([...encoded(text, 'utf8')]).toEqual([...new TextEncoder().encode(text)]);
      }),
    );
    expect([...encoded('a\ud800b', 'utf8')]).toEqual([...new TextEncoder().encode('a\ud800b')]);
  });

  test('is that of the platform at each change of length', () => {
    const edges = [0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff];
    const text = String.fromCodePoint(
      ...edges.flatMap((edge) => [edge, edge - 1]).filter((edge) => edge < 0xd800 || edge > 0xdfff),
    );
    expect([...encoded(text, 'utf8')]).toEqual([...new TextEncoder().encode(text)]);
  });

  test('its mark stands first when it is asked for, and only then', () => {
    expect([...encoded('é', 'utf8Bom')]).toEqual([0xef, 0xbb, 0xbf, 0xc3, 0xa9]);
    expect([...encoded('é', 'utf8')]).toEqual([0xc3, 0xa9]);
  });
});

describe('text with separators', () => {
  test('any cells, with any separator, are read back', () => {
    const rows = fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.constantFrom(...separators), fc.constantFrom('crlf', 'lf'), (cells, separator, lineEnd) => {
        const text = delimitedText(cells, separator, lineEnd);
        expect(cellsOf(text, separator)).toEqual(cells);
        expect(firstRow(text, separator)).toEqual(cells[0]);
      }),
    );
  });

  test.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '\rx', '＝1'])('the text %j is held back', (text) => {
    expect(cellText({ text })).toBe(`'${text}`);
  });

  test('a negative number stays a number', () => {
    expect(cellText({ figures: '-4,22' })).toBe('-4,22');
  });
});

test('amounts are exact to the cent, whatever their sign', () => {
  expect([0, 5, -5, 845, 100_000, -12_345_678].map((each) => hundredthsText(each, ','))).toEqual([
    '0,00',
    '0,05',
    '-0,05',
    '8,45',
    '1000,00',
    '-123456,78',
  ]);
  expect(hundredthsText(845, '.')).toBe('8.45');
});

test('a pattern names the day, the month and the year once each', () => {
  const date = plainDate('1991-02-03');
  expect(['JJ/MM/AAAA', 'AAAAMMJJ', 'JJMMAA'].map((each) => dateText(date, each))).toEqual([
    '03/02/1991',
    '19910203',
    '030291',
  ]);
  expect(['JJ/MM/AAAA', 'AA-MM-JJ'].map(isDatePattern)).toEqual([true, true]);
  expect(['', 'JJ/MM', 'JJ/JJ/AAAA', 'DD/MM/AAAA', 'JJ/MM/AAAA1', 'JMAA'].map(isDatePattern)).toEqual(
    Array.from({ length: 6 }, () => false),
  );
});

test('letters of Latin Europe are spelled with 26; others stay', () => {
  expect(unaccented('Łukasz Ærø Œuvré Straße Đorđe İpek ﬁ n° 3')).toBe('Lukasz AEro OEuvre Strasse Dorde Ipek fi no 3');
  expect(unaccented('Юлия')).toContain('Ю');
  expect(oneLine(' 12 rue\r\n\tdes\u00a0Lilas ')).toBe('12 rue des Lilas');
});

test('an address is cut at a space, and its complement begins a field', () => {
  expect(wrapped(['12 rue X', 'Bât. C'], 38, 2)).toEqual(['12 rue X', 'Bât. C']);
  expect(wrapped(['a'.repeat(20) + ' ' + 'b'.repeat(17)], 38, 2)).toEqual(['a'.repeat(20) + ' ' + 'b'.repeat(17)]);
  expect(wrapped(['a'.repeat(20) + ' ' + 'b'.repeat(18)], 38, 2)).toEqual(['a'.repeat(20), 'b'.repeat(18)]);
  expect(wrapped(['a'.repeat(39)], 38, 2)).toBeUndefined();
  expect(wrapped(['un', 'deux', 'trois'], 38, 2)).toBeUndefined();
});

describe('secrets', () => {
  const nir = '2550892073000';
  const key = (number: string) => String(97 - Number(BigInt(number) % 97n)).padStart(2, '0');
  const spaced = (text: string) => text.replace(/(.)(..)(..)(..)(...)(...)(..)?/, '$1 $2 $3 $4 $5 $6 $7').trim();

  test('a social security number is known with or without key, spaces, words around', () => {
    const whole = nir + key(nir);
    expect([nir, whole, spaced(whole), `NIR : ${spaced(whole)} (prov.)`, '185052A006084'].map(looksSecret)).toEqual(
      Array.from({ length: 5 }, () => true),
    );
  });

  test('an IBAN is known, French inside a text, foreign alone', () => {
    const iban = 'FR1420041010050500013M02606';
    expect([iban, `RIB ${iban}`, 'FR14 2004 1010 0505 0001 3M02 606', 'BE68 5390 0754 7034'].map(looksSecret)).toEqual(
      Array.from({ length: 4 }, () => true),
    );
  });

  test('codes, phones, dates, SIRET and false keys are not', () => {
    const innocent = ['00042', '+33612345678', '1991-02-03', '73282932000074', 'FR1420041010050500013M02607'];
    const wrongKey = nir + String(98 - Number(key(nir))).padStart(2, '0');
    const noMonth = '2551392073000';
    expect([...innocent, wrongKey, noMonth, '12 rue X'].map(looksSecret)).toEqual(
      Array.from({ length: 8 }, () => false),
    );
  });
});
