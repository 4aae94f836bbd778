import { describe, expect, test } from '@jest/globals';
import { plainMonth, plainDate } from '../../shared/domain/calendar/plainDate.ts';
import { plannedByDate } from '../../shared/domain/calendar/plannedMonth.ts';
import { refresh } from '../../shared/flows/refresh.ts';
import { readVoucherFacts } from '../../shared/flows/readVoucherFacts.ts';
import { luccaRightNames } from '../../shared/messages/fr/lucca.ts';
import type { Run, Topic } from '../../shared/contracts/schemas.ts';
import { demoAccount, OCTOBER, problemOf, raw, value, withService, type TestService } from './testService.ts';

const SEPTEMBER = plainMonth('2026-09');
const whole = { offset: 0, limit: 5000 };
const clock = { now: () => '' as never, wait: () => new Promise<void>((resolve) => setTimeout(resolve, 10)) };

async function connected(service: TestService): Promise<string> {
  return value(await service.api.connect(demoAccount(service))).id;
}

async function pulled(service: TestService, id: string, topics: Topic[]): Promise<Run> {
  const request = { months: [SEPTEMBER], startedBy: 'Awa', topics };
  return value(await refresh({ service: service.api, clock }, id, request));
}

describe('what titres-restaurant are computed from, through the service', () => {
  test('a run that asks for planned days and meals brings them, of one snapshot', async () => {
    await withService(async (service) => {
      const id = await connected(service);
      const { state } = await pulled(service, id, ['planning', 'meals']);
      expect(state).toBe('done');
      const facts = value(await readVoucherFacts(service.api, id, [SEPTEMBER]));
      const { notables, people } = service.demo.company;
      expect([facts.snapshot, facts.employees.length, facts.contracts.length]).toEqual([
        1,
        people.size,
        people.size + 1,
      ]);
      const mine = plannedByDate(
        facts.planning.filter(({ employeeId }) => employeeId === String(notables.homonymLyon)),
      );
      expect([mine.size, mine.get(plainDate('2026-09-13'))]).toEqual([
        30,
        { date: '2026-09-13', am: null, pm: null, holiday: 'none' },
      ]);
      expect(mine.get(plainDate('2026-09-15'))).toMatchObject({ am: expect.anything(), pm: expect.anything() });
      const { firstName = '', lastName = '' } = people.get(notables.coupleFirst!) ?? {};
      expect(facts.meals).toContainEqual(
        expect.objectContaining({ employeeId: String(notables.homonymLyon), host: `${firstName} ${lastName}` }),
      );
      expect(facts.halfDays.every(({ date }) => date.startsWith('2026-09'))).toBe(true);
      expect(facts.accounts.map(({ name }) => name)).toContain('RTT en heures');
      expect(facts.natures.filter(({ isRestaurant }) => isRestaurant)).toHaveLength(4);
      const [connection] = value(await service.api.connections());
      expect(connection?.mirror).toMatchObject({
        months: [SEPTEMBER],
        planningMonths: [SEPTEMBER],
        mealMonths: [SEPTEMBER],
        missingRights: [],
      });
    });
  });

  test('a run that does not ask leaves them as they were, and brings contracts and the accounts of its absences', async () => {
    await withService(async (service) => {
      const id = await connected(service);
      await pulled(service, id, []);
      const bare = value(await readVoucherFacts(service.api, id, [SEPTEMBER]));
      expect([bare.planning, bare.meals, bare.natures]).toEqual([[], [], []]);
      const used = new Set(bare.halfDays.map(({ accountId }) => accountId));
      expect(new Set(bare.accounts.map((account) => account.id))).toEqual(used);
      await pulled(service, id, ['planning', 'meals']);
      const full = value(await readVoucherFacts(service.api, id, [SEPTEMBER]));
      await pulled(service, id, []);
      const after = value(await readVoucherFacts(service.api, id, [SEPTEMBER]));
      expect({ ...after, asOf: full.asOf, snapshot: full.snapshot }).toEqual(full);
      expect(after.snapshot).toBe(3);
    });
  });

  test('a key that may not read them: the run ends well and says which rights are missing', async () => {
    await withService(async (service) => {
      const id = await connected(service);
      service.demo.keys.deny(service.demo.apiKey, ['planning', 'expenses']);
      expect((await pulled(service, id, ['planning', 'meals'])).state).toBe('done');
      const [connection] = value(await service.api.connections());
      const { planning, expenses } = luccaRightNames;
      expect(connection?.mirror).toMatchObject({
        planningMonths: [],
        mealMonths: [],
        missingRights: [planning(), expenses()],
      });
    });
  });

  test('pages of planned days and meals are of one month; a month never read is empty', async () => {
    await withService(async (service) => {
      const id = await connected(service);
      await pulled(service, id, ['planning', 'meals']);
      const all = value(await service.api.planning(id, SEPTEMBER, whole));
      const part = value(await service.api.planning(id, SEPTEMBER, { offset: 3, limit: 2 }));
      expect(part).toEqual({ ...all, items: all.items.slice(3, 5) });
      expect(value(await service.api.planning(id, OCTOBER, whole)).total).toBe(0);
      expect(value(await service.api.meals(id, OCTOBER, whole)).total).toBe(0);
      expect(value(await service.api.contracts(id, { offset: 0, limit: 2 })).items).toHaveLength(2);
    });
  });
});

