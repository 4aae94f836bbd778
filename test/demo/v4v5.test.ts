import { describe, expect, test } from '@jest/globals';
import type { Demo } from '../../server/demo/index.ts';
import { extendedText } from '../../server/demo/company/people.ts';
import { itemsOf, withDemo, type Ask, type Reply, type Row } from './asking.ts';

const ORGANISATION = '/organization/structure/api';
const CONTRACTS = '/directory/api/4.0/work-contracts';

describe('v4', () => {
  test('flat lists with the count on demand', () =>
    withDemo({}, async (_demo, ask) => {
      const establishments = await ask(
        `${ORGANISATION}/establishments?page=1&limit=100&fields.root=count&isArchived=false,true`,
      );
      expect(establishments.json.count).toBe(3);
      expect(itemsOf(establishments).map(({ id, timeZoneId }) => [id, timeZoneId])).toEqual([
        [11, 'Europe/Paris'],
        [12, 'Europe/Paris'],
        [13, 'Indian/Reunion'],
      ]);
      const units = await ask(`${ORGANISATION}/legal-units`);
      expect(units.json).toEqual({ items: [expect.objectContaining({ id: 12, headquartersId: 11 })] });
    }));
  test('ten rows by default, a thousand contracts at most, links to the neighbours', () =>
    withDemo({}, async (_demo, ask) => {
      expect(itemsOf(await ask(CONTRACTS))).toHaveLength(10);
      const all = await ask(`${CONTRACTS}?limit=1000&fields.root=count`);
      expect([itemsOf(all).length, all.json.count]).toEqual([61, 61]);
      const second = (await ask(`${CONTRACTS}?page=2&limit=40&fields.root=count,prev,next`)).json;
      expect(second.items).toHaveLength(21);
      expect([second.prev, second.next]).toEqual([expect.stringContaining('page=1'), null]);
    }));
  test('filters, and the two contracts of the re-hired person', () =>
    withDemo({}, async ({ company }, ask) => {
      const owner = `ownerId=${String(company.notables.rehired)}`;
      const contracts = itemsOf(await ask(`${CONTRACTS}?${owner}&sort=-startsOn`));
      expect(contracts.map(({ startsOn, isApplicable }) => [startsOn, isApplicable])).toEqual([
        ['2026-07-01', true],
        ['2023-06-01', false],
      ]);
      expect(itemsOf(await ask(`${CONTRACTS}?${owner}&isApplicable=true`))).toHaveLength(1);
      expect(
        itemsOf(await ask(`${CONTRACTS}?establishmentId=13&limit=100`)).every(
          ({ establishmentId }) => establishmentId === 13,
        ),
      ).toBe(true);
    }));
  test.each([
    `${CONTRACTS}?limit=1001`,
    `${CONTRACTS}?page=0`,
    `${CONTRACTS}?paging=0,10`,
    `${ORGANISATION}/establishments?limit=101`,
    `${CONTRACTS}?sort=nothing`,
  ])('%s is refused', (path) =>
    withDemo({}, async (_demo, ask) => {
      expect((await ask(path)).status).toBe(400);
    }),
  );
});

async function tokenOf({ oauth }: Demo, ask: Ask, changes: Record<string, string> = {}): Promise<Reply> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: oauth.clientId,
    client_secret: oauth.clientSecret,
    ...changes,
  });
  return ask('/connect/token', { method: 'POST', body, headers: {} });
}

const bearer = (token: unknown, version = '2024-11-01'): RequestInit => ({
  headers: { Authorization: `Bearer ${String(token)}`, 'Api-Version': version },
});

