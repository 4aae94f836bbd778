/** What `pull` says of a review of which nothing is to be written. */
import { expect, test } from '@jest/globals';
import { decide } from '../../server/cli/decide.ts';
import { clock, type Terminal } from '../../server/cli/terminal.ts';
import { newXlsxBook } from '../../server/xlsx/xlsxFile.ts';
import { templateXlsx } from '../../server/xlsx/templateXlsx.ts';
import type { ReviewEntry } from '../../shared/flows/prepareReview.ts';
import { entry, reviewOf } from '../support/reviewEntries.ts';

const terminal: Terminal = {
  environment: {},
  print: () => undefined,
  note: () => undefined,
  progress: () => undefined,
  isInteractive: true,
  ask: () => Promise.reject(new Error('nothing is to be asked')),
  signal: new AbortController().signal,
  clock,
};

async function said(...entries: ReviewEntry[]): Promise<unknown> {
  const filled = { book: newXlsxBook('classeur.xlsx', templateXlsx([])), isNew: false };
  const { exit, lines } = await decide(terminal, {}, filled, reviewOf(entries), new Map());
  return [exit, ...lines];
}

test('without a difference, the workbook is up to date', async () => {
  expect(await said()).toEqual(['done', "Rien n'a changé : le classeur est à jour (0 ligne comparée)."]);
});

test('with differences ignored before, it is not called so', async () => {
  const forget = { operation: 'delete', table: 'T', key: 'k', before: {}, reason: 'decision' } as const;
  const ignored = { remembered: true, decision: 'ignore' } as const;
  const lines = { accept: [], ignore: [forget] };
  expect(await said(entry('Bob', ignored), entry('Dan', { ...ignored, kind: 'conflict', lines }))).toEqual([
    'done',
    'Rien de nouveau. 2 changements restent ignorés.',
  ]);
});
