/** What `pull` says of a review of which nothing is to be written. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { decide } from '../../server/cli/decide.ts';
import { clock, type Terminal } from '../../server/cli/terminal.ts';
import { newXlsxBook } from '../../server/xlsx/xlsxFile.ts';
import { templateXlsx } from '../../server/xlsx/templateXlsx.ts';
import type { ReviewEntry } from '../../shared/flows/prepareReview.ts';
import { rowsOf } from '../../shared/flows/bookState.ts';
import { stateTable } from '../../shared/tables/memoryTables.ts';
import { sound } from '../support/smallCompany.ts';
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

test('what is taken without asking is written, told, and nothing else is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-decide-'));
  const book = newXlsxBook(join(folder, 'classeur.xlsx'), templateXlsx([]));
  const add = { operation: 'add', table: 'Passerelle_Etat', key: 'K', reason: 'memory' } as const;
  const after = { key: { text: 'k' }, value: { text: 'v' } };
  const town = { ...entry('Bob', { lines: { accept: [{ ...add, after }], ignore: [] } }), automatic: true as const };
  const other = entry('Dan', { lines: { accept: [{ ...add, key: 'L', after: { key: { text: 'l' } } }], ignore: [] } });
  const filled = { book, isNew: false };
  const quiet = { ...terminal, isInteractive: false };
  try {
    const values = { workbook: join(folder, 'classeur.xlsx') };
    await decide(quiet, { ...values, accept: 'none' }, filled, reviewOf([town, other]), new Map());
    expect(rowsOf(sound(await book.read([stateTable])), stateTable.name)).toEqual([]);
    const { exit, lines, facts } = await decide(quiet, values, filled, reviewOf([town, other]), new Map());
    expect([exit, ...lines]).toEqual([
      'attention',
      expect.any(String),
      expect.any(String),
      '1 changement repris automatiquement.',
      '  Bob (00057)\u00a0: Ville',
      '1 différence attend votre décision et restera proposée.',
      expect.stringContaining('À décider\u00a0: Dan (00057)'),
    ]);
    expect(facts).toMatchObject({ review: { automatic: 1, undecided: 1 } });
    expect(rowsOf(sound(await book.read([stateTable])), stateTable.name).map(({ key }) => key)).toEqual([
      'K',
      'UNDECIDED',
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
