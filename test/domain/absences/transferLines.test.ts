import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import {
  broughtLines,
  halfDaysIn,
  halfDaysOf,
  halfDaysText,
  takenBackLines,
  type TransferLine,
} from '../../../shared/domain/absences/transferLines.ts';
import { transferKey, type TransferredHalfDay } from '../../../shared/domain/absences/transferRegister.ts';
import { halfDay, taken, weekdays } from './builders.ts';

function half(text: string, more: Partial<TransferredHalfDay> = {}): TransferredHalfDay {
  const { employeeId, date, half: part, minutes, accountId } = halfDay(text);
  return { employeeId, date, half: part, minutes, accountId, code: 'CP', ...more };
}

const whole = (from: string, to: string, more: Partial<TransferredHalfDay> = {}) =>
  weekdays(plainDate(from), plainDate(to)).flatMap((date) => [half(`${date} am`, more), half(`${date} pm`, more)]);
const read = (lines: readonly TransferLine[]) => lines.map(({ halfDays }) => halfDaysText(halfDays));

describe('a line', () => {
  test('goes over a week-end, not over a weekday, a month or another account', () => {
    expect(broughtLines(whole('2026-09-10', '2026-09-15')).map(({ halfDays }) => halfDays.length)).toEqual([8]);
    expect(broughtLines([...whole('2026-09-07', '2026-09-07'), ...whole('2026-09-09', '2026-09-09')])).toHaveLength(2);
    expect(broughtLines(whole('2026-09-28', '2026-10-02'))).toHaveLength(2);
    expect(broughtLines([half('2026-09-07 am'), half('2026-09-07 pm', { accountId: 'CP26' })])).toHaveLength(2);
  });

  test('of hours stands apart from days, and keeps two rows on one half', () => {
    const all = [half('2026-09-07 am', { minutes: 60 }), half('2026-09-07 am', { minutes: 90 }), half('2026-09-07 pm')];
    expect(read(broughtLines(all))).toEqual(['2026-09-07M60 2026-09-07M90', '2026-09-07A']);
  });

  test('taken back says which run brought it', () => {
    const first = whole('2026-09-07', '2026-09-07').map((each) => taken(each, { run: 'A1' }));
    const second = whole('2026-09-08', '2026-09-08').map((each) => taken(each, { run: 'A2' }));
    expect(takenBackLines([...first, ...second]).map(({ sign, corrects }) => [sign, corrects])).toEqual([
      [-1, 'A1'],
      [-1, 'A2'],
    ]);
  });

  test('loses and invents no half-day, whatever their order; its text comes back', () => {
    const some = fc.array(
      fc
        .record({
          day: fc.integer({ min: 0, max: 40 }),
          part: fc.constantFrom('am', 'pm'),
          accountId: fc.constantFrom('CP25', 'CP26'),
          employeeId: fc.constantFrom('1', '2'),
          minutes: fc.constantFrom(null, 0, 60, 445),
        })
        .map(({ day, part, ...more }) => half(`${addDays(plainDate('2026-09-01'), day)} ${part}`, more)),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(some, (items) => {
        const lines = broughtLines(items);
        const keys = (all: readonly TransferredHalfDay[]) =>
          all.map((each) => transferKey(each) + each.accountId).sort();
        expect(keys(lines.flatMap(halfDaysOf))).toEqual(keys(items));
        expect(read(broughtLines([...items].reverse())).sort()).toEqual(read(lines).sort());
        for (const { halfDays } of lines) expect(halfDaysIn(halfDaysText(halfDays))).toEqual(halfDays);
      }),
    );
  });
});

test.each([[''], ['2026-09-31M'], ['2026-09-07'], ['2026-09-07M  2026-09-07A'], ['2026-09-07MA'], ['2026-09-07M-9']])(
  '« %s » is no text of half-days',
  (text) => {
    expect(halfDaysIn(text)).toBeUndefined();
  },
);
