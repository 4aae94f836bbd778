import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import type { HalfDayAbsence } from '../../../shared/domain/absences/halfDay.ts';
import { spansOf } from '../../../shared/domain/absences/spans.ts';

function half(text: string, more: Partial<HalfDayAbsence> = {}): HalfDayAbsence {
  const [date = '', part] = text.split(' ');
  const on = plainDate('2026-09-01');
  return {
    id: `${text} ${more.leaveId ?? '50'}`,
    employeeId: '1',
    leaveId: '50',
    accountId: '9',
    accountName: 'Congés payés',
    date: plainDate(date),
    half: part === 'pm' ? 'pm' : 'am',
    minutes: null,
    requestedOn: on,
    approvedOn: on,
    ...more,
  };
}

function read(halves: readonly HalfDayAbsence[]) {
  return spansOf(halves).map(
    ({ from, to, halfDays }) => `${from.date} ${from.half} → ${to.date} ${to.half} (${halfDays})`,
  );
}

describe('spans of absence', () => {
  test('half-days that follow each other are one span; a week-end does not cut it', () => {
    const days = ['2026-10-08', '2026-10-09', '2026-10-12'].flatMap((date) => [half(`${date} am`), half(`${date} pm`)]);
    expect(read(days)).toEqual(['2026-10-08 am → 2026-10-12 pm (6)']);
  });

  test('a missing weekday cuts', () => {
    expect(read([half('2026-10-05 am'), half('2026-10-05 pm'), half('2026-10-07 am')])).toEqual([
      '2026-10-05 am → 2026-10-05 pm (2)',
      '2026-10-07 am → 2026-10-07 am (1)',
    ]);
  });

  test('a missing afternoon cuts', () => {
    expect(read([half('2026-10-05 am'), half('2026-10-06 am')])).toHaveLength(2);
  });

  test('a month end cuts, so that each month stands by itself', () => {
    expect(read([half('2026-09-30 pm'), half('2026-10-01 am')])).toEqual([
      '2026-09-30 pm → 2026-09-30 pm (1)',
      '2026-10-01 am → 2026-10-01 am (1)',
    ]);
  });

  test('two accounts on one date stay two spans', () => {
    const [morning, afternoon] = spansOf([
      half('2026-10-05 am'),
      half('2026-10-05 pm', { accountId: '12', accountName: 'RTT', leaveId: '51' }),
    ]);
    expect([morning?.accountName, afternoon?.accountName]).toEqual(['Congés payés', 'RTT']);
    expect(morning?.key).not.toBe(afternoon?.key);
  });

  test('hours are summed in minutes, days are not given hours', () => {
    const [span] = spansOf([half('2026-10-05 am', { minutes: 90 }), half('2026-10-05 pm', { minutes: 150 })]);
    expect(span?.minutes).toBe(240);
    expect(spansOf([half('2026-10-05 am')])[0]?.minutes).toBeNull();
  });

  test('the order in which half-days come changes nothing, and none is lost', () => {
    const days = fc.uniqueArray(
      fc.tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom('am', 'pm'), fc.constantFrom('50', '51')),
      {
        selector: ([day, part]) => `${day} ${part}`,
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(days, fc.infiniteStream(fc.nat()), (chosen, shuffle) => {
        const halves = chosen.map(([day, part, leaveId]) =>
          half(`2026-10-${String(day).padStart(2, '0')} ${part}`, { leaveId }),
        );
        const shuffled = [...halves].sort(() => ((shuffle.next().value ?? 0) % 2 === 0 ? 1 : -1));
        expect(spansOf(shuffled)).toEqual(spansOf(halves));
        expect(spansOf(halves).reduce((sum, { halfDays }) => sum + halfDays, 0)).toBe(halves.length);
      }),
    );
  });
});
