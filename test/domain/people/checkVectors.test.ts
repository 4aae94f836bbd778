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
