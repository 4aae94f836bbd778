import { describe, expect, test } from '@jest/globals';
import { plainDate } from '../../shared/domain/calendar/plainDate.ts';
import { entryMonthOf } from '../../shared/domain/worktime/entryMonth.ts';
import { toTimeEntries } from '../../server/lucca/mapping/timeEntries.ts';
import { toTimesheet } from '../../server/lucca/mapping/timesheets.ts';
import { toWorkingTime } from '../../server/lucca/mapping/workingTimes.ts';
import { listOfTimeEntries } from '../../server/lucca/resources/timeEntries.ts';
import { listOfTimesheets } from '../../server/lucca/resources/timesheets.ts';
import { workingTimeRowSchema } from '../../server/lucca/resources/workingTimes.ts';

type Raw = Readonly<Record<string, unknown>>;
const [FROM, TO] = [plainDate('2026-09-27'), plainDate('2026-11-01')];
const start = { offset: 0, index: 0, cursor: undefined };
const [entryList, sheetList] = [listOfTimeEntries(['416', '417'], FROM, TO), listOfTimesheets(['416'], FROM, TO)];
const [rowSchema, sheetSchema] = [entryList.row, sheetList.row];

const clock: Raw = { id: 7, ownerId: 416, unit: 2, startsAt: '2026-10-05T09:00:00', duration: '03:30:00', layer: 0 };

/** The entry as its short text. */
function declared(changed: Raw): string[] {
  const entries = toTimeEntries(rowSchema.parse({ ...clock, ...changed }));
  return [...entryMonthOf('416', '2026-10' as never, entries).entries];
}

describe('times of a clock', () => {
  test.each<[string, Raw, string[]]>([
    ['start and end', { endsAt: '2026-10-05T12:30:00' }, ['t 2026-10-05T09:00 2026-10-05T12:30 210 7']],
    ['no end: start and duration', {}, ['t 2026-10-05T09:00 2026-10-05T12:30 210 7']],
    ['an end of null', { endsAt: null }, ['t 2026-10-05T09:00 2026-10-05T12:30 210 7']],
    ['no duration', { duration: null, endsAt: '2026-10-05T12:30' }, ['t 2026-10-05T09:00 2026-10-05T12:30 - 7']],
    [
      'over midnight, over the end of a month',
      { startsAt: '2026-10-31T22:00:00', duration: '07:30:00' },
      ['t 2026-10-31T22:00 2026-11-01T05:30 450 7'],
    ],
    [
      'a whole day',
      { startsAt: '2026-10-05T00:00:00', duration: '1.00:00:00' },
      ['t 2026-10-05T00:00 2026-10-06T00:00 1440 7'],
    ],
    [
      'the hour that comes twice: what Lucca gives stands beside what the wall shows',
      { startsAt: '2026-10-24T22:00:00', endsAt: '2026-10-25T06:00:00', duration: '09:00:00' },
      ['t 2026-10-24T22:00 2026-10-25T06:00 540 7'],
    ],
    [
      'a duration that is neither is kept: the engine tells it',
      { endsAt: '2026-10-05T12:30:00', duration: '02:00:00' },
      ['t 2026-10-05T09:00 2026-10-05T12:30 120 7'],
    ],
    [
      'an end before its start is kept: the engine tells it',
      { endsAt: '2026-10-05T08:00:00' },
      ['t 2026-10-05T09:00 2026-10-05T08:00 210 7'],
    ],
  ])('%s', (_, changed, told) => {
    expect(declared(changed)).toEqual(told);
  });

  test.each<[string, Raw, string[]]>([
    [
      'of a clock only the minute that has begun counts, and the duration follows',
      { startsAt: '2026-10-05T09:00:40', endsAt: '2026-10-05T12:30:20', duration: '03:29:40' },
      ['t 2026-10-05T09:00 2026-10-05T12:30 210 7'],
    ],
    [
      'the other way round',
      { startsAt: '2026-10-05T09:00:20', endsAt: '2026-10-05T12:30:40.25', duration: '03:30:20' },
      ['t 2026-10-05T09:00 2026-10-05T12:30 210 7'],
    ],
    [
      'without an end',
      { startsAt: '2026-10-05T09:00:40', duration: '03:29:30' },
      ['t 2026-10-05T09:00 2026-10-05T12:30 210 7'],
    ],
    ['less than a minute is nothing', { startsAt: '2026-10-05T09:00:10', duration: '00:00:40' }, []],
    [
      'one second that passes a minute is a minute',
      { startsAt: '2026-10-05T09:00:59', duration: '00:00:01' },
      ['t 2026-10-05T09:00 2026-10-05T09:01 1 7'],
    ],
  ])('seconds: %s', (_, changed, told) => {
    expect(declared(changed)).toEqual(told);
  });
});

