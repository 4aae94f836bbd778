import { describe, expect, test } from '@jest/globals';
import type { Demo } from '../../server/demo/index.ts';
import { itemsOf, sharedDemo, withDemo, type Ask, type Row } from './asking.ts';

const ALL = '/api/v3/users?formerEmployees=true';
const idsOf = (rows: readonly Row[]): unknown[] => rows.map(({ id }) => id);
const account = sharedDemo();
const { ask } = account;

const inAccount =
  (run: (ask: Ask, demo: Demo) => Promise<void>): (() => Promise<void>) =>
  () =>
    run(ask, account.demo());

describe('fields', () => {
  test(
    'without fields, only id, name and url',
    inAccount(async (ask) => {
      const [first] = itemsOf(await ask('/api/v3/users?orderBy=id,asc'));
      expect(Object.keys(first ?? {})).toEqual(['id', 'name', 'url']);
    }),
  );
  test(
    'brackets and dots mix, any case goes in, the server’s casing comes out',
    inAccount(async (ask) => {
      const reply = await ask(
        '/api/v3/users?fields=ID,LEGALENTITYID,departmentid,legalEntity[id,name],Department.Name&orderBy=id,asc&paging=0,1',
      );
      const [first] = itemsOf(reply);
      expect(first).toMatchObject({
        id: 101,
        legalEntityID: 11,
        legalEntity: { id: 11, name: 'Atelier Lumière Lyon' },
      });
      expect(Object.keys(first ?? {})).toEqual(['id', 'legalEntityID', 'departmentID', 'legalEntity', 'department']);
      expect(Object.keys(first?.department as Row)).toEqual(['name']);
    }),
  );
  test(
    'collection.count adds the total of all pages; alone, it replaces the items',
    inAccount(async (ask) => {
      const some = await ask(`${ALL}&fields=id,collection.count&paging=0,5`);
      expect([itemsOf(some).length, some.json.data?.count]).toEqual([5, 60]);
      const alone = await ask(`${ALL}&fields=collection.count`);
      expect(alone.json.data).toEqual({ count: 60 });
    }),
  );
  test(
    'dates have no zone, and timestamps 0 to 7 decimals',
    inAccount(async (ask) => {
      const rows = itemsOf(
        await ask('/api/v3/users?fields=birthDate,dtContractStart,modifiedAt&orderBy=id,asc&paging=0,20'),
      );
      expect(rows[0]?.birthDate).toMatch(/^\d{4}-\d\d-\d\dT00:00:00$/);
      const decimals = rows.map(({ modifiedAt }) => (String(modifiedAt).split('.')[1] ?? '').length);
      expect(new Set(decimals)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]));
    }),
  );
  test(
    'customer fields come by code in every form',
    inAccount(async (ask) => {
      const rows = itemsOf(await ask('/api/v3/users?fields=extendedData&orderBy=id,asc'));
      const values = rows.map(({ extendedData }) => extendedData as Record<string, { id: number; value: unknown }>);
      const first = values[0] ?? {};
      expect([typeof first.e_iban?.value, typeof first.e_paysNaissance?.value, typeof first.e_etudiant?.value]).toEqual(
        ['string', 'number', 'boolean'],
      );
      expect(values.some(({ e_boethDebut }) => e_boethDebut?.value === '2025-02-01T00:00:00')).toBe(true);
      const composite = values.map(({ e_prenomsEnfants }) => e_prenomsEnfants).find((value) => value !== undefined);
      expect(composite).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ value: expect.objectContaining({ e_enfantPrenom: expect.anything() }) }),
        ]),
      );
      const only = itemsOf(await ask('/api/v3/users?fields=extendedData[e_nir]&orderBy=id,asc&paging=0,1'))[0]
        ?.extendedData;
      expect(Object.keys(only as Row)).toEqual(['e_nir']);
    }),
  );
  test(
    'nationalities are named in the language of the account',
    inAccount(async (ask) => {
      const rows = itemsOf(await ask('/api/v3/users?fields=nationality&orderBy=id,asc'));
      const names = rows.map(({ nationality }) => (nationality as { name: string } | null)?.name);
      expect(names).toContain('Française');
      for (const name of names)
        expect([undefined, 'Française', 'Algérienne', 'Portugaise', 'Allemande']).toContain(name);
    }),
  );
  test.each(['fields=leaveAmount', 'fields=id,legalEntity[id', 'fields=id,,name', 'fields=id]'])(
    '%s is refused',
    (fields) =>
      withDemo({}, async (_demo, ask) => {
        expect((await ask(`/api/v3/users?${fields}`)).status).toBe(400);
      }),
  );
});

