import { describe, expect, test } from '@jest/globals';
import { request } from 'node:http';
import type { Change } from '../../server/demo/changes/changes.ts';
import { startDemo } from '../../server/demo/index.ts';
import { itemsOf, posting, withDemo, type Ask, type Row } from './asking.ts';

const FIELDS = 'id,lastName,personalEmail,address,dtContractEnd,dtContractStart,legalEntityId,extendedData,modifiedAt';

const userOf = async (ask: Ask, id: number): Promise<Row> =>
  (await ask(`/api/v3/users/${String(id)}?fields=${FIELDS}`)).json.data ?? {};
const extendedOf = (row: Row): Record<string, { value: unknown } | undefined> =>
  row.extendedData as Record<string, { value: unknown }>;
const leavesOf = async (ask: Ask, periodId: number | undefined): Promise<Row[]> =>
  itemsOf(
    await ask(
      `/api/v3/leaves?date=between,2026-01-01,2026-12-31&leavePeriod.ownerId=greaterthan,0&leavePeriodId=${String(periodId)}&fields=id,date,isActive,cancellationDate,creationDate,leavePeriod[isConfirmed,confirmationDate]&orderBy=id,asc`,
    ),
  );

describe('people', () => {
  test('someone is hired', () =>
    withDemo({}, async ({ changes }, ask) => {
      const { personId, at, label } = changes.make({ kind: 'hire', establishmentId: 12 });
      expect(personId).toBe(161);
      expect(label).toMatch(/^Embauche : .+ \(Atelier Lumière Strasbourg\), le 20\/10\/2026\.$/);
      expect(await userOf(ask, personId)).toMatchObject({
        legalEntityID: 12,
        dtContractStart: '2026-10-20T00:00:00',
        modifiedAt: at,
      });
    }));
  test('a native field, a customer field, an emptied one', () =>
    withDemo({}, async ({ changes }, ask) => {
      const before = await userOf(ask, 102);
      changes.make({ kind: 'field', personId: 102, field: 'personalEmail', value: 'autre@courriel.example' });
      changes.make({ kind: 'field', personId: 102, field: 'e_enfants', value: 4 });
      const { at } = changes.make({ kind: 'field', personId: 102, field: 'e_iban', value: null });
      const after = await userOf(ask, 102);
      expect(after).toMatchObject({ personalEmail: 'autre@courriel.example', modifiedAt: at });
      expect([extendedOf(after).e_enfants?.value, extendedOf(after).e_iban, extendedOf(after).e_bic]).toEqual([
        4,
        undefined,
        extendedOf(before).e_bic,
      ]);
      expect(String(before.modifiedAt) < at).toBe(true);
    }));
  test('a move to another establishment takes the contract along', () =>
    withDemo({}, async ({ changes }, ask) => {
      changes.make({ kind: 'field', personId: 102, field: 'establishmentId', value: 13 });
      expect((await userOf(ask, 102)).legalEntityID).toBe(13);
      expect(itemsOf(await ask('/directory/api/4.0/work-contracts?ownerId=102'))[0]?.establishmentId).toBe(13);
    }));
  test('address, IBAN, NIR', () =>
    withDemo({}, async ({ changes, company }, ask) => {
      const before = await userOf(ask, 102);
      changes.make({ kind: 'address', personId: 102 });
      changes.make({ kind: 'iban', personId: 102 });
      const after = await userOf(ask, 102);
      expect(after.address).not.toBe(before.address);
      expect(extendedOf(after).e_iban?.value).not.toBe(extendedOf(before).e_iban?.value);
      const id = company.notables.wrongNir ?? 0;
      const wrong = String(extendedOf(await userOf(ask, id)).e_nir?.value);
      changes.make({ kind: 'correctNir' });
      const right = String(extendedOf(await userOf(ask, id)).e_nir?.value);
      expect([right.slice(0, 13), right === wrong]).toEqual([wrong.slice(0, 13), false]);
      expect(() => changes.make({ kind: 'correctNir' })).toThrow('déjà juste');
    }));
  test('a contract ends, a person disappears with leaves and contracts', () =>
    withDemo({}, async ({ changes }, ask) => {
      changes.make({ kind: 'endContract', personId: 102, day: '2026-10-30' });
      expect((await userOf(ask, 102)).dtContractEnd).toBe('2026-10-30T00:00:00');
      changes.make({ kind: 'remove', personId: 102 });
      expect((await ask('/api/v3/users/102')).status).toBe(404);
      expect(itemsOf(await ask('/directory/api/4.0/work-contracts?ownerId=102'))).toEqual([]);
      expect(itemsOf(await ask('/api/v3/leaves?date=since,2020-01-01&leavePeriod.ownerId=102'))).toEqual([]);
    }));
});

