import type { TableDeclaration } from '../declaration.ts';
import { sheetColumn as column } from '../sheetColumn.ts';
import { hoursColumn, luccaIdColumn, monthColumn, nameColumns, signedHoursFormat } from './resultColumns.ts';

/** « Mouvements de temps »: every line that a rule posted, and why. They add up to « Règles » of « Soldes de temps ». */
export const movementsTable: TableDeclaration = {
  name: 'Passerelle_Temps_Mouvements',
  title: 'Mouvements de temps',
  description:
    'Chaque ligne versée par une règle, avec sa cause. Leur somme donne « Règles » et « Corrections » de « Soldes de temps ». Récrit à chaque calcul.',
  visibility: 'visible',
  key: 'month',
  alsoKey: ['luccaId', 'line'],
  columns: [
    monthColumn,
    ...nameColumns,
    column('line', 'Ligne', 'integer', 8, 'Dans l’ordre des règles.', { required: true }),
    column(
      'date',
      'Date',
      'date',
      12,
      'Jour du mouvement ; celui où la semaine se termine pour une règle hebdomadaire.',
    ),
    column('account', 'Compte', 'identifier', 12, 'Code du compte de temps.'),
    hoursColumn('hours', 'Heures', 'En heures et centièmes ; négatif : ôté du compte.', signedHoursFormat),
    column('minutes', 'Minutes', 'integer', 10, 'Les mêmes, en minutes.'),
    column('rule', 'Règle', 'identifier', 12, 'Code de la règle ; vide : une correction.'),
    column('cause', 'Cause', 'text', 70, 'Pourquoi.'),
    luccaIdColumn,
  ],
};
