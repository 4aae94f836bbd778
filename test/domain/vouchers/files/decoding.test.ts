/** The encoding of a file that somebody gives, guessed from its bytes; oracle: the encoder of the platform. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodedText } from '../../../../shared/domain/vouchers/files/decoding.ts';
import { encoded } from '../../../../shared/domain/files/encoding.ts';
import { readModelFile } from '../../../../shared/domain/vouchers/files/readModel.ts';
import { told } from './builders.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('the encoding of a file', () => {
  test.each([
    ['UTF-8 with its mark', bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa9), 'é', 'utf8Bom'],
    ['UTF-8', utf8('Prénom;Œuvré;€;😀'), 'Prénom;Œuvré;€;😀', 'utf8'],
    ['Windows-1252', bytes(0x50, 0x72, 0xe9, 0x6e, 0x6f, 0x6d, 0x80), 'Prénom€', 'windows1252'],
    ['nothing tells', utf8('Matricule;Nom'), 'Matricule;Nom', null],
    ['« Texte Unicode » of Excel', bytes(0xff, 0xfe, 0xe9, 0x00, 0x09, 0x00), 'é\t', null],
    ['nothing at all', bytes(), '', null],
  ])('%s', (_, file, text, encoding) => {
    expect(decodedText(file)).toEqual({ text, encoding });
  });

  test.each([
    ['an .xlsx', bytes(0x50, 0x4b, 3, 4, 0x14, 0, 6, 0)],
    ['an .xls', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0)],
  ])('%s is no text, and what to do is said', (_, file) => {
    expect(decodedText(file)).toBeUndefined();
    expect(told(readModelFile(file, 'Essai'))).toEqual(['voucherModelNotText |  | ']);
  });

  test.each([
    ['a character in more bytes than it needs', [0xc0, 0xaf]],
    ['half a surrogate pair', [0xed, 0xa0, 0x80]],
    ['a character beyond the last one', [0xf4, 0x90, 0x80, 0x80]],
    ['a character cut short', [0x41, 0xc3]],
  ])('%s is no UTF-8', (_, wrong) => {
    expect(decodedText(bytes(...wrong))?.encoding).toBe('windows1252');
  });

  test('what the file says in UTF-8 is read back, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const file = utf8(`é${text.replaceAll('\0', '')}`);
        expect(decodedText(file)).toEqual({ text: new TextDecoder().decode(file), encoding: 'utf8' });
      }),
    );
  });

  test('every byte of Windows-1252 that means something is read as it was written', () => {
    const text = `é${[...Array(256).keys()].map((byte) => decodedText(bytes(byte, 0xe9))?.text.charAt(0) ?? '').join('')}`;
    const known = [...text].filter((each) => each !== '\ufffd' && each !== '').join('');
    expect(decodedText(encoded(known, 'windows1252'))).toEqual({ text: known, encoding: 'windows1252' });
    expect(known.length).toBe(1 + 255 - 5);
  });

  test('a large file cut in the middle of a character keeps its encoding', () => {
    for (const shift of [0, 1, 2])
      expect(decodedText(utf8(`${'x'.repeat(shift)}${'€'.repeat(100_000)}`))?.encoding).toBe('utf8');
  });

  test('is the one of the model; unknown, it stays the usual one', () => {
    expect(readModelFile(bytes(0x50, 0xe9), 'Essai').template?.layout.encoding).toBe('windows1252');
    expect(readModelFile(utf8('Matricule;Nom'), 'Essai')).toMatchObject({
      encoding: null,
      template: { layout: { encoding: 'utf8Bom', separator: ';' } },
    });
  });
});
