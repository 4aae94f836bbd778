import { afterEach, expect, test } from '@jest/globals';
import { textCell } from '../../shared/domain/review/cell.ts';
import type { PlanLine } from '../../shared/domain/review/plan.ts';
import { planTable } from '../../shared/tables/memoryTables.ts';
import { tableOf, written } from '../book/reading.ts';
import { endTrials, startTrial } from './trial.ts';

afterEach(endTrials);

const ROWS = 200;
const content = (index: number) => `${index} `.padEnd(30_000, 'é');

function add(index: number): PlanLine {
  const key = `P/${index}`;
  const after = { key: textCell(key), plan: textCell('P'), content: textCell(content(index)) };
  return { operation: 'add', table: planTable.name, key, after, reason: 'memory' };
}

test('a plan longer than Excel answers at once is written, read and changed', async () => {
  const { host, book } = startTrial();
  await written(book, [{ table: planTable, lines: Array.from({ length: ROWS }, (_, index) => add(index)) }]);
  const { rows } = await tableOf(book, planTable);
  expect(rows.map(({ cells }) => cells['content'])).toEqual(
    Array.from({ length: ROWS }, (_, index) => textCell(content(index))),
  );
  const change: PlanLine = {
    operation: 'set',
    table: planTable.name,
    key: 'P/7',
    column: 'content',
    before: textCell(content(7)),
    after: textCell('fait'),
    reason: 'memory',
  };
  expect((await written(book, [{ table: planTable, lines: [change] }])).written).toBe(1);
  const answers = host.exchanges.map(({ answerBytes }) => answerBytes);
  expect(Math.max(...answers)).toBeGreaterThan(500_000);
  expect(Math.max(...answers)).toBeLessThan(2_500_000);
  expect(host.exchanges.filter(({ error }) => error !== undefined)).toEqual([]);
});