describe('paging and order', () => {
  test(
    'pages follow one another without loss under orderBy',
    inAccount(async (ask) => {
      const pages = await Promise.all(
        [0, 25, 50].map((offset) => ask(`${ALL}&fields=id&orderBy=id,asc&paging=${String(offset)},25`)),
      );
      expect(pages.flatMap((page) => idsOf(itemsOf(page)))).toEqual(
        Array.from({ length: 60 }, (_, index) => 101 + index),
      );
    }),
  );
  test(
    'orders by several fields, nothing first',
    inAccount(async (ask) => {
      const rows = itemsOf(await ask(`${ALL}&fields=lastName,id&orderBy=LASTNAME,asc,id,desc`));
      const sorted = [...rows].sort((a, b) =>
        String(a.lastName) < String(b.lastName)
          ? -1
          : String(a.lastName) > String(b.lastName)
            ? 1
            : Number(b.id) - Number(a.id),
      );
      expect(rows).toEqual(sorted);
      const ends = itemsOf(await ask(`${ALL}&fields=dtContractEnd&orderBy=dtContractEnd,asc`));
      expect(ends[0]?.dtContractEnd).toBeNull();
      expect(ends.at(-1)?.dtContractEnd).not.toBeNull();
    }),
  );
  test('without orderBy each request has its own order, so pages lose rows; the same account repeats the same disorder', async () => {
    const runs: unknown[][] = [];
    for (let run = 0; run < 2; run += 1) {
      await withDemo({}, async (_demo, ask) => {
        const first = idsOf(itemsOf(await ask(`${ALL}&paging=0,30`)));
        const second = idsOf(itemsOf(await ask(`${ALL}&paging=30,30`)));
        expect(new Set([...first, ...second]).size).toBeLessThan(60);
        runs.push([...first, ...second]);
      });
    }
    expect(runs[0]).toEqual(runs[1]);
  });
  test.each([
    ['paging=1', '1 does not respect limit=start,count format'],
    ['paging=-1,10', 'Offset value -1 not in correct format'],
    ['paging=0,x', 'Limit value x not in correct format'],
    ['paging=0,0', 'Paging limit should be between 1 and 1000'],
    ['paging=0,1001', 'Paging limit should be between 1 and 1000'],
    ['orderBy=id', 'OrderBy not in correct format'],
    ['orderBy=id,up', 'OrderBy not in correct format'],
    ['orderBy=nothing,asc', 'Query parameter is invalid'],
    ['limit=10', 'Query parameter is invalid'],
    ['page=2', 'Query parameter is invalid'],
  ])('%s is refused', async (query, message) => {
    const reply = await ask(`/api/v3/users?${query}`);
    expect(reply.json).toEqual({ Status: 400, Message: message });
  });
});

