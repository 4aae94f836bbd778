import { describe, expect, test } from '@jest/globals';
import { createSecretKey, randomBytes } from 'node:crypto';
import { seal, subkey, unseal } from '../../server/sealed/seal.ts';

const master = createSecretKey(randomBytes(32));
const key = subkey(master, 'store');
const clear = Buffer.from('clé d’API');

describe('seal', () => {
  test('opens with the same key and the same text only', () => {
    const sealed = seal(key, clear, 'here');
    expect(unseal(key, sealed, 'here')).toEqual({ ok: true, value: clear });
    expect(unseal(key, sealed, 'there')).toEqual({ ok: false, error: 'notAuthentic' });
    expect(unseal(subkey(master, 'vault'), sealed, 'here')).toEqual({ ok: false, error: 'notAuthentic' });
    expect(unseal(subkey(createSecretKey(randomBytes(32)), 'store'), sealed, 'here')).toMatchObject({ ok: false });
  });

  test('a subkey is the same each time, and another for each purpose', () => {
    const bytes = (purpose: 'store' | 'vault' | 'credentials') => subkey(master, purpose).export().toString('hex');
    expect(bytes('store')).toBe(bytes('store'));
    expect(new Set([bytes('store'), bytes('vault'), bytes('credentials'), master.export().toString('hex')]).size).toBe(
      4,
    );
  });

  test('any flipped bit is found', () => {
    const sealed = seal(key, clear, 'here');
    for (let place = 0; place < sealed.length; place += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = Buffer.from(sealed);
        changed[place] = (changed[place] ?? 0) ^ (1 << bit);
        expect(unseal(key, changed, 'here')).toEqual({
          ok: false,
          error: place === 0 ? 'unknownVersion' : 'notAuthentic',
        });
      }
    }
  });

  test('any missing end is found', () => {
    const sealed = seal(key, clear, 'here');
    for (let length = 0; length < sealed.length; length += 1) {
      expect(unseal(key, sealed.subarray(0, length), 'here')).toMatchObject({ ok: false });
    }
  });

  test('nothing at all can be sealed too', () => {
    expect(unseal(key, seal(key, Buffer.alloc(0), ''), '')).toEqual({ ok: true, value: Buffer.alloc(0) });
  });

  test('the same text is never sealed twice the same way', () => {
    const made = Array.from({ length: 200 }, () => seal(key, clear, 'here').toString('hex'));
    expect(new Set(made).size).toBe(200);
  });
});