describe('v5', () => {
  test('credentials in the body give a token; wrong ones an OAuth2 error', () =>
    withDemo({}, async (demo, ask) => {
      expect(demo.oauth.tokenUrl).toBe(`${demo.origin}/connect/token`);
      expect((await tokenOf(demo, ask)).json).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
      expect((await tokenOf(demo, ask, { client_secret: 'x' })).json).toEqual({ error: 'invalid_client' });
      expect((await tokenOf(demo, ask, { grant_type: 'password' })).json).toEqual({ error: 'unsupported_grant_type' });
      expect((await tokenOf(demo, ask, { scope: 'employees.readwrite' })).json).toEqual({ error: 'invalid_scope' });
    }));
  test('pages follow the cursor to the end, 25 by default and 100 at most', () =>
    withDemo({}, async (demo, ask) => {
      const headers = bearer((await tokenOf(demo, ask)).json.access_token);
      const seen: unknown[] = [];
      let path: string | undefined = '/lucca-api/employees?include=links,totalCount';
      for (let page = 0; path !== undefined && page < 5; page += 1) {
        const { json }: Reply = await ask(path, headers);
        expect(json.totalCount).toBe(60);
        seen.push(...(json.items ?? []).map(({ id }) => id));
        const next = (json.links as { next: { href: string } | null }).next;
        path = next?.href.replace(demo.origin, '');
      }
      expect(seen).toEqual(Array.from({ length: 60 }, (_, index) => String(101 + index)));
      expect((await ask('/lucca-api/employees?limit=100', headers)).json.links).toBeUndefined();
      for (const wrong of ['limit=101', 'limit=0', 'page=12', 'paging=0,10']) {
        const reply = await ask(`/lucca-api/employees?${wrong}`, headers);
        expect([reply.status, reply.headers.get('content-type')]).toEqual([
          400,
          'application/problem+json; charset=utf-8',
        ]);
      }
    }));
  test('personal records hold NIR with a blank before the key, IBAN and nationality', () =>
    withDemo({}, async (demo, ask) => {
      const headers = bearer((await tokenOf(demo, ask)).json.access_token);
      const [record] = itemsOf(await ask('/lucca-api/employee-personal-records?employee.id=101', headers));
      const person = demo.company.people.get(101);
      expect(record?.insuranceNumber).toMatchObject({
        format: 'frenchSSN',
        value: extendedText(person?.extended ?? {}, 'e_nir').replace(/(..)$/, ' $1'),
      });
      expect(record?.bankAccount).toMatchObject({
        format: 'iban',
        accountIdentifier: person?.extended.e_iban,
        bankIdentifier: person?.extended.e_bic,
      });
      const empty = itemsOf(
        await ask(`/lucca-api/employee-personal-records?employee.id=${String(demo.company.notables.empty)}`, headers),
      )[0];
      expect(empty).toMatchObject({ insuranceNumber: null, bankAccount: null, birthDate: null, title: 'unknown' });
    }));
  test('employments, establishments and companies refer to one another; timestamps end with Z', () =>
    withDemo({}, async (demo, ask) => {
      const headers = bearer((await tokenOf(demo, ask)).json.access_token);
      const employments = itemsOf(
        await ask(`/lucca-api/employments?employee.id=${String(demo.company.notables.rehired)}&sort=-id`, headers),
      );
      expect(employments.map(({ status }) => status)).toEqual(['active', 'ended']);
      expect(employments[0]).toMatchObject({
        legalEntity: { id: '12', type: 'legal-entity' },
        createdAt: expect.stringMatching(/Z$/),
      });
      const sites = itemsOf(
        await ask('/lucca-api/business-establishments?legalEntity.id=12&isArchived=false', headers),
      );
      expect(sites.map((site) => (site.taxIdentificationNumber as Row).format)).toEqual([
        'franceSIRET',
        'franceSIRET',
        'franceSIRET',
      ]);
      expect(itemsOf(await ask('/lucca-api/legal-entities', headers))).toHaveLength(1);
    }));
  test('no token 401, key instead of token 401, missing scope 403, no version 400', () =>
    withDemo({ scopes: ['employees.readonly'] }, async (demo, ask) => {
      const token = (await tokenOf(demo, ask)).json.access_token;
      expect((await ask('/lucca-api/employees', { headers: {} })).status).toBe(401);
      expect((await ask('/lucca-api/employees')).status).toBe(401);
      const refused = await ask('/lucca-api/employments', bearer(token));
      expect(refused.json).toMatchObject({ status: 403, title: 'Forbidden' });
      expect(
        (await ask('/lucca-api/employees', { headers: { Authorization: `Bearer ${String(token)}` } })).status,
      ).toBe(400);
      expect((await ask('/lucca-api/employees', bearer(token, '2023-01-01'))).status).toBe(400);
      expect((await ask('/lucca-api/employees', bearer(token, '2026-01-01'))).headers.get('api-version')).toBe(
        '2024-11-01',
      );
      expect((await ask('/api/v3/users', bearer(token))).json).toEqual({ Status: 401, Message: 'Unauthorized' });
    }));
  test('tokens expire by the given clock', () => {
    let time = 1_000;
    return withDemo({ now: () => time, tokenLifetimeSeconds: 60 }, async (demo, ask) => {
      const headers = bearer((await tokenOf(demo, ask)).json.access_token);
      time += 59_999;
      expect((await ask('/lucca-api/employees', headers)).status).toBe(200);
      time += 1;
      expect((await ask('/lucca-api/employees', headers)).status).toBe(401);
    });
  });
});