describe('filters', () => {
  const matching = async (query: string, fields = 'id,dtContractEnd,dtContractStart'): Promise<Row[]> => {
    const reply = await ask(`${ALL}&fields=${fields}&orderBy=id,asc&${query}`);
    expect(reply.status).toBe(200);
    return itemsOf(reply);
  };
  test.each([
    ['id=103', [103]],
    ['id=103,105', [103, 105]],
    ['id=equals,103', [103]],
    ['id=lessthan,103', [101, 102]],
    ['id=lessthanorequal,103', [101, 102, 103]],
    ['id=greaterthan,158', [159, 160]],
    ['id=greaterthanorequal,158', [158, 159, 160]],
    ['id=greaterthan,101&id=lessthan,104', [102, 103]],
    ['lastName=like,hôpital', [121]],
    ['lastName=starts,martin&id=lessthan,110', [102, 103]],
    ['lastName=%2BRAVEL', [120]],
    ['legalEntity.id=13&id=lessthan,116', [109, 112, 115]],
  ])('%s', async (query, ids) => {
    expect(idsOf(await matching(query))).toEqual(ids);
  });
  test('notequal, null and dates', async () => {
    const left = await matching('dtContractEnd=notequal,null');
    expect(left.map(({ id }) => id)).toEqual(expect.arrayContaining([110, 111, 112]));
    expect(left.every(({ dtContractEnd }) => dtContractEnd !== null)).toBe(true);
    expect((await matching('dtContractEnd=null')).length).toBe(60 - left.length);
    expect((await matching('id=notequal,101')).length).toBe(59);
    const since = await matching('dtContractStart=since,2026-11-01');
    expect(since.length).toBeGreaterThanOrEqual(2);
    expect(since.every(({ dtContractStart }) => String(dtContractStart) >= '2026-11-01')).toBe(true);
    expect((await matching('dtContractStart=until,2026-10-31')).length).toBe(60 - since.length);
    expect(idsOf(await matching('dtContractEnd=between,2026-10-15,2026-10-15'))).toEqual([110]);
    expect((await matching('dtContractStart=since,today')).length).toBe(since.length);
  });
  test('an end without a time is moved to the end of the day, and UTC is read as such', async () => {
    const [row] = await matching('id=101', 'modifiedAt');
    const stamp = String(row?.modifiedAt);
    const day = stamp.slice(0, 10);
    expect(idsOf(await matching(`id=101&modifiedAt=between,${day},${day}`))).toEqual([101]);
    const utc = new Date(`${stamp.slice(0, 19)}Z`).getTime();
    const zoned = (shiftHours: number): string => new Date(utc + shiftHours * 3_600_000).toISOString();
    expect(idsOf(await matching(`id=101&modifiedAt=since,${zoned(-3)}`))).toEqual([101]);
    expect(idsOf(await matching(`id=101&modifiedAt=since,${zoned(0)}`))).toEqual([]);
  });
  test.each([
    'nothing=1',
    'date.between=2026-01-01',
    'id=like,1',
    'id=x',
    'id=since,2026-01-01',
    'dtContractEnd=since,2026-02-30',
    'dtContractEnd=between,2026-01-01',
    'dtContractEnd=between,2026-01-01,2026-02-01,2026-03-01',
    'dtContractEnd=since,null',
    'extendedData=1',
    'legalEntity=11',
    'lastName=like',
  ])('%s is refused', async (query) => {
    expect((await ask(`/api/v3/users?${query}`)).json).toEqual({
      Status: 400,
      Message: 'Query parameter is invalid',
    });
  });
  test(
    'reserved words are no filters',
    inAccount(async (ask) => {
      expect((await ask('/api/v3/users?notify=false&metadata=1&_=2&callback=x')).status).toBe(200);
    }),
  );
});

describe('who is seen', () => {
  test(
    'leavers only with formerEmployees',
    inAccount(async (ask, { company }) => {
      const present = idsOf(itemsOf(await ask('/api/v3/users?fields=id')));
      const everyone = idsOf(itemsOf(await ask(`${ALL}&fields=id`)));
      expect(everyone).toHaveLength(60);
      expect(present).not.toContain(company.notables.longGone);
      expect(present).toContain(company.notables.arrival);
    }),
  );
  test(
    'a person by id, and an unknown one',
    inAccount(async (ask, { faults }) => {
      expect((await ask('/api/v3/users/103?fields=id,lastName')).json.data).toEqual({ id: 103, lastName: 'MARTIN' });
      expect((await ask('/api/v3/users/9999')).json).toEqual({
        Status: 404,
        Message: 'Resource User with ID 9999 not found',
      });
      faults.add({ kind: 'unknownUserIs500' });
      expect((await ask('/api/v3/users/9999')).json).toEqual({ Status: 500, Message: 'User Not Found' });
    }),
  );
  test(
    'the re-hired person shows the applicable contract',
    inAccount(async (ask) => {
      const reply = await ask('/api/v3/users/107?fields=dtContractStart,dtContractEnd');
      expect(reply.json.data).toEqual({ dtContractStart: '2026-07-01T00:00:00', dtContractEnd: null });
    }),
  );
});

