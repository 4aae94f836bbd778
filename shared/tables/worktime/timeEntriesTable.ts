import type { TableDeclaration } from '../declaration.ts';
import { personColumns, sheetColumn as column } from '../sheetColumn.ts';

/** « Temps saisis »: presence that a person typed or pasted. What Lucca declares of the same person and date gives way to it. */
export const timeEntriesTable: TableDeclaration = {
  name: 'Passerelle_Temps_Saisis',
  title: 'Temps saisis',
  description:
    'Une ligne par temps de présence saisi ou collé ici. Pour une personne et une date, ces lignes remplacent ce que déclare Lucca.',
  visibility: 'visible',
  key: 'luccaId',
  alsoKey: ['employeeNumber', 'date', 'start', 'end'],
  keyMayBeBlank: true,
  columns: [
    ...personColumns,
    column('date', 'Date', 'date', 12, 'Jour où le temps commence.', { required: true }),
    column('start', 'Début', 'text', 9, 'Heure de début, 08:30. Vide avec une durée : seule la durée est connue.', {
      format: '@',
    }),
    column('end', 'Fin', 'text', 9, 'Heure de fin ; du lendemain quand elle n’est pas plus tard que le début.', {
      format: '@',
    }),
    column(
      'break',
      'Pause (minutes)',
      'integer',
      12,
      'Ôtée au milieu du temps : donnez deux lignes pour la placer ailleurs.',
    ),
    column(
      'hours',
      'Durée (heures)',
      'decimal',
      12,
      'Sans heures de début et de fin : 7,5 ou 7h30. 0 : rien ce jour-là.',
      { mostHours: 24 },
    ),
    column('comment', 'Commentaire', 'text', 30, 'Pour vous relire.'),
  ],
};
