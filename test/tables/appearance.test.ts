import { expect, test } from '@jest/globals';
import { formatOf, listOf, stateRules } from '../../shared/tables/appearance.ts';
import { column, type TableDeclaration } from '../../shared/tables/declaration.ts';
import { everyTable } from '../../shared/tables/tables.ts';
import { detailTable } from '../../shared/tables/vouchers/detailTable.ts';
import { ordersTable } from '../../shared/tables/vouchers/ordersTable.ts';
import { resultTable } from '../../shared/tables/vouchers/resultTable.ts';
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

test('a word means one colour in every sheet, and every state of titres-restaurant that asks for something has one', () => {
  const looks = new Map<string, string>();
  for (const { when, look } of everyTable.flatMap(stateRules)) {
    if (when === 'filled') continue;
    const colours = JSON.stringify(look);
    expect([when.equals, looks.get(when.equals) ?? colours]).toEqual([when.equals, colours]);
    looks.set(when.equals, colours);
  }
  const coloured = (table: TableDeclaration) => stateRules(table).map(({ when }) => when !== 'filled' && when.equals);
  expect(coloured(resultTable)).toEqual(['incomplet', 'solde de tout compte']);
  expect(coloured(ordersTable)).toEqual(['validée', 'commandée', 'annulée']);
  expect(new Set(['validée', 'commandée', 'annulée', 'incomplet'].map((word) => looks.get(word))).size).toBe(4);
});

test('amounts show euros and cents, and what adds or takes away shows its sign', () => {
  expect(formatOf(resultTable, column(resultTable, 'totalFace'))).toBe('#,##0.00 "€"');
  expect(formatOf(detailTable, column(detailTable, 'effect'))).toBe('+0;-0;0');
  expect(formatOf(resultTable, column(resultTable, 'days'))).toBe('0');
});
