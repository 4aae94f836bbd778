import { describe, expect, test } from '@jest/globals';
import { createCompany } from '../../server/demo/company/createCompany.ts';
import { timeUnitOf } from '../../server/demo/company/timeWeeks.ts';
import type { Notable } from '../../server/demo/company/model.ts';
import { itemsOf, sharedDemo, withDemo, type Row } from './asking.ts';

const { demo, ask } = sharedDemo();
const ACTUAL = 'layer=notequal,1&archivedAt=null';
const FIELDS = 'fields=id,ownerId,unit,startsAt,endsAt,duration,layer,archivedAt,collection.count';

const idOf = (part: Notable): string => String(demo().company.notables[part]);

async function entries(part: Notable, from: string, to: string, filter = ACTUAL): Promise<Row[]> {
  const query = `ownerId=${idOf(part)}&startsAt=between,${from},${to}&${filter}&${FIELDS}&orderBy=startsAt,asc,id,asc`;
  return itemsOf(await ask(`/api/v3/timeentries?${query}`));
}

/** `10-05T09:00 > 10-05T12:30 = 03:30:00`, the year and the seconds left out. */
async function told(part: Notable, from: string, to = from): Promise<string[]> {
  const short = (moment: unknown) => (typeof moment === 'string' ? moment.slice(5, 16) : '-');
  return (await entries(part, from, to)).map(
    ({ startsAt, endsAt, duration }) => `${short(startsAt)} > ${short(endsAt)} = ${String(duration)}`,
  );
}

async function sheets(part: Notable): Promise<string[]> {
  const query = `ownerId=${idOf(part)}&startsOn=between,2026-09-28,2026-10-25&orderBy=startsOn,asc`;
  return itemsOf(await ask(`/api/v3/timmitimesheets?${query}`)).map(
    ({ startsOn, endsOn, status, id }) =>
      `${String(startsOn).slice(5, 10)} to ${String(endsOn).slice(5, 10)} ${String(status)}${id === 0 ? ' of id 0' : ''}`,
  );
}

describe('entries', () => {
  test('a day in two entries with the meal between, 42 hours a week, also in a week of two months', async () => {
    expect((await told('formulaName', '2026-09-30'))[1]).toBe('09-30T13:30 > 09-30T18:24 = 04:54:00');
    expect(await told('homonymLyon', '2026-10-07')).toEqual([
      '10-07T09:00 > 10-07T12:30 = 03:30:00',
      '10-07T13:30 > 10-07T18:24 = 04:54:00',
    ]);
  });

  test('46 hours; Sunday morning; a part-timer who works more, and on the Wednesday', async () => {
    expect((await told('homonymStrasbourg', '2026-10-14'))[1]).toBe('10-14T13:30 > 10-14T19:12 = 05:42:00');
    expect(await told('temporaryNir', '2026-10-11')).toEqual(['10-11T09:00 > 10-11T13:00 = 04:00:00']);
    expect(await told('partTime', '2026-10-07')).toEqual([]);
    expect((await told('partTime', '2026-10-08'))[1]).toBe('10-08T13:30 > 10-08T18:00 = 04:30:00');
    expect((await told('partTime', '2026-10-14'))[1]).toBe('10-14T13:30 > 10-14T17:12 = 03:42:00');
  });

  test('nights over midnight, with a break on Tuesdays, and over the change of the clocks', async () => {
    expect(await told('night', '2026-10-05', '2026-10-06')).toEqual([
      '10-05T21:00 > 10-06T04:00 = 07:00:00',
      '10-06T21:00 > 10-07T01:00 = 04:00:00',
    ]);
    expect((await told('night', '2026-10-07'))[0]).toBe('10-07T01:20 > 10-07T04:20 = 03:00:00');
    expect(await told('night', '2026-10-24', '2026-10-25')).toEqual(['10-24T21:00 > 10-25T06:00 = 09:00:00']);
    expect(await told('night', '2026-10-17', '2026-10-18')).toEqual([]);
  });

  test('hours without times, days', async () => {
    expect(await entries('spacedNir', '2026-10-07', '2026-10-07')).toMatchObject([
      { unit: 1, startsAt: '2026-10-07T00:00:00', endsAt: null, duration: '03:30:00' },
      { unit: 1, startsAt: '2026-10-07T12:00:00', endsAt: null, duration: '04:30:00' },
    ]);
    const days = await entries('coupleFirst', '2026-10-01', '2026-10-20');
    const durations = days.map(({ unit, duration }) => [unit, duration]);
    expect(durations).toContainEqual([0, '12:00:00']);
    expect(durations).toContainEqual([0, '1.00:00:00']);
  });

  test('one archived, one double, one without its end, one of no duration, and the theoretical layer', async () => {
    expect(await entries('foreignIban', '2026-10-07', '2026-10-07', 'archivedAt=notequal,null')).toHaveLength(1);
    expect(await told('disabled', '2026-10-07')).toContain('10-07T11:30 > 10-07T12:30 = 01:00:00');
    expect(await told('plusName', '2026-10-07')).toContain('10-07T09:00 > - = 03:30:00');
    expect(await told('leaver', '2026-10-05')).toEqual([]);
    expect(await entries('homonymLyon', '2026-10-07', '2026-10-07', 'layer=1')).toHaveLength(2);
    const everybody = [...demo().company.people.keys()].join(',');
    const query = `ownerId=${everybody}&startsAt=between,2026-10-01,2026-10-25&${ACTUAL}&${FIELDS}`;
    const durations = itemsOf(await ask(`/api/v3/timeentries?${query}`)).map(({ duration }) => duration);
    expect(durations).toContain('00:00:00');
  });

  test('nothing after the account’s own day', async () => {
    expect(await told('homonymLyon', '2026-10-26', '2026-10-30')).toEqual([]);
  });
});

