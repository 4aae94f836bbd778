import { describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { connectAndPull, demoAccount, OCTOBER, problemOf, raw, value, withService } from './testService.ts';

describe('reading the mirror', () => {
  test('pages of one snapshot put together are the whole, in one order', async () => {
    await withService(async (service) => {
      const { connectionId, run } = await connectAndPull(service);
      const whole = value(await service.api.employees(connectionId, { offset: 0, limit: 5000 }));
      expect(whole.items).toHaveLength(run.counts.employees);
      const ids: string[] = [];
      for (let offset = 0; offset < whole.total; offset += 5) {
        const page = value(await service.api.employees(connectionId, { offset, limit: 5 }));
        expect([page.snapshot, page.asOf, page.total]).toEqual([whole.snapshot, whole.asOf, whole.total]);
        expect(page.items.length).toBeLessThanOrEqual(5);
        ids.push(...page.items.map(({ id }) => id));
      }
      expect(ids).toEqual(whole.items.map(({ id }) => id));
      expect(value(await service.api.employees(connectionId, { offset: whole.total, limit: 5 })).items).toEqual([]);
    });
  });

  test('absences are of the month asked for; a month never read is empty', async () => {
    await withService(async (service) => {
      const { connectionId, run } = await connectAndPull(service);
      const october = value(await service.api.absences(connectionId, OCTOBER, { offset: 0, limit: 5000 }));
      expect(october.total).toBe(run.counts.halfDays);
      expect(october.items.every(({ date }) => date.startsWith('2026-10'))).toBe(true);
      const never = value(await service.api.absences(connectionId, plainMonth('2025-01'), { offset: 0, limit: 10 }));
      expect([never.snapshot, never.total]).toEqual([october.snapshot, 0]);
    });
  });

  test('before the first run there is no mirror, and the answer says what to do', async () => {
    await withService(async (service) => {
      const { id } = value(await service.api.connect(demoAccount(service)));
      const refused = problemOf(await service.api.employees(id, { offset: 0, limit: 10 }));
      expect(refused).toMatchObject({ status: 409, code: 'mirrorMissing' });
      expect(refused.detail).toContain('actualisation');
    });
  });

  test.each([
    ['employees?limit=0', 'limit'],
    ['employees?limit=5001', 'limit'],
    ['employees?offset=-1', 'offset'],
    ['employees?offset=1.5', 'offset'],
    ['employees?limit=ten', 'limit'],
    ['employees?page=2', 'page'],
    ['absences', 'month'],
    ['absences?month=2026-13', 'month'],
    ['changes?since=-1', 'since'],
  ])('%s is 400 and names « %s »', async (query, named) => {
    await withService(async (service) => {
      const { id } = value(await service.api.connect(demoAccount(service)));
      const headers = { authorization: `Bearer ${service.token}` };
      const reply = await raw(service.origin, `/api/connections/${id}/${query}`, { headers });
      expect([reply.status, (JSON.parse(reply.body) as { detail: string }).detail]).toEqual([
        400,
        expect.stringContaining(named),
      ]);
    });
  });

  test('answers of the API are never kept by a browser', async () => {
    await withService(async (service) => {
      const headers = { authorization: `Bearer ${service.token}` };
      const reply = await raw(service.origin, '/api/connections', { headers });
      expect(reply.headers['cache-control']).toBe('no-store');
      expect(reply.headers.etag).toBeUndefined();
    });
  });
});
