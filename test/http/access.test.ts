import { describe, expect, test } from '@jest/globals';
import { openAccess, PAGE_CODE_MS, TYPED_CODE_MS, type SavedToken } from '../../server/http/access.ts';
import { serviceOver } from '../../shared/contracts/service.ts';
import { problemOf, raw, sendTo, value, withService } from './testService.ts';

function memory() {
  let kept: readonly SavedToken[] = [];
  return {
    load: () => Promise.resolve(kept),
    save: (tokens: readonly SavedToken[]) => {
      kept = tokens;
      return Promise.resolve();
    },
  };
}

async function access(kept = memory()) {
  let time = 0;
  const codes: string[] = [];
  const opened = await openAccess({ memory: kept, now: () => time, announce: (code) => void codes.push(code) });
  return { ...opened, codes, later: (ms: number) => (time += ms) };
}

describe('pairing codes', () => {
  test('a typed code serves once, however it is typed', async () => {
    const { announceCode, pair, allows, codes } = await access();
    announceCode();
    const code = codes[0] ?? '';
    expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
    const token = await pair(` ${code.toLowerCase().replace('-', ' ')} `);
    expect(allows(token ?? '')).toBe(true);
    expect(token).toMatch(/^[\da-f]{64}$/);
    expect(await pair(code)).toBeUndefined();
  });

  test('a code too old is refused, and a new one is shown', async () => {
    const { announceCode, pair, codes, later } = await access();
    announceCode();
    later(TYPED_CODE_MS + 1);
    expect(await pair(codes[0] ?? '')).toBeUndefined();
    expect(codes).toHaveLength(2);
    expect(await pair(codes[1] ?? '')).toBeDefined();
  });

  test('a guess shows no new code while one is on the screen', async () => {
    const { announceCode, pair, codes } = await access();
    announceCode();
    expect(await pair('AAAA-AAAA')).toBeUndefined();
    expect(codes).toHaveLength(1);
    expect(await pair(codes[0] ?? '')).toBeDefined();
  });

  test('only the last code shown serves', async () => {
    const { announceCode, pair, codes } = await access();
    announceCode();
    announceCode();
    expect(await pair(codes[0] ?? '')).toBeUndefined();
    expect(await pair(codes[1] ?? '')).toBeDefined();
  });

  test('the code of a page serves once and for a few minutes', async () => {
    const { pageCode, pair, later } = await access();
    const [first, second] = [pageCode(), pageCode()];
    expect(await pair(first)).toBeDefined();
    expect(await pair(first)).toBeUndefined();
    later(PAGE_CODE_MS + 1);
    expect(await pair(second)).toBeUndefined();
  });
});

describe('tokens', () => {
  test('outlive a restart, as digests only; the token of the process does not', async () => {
    const kept = memory();
    const before = await access(kept);
    const token = (await before.pair(before.pageCode())) ?? '';
    const own = before.ownToken();
    expect(JSON.stringify(await kept.load())).not.toContain(token);
    const after = await access(kept);
    expect(after.allows(token)).toBe(true);
    expect(before.allows(own)).toBe(true);
    expect(after.allows(own)).toBe(false);
  });

  test('pages pairing without end never push out a typed one', async () => {
    const { announceCode, pageCode, pair, allows, codes } = await access();
    announceCode();
    const typed = (await pair(codes[0] ?? '')) ?? '';
    const first = (await pair(pageCode())) ?? '';
    for (let index = 0; index < 60; index += 1) await pair(pageCode());
    expect([allows(typed), allows(first)]).toEqual([true, false]);
  });
});

describe('over HTTP', () => {
  test('without a token nothing but health, pairing and the document answers', async () => {
    await withService(async ({ origin }) => {
      const stranger = serviceOver(sendTo(origin));
      expect(value(await stranger.health()).version).toBe('9.9.9');
      expect(problemOf(await stranger.connections())).toMatchObject({ status: 401, code: 'tokenMissing' });
      expect((await raw(origin, '/api/openapi.json')).status).toBe(200);
      const guess = serviceOver(sendTo(origin, 'A'.repeat(43)));
      expect(problemOf(await guess.connections()).status).toBe(401);
    });
  });

  test('the code shown at the start gives a token, once', async () => {
    await withService(async ({ origin, codes }) => {
      const stranger = serviceOver(sendTo(origin));
      const { token } = value(await stranger.pair(codes[0] ?? ''));
      expect(value(await serviceOver(sendTo(origin, token)).connections())).toEqual([]);
      expect(problemOf(await stranger.pair(codes[0] ?? ''))).toMatchObject({ status: 403, code: 'pairingRefused' });
    });
  });

  test('guesses are limited, and the answer says to wait', async () => {
    await withService(async ({ origin, codes }) => {
      const stranger = serviceOver(sendTo(origin));
      const statuses: number[] = [];
      for (let guess = 0; guess < 11; guess += 1) statuses.push(problemOf(await stranger.pair('ZZZZ-ZZZZ')).status);
      expect(statuses).toEqual([...Array.from({ length: 10 }, () => 403), 429]);
      expect(problemOf(await stranger.pair(codes[0] ?? '')).detail).toContain('Attendez');
    });
  });
});
