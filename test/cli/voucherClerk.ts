/** What an accountant types in the sheets of titres-restaurant, put in the file through the Book. */
import { expect } from '@jest/globals';
import { plainDate } from '../../shared/domain/calendar/plainDate.ts';
import { blank, displayed, numberCell, textCell, type Cell } from '../../shared/domain/review/cell.ts';
import type { PlanLine } from '../../shared/domain/review/plan.ts';
import type { FoundTable } from '../../shared/flows/book.ts';
import { rowKey, type TableDeclaration } from '../../shared/tables/declaration.ts';
import { regulationsTable } from '../../shared/tables/vouchers/regulationsTable.ts';
import { openXlsxBook } from '../../server/xlsx/xlsxFile.ts';
import { valueOf } from '../book/reading.ts';

export const SIEGE = 'TR Siège';

export async function tableIn(path: string, declaration: TableDeclaration): Promise<FoundTable> {
  const state = valueOf(await valueOf(await openXlsxBook(path)).read([declaration]))[declaration.name];
  if (state?.state !== 'found') throw new Error(`${declaration.title} is not there`);
  return state;
}

/** Edits the file as a person would, through the Book. */
export async function typed(path: string, declaration: TableDeclaration, lines: readonly PlanLine[]): Promise<void> {
  const book = valueOf(await openXlsxBook(path));
  expect(valueOf(await book.write([{ table: declaration, lines }])).refused).toEqual([]);
  valueOf(await book.save());
}

export async function decide(
  path: string,
  declaration: TableDeclaration,
  impact: (name: string) => string,
): Promise<void> {
  const { rows } = await tableIn(path, declaration);
  const lines = rows.map(({ key, cells }): PlanLine => ({
    operation: 'set',
    table: declaration.name,
    key,
    column: 'impact',
    reason: 'change',
    before: blank,
    after: textCell(impact(displayed(cells['name'] ?? blank))),
  }));
  await typed(path, declaration, lines);
}

export function regulation(more: Readonly<Record<string, Cell>> = {}): PlanLine {
  const after = {
    name: textCell(SIEGE),
    from: { date: plainDate('2026-01-01') },
    establishments: textCell('11; 12; 13'),
    issuer: textCell('Swile'),
    face: numberCell(9),
    sharePercent: numberCell(60),
    firstMonth: { date: plainDate('2026-10-01') },
    before: textCell('commandé ailleurs'),
    ...more,
  };
  return {
    operation: 'add',
    table: regulationsTable.name,
    key: rowKey(regulationsTable, after),
    after,
    reason: 'change',
  };
}
