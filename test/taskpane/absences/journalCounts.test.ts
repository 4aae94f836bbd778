/** « Imports d'absences »: what each import says of its lines. */
import { expect, test } from '@jest/globals';
import { journalCounts, type ImportCounts } from '../../../shared/messages/fr/absences/importsPane.ts';

const none: Omit<ImportCounts, 'state'> = {
  deletionsTodo: 0,
  deletionsDone: 0,
  importsTodo: 0,
  importsDone: 0,
  refused: 0,
};

test.each<[string, ImportCounts, string]>([
  [
    'préparé : ce qui est à faire, et ce qui l’est déjà',
    { ...none, state: 'prepared', deletionsTodo: 1, deletionsDone: 2, importsTodo: 2, refused: 1 },
    '2 absences supprimées, 1 absence à supprimer, 2 absences à importer, 1 absence refusée',
  ],
  [
    'confirmé : les refusées ne sont pas parmi les importées',
    { ...none, state: 'confirmed', importsDone: 1, refused: 1 },
    '1 absence importée, 1 absence refusée',
  ],
  [
    'abandonné : rien n’est importé, les suppressions cochées restent faites',
    { ...none, state: 'abandoned', deletionsDone: 1, deletionsTodo: 1, importsTodo: 2 },
    '1 absence supprimée, 3 absences non transmises',
  ],
  [
    'annulé : ce qui fut importé ne compte plus',
    { ...none, state: 'cancelled', importsDone: 2 },
    '2 absences annulées',
  ],
  ['sans ligne : rien', { ...none, state: 'prepared' }, ''],
])('%s', (_, counts, said) => {
  expect(journalCounts(counts)).toBe(said);
});
