import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { entriesOf } from '../../shared/domain/worktime/entryMonth.ts';
import { luccaRightNames } from '../../shared/messages/fr/lucca.ts';
import { startDemo, type Demo } from '../../server/demo/index.ts';
import type { Notable } from '../../server/demo/company/model.ts';
import type { Pull, PullProgress } from '../../server/lucca/connector.ts';
import { connectorTo, credentialsOf, json, pageMemory, pull, serve, valueOf, type PullTest } from './support.ts';

const [SEPTEMBER, OCTOBER] = [plainMonth('2026-09'), plainMonth('2026-10')];
const topics = ['time'] as const;
const { time, planning, expenses } = luccaRightNames;

function pullOf(demo: Demo, test: PullTest = {}) {
  return pull(connectorTo(demo.origin), credentialsOf(demo), { topics, ...test });
}

describe('declared time of the fictional account, over real HTTP', () => {
  let demo: Demo;
  let result: Pull;
  const seen: PullProgress[] = [];

  beforeAll(async () => {
    demo = await startDemo({ rateLimit: { limit: 100_000 } });
    const onProgress = (progress: PullProgress) => seen.push(progress);
    result = valueOf(await pullOf(demo, { months: ['2026-10', '2026-09'], onProgress }));
  });
  afterAll(() => demo.close());

  const id = (part: Notable) => String(demo.company.notables[part]);
  const rowOf = (part: Notable, month = OCTOBER) =>
    result.timeEntries!.get(month)!.find(({ employeeId }) => employeeId === id(part));
  /** Short texts of the entries that begin on `date`, without their identifiers. */
  const declared = (part: Notable, date: string, month = OCTOBER) =>
    rowOf(part, month)!
      .entries.filter((text) => text.slice(2, 12) === date)
      .map((text) => text.split(' ').slice(0, -1).join(' '));
  const sheetOf = (part: Notable, from: string) =>
    result.timesheets!.get(OCTOBER)!.find((sheet) => sheet.employeeId === id(part) && sheet.from === from);

  test('times, breaks left out, also those that the schedule would have and those deleted', () => {
    expect(declared('homonymLyon', '2026-10-07')).toEqual([
      't 2026-10-07T09:00 2026-10-07T12:30 210',
      't 2026-10-07T13:30 2026-10-07T18:24 294',
    ]);
    expect(declared('foreignIban', '2026-10-07')).toHaveLength(2);
    expect(declared('disabled', '2026-10-07')).toHaveLength(3);
    expect(declared('plusName', '2026-10-07')[0]).toBe('t 2026-10-07T09:00 2026-10-07T12:30 210');
  });

  test('nights: over midnight, over the change of the clocks', () => {
    expect(declared('night', '2026-10-05')).toEqual(['t 2026-10-05T21:00 2026-10-06T04:00 420']);
    expect(declared('night', '2026-10-24')).toEqual(['t 2026-10-24T21:00 2026-10-25T06:00 540']);
  });

  test('hours of half a day, and half-days', () => {
    expect(declared('spacedNir', '2026-10-07')).toEqual(['h 2026-10-07 am 210', 'h 2026-10-07 pm 270']);
    const kinds = new Set(entriesOf([rowOf('coupleFirst')!]).map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['days']));
  });

  test('the weeks of the month whole, and the eve of the first', () => {
    const dates = entriesOf([rowOf('formulaName')!]).map((entry) => (entry.kind === 'timed' ? entry.start : ''));
    expect([dates[0]?.slice(0, 10), dates.at(-1)?.slice(0, 10)]).toEqual(['2026-09-28', '2026-10-23']);
    const nights = rowOf('night', SEPTEMBER)!.entries.map((text) => text.slice(2, 12));
    expect([nights[0], nights.at(-1)]).toEqual(['2026-08-31', '2026-10-02']);
    const both = entriesOf([rowOf('night', SEPTEMBER)!, rowOf('night')!]).map((entry) => entry.id);
    expect(new Set(both).size).toBe(both.length);
  });

  test('nothing that lasts no time; a row also for those who declare nothing, none for those who were not there', () => {
    for (const { entries } of result.timeEntries!.get(OCTOBER)!)
      for (const text of entries) expect(text).not.toMatch(/^. \S+ \S+ 0 /);
    expect(rowOf('wrongNir')?.entries).toEqual([]);
    expect([rowOf('former'), rowOf('former', SEPTEMBER)].map((row) => row === undefined)).toEqual([true, false]);
  });

  test('sheets: both days inside, each state, none where nobody opened one', () => {
    expect(sheetOf('homonymLyon', '2026-09-28')).toMatchObject({ to: '2026-10-04', status: 'approved' });
    expect(sheetOf('corsicanSouth', '2026-10-12')?.status).toBe('pending');
    expect(sheetOf('corsicanNorth', '2026-10-05')?.status).toBe('rejected');
    expect(sheetOf('noNir', '2026-10-05')?.status).toBe('notSubmitted');
    expect(sheetOf('apostrophe', '2026-10-05')).toBeUndefined();
    expect(result.timesheets!.get(OCTOBER)!.every(({ to }) => to >= '2026-09-28')).toBe(true);
  });

  test('working times of contracts, and the zone of their establishments', () => {
    const contractOf = (part: Notable) => result.contracts.find(({ employeeId }) => employeeId === id(part));
    expect(contractOf('partTime')).toMatchObject({ workingTimeId: '3', zone: 'Europe/Paris' });
    expect(contractOf('noIban')).toMatchObject({ zone: 'Indian/Reunion' });
    expect(result.workingTimes!.find((each) => each.id === '3')).toEqual({
      id: '3',
      name: 'Temps partiel 80 % sans mercredi',
      isPartTime: true,
      weeklyMinutes: 1_680,
    });
    expect(result.workingTimes!.find((each) => each.id === '2')).toMatchObject({
      isPartTime: false,
      weeklyMinutes: null,
    });
  });

  test('progress counts people, month after month', () => {
    const rows = [...result.timeEntries!.values()].flat().length;
    expect(seen.filter(({ step }) => step === 'time').at(-1)).toMatchObject({ done: rows, total: rows });
    expect(result.missingRights).toEqual([]);
  });
});

