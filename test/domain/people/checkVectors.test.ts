/** The examples of areas `nir`, `iban` and `phone` of the reference. */
import { describe, expect, test } from '@jest/globals';
import { normalBic, readIban } from '../../../shared/domain/people/checks/iban.ts';
import { maskedNir, nirKey, readNir } from '../../../shared/domain/people/checks/nir.ts';
import { normalPhone } from '../../../shared/domain/people/checks/phone.ts';
import { vectorsOf, type Vector } from '../../cases/vectors.ts';

function validated(nir: string): Vector['expected'] {
  const read = readNir(nir);
  if (!read.valid) return { valid: false, reason: read.fault };
  return { valid: true, reason: null, ...(read.doubts.length > 0 ? { warnings: read.doubts } : {}) };
}

function nirAnswer({ input, expected }: Vector): Vector['expected'] {
  if ('nir13' in input) return { key: nirKey(String(input['nir13'])) };
  const nir = String(input['nir']);
  return 'masked' in expected ? { masked: maskedNir(nir) } : validated(nir);
}

function ibanAnswer({ input }: Vector): Vector['expected'] {
  if ('bics' in input) {
    const normalised = (input['bics'] as string[]).map((each) => normalBic(each) ?? null);
    return { valid: normalised.map((each) => each !== null), normalised };
  }
  const read = readIban(String(input['iban']));
  if (!read.valid) return { valid: false };
  return { valid: true, ...(read.doubts.length > 0 ? { warnings: read.doubts } : {}) };
}

describe('examples of the reference', () => {
  test.each(vectorsOf('nir').map((each) => [each.id, each.title, each] as const))('%s: %s', (_id, _title, vector) => {
    expect(nirAnswer(vector)).toEqual(vector.expected);
  });

  test.each(vectorsOf('iban').map((each) => [each.id, each.title, each] as const))('%s: %s', (_id, _title, vector) => {
    expect(ibanAnswer(vector)).toEqual(vector.expected);
  });

  test.each(vectorsOf('phone').map((each) => [each.id, each.title, each] as const))('%s: %s', (_id, _title, vector) => {
    expect({ e164: normalPhone(String(vector.input['raw'])) }).toEqual(vector.expected);
  });

  test('none is left out', () => {
    expect(['nir', 'iban', 'phone'].map((area) => vectorsOf(area).length)).toEqual([15, 5, 7]);
  });
});

describe('one number overseas, one key, however it is written', () => {
  test.each([
    ['+508411234', ['0508 41 12 34', '508411234', '+508 41 12 34', '+33 508 41 12 34', '+508 0508 41 12 34']],
    ['+590590123456', ['0590 12 34 56', '590123456', '+590 590 12 34 56', '+33 590 12 34 56', '+590 (0)590 12 34 56']],
    ['+594594123456', ['0594 12 34 56', '+594 594 12 34 56', '0033 594 12 34 56']],
    ['+596596123456', ['0596 12 34 56', '+596 596 12 34 56', '0033 596 12 34 56']],
    ['+262262123456', ['0262 12 34 56', '+262 262 12 34 56', '+33 262 12 34 56']],
    ['+262269123456', ['0269 12 34 56', '+262 269 12 34 56', '+33 269 12 34 56']],
    ['+508708412345', ['0708 41 23 45', '+508 708 41 23 45']],
  ])('%s', (key, written) => expect(written.map(normalPhone)).toEqual(written.map(() => key)));
});