describe('what is refused', () => {
  test('before the first run, and of a connection that is not there', async () => {
    await withService(async (service) => {
      const id = await connected(service);
      for (const asked of [
        service.api.planning(id, SEPTEMBER, whole),
        service.api.meals(id, SEPTEMBER, whole),
        service.api.contracts(id, whole),
        service.api.leaveAccounts(id),
        service.api.expenseNatures(id),
      ])
        expect(problemOf(await asked)).toMatchObject({ status: 409, code: 'mirrorMissing' });
      expect(problemOf(await service.api.leaveAccounts('nobody')).code).toBe('connectionUnknown');
      expect(await readVoucherFacts(service.api, id, [SEPTEMBER])).toMatchObject({ error: { code: 'refused' } });
    });
  });

  test('a month or a page that is none is 400, and named', async () => {
    await withService(async (service) => {
      const id = await connected(service);
      const headers = { authorization: `Bearer ${service.token}` };
      for (const [query, named] of [
        ['planning', 'month'],
        ['meals?month=2026-13', 'month'],
        ['planning?month=2026-10&limit=5001', 'limit'],
        ['contracts?offset=-1', 'offset'],
      ] as const) {
        const reply = await raw(service.origin, `/api/connections/${id}/${query}`, { headers });
        expect([query, reply.status, reply.body.includes(named)]).toEqual([query, 400, true]);
      }
      const topics = ['payslips'] as never;
      expect(problemOf(await service.api.startRun(id, { months: [OCTOBER], startedBy: 'Awa', topics })).status).toBe(
        400,
      );
    });
  });
});

test('a run that ends while they are read: everything is read again; three times in vain is said', async () => {
  await withService(async (service) => {
    const id = await connected(service);
    await pulled(service, id, ['planning', 'meals']);
    let again = 1;
    const restless = {
      ...service.api,
      meals: async (...asked: Parameters<typeof service.api.meals>) => {
        if (again > 0) await pulled(service, id, []);
        again -= 1;
        return service.api.meals(...asked);
      },
    };
    expect(value(await readVoucherFacts(restless, id, [SEPTEMBER])).snapshot).toBe(2);
    again = 3;
    expect(await readVoucherFacts(restless, id, [SEPTEMBER])).toEqual({ ok: false, error: { code: 'restless' } });
    const stopped = { signal: { aborted: true } };
    expect(await readVoucherFacts(service.api, id, [SEPTEMBER], stopped)).toEqual({
      ok: false,
      error: { code: 'cancelled' },
    });
  });
});