describe('faults, and what a key may not read', () => {
  let demo: Demo;
  let truth: Pull;
  beforeAll(async () => {
    demo = await startDemo({ rateLimit: { limit: 100_000 } });
    truth = valueOf(await pullOf(demo));
  });
  afterAll(() => demo.close());
  beforeEach(() => {
    demo.faults.clear();
    demo.keys.deny(demo.apiKey, []);
  });
  const content = ({ timeEntries, timesheets, workingTimes }: Pull) => [timeEntries, timesheets, workingTimes];

  test.each([
    ['/timeentries', 'truncated'],
    ['/timeentries', 'cut'],
    ['/timmitimesheets', 'reset'],
    ['/timmitimesheets', 'dataAsArray'],
    ['/working-time-arrangements', 'html'],
  ] as const)('%s, %s once: the same content', async (path, kind) => {
    demo.faults.add({ kind, path });
    expect(content(valueOf(await pullOf(demo)))).toEqual(content(truth));
  });

  test('a call that is too long is made by halves; of one person alone it is a failure', async () => {
    demo.faults.add({ kind: 'status', status: 408, path: '/timeentries', times: 2 });
    const halved = valueOf(await pullOf(demo));
    expect(content(halved)).toEqual(content(truth));
    expect(halved.requests).toBe(truth.requests + 2 + 1);
    demo.faults.add({ kind: 'status', status: 408, path: '/timmitimesheets', times: 1_000 });
    expect(await pullOf(demo)).toMatchObject({ ok: false, error: { code: 'timeout', call: 'feuilles de temps' } });
  });

  test('nothing is given: the right is told, and the rest is read', async () => {
    demo.keys.deny(demo.apiKey, ['time']);
    const result = valueOf(await pullOf(demo));
    expect(content(result)).toEqual([undefined, undefined, undefined]);
    expect(result.missingRights).toEqual([time()]);
    expect(result.absences.get(OCTOBER)!.length).toBeGreaterThan(50);
  });

  test.each([
    [403, '/timeentries'],
    [404, '/timmitimesheets'],
  ])('a %i on %s is a missing right', async (status, path) => {
    demo.faults.add({ kind: 'status', status, path, times: 1_000 });
    expect(valueOf(await pullOf(demo))).toMatchObject({ timeEntries: undefined, missingRights: [time()] });
  });

  test('working times that may not be read are not known, and refuse nothing else', async () => {
    demo.faults.add({ kind: 'status', status: 403, path: '/working-time-arrangements', times: 1_000 });
    const result = valueOf(await pullOf(demo));
    expect([result.workingTimes, result.missingRights]).toEqual([[], []]);
    expect(result.timeEntries).toEqual(truth.timeEntries);
  });

  test('a server that fails for good is a failure', async () => {
    demo.faults.add({ kind: 'status', status: 500, path: '/timeentries', times: 1_000 });
    expect(await pullOf(demo)).toMatchObject({ ok: false, error: { code: 'serverError', call: 'temps saisis' } });
  });

  test('a right that was missing stays so until its topic is asked again', async () => {
    const missingOf = async (asked: PullTest['topics']) => {
      const options = { months: [OCTOBER], missingRights: [planning(), expenses(), time()], pages: pageMemory() };
      const topicsAsked = asked && { topics: asked };
      const { signal } = new AbortController();
      const connector = connectorTo(demo.origin);
      const onProgress = () => undefined;
      const read = await connector.pull(credentialsOf(demo), { ...options, ...topicsAsked, signal, onProgress });
      return valueOf(read).missingRights;
    };
    expect(await missingOf(['time'])).toEqual([planning(), expenses()]);
    expect(await missingOf(['planning', 'meals'])).toEqual([time()]);
    expect(await missingOf(undefined)).toBeUndefined();
  });
});