describe('leaves', () => {
  const OCTOBER = 'date=between,2026-10-01,2026-10-31';
  test(
    'a date filter and an owner filter are both mandatory',
    inAccount(async (ask) => {
      expect((await ask(`/api/v3/leaves?${OCTOBER}`)).status).toBe(400);
      expect((await ask('/api/v3/leaves?leavePeriod.ownerId=101')).status).toBe(400);
      expect((await ask(`/api/v3/leaves?${OCTOBER}&ownerId=101`)).status).toBe(400);
      for (const owner of [
        'leavePeriod.ownerId=greaterthan,0',
        'leavePeriod.owner.departmentId=34',
        'leavePeriod.owner.legalEntityId=12',
      ]) {
        expect((await ask(`/api/v3/leaves?${OCTOBER}&${owner}`)).status).toBe(200);
      }
    }),
  );
  test(
    'one row per half-day, with its account, period and logs',
    inAccount(async (ask, { company }) => {
      const owner = String(company.notables.coupleFirst);
      const fields =
        'id,date,isAm,value,isActive,leaveAccount[id,name],leavePeriodId,leavePeriod[id,ownerId,isConfirmed,logs[id,date,status]],collection.count';
      const reply = await ask(
        `/api/v3/leaves?date=2026-10-06&leavePeriod.ownerId=${owner}&fields=${fields}&orderBy=id,asc`,
      );
      expect(reply.json.data?.count).toBe(2);
      const [morning, afternoon] = itemsOf(reply);
      expect(morning).toMatchObject({
        date: '2026-10-06T00:00:00',
        isAM: true,
        value: null,
        isActive: true,
        leaveAccount: { id: 1226, name: 'Congés payés 2026-2027' },
      });
      expect(afternoon).toMatchObject({ isAM: false, leaveAccount: { id: 44, name: 'Formation' } });
      expect(morning?.id).toBe(`${String(morning?.leavePeriodId)}-20261006-AM`);
      expect(((morning?.leavePeriod as Row).logs as Row[]).map(({ status }) => status)).toEqual([0, 2]);
    }),
  );
  test(
    'the three establishments make the whole; the company’s id gives one of them only',
    inAccount(async (ask) => {
      const count = async (owner: string): Promise<number> =>
        (await ask(`/api/v3/leaves?${OCTOBER}&${owner}&fields=collection.count`)).json.data?.count ?? -1;
      const parts = [
        await count('leavePeriod.owner.legalEntityId=11'),
        await count('leavePeriod.owner.legalEntityId=12'),
        await count('leavePeriod.owner.legalEntityId=13'),
      ];
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(await count('leavePeriod.ownerId=greaterthan,0'));
      expect(Math.min(...parts)).toBeGreaterThan(0);
    }),
  );
  test(
    'pending, cancelled and HR-entered rows are there',
    inAccount(async (ask, { company }) => {
      const of = async (part: 'corsicanSouth' | 'coupleSecond' | 'noNir'): Promise<Row[]> =>
        itemsOf(
          await ask(
            `/api/v3/leaves?date=between,2026-08-01,2026-11-30&leavePeriod.ownerId=${String(company.notables[part])}&fields=isActive,cancellationDate,leavePeriod[isConfirmed,logs]&orderBy=id,asc`,
          ),
        );
      expect((await of('corsicanSouth'))[0]?.leavePeriod).toMatchObject({ isConfirmed: false });
      expect((await of('coupleSecond'))[0]).toMatchObject({
        isActive: false,
        cancellationDate: expect.stringMatching(/^2026-10-06T/),
      });
      expect(
        (await of('noNir')).map(({ leavePeriod }) => ((leavePeriod as Row).logs as Row[]).map(({ status }) => status)),
      ).toContainEqual([2]);
    }),
  );
  test(
    'a page holds 10,000 rows at most',
    inAccount(async (ask) => {
      expect((await ask(`/api/v3/leaves?${OCTOBER}&leavePeriod.ownerId=1&paging=0,10000`)).status).toBe(200);
      expect((await ask(`/api/v3/leaves?${OCTOBER}&leavePeriod.ownerId=1&paging=0,10001`)).status).toBe(400);
    }),
  );
});

test(
  'lists of departments, accounts and definitions',
  inAccount(async (ask) => {
    const departments = itemsOf(
      await ask('/api/v3/departments?fields=id,code,parentId,headID,position&orderBy=id,asc'),
    );
    expect(departments[1]).toMatchObject({ id: 32, code: 'FIN', parentId: '/31.0/' });
    const accounts = itemsOf(await ask('/api/v3/leaveAccounts?fields=id,name&paging=0,100&orderBy=id,asc'));
    expect(accounts).toContainEqual({ id: 29, name: 'Télétravail' });
    const lists = itemsOf(
      await ask(
        '/api/v3/extensionuserdefinitions?formatKey=select&fields=id,name,extensionUserPropertyListEntries[id,name]&orderBy=id,asc',
      ),
    );
    expect(lists.map(({ id }) => id)).toEqual([
      'e_modePaiement',
      'e_paysNaissance',
      'e_situationFamiliale',
      'e_tailleVetement',
    ]);
    expect(lists[0]?.extensionUserPropertyListEntries).toContainEqual({ id: 121, name: 'Virement' });
  }),
);
