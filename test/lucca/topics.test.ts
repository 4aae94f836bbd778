import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { plainDate, plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { plannedByDate } from '../../shared/domain/calendar/plannedMonth.ts';
import { luccaRightNames } from '../../shared/messages/fr/lucca.ts';
import { startDemo, type Demo } from '../../server/demo/index.ts';
import type { Notable } from '../../server/demo/company/model.ts';
import type { Pull, PullProgress } from '../../server/lucca/connector.ts';
import { connectorTo, credentialsOf, pull, valueOf, type PullTest } from './support.ts';

const SEPTEMBER = plainMonth('2026-09');
const NOVEMBER = plainMonth('2026-11');
const topics = ['planning', 'meals'] as const;

function pullOf(demo: Demo, test: PullTest = {}) {
  return pull(connectorTo(demo.origin), credentialsOf(demo), { topics, months: ['2026-09'], ...test });
}

describe('planned days and meals of the fictional account, over real HTTP', () => {
  let demo: Demo;
  let result: Pull;
  const seen: PullProgress[] = [];

  beforeAll(async () => {
    demo = await startDemo({ rateLimit: { limit: 100_000 } });
    const onProgress = (progress: PullProgress) => seen.push(progress);
    result = valueOf(await pullOf(demo, { months: ['2026-09', '2026-11'], onProgress }));
  });
  afterAll(() => demo.close());

  const id = (part: Notable) => String(demo.company.notables[part]);
  const planned = (employeeId: string, date: string) => {
    const rows = [...result.planning!.values()].flat().filter((each) => each.employeeId === employeeId);
    return plannedByDate(rows).get(plainDate(date));
  };
  const mealsOf = (part: Notable) => result.meals!.get(SEPTEMBER)!.filter((each) => each.employeeId === id(part));

  test('everybody under contract in a month has a row, and nobody else', () => {
    const under = (from: string, to: string) =>
      [...demo.company.people.values()]
        .filter(({ contracts }) =>
          contracts.some(({ startsOn, endsOn }) => startsOn <= to && (endsOn === null || endsOn >= from)),
        )
        .map((person) => String(person.id));
    const rows = (month: typeof SEPTEMBER) => result.planning!.get(month)!.map(({ employeeId }) => employeeId);
    expect(rows(SEPTEMBER)).toEqual(under('2026-09-01', '2026-09-30'));
    expect(rows(NOVEMBER)).toEqual(under('2026-11-01', '2026-11-30'));
    expect(rows(SEPTEMBER)).not.toContain(id('arrival'));
    expect(rows(NOVEMBER)).toContain(id('arrival'));
    expect(result.missingRights).toEqual([]);
  });

  test('part-timers, mornings, a long Friday morning, Thursdays, days outside a contract', () => {
    const wednesday = '2026-09-16';
    expect(planned(id('partTime'), wednesday)).toMatchObject({ am: null, pm: null });
    expect(planned(id('halfTime'), wednesday)).toMatchObject({ am: { minutes: 210 }, pm: null });
    expect(planned(id('thursdays'), wednesday)).toMatchObject({ am: null, pm: null });
    expect(planned(id('fridayMorning'), wednesday)).toMatchObject({ am: { minutes: 240 }, pm: { minutes: 240 } });
    expect(planned(id('fridayMorning'), '2026-09-18')).toMatchObject({
      am: { minutes: 390, includesMeal: true },
      pm: null,
    });
    expect(planned(id('former'), '2026-09-18')).toBeDefined();
    expect(planned(id('former'), '2026-09-19')).toBeUndefined();
  });

  test('those counted in days have no minutes, the others have some', () => {
    const inDays = [...demo.company.people.values()].filter(({ workCycleId }) => workCycleId === 2);
    const rows = result.planning!.get(SEPTEMBER)!;
    const minutesOf = (employeeId: string) =>
      rows.filter((each) => each.employeeId === employeeId).flatMap(({ am, pm }) => [...am, ...pm]);
    for (const person of inDays) expect(minutesOf(String(person.id)).every((each) => !each)).toBe(true);
    expect(minutesOf(id('partTime'))).toContain(210);
  });

  test('11 November is kept, but for those who work at night', () => {
    expect(planned(id('partTime'), '2026-11-11')).toMatchObject({ holiday: 'off', am: null });
    expect(planned(id('homonymLyon'), '2026-11-11')).toMatchObject({ holiday: 'off' });
    expect(planned(id('night'), '2026-11-11')).toMatchObject({ holiday: 'worked', am: { minutes: 210 } });
    expect(planned(id('night'), '2026-11-12')).toMatchObject({ holiday: 'none' });
  });

  test('lunch, dinner and invitation, on both sides', () => {
    const truth = [...demo.company.items.values()];
    const hostOf = (part: Notable) => demo.company.people.get(demo.company.notables[part]!)!;
    const { firstName, lastName } = hostOf('coupleFirst');
    expect(mealsOf('homonymLyon')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ date: '2026-09-08', natureId: '12', stage: 'exported', host: null }),
        expect.objectContaining({ date: '2026-09-09', natureId: '13', host: null }),
        expect.objectContaining({ date: '2026-09-10', natureId: '14', host: `${firstName} ${lastName}` }),
      ]),
    );
    expect(mealsOf('coupleSecond')).toContainEqual(
      expect.objectContaining({ date: '2026-09-10', stage: 'exported', host: `${firstName} ${lastName}` }),
    );
    expect(mealsOf('corsicanSouth').filter(({ date }) => date === '2026-09-09')).toHaveLength(1);
    const own = result.meals!.get(SEPTEMBER)!.filter(({ host }) => host === null);
    const restaurants = truth.filter(
      ({ natureId, purchasedOn, claimId }) =>
        [12, 13, 14, 17].includes(natureId) &&
        purchasedOn.startsWith('2026-09') &&
        demo.company.claims.get(claimId)!.statusId < 8,
    );
    expect(own.map((meal) => Number(meal.id)).sort()).toEqual(restaurants.map((each) => each.id).sort());
    expect(own.length).toBeGreaterThan(20);
  });

  test('each report says how far it has gone; one refused gives no meal', () => {
    const stage = (part: Notable) => mealsOf(part).find(({ date }) => date === '2026-09-15')?.stage;
    expect([stage('apostrophe'), stage('student'), stage('plusName'), stage('noIban'), stage('spacedNir')]).toEqual([
      'approved',
      'declared',
      'declared',
      'exported',
      undefined,
    ]);
  });

  test('natures, and accounts with the establishments that use them', () => {
    expect(result.expenseNatures!.map(({ name, isRestaurant }) => [name, isRestaurant])).toEqual([
      ['Déjeuner', true],
      ['Dîner', true],
      ['Invitation', true],
      ['Taxi', false],
      ['Hôtel', false],
      ['Cantine interentreprises', true],
    ]);
    expect(result.leaveAccounts).toHaveLength(demo.company.accounts.length);
    const telework = result.leaveAccounts.find(({ name }) => name === 'Télétravail');
    expect(telework?.establishments).toContain('Atelier Lumière Lyon');
  });

  test('every contract, the ended ones included, with its establishment', () => {
    const rehired = result.contracts.filter(({ employeeId }) => employeeId === id('rehired'));
    expect(rehired.map(({ from, to, establishment }) => [from, to, establishment])).toEqual([
      ['2023-06-01', '2025-08-28', 'Atelier Lumière Lyon'],
      ['2026-07-01', null, 'Atelier Lumière Lyon'],
    ]);
    const contracts = [...demo.company.people.values()].flatMap((person) => person.contracts);
    expect(result.contracts).toHaveLength(contracts.length);
  });

  test('progress counts people, then lines', () => {
    const last = (step: PullProgress['step']) => seen.filter((each) => each.step === step).at(-1);
    const rows = [...result.planning!.values()].flat().length;
    expect(last('planning')).toMatchObject({ done: rows, total: rows });
    expect(last('meals')?.done).toBeGreaterThan(20);
  });
});