describe('leaves', () => {
  test('one is added, pending, then approved, then cancelled', () =>
    withDemo({}, async ({ changes }, ask) => {
      const { periodId } = changes.make({
        kind: 'addLeave',
        personId: 123,
        from: '2026-10-12',
        halves: 3,
        pending: true,
      });
      expect((await leavesOf(ask, periodId)).map(({ leavePeriod }) => (leavePeriod as Row).isConfirmed)).toEqual([
        false,
        false,
        false,
      ]);
      const approved = changes.make({ kind: 'approveLeave', periodId });
      expect((await leavesOf(ask, periodId))[0]?.leavePeriod).toEqual({
        isConfirmed: true,
        confirmationDate: approved.at,
      });
      const cancelled = changes.make({ kind: 'cancelLeave', periodId });
      expect((await leavesOf(ask, periodId))[0]).toMatchObject({ isActive: false, cancellationDate: cancelled.at });
    }));
  test('one is moved: inactive where it was, live later, on as many half-days', () =>
    withDemo({}, async ({ changes }, ask) => {
      const { periodId } = changes.make({ kind: 'addLeave', personId: 123, from: '2026-10-05', halves: 2 });
      const old = await leavesOf(ask, periodId);
      const moved = changes.make({ kind: 'moveLeave', periodId, days: 3 });
      expect((await leavesOf(ask, periodId)).every(({ isActive }) => isActive === false)).toBe(true);
      const rows = await leavesOf(ask, moved.periodId);
      expect([
        rows.length,
        rows.every(({ isActive }) => isActive === true),
        String(rows[0]?.date) > String(old[0]?.date),
      ]).toEqual([2, true, true]);
    }));
  test('an added leave never falls on a half-day already taken', () =>
    withDemo({}, async ({ changes, company }) => {
      for (let count = 0; count < 8; count += 1) changes.make({ kind: 'addLeave', personId: 123, halves: 4 });
      const live = [...company.periods.values()]
        .filter(({ ownerId }) => ownerId === 123)
        .flatMap(({ rows }) => rows.filter((row) => row.cancelledAt === null));
      expect(new Set(live.map(({ date, isAM }) => `${date}${String(isAM)}`)).size).toBe(live.length);
      await Promise.resolve();
    }));
});

describe('choices and refusals', () => {
  const SEQUENCE: Change[] = [
    { kind: 'address' },
    { kind: 'iban' },
    { kind: 'addLeave' },
    { kind: 'cancelLeave' },
    { kind: 'remove' },
    { kind: 'hire' },
  ];
  test('the same seed and sequence make the same changes', async () => {
    const histories: unknown[] = [];
    for (let run = 0; run < 2; run += 1) {
      await withDemo({ seed: 9 }, async ({ changes }) => {
        for (const change of SEQUENCE) changes.make(change);
        histories.push(structuredClone(changes.history));
        await Promise.resolve();
      });
    }
    expect(histories[0]).toEqual(histories[1]);
  });
  test('over HTTP: made and listed; unknown person 404, unknown field 400, unknown kind 400', () =>
    withDemo({}, async (_demo, ask) => {
      const made = await ask('/demo/changes', posting({ kind: 'address', personId: 102 }));
      expect([made.status, made.json.personId]).toEqual([201, 102]);
      expect((await ask('/demo/changes')).json).toEqual([made.json]);
      expect((await ask('/demo/changes', posting({ kind: 'address', personId: 7 }))).status).toBe(404);
      expect(
        (await ask('/demo/changes', posting({ kind: 'field', personId: 102, field: 'id', value: '7' }))).status,
      ).toBe(400);
      expect((await ask('/demo/changes', posting({ kind: 'promote' }))).status).toBe(400);
      expect((await ask('/demo/changes', { ...posting(null), body: '{' })).status).toBe(400);
    }));
});

describe('the page', () => {
  test('every button makes its change and the page says so', () =>
    withDemo({}, async ({ changes }, ask) => {
      const page = (await ask('/demo/', { headers: {} })).text;
      const actions = [...page.matchAll(/action="(\/demo\/actions\/\w+)"/g)].map(([, action]) => action ?? '');
      expect(actions).toHaveLength(10);
      for (const [index, action] of actions.entries()) {
        const reply = await ask(action, { method: 'POST', headers: {} });
        expect([reply.status, reply.headers.get('location')]).toEqual([303, '/demo/']);
        expect(changes.history).toHaveLength(index + 1);
      }
      const after = await ask('/demo/', { headers: {} });
      expect(after.text).toContain('Personne retirée du compte');
      expect(after.text).not.toMatch(/<script|https?:\/\/(?!127\.0\.0\.1)/);
      expect(after.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect((await ask('/demo/actions/promote', { method: 'POST', headers: {} })).status).toBe(404);
    }));
  test('names are written as text', () =>
    withDemo({}, async ({ changes }, ask) => {
      changes.make({ kind: 'field', personId: 102, field: 'lastName', value: '<b>X</b>' });
      changes.make({ kind: 'iban', personId: 102 });
      expect((await ask('/demo/', { headers: {} })).text).not.toContain('<b>');
    }));
  test('another origin or another name of this machine is refused', async () => {
    const demo = await startDemo();
    const { port } = new URL(demo.origin);
    const statusWith = (headers: Record<string, string>): Promise<number> =>
      new Promise((resolve, reject) => {
        const sent = request(
          { host: '127.0.0.1', port, path: '/demo/actions/hire', method: 'POST', headers },
          (reply) => {
            reply.resume();
            resolve(reply.statusCode ?? 0);
          },
        );
        sent.on('error', reject).end();
      });
    expect(await statusWith({ Host: 'lucca.example' })).toBe(403);
    expect(await statusWith({ Host: `localhost:${port}`, Origin: 'http://lucca.example' })).toBe(403);
    expect(await statusWith({ Host: `localhost:${port}`, Origin: `http://localhost:${port}` })).toBe(303);
    expect(demo.changes.history).toHaveLength(1);
    await demo.close();
  });
});
