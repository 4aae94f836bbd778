import { expect, test } from '@jest/globals';
import { blank } from '../../shared/domain/review/cell.ts';
import { canonicalKey, keyCells, keyColumns, rowKey, type TableDeclaration } from '../../shared/tables/declaration.ts';
import { everyTable } from '../../shared/tables/tables.ts';
import { locate } from '../../shared/tables/findTable.ts';
import { date, text, trial } from '../book/trialTables.ts';

const dated: TableDeclaration = { ...trial, key: 'name', alsoKey: ['born'] };

test('one cell: the key is its canonical text', () => {
  expect(rowKey(trial, { id: text(' fr 76 ') })).toBe('FR76');
  expect(canonicalKey(trial, 'fr 76')).toBe('FR76');
  expect(keyCells(trial, 'fr76')).toEqual({ id: text('fr76') });
});

test('several cells: each counts, whatever its spelling', () => {
  const key = rowKey(dated, { name: text('tr  siège'), born: date('2026-10-05') });
  expect(key).toBe(rowKey(dated, { name: text('TR Siège '), born: text('5/10/2026') }));
  expect(key).not.toBe(rowKey(dated, { name: text('TR Siège'), born: date('2026-10-06') }));
  expect(canonicalKey(dated, key)).toBe(key);
  expect(canonicalKey(dated, key.toLowerCase())).toBe(key);
  expect(keyColumns(dated).map(({ key: own }) => own)).toEqual(['name', 'born']);
});

test('a blank first cell identifies nothing; another blank is a value like any', () => {
  expect(rowKey(dated, { name: blank, born: date('2026-10-05') })).toBe('');
  const key = rowKey(dated, { name: text('TR'), born: blank });
  expect(key).not.toBe('');
  expect(canonicalKey(dated, key)).toBe(key);
});

test('what a person types in a cell never passes for two', () => {
  const joined = rowKey(dated, { name: text('TR'), born: date('2026-10-05') });
  const typed = rowKey(dated, { name: text(joined), born: blank });
  expect(typed).not.toBe(joined);
  expect(typed.startsWith('TR · 2026-10-05')).toBe(true);
});

test('a table without one heading of its key is asked for it by name', () => {
  const headings = dated.columns.map(({ heading }) => heading).filter((heading) => heading !== 'Né le');
  expect(locate(dated, [{ name: dated.name, sheet: 'Essai', headings }], everyTable)).toMatchObject({
    state: 'broken',
    missingHeadings: ['Né le'],
  });
});
