/** « Absences » in the pane: its first screen, and what its places share. */

export const absencesTitle = 'Absences';
export const monthLabel = 'Mois de paie';
export const notReadYet =
  'Le service n’a encore rien lu dans Lucca. Actualisez : les absences du mois et leurs comptes apparaîtront ici.';

/* The places, in the order of the month */
export const everyMonth = 'Chaque mois';
export const setOnce = 'À régler une fois';
