import { describe, expect, test } from '@jest/globals';
import { plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import type { HalfDayAbsence } from '../../../shared/domain/absences/halfDay.ts';
import type { Employee } from '../../../shared/domain/people/employee.ts';
import { absenceText, goneAfter, mirrorChanges, type Mirror } from '../../../shared/domain/review/mirrorChanges.ts';

const OCTOBER = plainMonth('2026-10');
const NOVEMBER = plainMonth('2026-11');
const nobodyGone: ReadonlySet<string> = new Set();

function person(id: string, values: Employee['values'] = { lastName: 'Roche', city: 'Lyon' }): Employee {
  return { id, values };
}

function halfDay(id: string, over: Partial<HalfDayAbsence> = {}): HalfDayAbsence {
  return {
    id,
    employeeId: '7',
    leaveId: 'L1',
    accountId: '3',
    accountName: 'Congés payés',
    date: plainDate('2026-10-05'),
    half: 'am',
    minutes: null,
    requestedOn: null,
    approvedOn: null,
    ...over,
  };
}

function mirror(employees: readonly Employee[], october?: readonly HalfDayAbsence[]): Mirror {
  return { employees, absences: new Map(october ? [[OCTOBER, october]] : []) };
}

describe('people between two readings', () => {
  test('two equal readings: nothing', () => {
    const same = () => mirror([person('7'), person('8')], [halfDay('a')]);
    expect(mirrorChanges(same(), same(), nobodyGone)).toEqual([]);
  });

  test('one line per field that changed, in the order of the catalogue', () => {
    const after = mirror([person('7', { city: 'Lille', lastName: 'Roche-Petit' })]);
    expect(mirrorChanges(mirror([person('7')]), after, nobodyGone)).toEqual([
      { employeeId: '7', kind: 'changed', field: 'lastName', before: 'Roche', after: 'Roche-Petit' },
      { employeeId: '7', kind: 'changed', field: 'city', before: 'Lyon', after: 'Lille' },
    ]);
  });

  test('a field emptied in Lucca is a change; a field that Lucca did not give is not', () => {
    const emptied = mirrorChanges(mirror([person('7')]), mirror([person('7', { city: null })]), nobodyGone);
    expect(emptied).toEqual([{ employeeId: '7', kind: 'changed', field: 'city', before: 'Lyon', after: null }]);
    expect(mirrorChanges(mirror([person('7', {})]), mirror([person('7')]), nobodyGone)).toEqual([]);
  });

  test('arrived, gone, and returned after having gone in the past', () => {
    const changes = mirrorChanges(mirror([person('7')]), mirror([person('10'), person('9')]), new Set(['9']));
    expect(changes.map(({ employeeId, kind }) => [employeeId, kind])).toEqual([
      ['7', 'gone'],
      ['9', 'returned'],
      ['10', 'arrived'],
    ]);
    expect(changes.every(({ field, after }) => field === null && after === null)).toBe(true);
    // Whoever is gone has no other name in the log.
    expect(changes.map(({ before }) => before)).toEqual(['Roche', null, null]);
  });

  test('the log tells who is gone now: the last coming or going counts', () => {
    const log = [
      { employeeId: '7', kind: 'gone' },
      { employeeId: '8', kind: 'gone' },
      { employeeId: '8', kind: 'changed' },
      { employeeId: '7', kind: 'returned' },
    ] as const;
    expect(goneAfter(log)).toEqual(new Set(['8']));
  });
});

describe('absences between two readings', () => {
  const people = [person('7')];

  test('one more half-day, one less', () => {
    const changes = mirrorChanges(
      mirror(people, [halfDay('a')]),
      mirror(people, [halfDay('b', { half: 'pm' })]),
      nobodyGone,
    );
    expect(changes).toEqual([
      { employeeId: '7', kind: 'absenceRemoved', field: 'a', before: '2026-10-05 am Congés payés', after: null },
      { employeeId: '7', kind: 'absenceAdded', field: 'b', before: null, after: '2026-10-05 pm Congés payés' },
    ]);
  });

  test.each([
    ['its account', { accountId: '4', accountName: 'RTT' }],
    ['its minutes', { minutes: 210 }],
    ['its day', { date: plainDate('2026-10-06') }],
  ])('a half-day that changed %s was removed, then added', (_title, over) => {
    const changes = mirrorChanges(mirror(people, [halfDay('a')]), mirror(people, [halfDay('a', over)]), nobodyGone);
    expect(changes.map(({ kind }) => kind)).toEqual(['absenceRemoved', 'absenceAdded']);
    expect(changes.map(({ field }) => field)).toEqual(['a', 'a']);
  });

  test('a month read for the first time is a start, and a month not read again says nothing', () => {
    const before = mirror(people, [halfDay('a')]);
    const after: Mirror = { employees: people, absences: new Map([[NOVEMBER, [halfDay('b')]]]) };
    expect(mirrorChanges(before, after, nobodyGone)).toEqual([]);
  });

  test('a month of which Lucca shows nothing any more: removed, because of that silence', () => {
    const crowd = ['1', '2', '3', '4', '7'].map((id) => person(id, { contractStart: '2020-01-01' }));
    const removed = mirrorChanges(mirror(crowd, [halfDay('a')]), mirror(crowd, []), nobodyGone);
    expect(removed.map(({ kind, cause }) => [kind, cause])).toEqual([['absenceRemoved', 'silence']]);
    const few = mirrorChanges(mirror(people, [halfDay('a')]), mirror(people, []), nobodyGone);
    expect(few.map(({ kind, cause }) => [kind, cause])).toEqual([['absenceRemoved', undefined]]);
  });

  test('the text of an absence kept in hours tells the minutes', () => {
    expect(absenceText(halfDay('a', { minutes: 210 }))).toBe('2026-10-05 am Congés payés (210 min)');
  });
});
