import type { TableDeclaration } from '../declaration.ts';
import { sheetColumn as column } from '../sheetColumn.ts';
import { hoursColumn, luccaIdColumn, monthColumn, nameColumns } from './resultColumns.ts';

export const weekStates = { counted: 'comptée', waiting: 'en attente', cut: 'hors du mois de paie' } as const;

/** « Compteurs »: the five counters of each person, week by week. A blank is what the schedule does not say: never nought. */
export const countersTable: TableDeclaration = {
  name: 'Passerelle_Temps_Compteurs',
  title: 'Compteurs',
  description:
    'Les cinq compteurs de chaque personne, semaine par semaine, en heures et centièmes. Une cellule vide : l’horaire ne le dit pas. Récrit à chaque calcul.',
  visibility: 'visible',
  key: 'month',
  alsoKey: ['luccaId', 'week'],
  columns: [
    monthColumn,
    ...nameColumns,
    column('week', 'Semaine du', 'date', 12, 'Lundi de la semaine.', { required: true }),
    hoursColumn('presence', 'Présence', 'Somme des temps déclarés, pauses ôtées.'),
    hoursColumn('effective', 'Travail effectif', 'Présence et absences assimilées à du travail effectif.'),
    hoursColumn('paid', 'Travail rémunéré', 'Présence et toutes les absences décomptées comme telles.'),
    hoursColumn('contractual', 'Contractuel', 'Cycle de travail.'),
    hoursColumn('theoretical', 'Théorique', 'Cycle de travail, jours fériés et changements de planning compris.'),
    column('state', 'État', 'choice', 20, '« en attente » : une feuille manque ou n’est pas approuvée.', {
      choices: Object.values(weekStates),
    }),
    luccaIdColumn,
  ],
};
