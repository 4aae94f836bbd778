import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { timeEntryMonthSchema } from '../../../shared/contracts/worktimeSchemas.ts';
import { plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { wallTime } from '../../../shared/domain/calendar/wallTime.ts';
import { entriesOf, entryMonthOf, type TimeEntry } from '../../../shared/domain/worktime/entryMonth.ts';

const [SEPTEMBER, OCTOBER, NOVEMBER] = ['2026-09', '2026-10', '2026-11'].map(plainMonth) as [never, never, never];
const timed = (id: string, start: string, end: string, statedMinutes: number | null = null): TimeEntry => ({
  kind: 'timed',
  id,
  start: wallTime(start),
  end: wallTime(end),
  statedMinutes,
});
const half = (id: string, date: string): TimeEntry => ({ kind: 'days', id, date: plainDate(date), half: 'am' });

describe('the declared time of a person and month in one row', () => {
  test('an entry of each kind is a short text, and comes back as it was', () => {
    const entries: TimeEntry[] = [
      timed('1', '2026-10-05T09:00', '2026-10-05T12:30', 210),
      timed('2', '2026-10-31T22:00', '2026-11-01T06:00'),
      { kind: 'hours', id: '3', date: plainDate('2026-10-06'), half: 'pm', minutes: 225 },
      half('4', '2026-10-07'),
      { kind: 'unreadable', id: 'a b', date: plainDate('2026-10-08') },
    ];
    const row = entryMonthOf('416', OCTOBER, entries);
    expect(row).toEqual({
      employeeId: '416',
      month: '2026-10',
      entries: [
        't 2026-10-05T09:00 2026-10-05T12:30 210 1',
        't 2026-10-31T22:00 2026-11-01T06:00 - 2',
        'h 2026-10-06 pm 225 3',
        'd 2026-10-07 am 4',
        '? 2026-10-08 a b',
      ],
    });
    expect(timeEntryMonthSchema.parse(row)).toEqual(row);
    expect(entriesOf([row])).toEqual(entries);
  });

  test.each(['t 2026-10-05T09:00 2026-10-05T12:30 1', 'h 2026-10-06 noon 225 3', 'd 2026-10-07 am ', 'x 2026-10-07 1'])(
    'the contract refuses « %s »',
    (text) => {
      const row = { employeeId: '416', month: '2026-10', entries: [text] };
      expect(timeEntryMonthSchema.safeParse(row).success).toBe(false);
    },
  );

  const id = fc.string({ minLength: 1 }).filter((text) => /^\S/.test(text));
  const date = fc.integer({ min: 1, max: 31 }).map((day) => plainDate(`2026-10-${String(day).padStart(2, '0')}`));
  const part = fc.constantFrom('am' as const, 'pm' as const);
  const minutes = fc.integer({ min: 1, max: 1_440 });
  const anyEntry: fc.Arbitrary<TimeEntry> = fc.oneof(
    fc.record({ id, date, half: part, minutes }).map((each) => ({ kind: 'hours' as const, ...each })),
    fc.record({ id, date, half: part }).map((each) => ({ kind: 'days' as const, ...each })),
    fc.record({ id, date }).map((each) => ({ kind: 'unreadable' as const, ...each })),
    fc.record({ id, date, statedMinutes: fc.option(minutes) }).map(({ date: on, ...each }) => ({
      kind: 'timed' as const,
      ...each,
      start: wallTime(`${on}T21:00`),
      end: wallTime(`${on}T23:59`),
    })),
  );
  test('whatever is declared comes back, whatever its id', () => {
    fc.assert(
      fc.property(fc.array(anyEntry), (entries) => {
        const row = entryMonthOf('1', OCTOBER, entries);
        expect(entriesOf([row])).toEqual(entries);
        expect(timeEntryMonthSchema.safeParse(row).success).toBe(true);
      }),
    );
  });
});

describe('the weeks at both ends of a month stand in two rows', () => {
  const night = timed('1', '2026-09-30T22:00', '2026-10-01T06:00');
  const thursday = half('2', '2026-10-01');
  const september = entryMonthOf('416', SEPTEMBER, [half('0', '2026-09-15'), night, thursday]);
  const october = entryMonthOf('416', OCTOBER, [night, thursday, half('3', '2026-10-30'), half('4', '2026-11-01')]);
  const ids = (...rows: Parameters<typeof entriesOf>[0]) => entriesOf(rows).map((entry) => entry.id);

  test('one month alone gives its weeks whole', () => {
    expect(ids(october)).toEqual(['1', '2', '3', '4']);
  });

  test('two months give each entry once', () => {
    expect(ids(september, october)).toEqual(['0', '1', '2', '3', '4']);
  });

  test('a date is told by its own month: what was withdrawn since is not counted', () => {
    const corrected = entryMonthOf('416', NOVEMBER, []);
    expect(ids(october, corrected)).toEqual(['1', '2', '3']);
  });
});
