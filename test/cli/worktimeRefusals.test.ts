import { expect, test } from '@jest/globals';
import { readyMadeSets } from '../../shared/domain/worktime/readyMade.ts';
import { json, passerelle } from './commandLine.ts';

const workbook = ['--workbook', 'a.xlsx'];

test.each<[string[], string]>([
  [[], "Il manque l'option --workbook"],
  [[...workbook, '--prepare', '--export'], '--prepare et --export ne vont pas ensemble'],
  [[...workbook, '--set', 'hcr', '--confirm', 'HT1'], '--set et --confirm'],
  [[...workbook, '--abandon', 'HT1', '--cancel', 'HT1'], '--abandon et --cancel'],
  [[...workbook, '--abandon', 'HT1', '--account', 'demo'], '--abandon et --account'],
  [[...workbook, '--cancel', 'HT1', '--month', '2026-10'], '--cancel et --month'],
  [[...workbook, '--confirm', 'HT1', '--month', '2026-10'], '--confirm et --month'],
  [[...workbook, '--into', 'Siège'], "--into ne sert qu'avec --set"],
  [[...workbook, '--regulation', 'Siège'], "--regulation ne sert qu'avec --set"],
  [[...workbook, '--force'], "--force ne sert qu'avec --confirm"],
  [[...workbook, '--export', '--force'], "--force ne sert qu'avec --confirm"],
  [[...workbook, '--kind', 'paie'], "--kind ne sert qu'avec --files"],
  [[...workbook, '--send'], "--send ne sert qu'avec --credit"],
  [[...workbook, '--credit', 'HT1', '--yes'], "--yes ne sert qu'avec --send"],
  [[...workbook, '--credit', 'HT1', '--again'], "--again ne sert qu'avec --send"],
  [[...workbook, '--credit', 'HT1', '--month', '2026-10'], '--credit et --month'],
  [[...workbook, '--confirm', 'HT1', '--credit', 'HT1'], '--confirm et --credit'],
  [[...workbook, '--credit', ''], "Il manque l'option --credit"],
  [[...workbook, '--files', 'HT1'], "Il manque l'option --out"],
  [
    [...workbook, '--files', 'HT1', '--out', '.', '--kind', 'carnets'],
    '--kind doit être « paie », « repos » ou « fiches »',
  ],
  [[...workbook, '--files', 'HT1', '--kind', 'fiches'], "Il manque l'option --out"],
  [[...workbook, '--files', 'HT1', '--out', '.', '--account', 'demo'], '--files et --account'],
  [[...workbook, '--files', 'HT1', '--out', '.', '--kind', 'fiches', '--month', '2026-10'], '--files et --month'],
  [[...workbook, '--files', 'HT1', '--out', '.', '--month', '2026-10'], '--files et --month'],
  [['--input', 'a.json', ...workbook], '--input et --workbook'],
  [['--input', 'a.json', '--export'], '--export et --input'],
  [['--input', ''], "Il manque l'option --input"],
  [[...workbook, '--write-input', 'a.json', '--prepare'], '--write-input et --prepare'],
  [[...workbook, '--write-input', 'a.txt'], '--write-input doit être un nom de fichier qui finit par .json'],
  [[...workbook, '--set', ''], "Il manque l'option --set"],
  [[...workbook, '--month', '2026-10', '--month', '2026-11'], '--month doit être un seul mois'],
  [[...workbook, '--export=oui'], "--export s'écrit seule, sans valeur"],
  [[...workbook, '--confirm'], '--confirm attend une valeur'],
  [[...workbook, '--validate', 'Siège'], '--validate ne va pas avec la commande worktime'],
])('worktime %j is refused: %s', async (words, sentence) => {
  const { code, printed, noted } = await passerelle(['worktime', ...words]);
  expect([code, printed]).toEqual([2, '']);
  expect(noted).toContain(sentence);
});

test('a set that is not known is refused with those that are', async () => {
  const words = ['worktime', ...workbook, '--set', 'bâtiment'];
  const { noted } = await passerelle(words);
  expect(noted.split('\n')[0]).toBe('Il n’y a pas de jeu « bâtiment » parmi les jeux prêts à l’emploi :');
  for (const { key, name } of readyMadeSets) expect(noted).toContain(`\n  ${key} : ${name}`);
  const said = json(await passerelle([...words, '--json']));
  expect(said).toMatchObject({ exitCode: 2, code: 'unknownSet', sets: readyMadeSets.map(({ key }) => key) });
  // A list that stands in the facts is not announced.
  expect(said.message).toBe('Il n’y a pas de jeu « bâtiment » parmi les jeux prêts à l’emploi.');
});
