import { describe, expect, test } from '@jest/globals';
import { plainDate, plainMonth, type PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { timesByDate } from '../../shared/domain/calendar/plannedTimes.ts';
import { entriesOf } from '../../shared/domain/worktime/entryMonth.ts';
import { readWorktimeFacts } from '../../shared/flows/readWorktimeFacts.ts';
import { refresh } from '../../shared/flows/refresh.ts';
import { luccaRightNames } from '../../shared/messages/fr/lucca.ts';
import type { Run, Topic } from '../../shared/contracts/schemas.ts';
import type { ServiceResult, Slice } from '../../shared/contracts/service.ts';
import { demoAccount, OCTOBER, problemOf, raw, value, withService, type TestService } from './testService.ts';

const SEPTEMBER = plainMonth('2026-09');
interface ItemsOf<T> {
  readonly total: number;
  readonly items: readonly T[];
}

const whole = { offset: 0, limit: 5000 };
const clock = { now: () => '' as never, wait: () => new Promise<void>((resolve) => setTimeout(resolve, 10)) };

async function connected(service: TestService): Promise<string> {
  return value(await service.api.connect(demoAccount(service))).id;
}

async function pulled(service: TestService, id: string, topics: Topic[], months = [OCTOBER]): Promise<Run> {
  return value(await refresh({ service: service.api, clock }, id, { months, startedBy: 'Awa', topics }));
}

describe('what working time is computed from, through the service', () => {
  test('a run that asks for planned days and declared time brings them, of one snapshot', async () => {
    await withService(async (service) => {
      const id = await connected(service);
      expect((await pulled(service, id, ['planning', 'time'], [SEPTEMBER, OCTOBER])).state).toBe('done');
      const facts = value(await readWorktimeFacts(service.api, id, [SEPTEMBER, OCTOBER]));
      const { notables, people } = service.demo.company;
      const of = (part: keyof typeof notables) => String(notables[part]);
      expect([facts.snapshot, facts.employees.length]).toEqual([1, people.size]);

      const entries = entriesOf(facts.entries.filter(({ employeeId }) => employeeId === of('homonymLyon')));
      expect(entries).toContainEqual(
        expect.objectContaining({
          kind: 'timed',
          start: '2026-10-07T13:30',
          end: '2026-10-07T18:24',
          statedMinutes: 294,
        }),
      );
      expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
      const sheets = facts.sheets.filter(({ employeeId }) => employeeId === of('homonymLyon'));
      expect(sheets.filter(({ from }) => from === '2026-09-28')).toMatchObject([
        { to: '2026-10-04', status: 'approved' },
      ]);

      const contract = facts.contracts.find(({ employeeId }) => employeeId === of('homonymLyon'));
      const working = facts.workingTimes.find((each) => each.id === contract?.workingTimeId);
      expect(working).toMatchObject({ isPartTime: false, weeklyMinutes: 2_100 });
      expect(facts.accounts.map(({ name }) => name)).toContain('RTT en heures');
      const [connection] = value(await service.api.connections());
      expect(connection?.mirror).toMatchObject({
        planningMonths: [SEPTEMBER, OCTOBER],
        timeMonths: [SEPTEMBER, OCTOBER],
        mealMonths: [],
        missingRights: [],
      });
    });
  });

  test('the cycle of a public holiday beside what is planned on it, and rests', async () => {
    await withService(async (service) => {
      const id = await connected(service);
      const november = plainMonth('2026-11');
      await pulled(service, id, ['planning'], [november]);
      const { planning } = value(await readWorktimeFacts(service.api, id, [november]));
      const own = planning.filter(({ employeeId }) => employeeId === String(service.demo.company.notables.homonymLyon));
      const times = timesByDate(own);
      expect(times.get(plainDate('2026-11-11'))).toEqual({
        contractual: { am: 210, pm: 210 },
        theoretical: { am: 0, pm: 0 },
        isWeeklyRest: false,
        isHoliday: true,
      });
      expect(times.get(plainDate('2026-11-08'))).toMatchObject({ isWeeklyRest: true, isHoliday: false });
    });
  });

  test('a run that does not ask leaves them as they were; a right that is missing stays told', async () => {
    await withService(async (service) => {
      const id = await connected(service);
      await pulled(service, id, ['time']);
      const full = value(await readWorktimeFacts(service.api, id, [OCTOBER]));
      service.demo.keys.deny(service.demo.apiKey, ['time']);
      expect((await pulled(service, id, ['time'])).state).toBe('done');
      await pulled(service, id, ['meals']);
      const after = value(await readWorktimeFacts(service.api, id, [OCTOBER]));
      expect([after.entries, after.sheets, after.workingTimes]).toEqual([full.entries, full.sheets, full.workingTimes]);
      const [connection] = value(await service.api.connections());
      expect(connection?.mirror).toMatchObject({ timeMonths: [OCTOBER], missingRights: [luccaRightNames.time()] });
    });
  });

  test('pages are of one month; a month never read is empty', async () => {
    await withService(async (service) => {
      const id = await connected(service);
      await pulled(service, id, ['time']);
      const { api } = service;
      const ofOne = async <T>(read: (month: PlainMonth, slice: Slice) => ServiceResult<ItemsOf<T>>) => {
        const all = value(await read(OCTOBER, whole));
        expect(all.items.length).toBeGreaterThan(5);
        const part = value(await read(OCTOBER, { offset: 3, limit: 2 }));
        expect(part).toEqual({ ...all, items: all.items.slice(3, 5) });
        expect(value(await read(SEPTEMBER, whole)).total).toBe(0);
      };
      await ofOne((month, slice) => api.timeEntries(id, month, slice));
      await ofOne((month, slice) => api.timesheets(id, month, slice));
    });
  });
});

describe('what is refused', () => {
  test('before the first run; a month or a page that is none is 400, and named', async () => {
    await withService(async (service) => {
      const id = await connected(service);
      const { api } = service;
      for (const asked of [
        api.timeEntries(id, OCTOBER, whole),
        api.timesheets(id, OCTOBER, whole),
        api.workingTimes(id),
      ])
        expect(problemOf(await asked)).toMatchObject({ status: 409, code: 'mirrorMissing' });
      const headers = { authorization: `Bearer ${service.token}` };
      for (const [query, named] of [
        ['time-entries', 'month'],
        ['timesheets?month=2026-13', 'month'],
        ['time-entries?month=2026-10&limit=5001', 'limit'],
      ] as const) {
        const reply = await raw(service.origin, `/api/connections/${id}/${query}`, { headers });
        expect([query, reply.status, reply.body.includes(named)]).toEqual([query, 400, true]);
      }
    });
  });
});
