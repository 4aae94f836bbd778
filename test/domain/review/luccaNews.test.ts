import { describe, expect, test } from '@jest/globals';
import { plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { employeeFields } from '../../../shared/domain/people/employeeFields.ts';
import { luccaNews, mayBeMailed, type NewsInput } from '../../../shared/domain/review/luccaNews.ts';
import type { MirrorChange } from '../../../shared/domain/review/mirrorChanges.ts';
import { person } from '../../jobs/evening/office.ts';

function change(employeeId: string, kind: MirrorChange['kind'], over: Partial<MirrorChange> = {}): MirrorChange {
  return { employeeId, kind, field: null, before: null, after: null, ...over };
}
const field = (employeeId: string, key: string, before: MirrorChange['before'], after: MirrorChange['after']) =>
  change(employeeId, 'changed', { field: key, before, after });

const ADA = person('1', 'MARTIN');
const news = (over: Partial<NewsInput>) =>
  luccaNews({
    ...{
      changes: [],
      employees: [ADA],
      silent: new Set<string>(),
      since: plainDate('2026-11-15'),
    },
    today: plainDate('2026-11-16'),
    ...over,
  });

describe('what changed', () => {
  test('the value of an open field is told, that of a personal or secret one is not', () => {
    const changes = [
      field('1', 'lastName', 'DUPONT', 'MARTIN'),
      field('1', 'city', 'Lyon', 'Lille'),
      field('1', 'iban', null, 'FR7630006000011234567890189'),
      field('1', 'workEmail', 'ada@acme.example', null),
    ];
    expect(news({ changes }).changed).toEqual([
      {
        person: 'MARTIN Ada (01)',
        fields: [
          { field: 'lastName', way: 'changed', values: { before: 'DUPONT', after: 'MARTIN' } },
          { field: 'city', way: 'changed', values: null },
          { field: 'iban', way: 'filled', values: null },
          { field: 'workEmail', way: 'emptied', values: null },
        ],
        absencesAdded: 0,
        absencesRemoved: 0,
      },
    ]);
  });

  test('a civil title is told where it is one: a customer’s field may hold anything', () => {
    const told = (before: string | null, after: string | null) =>
      news({ changes: [field('1', 'civilTitle', before, after)] }).changed[0]?.fields[0]?.values;
    expect(told('Mme', 'M.')).toEqual({ before: 'Mme', after: 'M.' });
    expect(told(null, 'Madame')).toEqual({ before: null, after: 'Madame' });
    expect(told('Mme', '289126938200145')).toBeNull();
    expect(told('289126938200145', null)).toBeNull();
  });

  test('the fields whose values may be mailed are these and no other', () => {
    expect(employeeFields.map(({ key }) => key).filter(mayBeMailed)).toEqual([
      ...['luccaId', 'employeeNumber', 'civilTitle', 'lastName', 'firstName'],
      ...['establishment', 'contractStart', 'contractEnd'],
    ]);
  });

  test('twice is told once, from the first value to the last; what came back is not told', () => {
    const changes = [
      field('1', 'lastName', 'A', 'B'),
      field('1', 'firstName', 'Ada', 'Eva'),
      field('1', 'lastName', 'B', 'C'),
      field('1', 'firstName', 'Eva', 'Ada'),
    ];
    const told = news({ changes });
    expect(told.changed[0]?.fields).toEqual([
      { field: 'lastName', way: 'changed', values: { before: 'A', after: 'C' } },
    ]);
    expect(told.told).toBe(1);
  });

  test('values read elsewhere are counted by field, what people changed is told of them', () => {
    const bruno = person('2', 'DURAND');
    const read = (id: string, key: string, before: string | null, after: string) =>
      change(id, 'changed', { field: key, before, after, cause: 'mapping' });
    const changes = [
      ...[read('1', 'iban', 'FR76A', 'FR76B'), read('2', 'iban', null, 'FR76C'), read('1', 'city', 'Lyon', 'LYON')],
      ...[field('1', 'lastName', 'DUPONT', 'MARTIN'), field('1', 'iban', 'FR76B', 'FR76D')],
      ...[read('2', 'lastName', 'DURAND', 'Durand'), read('2', 'lastName', 'Durand', 'DURAND')],
    ];
    const { changed, reread, told } = news({ changes, employees: [ADA, bruno] });
    expect(reread).toEqual([
      { field: 'city', values: 1 },
      { field: 'iban', values: 2 },
    ]);
    expect(changed.map((each) => [each.person, each.fields.map((it) => [it.field, it.way])])).toEqual([
      [
        'MARTIN Ada (01)',
        [
          ['lastName', 'changed'],
          ['iban', 'changed'],
        ],
      ],
    ]);
    expect(told).toBe(4);
  });

  test('of who came back, what changed meanwhile is told, and their absences are not', () => {
    const changes = [
      change('1', 'returned'),
      field('1', 'iban', 'FR76A', 'FR76B'),
      change('1', 'absenceAdded', { field: 'x', after: '2026-11-02 am Maladie' }),
    ];
    const { changed, arrivals, told } = news({ changes });
    const fields = [{ field: 'iban', way: 'changed', values: null }];
    expect(changed).toEqual([{ person: 'MARTIN Ada (01)', fields, absencesAdded: 0, absencesRemoved: 0 }]);
    expect([arrivals.map(({ isBack }) => isBack), told]).toEqual([[true], 2]);
  });

  test('absences are counted, never named', () => {
    const changes = [
      change('1', 'absenceAdded', { field: 'x', after: '2026-11-02 am Maladie' }),
      change('1', 'absenceAdded', { field: 'y', after: '2026-11-02 pm Maladie' }),
      change('1', 'absenceRemoved', { field: 'z', before: '2026-11-03 am Maladie' }),
    ];
    const told = news({ changes });
    expect(told.changed).toEqual([{ person: 'MARTIN Ada (01)', fields: [], absencesAdded: 2, absencesRemoved: 1 }]);
    expect(JSON.stringify(told)).not.toContain('Maladie');
    expect(told.told).toBe(3);
  });

  test('a half-day taken away and given back is not told; nor are those of a month of which nothing is shown', () => {
    const changes = [
      change('1', 'absenceRemoved', { field: 'x', before: '2026-11-02 am Maladie' }),
      change('1', 'absenceRemoved', { field: 'y', before: '2026-11-03 am Maladie' }),
      change('1', 'absenceAdded', { field: 'z', after: '2026-11-02 am Maladie' }),
    ];
    expect(news({ changes }).changed).toMatchObject([{ absencesAdded: 0, absencesRemoved: 1 }]);
    expect(news({ changes, silent: new Set(['2026-11']) })).toMatchObject({ changed: [], told: 0 });
  });
});

describe('who came and who went', () => {
  test('arrivals with their start, returns, and people gone by name', () => {
    const employees = [
      person('1', 'MARTIN', { contractStart: '2026-12-01' }),
      person('2', 'DURAND'),
      person('4', 'PETIT', { contractStart: null }),
    ];
    const changes = [
      change('1', 'arrived'),
      field('1', 'lastName', 'X', 'MARTIN'),
      change('2', 'returned'),
      change('3', 'gone', { before: 'BLANC Zoé (03)' }),
      change('4', 'arrived'),
      change('5', 'gone'),
    ];
    const told = news({ changes, employees });
    expect(told.arrivals).toEqual([
      { person: 'MARTIN Ada (01)', from: '2026-12-01', isBack: false },
      { person: 'DURAND Ada (02)', from: '2020-01-01', isBack: true },
      { person: 'PETIT Ada (04)', from: null, isBack: false },
    ]);
    expect(told.gone).toEqual(['BLANC Zoé (03)', 'n° 5']);
    expect(told.changed).toEqual([]);
  });

  test('who came and went meanwhile was never news', () => {
    const changes = [change('9', 'arrived'), change('9', 'gone', { before: 'BREF Léo (09)' })];
    expect(news({ changes })).toMatchObject({ arrivals: [], gone: [] });
  });
});

describe('a contract that ends', () => {
  const until = (contractEnd: string) => [person('1', 'MARTIN', { contractEnd })];

  test.each([
    ['reached today', '2026-11-16', plainDate('2026-11-15'), true],
    ['reached in the days since the mail before', '2026-11-14', plainDate('2026-11-13'), true],
    ['told already', '2026-11-15', plainDate('2026-11-15'), false],
    ['still to come', '2026-11-17', plainDate('2026-11-15'), false],
    ['before the first mail', '2026-11-16', null, false],
  ])('%s', (_title, end, since, isTold) => {
    const told = news({ employees: until(end), since }).ends;
    expect(told).toEqual(isTold ? [{ person: 'MARTIN Ada (01)', on: end, isReached: true }] : []);
  });

  test('set for later is told once, among the ends and not among the changes; taken away is a change', () => {
    const set = news({
      changes: [field('1', 'contractEnd', null, '2026-12-31')],
      employees: until('2026-12-31'),
    });
    expect([set.ends, set.changed]).toEqual([[{ person: 'MARTIN Ada (01)', on: '2026-12-31', isReached: false }], []]);
    const taken = news({ changes: [field('1', 'contractEnd', '2026-12-31', null)] });
    expect(taken.ends).toEqual([]);
    expect(taken.changed[0]?.fields).toEqual([
      { field: 'contractEnd', way: 'emptied', values: { before: '2026-12-31', after: null } },
    ]);
  });
});

describe('a contract that comes with its end', () => {
  test.each([
    ['that is past already', '2026-11-04', true],
    ['for later', '2026-12-04', false],
  ])('%s', (_title, contractEnd, isReached) => {
    const employees = [person('1', 'MARTIN', { contractEnd })];
    const told = news({ changes: [change('1', 'arrived')], employees });
    expect(told.ends).toEqual([{ person: 'MARTIN Ada (01)', on: contractEnd, isReached }]);
    expect([told.arrivals.length, told.told]).toEqual([1, 2]);
  });
});

describe('files that are not complete', () => {
  test('of people present or to come, by required field; what Lucca did not give says nothing', () => {
    const employees = [
      person('1', 'MARTIN', { nir: null, address: '' }),
      { ...ADA, values: { contractStart: '2020-01-01' } },
      person('2', 'DURAND', { iban: null, contractEnd: '2026-10-31' }),
      { ...person('3', 'PETIT'), unreadable: ['birthDate' as const] },
      person('4', 'ROUX', { iban: null, contractStart: '2027-01-01' }),
    ];
    expect(news({ employees }).incomplete).toEqual([
      { person: 'MARTIN Ada (01)', missing: ['nir', 'address'] },
      { person: 'PETIT Ada (03)', missing: ['birthDate'] },
      { person: 'ROUX Ada (04)', missing: ['iban'] },
    ]);
  });
});

test('a name cannot begin a line, a header, or write backwards', () => {
  const employees = [person('1', 'MAR\r\nBcc: x@y.example\u202eTIN', { firstName: ' Ada ' })];
  expect(news({ changes: [change('1', 'arrived')], employees }).arrivals[0]?.person).toBe(
    'MAR Bcc: x@y.example TIN Ada (01)',
  );
});
