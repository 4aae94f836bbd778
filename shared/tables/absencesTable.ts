import type { ColumnDeclaration, TableDeclaration } from './declaration.ts';

function column(
  key: string,
  heading: string,
  kind: ColumnDeclaration['kind'],
  width: number,
  note: string,
  more: Partial<ColumnDeclaration> = {},
): ColumnDeclaration {
  return { key, heading, kind, width, note, required: false, sensitivity: 'open', ...more };
}

/** How a half of a day is written in the tables. */
export const halfLabels = { am: 'matin', pm: 'après-midi' } as const;

const halves = { choices: Object.values(halfLabels) };

/** « Absences »: approved absences as Lucca holds them, one row per unbroken span of one request, account and month. */
export const absencesTable: TableDeclaration = {
  name: 'Passerelle_Absences',
  title: 'Absences',
  description:
    'Les absences approuvées dans Lucca, coupées par mois. Une absence annulée dans Lucca est proposée à la suppression.',
  visibility: 'visible',
  key: 'id',
  columns: [
    column('employeeNumber', 'Matricule', 'identifier', 13, 'Matricule de la personne.'),
    column('lastName', 'Nom', 'text', 18, 'Nom de la personne.'),
    column('firstName', 'Prénom', 'text', 16, 'Prénom de la personne.'),
    column('establishment', 'Établissement', 'text', 20, "Établissement d'aujourd'hui dans Lucca."),
    column('account', "Compte d'absence", 'text', 30, "Compte d'absence de Lucca.", { required: true }),
    column('from', 'Du', 'date', 12, "Premier jour de l'absence dans le mois.", { required: true }),
    column('fromHalf', 'Début', 'choice', 12, 'matin ou après-midi du premier jour.', { required: true, ...halves }),
    column('to', 'Au', 'date', 12, "Dernier jour de l'absence dans le mois.", { required: true }),
    column('toHalf', 'Fin', 'choice', 12, 'matin ou après-midi du dernier jour.', { required: true, ...halves }),
    column('days', 'Jours', 'decimal', 8, 'Nombre de demi-journées divisé par deux.'),
    column('hours', 'Heures', 'decimal', 8, 'Somme des heures, pour les comptes tenus en heures seulement.'),
    column('requestedOn', 'Demandée le', 'date', 12, 'Date de la demande dans Lucca.'),
    column('approvedOn', 'Approuvée le', 'date', 12, "Date d'approbation dans Lucca."),
    column(
      'fate',
      'Sort en paie',
      'text',
      22,
      'Ce que la paie en fait, depuis la dernière préparation : transmise, arrêt à saisir, hors paie…',
      { isDerived: true },
    ),
    column('id', 'Identifiant absence', 'text', 26, 'Relie la ligne à la demande dans Lucca. Ne pas modifier.', {
      required: true,
    }),
    column('luccaId', 'Identifiant Lucca', 'identifier', 18, 'Numéro de la personne dans Lucca.', { required: true }),
  ],
};
