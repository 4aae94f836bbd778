import { describe, expect, test } from '@jest/globals';
import { createBucket } from '../../server/lucca/http/bucket.ts';
import { readErrorBody } from '../../server/lucca/http/errorBody.ts';
import { parseRetryAfter } from '../../server/lucca/http/retryAfter.ts';
import { readEnvelope } from '../../server/lucca/envelope.ts';
import { pathTo } from '../../server/lucca/query.ts';
import { fakeClock, START } from './support.ts';

describe('the bucket', () => {
  const signal = new AbortController().signal;
  const limits = { requestsPerWindow: 45, windowMs: 60_000 };

  test('never more than 45 requests in any 60 s, wherever Lucca counts them between departure and end', async () => {
    const clock = fakeClock();
    const bucket = createBucket(limits, clock);
    const spans: { from: number; to: number }[] = [];
    for (let sent = 0; sent < 400; sent += 1) {
      const release = await bucket.take(signal, () => undefined);
      const from = clock.now();
      await clock.wait((sent * 137) % 900, signal);
      release();
      spans.push({ from, to: clock.now() });
    }
    for (const { to } of spans) {
      // The worst case: those before are counted as late as they can be, those after as early.
      const counted = spans.filter((each) => each.to > to - 60_000 && each.from <= to);
      expect(counted.length).toBeLessThanOrEqual(45);
    }
    expect(clock.elapsed()).toBeLessThan(60_000 * 9 + 400 * 900);
  });

  test('requests in flight hold their place', async () => {
    const clock = fakeClock();
    const bucket = createBucket({ requestsPerWindow: 2, windowMs: 60_000 }, clock);
    const first = await bucket.take(signal, () => undefined);
    await bucket.take(signal, () => undefined);
    let third = false;
    const waiting = bucket.take(signal, () => undefined).then(() => (third = true));
    await clock.wait(120_000, signal);
    expect(third).toBe(false);
    first();
    await waiting;
    expect(third).toBe(true);
  });

  test('a pause holds everybody, tells the seconds left, and an abort ends it', async () => {
    const clock = fakeClock();
    const bucket = createBucket(limits, clock);
    bucket.pause(3_500);
    const told: number[] = [];
    await bucket.take(signal, (seconds) => told.push(seconds));
    expect(told).toEqual([4, 3, 2, 1, 0]);
    expect(clock.elapsed()).toBe(3_500);
    bucket.pause(10_000);
    const aborted = new AbortController();
    aborted.abort();
    await expect(bucket.take(aborted.signal, () => undefined)).rejects.toThrow();
  });
});

describe('Retry-After', () => {
  test.each([
    ['12', 12_000],
    [' 0 ', 0],
    [new Date(START + 30_000).toUTCString(), 30_000],
    [new Date(START - 30_000).toUTCString(), 0],
    ['-3', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['Wed, nonsense', undefined],
    [null, undefined],
  ])('%j → %j ms', (header, expected) => {
    expect(parseRetryAfter(header, START)).toBe(expected);
  });
});

describe('the body of a refusal', () => {
  const jsonType = 'application/json; charset=utf-8';

  test.each([
    [jsonType, '{"Status":401,"Message":"Unauthorized"}', true],
    [jsonType, '{"message":"no"}', true],
    ['application/problem+json', '{"type":"about:blank","title":"Forbidden","status":403}', true],
    [jsonType, 'Query parameter is invalid', true],
    [jsonType, '', true],
    [jsonType, '{"cut', true],
    [jsonType, '{"hello":"world"}', false],
    ['text/html', 'Not Found', false],
    ['text/plain', ' <!doctype html><p>404', false],
  ])('%s %j: from Lucca %j', (type, text, fromLucca) => {
    expect(readErrorBody(type, text)).toEqual({ fromLucca, tokenError: undefined });
  });

  test('only known words of the token endpoint are kept', () => {
    expect(readErrorBody(jsonType, '{"error":"invalid_scope"}').tokenError).toBe('invalid_scope');
    expect(readErrorBody(jsonType, '{"error":"the key 123"}').tokenError).toBeUndefined();
  });
});

describe('the envelope', () => {
  const rows = [{ id: 1 }];

  test.each([
    ['v3', { header: {}, data: { items: rows, count: 7 } }, 7],
    ['v3 in capitals', { Data: { Items: rows, Count: 7 } }, 7],
    ['v3 as an array', { data: rows }, undefined],
    ['v2', { header: { paging: { count: 7 } }, data: rows }, 7],
    ['v4 or items at the root', { items: rows, count: 7, prev: null, next: null }, 7],
    ['v5', { type: 'list', items: rows, totalCount: 7, links: { prev: null, next: null } }, 7],
  ])('%s', (_name, body, count) => {
    expect(readEnvelope(body)).toEqual({ items: rows, count, next: undefined });
  });

  test('a count alone has no items', () => {
    expect(readEnvelope({ data: { count: 4 } })).toMatchObject({ items: [], count: 4 });
  });

  test.each([[null], [[]], ['text'], [{}], [{ data: {} }], [{ data: null }], [{ items: 'none' }]])(
    '%j is none',
    (body) => {
      expect(readEnvelope(body)).toBeUndefined();
    },
  );

  test('the cursor is taken from the link, its host is not', () => {
    const links = { next: { href: 'https://evil.example/lucca-api/x?limit=100&page=!sdk87%3DSdh' } };
    expect(readEnvelope({ items: [], links })?.next).toBe('!sdk87=Sdh');
  });
});

test('a query keeps its commas and escapes the rest', () => {
  expect(pathTo('/a', { date: 'between,2026-10-01,2026-10-31', f: 'x[id,name]', n: 3, b: true })).toBe(
    '/a?date=between,2026-10-01,2026-10-31&f=x%5Bid,name%5D&n=3&b=true',
  );
});
