import { describe, expect, test } from '@jest/globals';
import { createTickets, TICKET_SECONDS } from '../../server/http/tickets.ts';
import { raw, TEMPLATE, value, withService } from './testService.ts';

describe('tickets', () => {
  test('serve once, and not after their time', () => {
    let time = 0;
    const tickets = createTickets<string>(() => time);
    const [first, second] = [tickets.issue('a'), tickets.issue('b')];
    expect([tickets.take(first), tickets.take(first)]).toEqual(['a', undefined]);
    time = TICKET_SECONDS * 1000;
    expect(tickets.take(second)).toBeUndefined();
  });

  test('are never the same, and the oldest goes when too many are open', () => {
    const tickets = createTickets<number>(() => 0);
    const issued = Array.from({ length: 101 }, (_, index) => tickets.issue(index));
    expect(new Set(issued).size).toBe(101);
    expect([tickets.take(issued[0] ?? ''), tickets.take(issued[1] ?? '')]).toEqual([undefined, 1]);
  });
});

describe('over HTTP', () => {
  test('a file is asked for with the token and downloaded without it, once', async () => {
    await withService(async ({ origin, api, logged }) => {
      const { path, expiresInSeconds } = value(await api.file('template'));
      expect([path, expiresInSeconds]).toEqual([expect.stringMatching(/^\/files\/[\w-]{43}$/), 60]);
      const reply = await fetch(`${origin}${path}`, { headers: { 'sec-fetch-site': 'cross-site' } });
      expect(new Uint8Array(await reply.arrayBuffer())).toEqual(TEMPLATE);
      expect(reply.headers.get('content-disposition')).toBe('attachment; filename=Passerelle.xlsx');
      expect(reply.headers.get('content-type')).toContain('spreadsheetml');
      expect(reply.headers.get('cache-control')).toBe('no-store');
      expect((await fetch(`${origin}${path}`)).status).toBe(404);
      expect(logged()).not.toContain(path.slice('/files/'.length));
    });
  });

  test('looking without downloading does not use the ticket up', async () => {
    await withService(async ({ origin, api }) => {
      const { path } = value(await api.file('template'));
      expect((await raw(origin, path, { method: 'HEAD' })).status).toBe(404);
      expect((await fetch(`${origin}${path}`)).status).toBe(200);
    });
  });

  test('a template that cannot be made is an internal error that says nothing of it', async () => {
    await withService(
      async ({ origin, api, logged }) => {
        const { path } = value(await api.file('template'));
        const reply = await fetch(`${origin}${path}`);
        expect(reply.status).toBe(500);
        expect((await reply.text()) + logged()).not.toContain('cell of Awa');
        expect(logged()).toContain('"kind":"TypeError"');
      },
      { template: () => Promise.reject(new TypeError('cell of Awa')) },
    );
  });
});
