import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { TABLE_PAGE, tableDocs } from '../../scripts/tables/page.ts';
import { schemaPages } from '../../scripts/tables/schemas.ts';

test('the page about the tables says what the declarations say (npm run tables writes it)', async () => {
  expect(readFileSync(TABLE_PAGE, 'utf8')).toBe(await tableDocs());
});

test('the schemas of documents say what is read (npm run tables writes them)', async () => {
  const pages = [...(await schemaPages())];
  expect(pages.map(([path]) => path)).toEqual([
    'docs/vouchers-input.schema.json',
    'docs/vouchers-report.schema.json',
    'docs/worktime-input.schema.json',
    'docs/worktime-report.schema.json',
  ]);
  for (const [path, text] of pages) expect(readFileSync(path, 'utf8')).toBe(text);
});
