import { afterEach, expect, test } from '@jest/globals';
import { column, rowKey } from '../../shared/tables/declaration.ts';
import { regulationsTable } from '../../shared/tables/vouchers/regulationsTable.ts';
import { valueOf } from '../book/reading.ts';
import { date, text } from '../book/trialTables.ts';
import { endTrials, startTrial } from './trial.ts';

afterEach(endTrials);

test('a row known by several cells is shown by all of them', async () => {
  const { host, book } = startTrial();
  const lines = ['2026-01-01', '2026-10-01'].map((from) => {
    const after = { name: text('TR Siège'), from: date(from) };
    const key = rowKey(regulationsTable, after);
    return { operation: 'add', table: regulationsTable.name, key, reason: 'change', after } as const;
  });
  valueOf(await book.write([{ table: regulationsTable, lines }]));
  valueOf(await book.show({ table: regulationsTable.name, key: lines[1]!.key, column: 'face' }));
  const { sheet } = host.workbook.table(regulationsTable.name)!;
  const position = regulationsTable.columns.indexOf(column(regulationsTable, 'face'));
  expect(sheet.selection).toMatchObject({ top: 4, left: position, height: 1, width: 1 });
});