describe('hours and days', () => {
  const hours = { unit: 1, startsAt: '2026-10-05T00:00:00' };
  const days = { unit: 0, startsAt: '2026-10-05T00:00:00' };
  test.each<[string, Raw, string[]]>([
    ['hours of a morning', { ...hours, duration: '03:45:00' }, ['h 2026-10-05 am 225 7']],
    ['hours of an afternoon', { ...hours, startsAt: '2026-10-05T12:00:00' }, ['h 2026-10-05 pm 210 7']],
    ['hours to the nearest minute, under', { ...hours, duration: '03:45:29' }, ['h 2026-10-05 am 225 7']],
    ['hours to the nearest minute, half', { ...hours, duration: '03:45:30' }, ['h 2026-10-05 am 226 7']],
    ['a date without a time is a morning', { ...hours, startsAt: '2026-10-05' }, ['h 2026-10-05 am 210 7']],
    ['half a day, morning', { ...days, duration: '12:00:00' }, ['d 2026-10-05 am 7']],
    [
      'half a day, afternoon',
      { ...days, startsAt: '2026-10-05T12:00:00', duration: '12:00:00' },
      ['d 2026-10-05 pm 7'],
    ],
    ['a day is both halves', { ...days, duration: '1.00:00:00' }, ['d 2026-10-05 am 7-am', 'd 2026-10-05 pm 7-pm']],
  ])('%s', (_, changed, told) => {
    expect(declared(changed)).toEqual(told);
  });
});

describe('what is left out', () => {
  test.each<[string, Raw]>([
    ['no duration at all, on a day of absence', { duration: '00:00:00' }],
    ['no duration, in days', { unit: 0, duration: '00:00:00' }],
    ['archived', { archivedAt: '2026-10-06T08:00:00' }],
    ['the theoretical layer', { layer: 1 }],
  ])('%s', (_, changed) => {
    expect(declared(changed)).toEqual([]);
  });

  test('what says nothing of its layer or of an archive is declared', () => {
    expect(declared({ layer: undefined, archivedAt: '' })).toHaveLength(1);
  });
});

describe('what cannot be read is told, by its date', () => {
  test.each<[string, Raw]>([
    ['a duration in another form', { duration: 'PT3H30M' }],
    ['a duration that is a number', { duration: 3.5 }],
    ['a negative duration', { duration: '-03:30:00' }],
    ['an end in another form', { endsAt: '12 h 30' }],
    ['an end in a zone', { endsAt: '2026-10-05T10:30:00Z' }],
    ['a start in a zone', { startsAt: '2026-10-05T07:00:00+02:00' }],
    ['a time of no clock', { startsAt: '2026-10-05T24:30:00' }],
    ['neither end nor duration', { duration: null }],
    ['more than a day', { duration: '1.00:00:01' }],
    ['an end two days later', { endsAt: '2026-10-07T09:00:00' }],
    ['a unit that we do not know', { unit: 3 }],
    ['no unit', { unit: null }],
    ['hours without a duration', { unit: 1, duration: null }],
    ['a quarter of a day', { unit: 0, duration: '06:00:00' }],
    ['a day that begins at noon', { unit: 0, startsAt: '2026-10-05T12:00:00', duration: '1.00:00:00' }],
  ])('%s', (_, changed) => {
    expect(declared(changed)).toEqual(['? 2026-10-05 7']);
  });

  test.each<[string, Raw]>([
    ['whose', { ownerId: null }],
    ['which', { id: undefined }],
    ['when', { startsAt: 'lundi' }],
    ['on a date that is none', { startsAt: '2026-02-30T09:00:00' }],
  ])('%s it is must be there, or the reply is refused', (_, changed) => {
    expect(rowSchema.safeParse({ ...clock, ...changed }).success).toBe(false);
  });

  test('names are read in any case', () => {
    const upper = Object.fromEntries(Object.entries(clock).map(([key, value]) => [key.toUpperCase(), value]));
    expect(toTimeEntries(rowSchema.parse(upper))).toHaveLength(1);
  });
});