describe('an account of odd shapes', () => {
  const entry = (id: number, more: object) => ({
    id,
    ownerID: 1,
    unit: 2,
    startsAt: '2026-10-05T09:00:00',
    duration: '01:00:00',
    ...more,
  });

  test('what cannot be read is told, what is of other dates or nobody asked for is left out', async () => {
    const rows = [
      entry(1, { Duration: 'une heure' }),
      entry(2, { startsAt: '2026-10-06T09:00:00.0000000', archivedAt: '2026-10-07T10:00:00' }),
      entry(3, { startsAt: '2026-11-02T00:00:00' }),
      entry(4, { layer: 1 }),
      entry(5, { ownerID: 99 }),
    ];
    const account = await serve((req, res) => {
      const path = new URL(req.url ?? '', 'http://localhost').pathname;
      const list = (items: unknown[]) => json(res, { data: { items, count: items.length } });
      if (path.endsWith('/users')) list([{ id: 1 }]);
      else if (path.endsWith('/timeentries')) list(rows);
      else if (path.endsWith('/timmitimesheets'))
        list([{ id: 9, ownerId: 1, startsOn: '2026-10-01', endsOn: '2026-11-01', status: 7 }]);
      else if (path.includes('/api/4.0/') || path.includes('/structure/')) json(res, { items: [], count: 0 });
      else list([]);
    });
    try {
      const key = { apiKey: '00000000-0000-4000-8000-000000000000' };
      const result = valueOf(await pull(connectorTo(account.origin), key, { topics }));
      expect(result.timeEntries!.get(OCTOBER)).toEqual([
        { employeeId: '1', month: '2026-10', entries: ['? 2026-10-05 1'] },
      ]);
      expect(result.timesheets!.get(OCTOBER)).toEqual([
        { employeeId: '1', from: '2026-10-01', to: '2026-10-31', status: 'unknown' },
      ]);
    } finally {
      await account.close();
    }
  });
});
