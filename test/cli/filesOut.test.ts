/** Files written beside each other: every place is looked at before the first is written. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { writeFiles, type OutFile } from '../../server/cli/filesOut.ts';
import { Stop } from '../../server/cli/outcome.ts';
import { passerelle } from './commandLine.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'filesOut-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = (name: string): OutFile => ({ name, line: name, bytes: () => new TextEncoder().encode('nouveau') });
const files = [file('nord.csv'), file('sud.csv'), file('ouest.csv')];

async function refusal(isForced: boolean | null): Promise<string> {
  const stop: unknown = await writeFiles(folder, files, [], isForced).catch((error: unknown) => error);
  if (!(stop instanceof Stop)) throw new Error('was not refused');
  return stop.outcome.lines.join('\n').replaceAll('\u00a0', ' ');
}

test.each<[string, readonly string[], boolean | null, string]>([
  [
    'le dernier est là : aucun n’est écrit, et la phrase dit --force',
    ['ouest.csv'],
    false,
    "Ce fichier existe déjà : ouest.csv. Rien n'a été écrit : ajoutez --force, ou donnez un autre dossier avec --out.",
  ],
  [
    'deux sont là : ils sont nommés ensemble ; une commande sans --force ne le propose pas',
    ['sud.csv', 'ouest.csv'],
    null,
    "Ces fichiers existent déjà : sud.csv, ouest.csv. Rien n'a été écrit : donnez un autre dossier avec --out.",
  ],
])('%s', async (_, there, isForced, sentence) => {
  for (const name of there) await writeFile(join(folder, name), 'ancien');
  expect(await refusal(isForced)).toBe(sentence);
  expect((await readdir(folder)).sort()).toEqual([...there].sort());
});

test('--force : les fichiers déjà là sont remplacés', async () => {
  await writeFile(join(folder, 'sud.csv'), 'ancien');
  const { exit } = await writeFiles(folder, files, [], true);
  expect(exit).toBe('done');
  expect((await readdir(folder)).sort()).toEqual(['nord.csv', 'ouest.csv', 'sud.csv']);
  expect(await readFile(join(folder, 'sud.csv'), 'utf8')).toBe('nouveau');
});

test('--encoding avec payfit : dit sans objet, avant que rien ne soit lu', async () => {
  const words = ['--files', 'A1', '--kind', 'payfit', '--encoding', 'utf8', '--out', folder];
  const { code, noted } = await passerelle(['absences', '--workbook', join(folder, 'absent.xlsx'), ...words]);
  expect([code, noted.replaceAll('\u00a0', ' ')]).toEqual([
    2,
    expect.stringContaining("L'option --encoding ne sert pas au fichier « payfit » : il est toujours en UTF-8"),
  ]);
});