describe('sheets', () => {
  test('of a week, the end left out: approved, on their way, not submitted under the id 0', async () => {
    expect(await sheets('homonymLyon')).toEqual([
      '09-28 to 10-05 2',
      '10-05 to 10-12 2',
      '10-12 to 10-19 2',
      '10-19 to 10-26 0 of id 0',
    ]);
    expect((await sheets('corsicanSouth'))[2]).toBe('10-12 to 10-19 1');
    expect((await sheets('corsicanNorth'))[1]).toBe('10-05 to 10-12 3');
    expect((await sheets('noNir'))[1]).toBe('10-05 to 10-12 0 of id 0');
  });

  test('one is missing though time was declared', async () => {
    expect(await sheets('apostrophe')).toHaveLength(3);
    expect(await told('apostrophe', '2026-10-07')).toHaveLength(2);
  });
});

describe('what Lucca refuses', () => {
  const days = 'startsAt=between,2026-10-01,2026-10-31';
  test.each([
    ['/api/v3/timeentries?ownerId=101', 400],
    ['/api/v3/timeentries?ownerId=101&startsAt=since,2026-10-01', 400],
    ['/api/v3/timmitimesheets?ownerId=101', 400],
    [`/api/v3/timeentries?ownerId=101&${days}&paging=0,10001`, 400],
    ['/api/v3/timmitimesheets?ownerId=101&startsOn=between,2026-10-01,2026-10-31&paging=0,1001', 400],
    [`/api/v3/timeentries?ownerId=101&${days}&paging=0,10000`, 200],
    ['/schedule/api/working-time-arrangements/99', 404],
  ])('%s: %i', async (path, status) => {
    expect((await ask(path)).status).toBe(status);
  });

  test('more people and days than five seconds allow are cut; a key without the right sees nothing', async () => {
    await withDemo({ employees: 500 }, async ({ apiKey, keys }, askIt) => {
      expect((await askIt(`/api/v3/timeentries?${days}`)).status).toBe(408);
      keys.deny(apiKey, ['time']);
      const reply = await askIt(`/api/v3/timeentries?ownerId=102&${days}&${FIELDS}`);
      expect([reply.status, reply.json.data]).toEqual([200, { items: [], count: 0 }]);
    });
  });
});

test('working times, one by one', async () => {
  const one = async (id: number) => (await ask(`/schedule/api/working-time-arrangements/${String(id)}`)).json;
  expect(await one(3)).toMatchObject({
    isPartTime: true,
    referencePeriod: { frequencyType: 'week' },
    contractWorkingTimeDuration: { value: 28, iso: 'PT28H', unit: 'hour' },
  });
  expect(await one(7)).toMatchObject({ isPartTime: false, contractWorkingTimeDuration: { iso: 'PT38H30M' } });
  expect(await one(2)).toMatchObject({ unit: 'day' });
});

test('the same account says the same, identifiers are all different, a third declares', async () => {
  const options = { seed: 7, employees: 400, referenceMonth: '2026-10' };
  const { company } = createCompany(options);
  const declaring = [...company.people.values()].filter((person) => timeUnitOf(company, person) !== undefined);
  expect(declaring.length).toBeGreaterThan(80);
  expect(declaring.length).toBeLessThan(200);
  await withDemo({ ...options }, async (_one, askIt) => {
    const ids = declaring.slice(0, 100).map(({ id }) => id);
    const query = `ownerId=${ids.join(',')}&startsAt=between,2026-09-28,2026-10-31&${FIELDS}&orderBy=id,asc&paging=0,10000`;
    const [first, again] = [await askIt(`/api/v3/timeentries?${query}`), await askIt(`/api/v3/timeentries?${query}`)];
    expect(itemsOf(first)).toEqual(itemsOf(again));
    expect(new Set(itemsOf(first).map(({ id }) => id)).size).toBe(first.json.data?.count);
    expect(first.json.data?.count).toBeGreaterThan(3_000);
  });
});
