import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { settingsIn, settingTexts } from '../../../shared/domain/vouchers/frozenSettings.ts';
import type { LedgerEntry } from '../../../shared/domain/vouchers/ledger.ts';
import { ledgerEntries, ledgerTexts } from '../../../shared/domain/vouchers/ledgerText.ts';
import { regulation } from './builders.ts';

const order = plainMonth('2026-10');
const days = { from: plainDate('2026-10-01'), to: plainDate('2026-10-31') };
const takings = { from: plainDate('2026-09-01'), to: plainDate('2026-09-30') };
const entry = (date: string, fact: LedgerEntry['fact'], change: 1 | -1 = 1): LedgerEntry => ({
  order,
  regulation: 'siege',
  date: plainDate(date),
  fact,
  change,
});

describe('the register of an order', () => {
  test('holds a letter per day of each window, and the rest date by date', () => {
    const entries = [
      entry('2026-10-01', 'given'),
      entry('2026-10-02', 'given'),
      entry('2026-09-03', 'absence'),
      entry('2026-09-30', 'meal'),
      entry('2026-08-31', 'given', -1),
      entry('2026-08-12', 'absence'),
    ];
    expect(ledgerTexts(entries, days, takings)).toEqual({
      given: { from: '2026-10-01', letters: `JJ${'.'.repeat(29)}` },
      taken: { from: '2026-09-01', letters: `..A${'.'.repeat(26)}R` },
      others: '2026-08-12A+ 2026-08-31J-',
    });
  });

  test('gives back what was recorded', () => {
    const facts = fc.constantFrom('given' as const, 'absence' as const, 'meal' as const);
    const one = fc.tuple(fc.nat(120), facts, fc.constantFrom(1 as const, -1 as const));
    const entries = fc.array(one, { maxLength: 60 }).map((rows) => {
      const drawn = rows.map(([offset, fact, change]) => entry(addDays(plainDate('2026-07-15'), offset), fact, change));
      // A date is taken once at most.
      const key = ({ date, fact }: LedgerEntry) => `${date}${fact === 'given' ? 'J' : 'T'}`;
      return [...new Map(drawn.map((each) => [key(each), each])).values()];
    });
    const sorted = (list: readonly LedgerEntry[]) => list.map((each) => JSON.stringify(each)).sort();
    fc.assert(
      fc.property(entries, (drawn) => {
        const read = ledgerEntries(ledgerTexts(drawn, days, takings), order, 'siege');
        expect(sorted(read ?? [])).toEqual(sorted(drawn));
      }),
    );
  });

  test.each([
    ['a letter of no meaning', { letters: 'JX' }, ''],
    ['a date that is none', { letters: 'J.' }, '2026-02-30A+'],
    ['a sign that is missing', { letters: 'J.' }, '2026-02-20A'],
  ])('is not read with %s', (_, { letters }, others) => {
    const given = { from: days.from, letters };
    expect(
      ledgerEntries({ given, taken: { from: takings.from, letters: '' }, others }, order, 'siege'),
    ).toBeUndefined();
  });
});

describe('frozen settings', () => {
  test('are given back as they were', () => {
    const settings = regulation({ startDay: 16, hourAbsence: 'any' });
    expect(settingsIn('siege', settingTexts(settings))).toEqual(settings);
  });

  test('are not read with a part missing', () => {
    const texts = new Map(settingTexts(regulation()));
    texts.delete('values');
    expect(settingsIn('siege', texts)).toBeUndefined();
  });
});
