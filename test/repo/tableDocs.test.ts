import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { TABLE_PAGE, tableDocs } from '../../scripts/tables/page.ts';

test('the page about the tables says what the declarations say (npm run tables writes it)', async () => {
  expect(readFileSync(TABLE_PAGE, 'utf8')).toBe(await tableDocs());
});
