import { describe, expect, test } from '@jest/globals';
import { plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { valueOn, type DatedValue } from '../../../shared/domain/legal/datedValue.ts';

const source = { title: 'Loi', url: 'https://example.org' };

function row(from: string, value: number, asKnownOn?: string, checkedOn = '2024-06-30'): DatedValue<number> {
  const known = asKnownOn === undefined ? {} : { asKnownOn: plainDate(asKnownOn) };
  return { from: plainDate(from), value, source, checkedOn: plainDate(checkedOn), ...known };
}

// The second value of 2022 was published in 2023, as was the one that runs from September 2022.
const rows = [
  row('2022-01-01', 1),
  row('2022-01-01', 2, '2023-06-08'),
  row('2022-09-01', 3),
  row('2022-09-01', 4, '2023-06-08'),
  row('2024-01-01', 5),
];

function ask(date: string, knownOn?: string) {
  return valueOn(rows, plainDate(date), knownOn === undefined ? undefined : plainDate(knownOn))?.value;
}

describe('a value in force', () => {
  test.each([
    ['2021-12-31', undefined],
    ['2022-01-01', 2],
    ['2022-08-31', 2],
    ['2022-09-01', 4],
    ['2023-12-31', 4],
    ['2024-01-01', 5],
  ])('on %s, as known now: %s', (date, value) => {
    expect(ask(date)).toBe(value);
  });

  test.each([
    ['2022-01-01', '2021-12-31', undefined],
    ['2022-08-31', '2022-08-31', 1],
    ['2022-09-01', '2022-08-31', 1],
    ['2022-09-01', '2022-09-01', 3],
    ['2022-10-01', '2023-06-07', 3],
    ['2022-10-01', '2023-06-08', 4],
    ['2022-03-01', '2023-06-08', 2],
  ])('on %s, as known on %s: %s', (date, knownOn, value) => {
    expect(ask(date, knownOn)).toBe(value);
  });

  test('the order of the rows changes nothing', () => {
    for (const date of ['2022-08-31', '2022-09-01', '2024-01-01']) {
      expect(valueOn([...rows].reverse(), plainDate(date))).toEqual(valueOn(rows, plainDate(date)));
    }
  });
});

describe('a date after the last check', () => {
  test('is answered, and said', () => {
    expect(valueOn(rows, plainDate('2024-06-30'))).toEqual({ value: 5, source, findings: [] });
    expect(valueOn(rows, plainDate('2024-07-01'))).toEqual({
      value: 5,
      source,
      findings: [
        {
          code: 'legalValueUnchecked',
          severity: 'warning',
          facts: { title: 'Loi', date: '2024-07-01', checkedOn: '2024-06-30' },
          source,
        },
      ],
    });
  });

  test('the check of the newest row stands for those before it', () => {
    const table = [row('2022-01-01', 1, undefined, '2022-03-01'), row('2024-01-01', 2, undefined, '2024-06-30')];
    expect(valueOn(table, plainDate('2023-12-31'))).toEqual({ value: 1, source, findings: [] });
  });
});
