import { describe, expect, test } from '@jest/globals';
import { createCompany } from '../../server/demo/company/createCompany.ts';
import { scheduledDay } from '../../server/demo/company/schedule.ts';
import { itemsOf, posting, sharedDemo, withDemo, type Row } from './asking.ts';

const { demo, ask } = sharedDemo();
const DATES = 'date=between,2026-10-01,2026-10-31';
const ALL = 'ownerId,date,source,isHoliday,isWeeklyRest,dtt,drt,draj,am,pm';

const dayOf = async (personId: number | undefined, day: string): Promise<Row> => {
  const filter = `ownerId=${String(personId)}&date=between,${day},${day}`;
  const [row] = itemsOf(await ask(`/api/v3/userdates?${filter}&fields=${ALL}`));
  return row ?? {};
};

describe('userdates', () => {
  test('a row per person and day of a contract, with the fields asked', async () => {
    const { leaver, partTime } = demo().company.notables;
    const path = `/api/v3/userdates?ownerId=${String(leaver)},${String(partTime)}&${DATES}`;
    const reply = await ask(`${path}&fields=ownerId,date,am[dtt],collection.count&orderBy=ownerId,asc,date,asc`);
    expect(reply.json.data?.count).toBe(15 + 31);
    expect(itemsOf(reply)[0]).toEqual({ ownerId: leaver, date: '2026-10-01T00:00:00', am: { dtt: '03:30:00' } });
  });

  test('hours, days, rests, leaves', async () => {
    const { partTime, fridayMorning, leaver } = demo().company.notables;
    const inDays = [...demo().company.people.values()].find(({ workCycleId }) => workCycleId === 2)?.id;
    expect(await dayOf(partTime, '2026-10-07')).toMatchObject({ dtt: '00:00:00', isWeeklyRest: true, source: 1 });
    expect(await dayOf(fridayMorning, '2026-10-09')).toMatchObject({
      dtt: '06:30:00',
      am: { dtt: '06:30:00', isWeeklyRest: false, items: [{ type: 'ptt', duration: '06:30:00' }] },
      pm: { dtt: '00:00:00', isWeeklyRest: true, items: [] },
    });
    expect(await dayOf(inDays, '2026-10-05')).toMatchObject({ dtt: '1.00:00:00', am: { dtt: '12:00:00' } });
    expect(await dayOf(leaver, '2026-10-05')).toMatchObject({ source: 5, dtt: '07:00:00', drt: '00:00:00' });
  });

  test('a holiday kept and the same one worked', async () => {
    const { night, homonymStrasbourg } = demo().company.notables;
    expect(await dayOf(homonymStrasbourg, '2026-12-25')).toMatchObject({ isHoliday: true, dtt: '00:00:00' });
    expect(await dayOf(night, '2026-11-11')).toMatchObject({ source: 3, isHoliday: true, dtt: '07:00:00' });
    expect(await dayOf(night, '2026-12-25')).toMatchObject({ source: 2, isHoliday: true, dtt: '00:00:00' });
  });

  test.each([
    ['ownerId=101', 400],
    [DATES, 400],
    [`ownerId=101&date=since,2026-10-01`, 400],
    [`ownerId=101&date=between,2026-10-01,2026-10-32`, 400],
    [`ownerId=101&date=between,2026-10-01,2026-11-01`, 408],
    [`ownerId=${Array.from({ length: 11 }, (_, at) => 101 + at).join(',')}&${DATES}`, 408],
    [`ownerId=101&${DATES}`, 200],
  ])('%s: %i', async (query, status) => {
    expect((await ask(`/api/v3/userdates?${query}`)).status).toBe(status);
  });
});

describe('expenses', () => {
  test('natures in the v2 envelope, by fields and paging alone', async () => {
    const { json } = await ask('/api/expenseNatures?fields=id,name,type,isEnabled&paging=0,2');
    expect(json).toEqual({
      header: { paging: { count: 6 } },
      data: [
        expect.objectContaining({ id: 12, name: 'Déjeuner', type: expect.objectContaining({ tag: 'Restaurant' }) }),
        expect.objectContaining({ id: 13, isEnabled: true }),
      ],
    });
    expect((await ask('/api/expenseNatures?orderBy=id,asc')).status).toBe(400);
    expect((await ask('/api/expenseNatures?fields=id,code')).status).toBe(400);
    expect((await ask('/api/expenseNatures', { headers: {} })).status).toBe(401);
  });

  test('lines by day and nature, guests from inside and outside, reports by their numbers', async () => {
    const { coupleFirst, homonymLyon, coupleSecond } = demo().company.notables;
    const filter = 'purchasedOn=between,2026-09-01,2026-09-30&expenseNatureId=14';
    const fields = 'fields=id,expenseClaimId,ownerId,attendees,purchasedOn&orderBy=id,asc';
    const [line] = itemsOf(await ask(`/api/v3/expenseClaimItems?${filter}&ownerId=${String(coupleFirst)}&${fields}`));
    const { internal, external } = line?.attendees as { internal: Row[]; external: Row[] };
    expect(internal.map(({ id }) => id)).toEqual([homonymLyon, coupleSecond]);
    expect(external).toHaveLength(2);
    const claim = String(line?.expenseClaimId);
    const claims = await ask(`/api/v3/expenseClaims?id=${claim}&fields=id,statusId,status,collection.count`);
    expect(claims.json.data).toEqual({
      items: [{ id: Number(claim), statusId: 6, status: expect.objectContaining({ name: 'PaymentInitiated' }) }],
      count: 1,
    });
  });

  test('what the key may not see is absent', () =>
    withDemo({ denied: ['planning', 'expenses'] }, async (_demo, asking) => {
      expect(itemsOf(await asking(`/api/v3/userdates?ownerId=101&${DATES}`))).toEqual([]);
      expect(itemsOf(await asking('/api/v3/expenseClaims'))).toEqual([]);
      expect(itemsOf(await asking('/api/v3/expenseClaimItems'))).toEqual([]);
      expect((await asking('/api/expenseNatures')).json).toMatchObject({ data: [] });
    }));
});

