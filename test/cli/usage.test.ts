import { expect, test } from '@jest/globals';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { progressLine } from '../../server/cli/terminal.ts';
import { json, passerelle } from './commandLine.ts';

test.each([[['--help']], [['help']], [[]], [['pull', '--help']]])('%j shows the help', async (words) => {
  const { code, printed } = await passerelle(words);
  expect(code).toBe(0);
  for (const command of [
    'template',
    'pull',
    'vouchers',
    'worktime',
    'evening',
    'undo',
    'resume',
    'abandon',
    'check',
    'export',
    'serve',
    'demo',
  ]) {
    expect(printed).toMatch(new RegExp(`^  ${command} `, 'm'));
  }
});

test.each<[string[], string]>([
  [['tirer'], 'Commande inconnue : tirer'],
  [['pull', '--classeur', 'a.xlsx'], 'Option inconnue ou mal écrite : --classeur'],
  [['pull', '--workbook'], "L'option --workbook attend une valeur"],
  [['pull'], "Il manque l'option --workbook"],
  [['undo'], "Il manque l'option --workbook"],
  [['template'], "Il manque l'option --out"],
  [['export', '--workbook', 'a.xlsx', '--out', 'a.csv'], "Il manque l'option --table"],
  [['undo', '--workbook', 'a.xlsx', '--month', '2026-10'], "L'option --month ne va pas avec la commande undo"],
  [['pull', '--workbook', 'a.xlsx', '--month', 'octobre'], "L'option --month doit être un mois"],
  [['pull', '--workbook', 'a.xlsx', '--month', '1800-01'], 'de 2002-01 (premier mois payé en euros) à 2099-12'],
  [['vouchers', '--workbook', 'a.xlsx', '--month', '9999-12'], 'de 2002-01 (premier mois payé en euros) à 2099-12'],
  [['pull', '--workbook', 'a.xlsx', '--accept', 'tout'], "L'option --accept doit être « all » ou « none »"],
  [['check', '--workbook', 'mon', 'classeur.xlsx'], '« classeur.xlsx » est de trop'],
  [['serve', '--port', '70000'], "L'option --port doit être un numéro de port"],
  [['export', '--workbook', 'a.xlsx', '--out', 'a.csv', '--table', 'Salaires'], 'Il n’y a pas de table'],
  [['--version'], 'Option inconnue ou mal écrite : --version. « passerelle --help »'],
  [['check', '--workbook', 'a.xlsx', '--json=oui'], "L'option --json s'écrit seule, sans valeur"],
  [['pull', '--workbook', 'a.xlsx', '--workbook', 'b.xlsx'], "L'option --workbook est donnée deux fois"],
  [['pull', '--workbook', 'a.xlsx', '--token', 'x'], "L'option --token ne sert qu'avec --service"],
  [['pull', '--workbook', 'a.xlsx', '--service', 'http://localhost:1', '--data', 'd'], '--data et --service'],
  [
    ['pull', '--workbook', 'absent.xls', '--account', 'demo'],
    "L'option --workbook doit être un nom de fichier qui finit",
  ],
  [['template', '--out', 'absent.csv'], "L'option --out doit être un nom de fichier qui finit par .xlsx"],
  [['export', '--workbook', 'a.xlsx', '--out', 'a.xlsx', '--table', 'Salariés'], 'qui finit par .csv'],
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
    const aFolder = await passerelle(['check', '--workbook', folder]);
    expect([aFolder.code, aFolder.noted]).toEqual([3, expect.stringContaining('est un dossier')]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.each([
  ['.', 3, 'est un dossier'],
  ['absent/classeur.xlsx', 3, "Le dossier « absent » n'existe pas"],
])('pull makes no workbook at %s', async (path, exit, sentence) => {
  const { code, noted } = await passerelle(['pull', '--workbook', path, '--account', 'demo']);
  expect([code, noted]).toEqual([exit, expect.stringContaining(sentence)]);
});

test('a workbook marked read-only is said to be so before any work', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-cli-'));
  const path = join(folder, 'classeur.xlsx');
  try {
    await passerelle(['template', '--out', path]);
    await chmod(path, 0o444);
    for (const command of ['pull', 'undo', 'resume', 'abandon']) {
      const said = await passerelle([command, '--workbook', path]);
      expect([said.code, said.noted]).toEqual([3, expect.stringContaining('copie modifiable')]);
    }
    expect((await passerelle(['check', '--workbook', path])).code).toBe(0);
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
    expect([nowhere.code, nowhere.noted]).toEqual([3, expect.stringMatching(/Le dossier « .*absent » n'existe pas/)]);
    const aFolder = await passerelle(['template', '--out', folder]);
    expect([aFolder.code, aFolder.noted]).toEqual([3, expect.stringContaining('est un dossier')]);
    expect(await readdir(folder)).toEqual(['classeur.xlsx']);
    const checked = await passerelle(['check', '--workbook', path]);
    expect([checked.code, checked.printed]).toEqual([0, expect.stringContaining('Tout se lit')]);
    const undone = await passerelle(['undo', '--workbook', path]);
    expect([undone.code, undone.printed]).toEqual([0, "Il n'y a rien à annuler."]);
    const resumed = await passerelle(['resume', '--workbook', path]);
    expect([resumed.code, resumed.printed]).toEqual([0, "Il n'y a pas de mise à jour inachevée."]);
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
