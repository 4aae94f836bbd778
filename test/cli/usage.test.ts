import { expect, test } from '@jest/globals';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { progressLine } from '../../server/cli/terminal.ts';
import { json, passerelle } from './commandLine.ts';

test.each([[['--help']], [['help']], [[]], [['pull', '--help']]])('%j shows the help', async (words) => {
  const { code, printed } = await passerelle(words);
  expect(code).toBe(0);
  for (const command of ['template', 'pull', 'undo', 'resume', 'abandon', 'check', 'export', 'serve', 'demo']) {
    expect(printed).toMatch(new RegExp(`^  ${command} `, 'm'));
  }
});

test.each<[string[], string]>([
  [['tirer'], 'Commande inconnue : tirer'],
  [['pull', '--classeur', 'a.xlsx'], 'Option inconnue ou mal écrite : --classeur'],
  [['pull', '--workbook'], "L'option --workbook attend une valeur"],
  [['pull'], "Il manque l'option --workbook"],
  [['undo'], "Il manque l'option --workbook"],
  [['template'], "Il manque l'option --out"],
  [['export', '--workbook', 'a.xlsx', '--out', 'a.csv'], "Il manque l'option --table"],
  [['undo', '--workbook', 'a.xlsx', '--month', '2026-10'], 'Option inconnue ou mal écrite : --month'],
  [['pull', '--workbook', 'a.xlsx', '--month', 'octobre'], "L'option --month doit être un mois"],
  [['pull', '--workbook', 'a.xlsx', '--accept', 'tout'], "L'option --accept doit être « all » ou « none »"],
  [['check', '--workbook', 'mon', 'classeur.xlsx'], '« classeur.xlsx » est de trop'],
  [['serve', '--port', '70000'], "L'option --port doit être un numéro de port"],
  [['export', '--workbook', 'a.xlsx', '--out', 'a.csv', '--table', 'Salaires'], 'Il n’y a pas de table'],
])('%j is refused: %s', async (words, sentence) => {
  const { code, printed, noted } = await passerelle(words);
  expect(code).toBe(2);
  expect(printed).toBe('');
  expect(noted.replaceAll("'", '’')).toContain(sentence.replaceAll("'", '’'));
});

test('with --json, a mistake is JSON too', async () => {
  const said = await passerelle(['pull', '--json']);
  expect(said.noted).toBe('');
  expect(json(said)).toMatchObject({ command: 'pull', outcome: 'usage', exitCode: 2, code: 'usage' });
});

test('a workbook that is not there, or is none, is named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-cli-'));
  try {
    const absent = await passerelle(['undo', '--workbook', join(folder, 'absent.xlsx')]);
    expect([absent.code, absent.noted]).toEqual([3, expect.stringContaining("absent.xlsx n'existe pas")]);
    await writeFile(join(folder, 'notes.xlsx'), 'bonjour');
    const none = await passerelle(['check', '--workbook', join(folder, 'notes.xlsx')]);
    expect([none.code, none.noted]).toEqual([3, expect.stringContaining('notes.xlsx ne peut pas être lu')]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a template is written once, and covers nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-cli-'));
  const path = join(folder, 'classeur.xlsx');
  try {
    expect((await passerelle(['template', '--out', path])).code).toBe(0);
    const again = await passerelle(['template', '--out', path]);
    expect([again.code, again.noted]).toEqual([3, expect.stringContaining('existe déjà')]);
    const nowhere = await passerelle(['template', '--out', join(folder, 'absent', 'c.xlsx')]);
    expect([nowhere.code, nowhere.noted]).toEqual([3, expect.stringContaining('ne peut pas être écrit')]);
    expect(await readdir(folder)).toEqual(['classeur.xlsx']);
    const checked = await passerelle(['check', '--workbook', path]);
    expect([checked.code, checked.printed]).toEqual([0, expect.stringContaining('Tout se lit')]);
    const undone = await passerelle(['undo', '--workbook', path]);
    expect([undone.code, undone.printed]).toEqual([0, "Il n'y a rien à annuler."]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.each<[string, number, number, string]>([
  ['Lecture…', 0, 0, 'Lecture…'],
  ['Lecture…', 12, 0, 'Lecture… 12'],
  ['Lecture…', 0, 240, '[░░░░░░░░░░░░░░░░░░░░░░░░] Lecture… 0 sur 240'],
  ['Lecture…', 120, 240, '[████████████░░░░░░░░░░░░] Lecture… 120 sur 240'],
  ['Lecture…', 240, 240, '[████████████████████████] Lecture… 240 sur 240'],
  ['Lecture…', 300, 240, '[████████████████████████] Lecture… 300 sur 240'],
])('progress: %s %d of %d', (label, done, total, line) => {
  expect(progressLine(label, done, total)).toBe(line);
});
