import { describe, expect, test } from '@jest/globals';
import { plainDate } from '../../shared/domain/calendar/plainDate.ts';
import { blank, textCell } from '../../shared/domain/review/cell.ts';
import type { Decision } from '../../shared/domain/review/review.ts';
import { countOf } from '../../shared/flows/reviewEntries.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import {
  bulkEntries,
  entryText,
  hasSomethingToWrite,
  reviewRows,
  shownEntries,
  shownValue,
} from '../../addin/taskpane/model/reviewRows.ts';
import { entry, reviewOf } from '../support/reviewEntries.ts';

const none = new Map<string, Decision>();

describe('lines of the review', () => {
  test('people in doubt come first, then the alphabet; in a person, what must be looked at comes first', () => {
    const rows = reviewRows([
      entry('Zoé', { kind: 'changed' }),
      entry('Zoé', { kind: 'conflict' }),
      entry('Éric', {}),
      entry('Eve', { gated: true }),
      entry('Adam', {}),
    ]);
    expect(rows.filter(({ type }) => type === 'person').map((row) => row.type === 'person' && row.person.name)).toEqual(
      ['Eve', 'Zoé', 'Adam', 'Éric'],
    );
    expect(rows.slice(2, 5).map((row) => row.type === 'entry' && row.entry.item.kind)).toEqual([
      false,
      'conflict',
      'changed',
    ]);
  });

  test('each filter shows what its name says', () => {
    const review = reviewOf([
      entry('A', {}),
      entry('B', { table: absencesTable.name, kind: 'removed' }),
      entry('C', { kind: 'conflict' }),
      entry('D', { remembered: true, decision: 'ignore' }),
    ]);
    const shown = (filter: Parameters<typeof shownEntries>[1]) =>
      shownEntries(review, filter).map(({ item }) => item.key);
    expect(shown('all')).toEqual(['A', 'B', 'C']);
    expect(shown('undecided')).toEqual(['C']);
    expect(shown('people')).toEqual(['A', 'C']);
    expect(shown('absences')).toEqual(['B']);
    expect(shown('ignored')).toEqual(['D']);
  });

  test('what was left to decide is moved in bulk from its own view only, conflicts and IBAN never', () => {
    const entries = [
      entry('A', {}),
      entry('B', { kind: 'removed', decision: 'undecided' }),
      entry('C', { kind: 'conflict', decision: 'undecided' }),
      entry('D', { gated: true, decision: 'undecided' }),
    ];
    expect(bulkEntries(entries, 'all').map(({ item }) => item.key)).toEqual(['A']);
    expect(bulkEntries(entries, 'undecided').map(({ item }) => item.key)).toEqual(['A', 'B']);
  });

  test('a secret is masked in the list, whatever the side, and shown on demand', () => {
    const iban = entry('A', {
      changes: [
        {
          column: 'iban',
          before: textCell('FR7630006000011234567890189'),
          after: textCell('FR1420041010050500013M02606'),
        },
      ],
    });
    expect(entryText(iban)).toBe('IBAN : •••••• → ••••••');
    expect(shownValue(employeesTable.name, 'iban', textCell('FR76'), true)).toBe('FR76');
    expect(shownValue(employeesTable.name, 'iban', blank, false)).toBe('(vide)');
    expect(shownValue(employeesTable.name, 'city', textCell('Lyon'), false)).toBe('Lyon');
  });

  test.each([
    ['2026-10-05', 'matin', '2026-10-05', 'après-midi', 'RTT, 05/10/2026'],
    ['2026-10-05', 'matin', '2026-10-05', 'matin', 'RTT, 05/10/2026 matin'],
    ['2026-10-05', 'après-midi', '2026-10-07', 'matin', 'RTT, du 05/10/2026 après-midi au 07/10/2026 matin'],
    ['2026-10-05', 'matin', '2026-10-07', 'après-midi', 'RTT, du 05/10/2026 au 07/10/2026'],
  ])('an absence from %s %s to %s %s', (from, fromHalf, to, toHalf, sentence) => {
    const about = {
      account: textCell('RTT'),
      from: { date: plainDate(from) },
      fromHalf: textCell(fromHalf),
      to: { date: plainDate(to) },
      toHalf: textCell(toHalf),
    };
    expect(entryText({ ...entry('A', { table: absencesTable.name, kind: 'added' }), about })).toBe(sentence);
  });

  test('« Appliquer » counts what is accepted, and waits for something to write', () => {
    const ignoring = {
      accept: [],
      ignore: [{ operation: 'delete' as const, table: 'T', key: 'k', before: {}, reason: 'decision' as const }],
    };
    const one = entry('A', { kind: 'conflict', decision: 'undecided', lines: ignoring });
    const review = reviewOf([one]);
    expect([countOf(review, none, 'accept'), countOf(review, none, 'undecided')]).toEqual([0, 1]);
    expect(hasSomethingToWrite(review, none)).toBe(false);
    const ignored = new Map<string, Decision>([[one.item.id, 'ignore']]);
    expect([countOf(review, ignored, 'undecided'), hasSomethingToWrite(review, ignored)]).toEqual([0, true]);
  });
});
