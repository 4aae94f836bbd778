import { afterEach, describe, expect, test } from '@jest/globals';
import { plainDate } from '../../shared/domain/calendar/plainDate.ts';
import { numberCell, textCell, type Cell } from '../../shared/domain/review/cell.ts';
import type { AddLine, SetLine } from '../../shared/domain/review/plan.ts';
import type { ColumnDeclaration } from '../../shared/tables/declaration.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { tableOf, written } from '../book/reading.ts';
import { isFullRun } from '../support/seeds.ts';
import { endTrials, startTrial, type Trial } from './trial.ts';

afterEach(endTrials);

const PEOPLE = isFullRun ? 10_000 : 3_000;
const LIMIT = 5 * 1024 * 1024;

function cellOf(column: ColumnDeclaration, index: number): Cell {
  if (column.key === employeesTable.key) return textCell(String(index));
  if (column.kind === 'date') return { date: plainDate('2020-02-29') };
  if (column.kind === 'integer' || column.kind === 'decimal') return numberCell(index);
  return textCell(column.choices?.[0] ?? `Élément ${index}`);
}

function person(index: number): AddLine {
  const after = Object.fromEntries(employeesTable.columns.map((column) => [column.key, cellOf(column, index)]));
  return { operation: 'add', table: employeesTable.name, key: String(index), reason: 'arrival', after };
}

function rename(index: number): SetLine {
  const [before, after] = [textCell(`Élément ${index}`), textCell(`Nom ${index}`)];
  return {
    operation: 'set',
    table: employeesTable.name,
    key: String(index),
    column: 'lastName',
    reason: 'change',
    before,
    after,
  };
}

const people = (count: number) => Array.from({ length: count }, (_, index) => person(index));

/** Requests that `work` needs, the client's clean-up left out. */
async function requestsOf({ host }: Trial, work: () => Promise<unknown>): Promise<number> {
  await host.drain();
  const from = host.exchanges.length;
  await work();
  const during = host.exchanges.slice(from).length;
  await host.drain();
  return during;
}

describe('size', () => {
  test('thousands of people with every column are written, read and changed, far below what Excel takes at once', async () => {
    const trial = startTrial();
    const { host, book } = trial;
    const changes = [{ table: employeesTable, lines: people(PEOPLE) }];
    const requests = await requestsOf(trial, () => written(book, changes));
    const bytes = host.exchanges.map(({ requestBytes }) => requestBytes);
    expect(Math.max(...bytes)).toBeLessThan(LIMIT / 2);
    // The survey, the look, one request for each megabyte, and the way back.
    expect(requests).toBeLessThan(6 + bytes.reduce((sum, each) => sum + each, 0) / 1_000_000);

    const { rows } = await tableOf(book, employeesTable);
    expect(rows).toHaveLength(PEOPLE);
    expect(rows.at(-1)?.cells).toEqual(person(PEOPLE - 1).after);

    const lines = Array.from({ length: 100 }, (_, index) => rename(index * 30));
    const report = await written(book, [{ table: employeesTable, lines }]);
    expect(report).toEqual({ written: 100, already: 0, refused: [] });
    expect(Math.max(...host.exchanges.map(({ answerBytes }) => answerBytes))).toBeLessThan(LIMIT / 2);
  }, 120_000);

  test('the number of requests does not depend on the number of rows, but for blocks', async () => {
    const counts = [];
    for (const count of [10, 400]) {
      const trial = startTrial();
      const creation = await requestsOf(trial, () =>
        written(trial.book, [{ table: employeesTable, lines: people(count) }]),
      );
      const change = Array.from({ length: count }, (_, index) => rename(index));
      const update = await requestsOf(trial, () => written(trial.book, [{ table: employeesTable, lines: change }]));
      const read = await requestsOf(trial, () => tableOf(trial.book, employeesTable));
      counts.push({ creation, update, read });
    }
    expect(counts[0]).toEqual({ creation: 5, update: 6, read: 3 });
    expect(counts[1]).toEqual(counts[0]);
  });

  test('a request Excel finds too large is sent again in two', async () => {
    const { host, book } = startTrial();
    await written(book, [{ table: employeesTable, lines: people(1) }]);
    await host.drain();
    host.faults.failAtWrite(1, { code: 'RequestPayloadSizeLimitExceeded' });
    expect((await written(book, [{ table: employeesTable, lines: people(60) }])).written).toBe(59);
    const { rows } = await tableOf(book, employeesTable);
    expect(rows.map(({ key }) => key)).toEqual(Array.from({ length: 60 }, (_, index) => String(index)));
  });

  test('an answer Excel finds too large is asked for again in pieces', async () => {
    const { host, book } = startTrial();
    await written(book, [{ table: employeesTable, lines: people(40) }]);
    await host.drain();
    host.faults.failAtRequest(3, { code: 'ResponsePayloadSizeLimitExceeded' });
    expect((await tableOf(book, employeesTable)).rows).toHaveLength(40);
  });
});
