import { expect, test } from '@jest/globals';
import { listOf } from '../../shared/tables/appearance.ts';
import { column } from '../../shared/tables/declaration.ts';
import { everyTable } from '../../shared/tables/tables.ts';
import { trial } from '../book/trialTables.ts';

test('a list is what Excel takes in the rule of a cell, or a fault of its declaration', () => {
  const state = column(trial, 'state');
  expect(listOf(state)).toBe('ouvert,fermé');
  expect(listOf(column(trial, 'name'))).toBeUndefined();
  expect(() => listOf({ ...state, choices: ['Lyon, Paris'] })).toThrow('state');
  expect(() => listOf({ ...state, choices: ['x'.repeat(256)] })).toThrow('state');
});

test('every list of the product can be offered', () => {
  expect(() => everyTable.flatMap(({ columns }) => columns.map(listOf))).not.toThrow();
});