describe('sheets', () => {
  const raw = { id: 0, ownerId: 416, startsOn: '2026-10-05T00:00:00', endsOn: '2026-10-12T00:00:00', status: 2 };
  test.each([
    [0, 'notSubmitted'],
    [1, 'pending'],
    [2, 'approved'],
    [3, 'rejected'],
    [4, 'unknown'],
    [null, 'unknown'],
    ['Approved', 'unknown'],
  ])('state %j is %s; the last day is inside', (status, said) => {
    expect(toTimesheet(sheetSchema.parse({ ...raw, status }))).toEqual({
      employeeId: '416',
      from: '2026-10-05',
      to: '2026-10-11',
      status: said,
    });
  });

  test('one that covers no day is none; one of which no day is said refuses the reply', () => {
    expect(toTimesheet(sheetSchema.parse({ ...raw, endsOn: '2026-10-05T00:00:00' }))).toBeUndefined();
    expect(sheetSchema.safeParse({ ...raw, endsOn: null }).success).toBe(false);
  });

  test('those that nobody submitted share an identifier, and are not one', () => {
    const [one, other] = [raw, { ...raw, startsOn: '2026-10-12' }].map((each) =>
      sheetList.idOf(sheetSchema.parse(each)),
    );
    expect(one).not.toBe(other);
  });
});

describe('what is asked', () => {
  test('the actual layer, nothing archived, one day more than needed, in order, at the documented maximum', () => {
    const query = new URL(entryList.path(start), 'http://localhost').searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      ownerId: '416,417',
      startsAt: 'between,2026-09-27,2026-11-02',
      layer: 'notequal,1',
      archivedAt: 'null',
      orderBy: 'id,asc',
      paging: '0,10000',
    });
  });

  test('sheets in an order of their own: identifiers are shared', () => {
    const query = new URL(sheetList.path(start), 'http://localhost').searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      startsOn: 'between,2026-09-27,2026-11-01',
      orderBy: 'ownerId,asc,startsOn,asc',
      paging: '0,1000',
    });
  });
});

describe('working times of contracts', () => {
  const week = { frequencyType: 'week' };
  test.each<[string, Raw, number | null]>([
    ['hours of a week', { referencePeriod: week, contractWorkingTimeDuration: { value: 28, unit: 'hour' } }, 1_680],
    ['hours and minutes', { referencePeriod: week, contractWorkingTimeDuration: { iso: 'PT38H30M' } }, 2_310],
    ['a year', { referencePeriod: { frequencyType: 'year' }, contractWorkingTimeDuration: { iso: 'PT1607H' } }, null],
    ['days', { referencePeriod: week, contractWorkingTimeDuration: { value: 5, unit: 'day', iso: 'P5D' } }, null],
    ['nothing said', {}, null],
    ['another form', { referencePeriod: 'week', contractWorkingTimeDuration: '35 h' }, null],
  ])('%s', (_, raw, minutes) => {
    const row = workingTimeRowSchema.parse({ name: 'Équipe', isPartTime: true, ...raw });
    expect(toWorkingTime('23', row)).toEqual({ id: '23', name: 'Équipe', isPartTime: true, weeklyMinutes: minutes });
  });

  test('nothing read is not known', () => {
    expect(toWorkingTime('23', workingTimeRowSchema.parse({ isPartTime: 'oui' }))).toEqual({
      id: '23',
      name: null,
      isPartTime: null,
      weeklyMinutes: null,
    });
  });
});
