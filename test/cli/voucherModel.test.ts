/** `vouchers --model`: a file of the issuer becomes a model of the workbook, and what is left to a person is said. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { ordersTemplatesTable } from '../../shared/tables/vouchers/ordersTemplatesTable.ts';
import { readOrdersTemplates } from '../../shared/tables/vouchers/ordersTemplatesTableRead.ts';
import { makeFolder } from '../http/testService.ts';
import { json, passerelle } from './commandLine.ts';
import { tableIn } from './voucherClerk.ts';

let folder: string;
let path: string;
let runs = 0;

beforeAll(async () => {
  folder = await makeFolder();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  runs += 1;
  path = join(folder, `classeur${runs}.xlsx`);
  expect((await passerelle(['template', '--out', path])).code).toBe(0);
});

const vouchers = (...words: string[]) => passerelle(['vouchers', '--workbook', path, ...words]);

async function model(name: string, content: string | Buffer): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

async function held() {
  return readOrdersTemplates(await tableIn(path, ordersTemplatesTable)).value;
}

test('the separator, the encoding and each column are said; the model is saved under its name', async () => {
  const file = await model('commande.csv', Buffer.from('Matricule|Prénom|Nb titres', 'latin1'));
  const said = await vouchers('--model', file, '--template', 'Edenred Lyon');
  expect(said.printed.split('\n')).toEqual([
    '3 colonnes lues. Séparateur : barre. Encodage : Windows-1252.',
    '  1. Matricule : Matricule',
    '  2. Prénom : Prénom',
    '  3. Nb titres : Nombre de titres',
    'Le modèle « Edenred Lyon » est enregistré dans « Modèles de commande TR ».',
    expect.stringContaining('classeur'),
  ]);
  expect(said.code).toBe(0);
  expect(await held()).toMatchObject([
    { name: 'Edenred Lyon', layout: { separator: '|', encoding: 'windows1252' }, columns: [{}, {}, {}] },
  ]);
});

test('what is left to a person is said, with exit code 5; without a name, the model bears that of the file', async () => {
  const file = await model('Pluxee.csv', 'Nom;Pointure;Nombre de titres\nDurand;42;17\n');
  const said = await vouchers('--model', file, '--json');
  expect(json(said)).toMatchObject({ exitCode: 5, findings: [{ code: 'voucherModelUnbound' }] });
  expect(said.printed).not.toContain('Durand');
  expect((await held()).map(({ name }) => name)).toEqual(['Pluxee']);
});

test('a file that is no text, or that is not there, changes nothing', async () => {
  const before = await readFile(path);
  await mkdir(join(folder, `dossier${runs}`));
  for (const [file, words] of [
    [await model('modele.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0])), 'format CSV'],
    [await model('vide.csv', ''), 'Aucune ligne de titres'],
    [join(folder, 'absent.csv'), 'absent.csv n’existe pas'],
    [join(folder, `dossier${runs}`), 'ne peut pas être lu'],
  ] as const) {
    const { code, printed, noted } = await vouchers('--model', file);
    expect([code, printed + noted]).toEqual([2, expect.stringContaining(words)]);
  }
  expect(before.equals(await readFile(path))).toBe(true);
});

test('a model is added by itself: what would read Lucca, or write files, is refused by name', async () => {
  const file = await model('m.csv', 'Nom;Nombre de titres');
  for (const [words, named] of [
    [['--files', 'TR1'], '--files et --model'],
    [['--month', '2026-10'], '--month'],
  ] as const) {
    const { code, noted } = await vouchers('--model', file, ...words);
    expect([code, noted]).toEqual([2, expect.stringContaining(named)]);
  }
});