describe('changes', () => {
  const lines = async (asking: typeof ask, id: number | undefined): Promise<Row[]> =>
    itemsOf(
      await asking(`/api/v3/expenseClaimItems?id=${String(id)}&fields=id,purchasedOn,expenseNatureId,expenseClaimId`),
    );

  test('a lunch is added, moved, its report goes on, it disappears', () =>
    withDemo({}, async ({ changes, company }, asking) => {
      const { itemId, label } = changes.make({ kind: 'addExpense', personId: 123, statusId: 1 });
      expect(label).toMatch(/^Note de frais ajoutée pour .+ : Déjeuner, le 05\/10\/2026\.$/);
      changes.make({ kind: 'moveMeal', itemId });
      expect(await lines(asking, itemId)).toMatchObject([{ purchasedOn: '2026-09-28T00:00:00', expenseNatureId: 12 }]);
      changes.make({ kind: 'advanceExpense', itemId });
      expect(company.claims.get(company.items.get(itemId!)!.claimId)?.statusId).toBe(5);
      changes.make({ kind: 'removeExpense', itemId });
      expect(await lines(asking, itemId)).toEqual([]);
    }));

  test('an invitation, over HTTP; an unknown nature is a 404', () =>
    withDemo({}, async ({ company }, asking) => {
      const asked = { kind: 'addExpense', personId: 102, natureId: 14, guests: [103], day: '2026-10-08' };
      const made = await asking('/demo/changes', posting(asked));
      expect(company.items.get(Number(made.json.itemId))).toMatchObject({ guests: [103], purchasedOn: '2026-10-08' });
      expect((await asking('/demo/changes', posting({ ...asked, natureId: 99 }))).status).toBe(404);
    }));

  test('a person removed leaves no report', () =>
    withDemo({}, async ({ changes, company }) => {
      changes.make({ kind: 'addExpense', personId: 102 });
      changes.make({ kind: 'remove', personId: 102 });
      expect([...company.items.values(), ...company.claims.values()].filter(({ ownerId }) => ownerId === 102)).toEqual(
        [],
      );
      await Promise.resolve();
    }));

  test('lines move between two pages: one is repeated or hidden, and the count tells', () =>
    withDemo({}, async ({ faults }, asking) => {
      const page = (offset: number) =>
        asking(
          `/api/v3/expenseClaimItems?purchasedOn=between,2026-09-01,2026-09-30&fields=id,collection.count&orderBy=id,asc&paging=${String(offset)},5`,
        );
      for (const [kind, change] of [
        ['rowInserted', 1],
        ['rowRemoved', -1],
      ] as const) {
        faults.add({ kind, path: '/expenseClaimItems', nth: 2 });
        const [first, second] = [await page(0), await page(5)];
        expect((second.json.data?.count ?? 0) - (first.json.data?.count ?? 0)).toBe(change);
      }
    }));
});

describe('the company depends on its options alone', () => {
  const expenses = (referenceMonth: string, seed = 1) => {
    const { items, claims } = createCompany({ seed, employees: 60, referenceMonth }).company;
    return JSON.stringify([[...items.values()], [...claims.values()]]);
  };

  test('reports too', () => {
    expect(expenses('2026-10')).toBe(expenses('2026-10'));
    expect(expenses('2026-10', 2)).not.toBe(expenses('2026-10'));
  });

  test.each(['2026-02', '2027-01', '2028-03'])(
    '%s: meals on three months, none after the account’s own day',
    (month) => {
      const { items, claims, today, people } = createCompany({
        seed: 3,
        employees: 200,
        referenceMonth: month,
      }).company;
      const rows = [...items.values()];
      expect(rows.length).toBeGreaterThan(150);
      expect(rows.every(({ purchasedOn }) => purchasedOn <= today)).toBe(true);
      expect(rows.every(({ claimId, guests }) => claims.has(claimId) && guests.every((id) => people.has(id)))).toBe(
        true,
      );
      expect(new Set([...claims.values()].map(({ statusId }) => statusId)).size).toBe(9);
    },
  );

  test('a day outside a contract is planned by nobody', () => {
    const { company } = createCompany({ seed: 1, employees: 60, referenceMonth: '2026-10' });
    const leaver = company.people.get(company.notables.leaver ?? 0)!;
    expect(scheduledDay(company, leaver, '2026-10-15')).toMatchObject({ isHoliday: false });
    expect(scheduledDay(company, leaver, '2026-10-16')).toBeUndefined();
  });
});
