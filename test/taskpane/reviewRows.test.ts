import { describe, expect, test } from '@jest/globals';
import type { Decision } from '../../shared/domain/review/review.ts';
import { countOf, hasSomethingToWrite } from '../../shared/flows/reviewEntries.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import { bulkEntries, nextToDecide, reviewRows, shownEntries } from '../../addin/taskpane/model/reviewRows.ts';
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

  test('after an answer comes the next line to decide, below first, then from the top', () => {
    const waiting = { decision: 'undecided' } as const;
    const rows = reviewRows([
      entry('A', waiting),
      entry('B', { kind: 'conflict', ...waiting }),
      entry('C', waiting),
      entry('D', {}),
    ]);
    const idOf = (name: string) => rows.find((row) => row.type === 'entry' && row.entry.item.key === name)?.id ?? '';
    const after = (name: string, ...answered: string[]) => {
      const decisions = new Map(answered.map((each): [string, Decision] => [idOf(each), 'accept']));
      const next = nextToDecide(rows, decisions, idOf(name));
      return next?.type === 'entry' ? next.entry.item.key : undefined;
    };
    expect([after('A', 'A'), after('C', 'C'), after('C', 'A', 'C'), after('B', 'A', 'B', 'C')]).toEqual([
      'B',
      'A',
      'B',
      undefined,
    ]);
    expect(after('D', 'A')).toBe('B');
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