test('Alsace-Moselle and La Réunion keep their own holidays', async () => {
  const demo = await startDemo({ referenceMonth: '2027-12', rateLimit: { limit: 100_000 } });
  try {
    const result = valueOf(await pullOf(demo, { topics: ['planning'], months: ['2027-12'] }));
    const kept = (establishmentId: number) => {
      const person = [...demo.company.people.values()].find(
        (each) => each.establishmentId === establishmentId && each.workCycleId === 1 && each.contracts.length === 1,
      );
      const row = result.planning!.get(plainMonth('2027-12'))!.filter((each) => each.employeeId === String(person?.id));
      return [...plannedByDate(row).values()].filter(({ holiday }) => holiday === 'off').map(({ date }) => date);
    };
    expect(kept(11)).toEqual(['2027-12-25']);
    expect(kept(12)).toEqual(['2027-12-25', '2027-12-26']);
    expect(kept(13)).toEqual(['2027-12-20', '2027-12-25']);
  } finally {
    await demo.close();
  }
});

describe('what a key may not read is told, and the rest is read', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await startDemo({ rateLimit: { limit: 100_000 } });
  });
  afterAll(() => demo.close());
  beforeEach(() => {
    demo.faults.clear();
    demo.keys.deny(demo.apiKey, []);
    demo.requests.clear();
  });
  const { planning, expenses } = luccaRightNames;

  test('nothing is given: few calls say so', async () => {
    demo.keys.deny(demo.apiKey, ['planning', 'expenses']);
    const result = valueOf(await pullOf(demo));
    expect([result.planning, result.meals, result.expenseNatures]).toEqual([undefined, undefined, undefined]);
    expect(result.missingRights).toEqual([planning(), expenses()]);
    expect(result.absences.get(SEPTEMBER)!.length).toBeGreaterThan(50);
    expect([demo.requests.count('/api/v3/userdates'), demo.requests.count('/api/v3/expense')]).toEqual([3, 0]);
  });

  test.each([
    [403, '/userdates', planning()],
    [404, '/userdates', planning()],
    [403, '/expenseNatures', expenses()],
    [404, '/expenseClaimItems', expenses()],
    [403, '/expenseClaims', expenses()],
  ])('a %i on %s', async (status, path, right) => {
    demo.faults.add({ kind: 'status', status, path, times: 1_000 });
    const result = valueOf(await pullOf(demo));
    expect(result.missingRights).toEqual([right]);
    expect([result.planning === undefined, result.meals === undefined]).toEqual([
      right === planning(),
      right === expenses(),
    ]);
  });

  test('without the list of accounts, those of the absences', async () => {
    demo.faults.add({ kind: 'status', status: 404, path: '/leaveAccounts', times: 1_000 });
    const { leaveAccounts, absences } = valueOf(await pullOf(demo));
    const used = new Set(absences.get(SEPTEMBER)!.map((each) => each.accountId));
    expect(new Set(leaveAccounts.map((each) => each.id))).toEqual(used);
    expect(leaveAccounts.map(({ name }) => name)).toContain('Télétravail');
  });

  test('a call of ten people that is too long is made by halves', async () => {
    const truth = valueOf(await pullOf(demo, { topics: ['planning'] }));
    demo.faults.add({ kind: 'status', status: 408, path: '/userdates', nth: 2, times: 2 });
    const halved = valueOf(await pullOf(demo, { topics: ['planning'] }));
    expect(halved.planning).toEqual(truth.planning);
    expect(halved.requests).toBe(truth.requests + 2 + 1);
    demo.faults.add({ kind: 'status', status: 408, path: '/userdates', times: 1_000 });
    expect(await pullOf(demo)).toMatchObject({ ok: false, error: { code: 'timeout', call: 'jours travaillés' } });
  });

  test.each([
    ['/userdates', 'truncated'],
    ['/userdates', 'reset'],
    ['/expenseNatures', 'html'],
    ['/expenseClaimItems', 'cut'],
    ['/expenseClaims', 'reset'],
    ['/expenseClaimItems', 'dataAsArray'],
  ] as const)('%s, %s once: the same content', async (path, kind) => {
    const content = ({ planning: days, meals }: Pull) => [days, meals];
    const truth = content(valueOf(await pullOf(demo)));
    demo.faults.add({ kind, path });
    expect(content(valueOf(await pullOf(demo)))).toEqual(truth);
  });

  test('a server that fails for good is a failure, not a missing right', async () => {
    demo.faults.add({ kind: 'status', status: 500, path: '/expenseClaimItems', times: 1_000 });
    expect(await pullOf(demo)).toMatchObject({ ok: false, error: { code: 'serverError', call: 'lignes de frais' } });
  });

  test('cancelled between two calls', async () => {
    const stop = new AbortController();
    const onProgress = ({ step, done }: PullProgress) => step === 'planning' && done > 0 && stop.abort();
    expect(await pullOf(demo, { onProgress, signal: stop.signal })).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    });
    expect(demo.requests.count('/api/v3/userdates')).toBe(1);
  });
});
