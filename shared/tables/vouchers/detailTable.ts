import type { TableDeclaration } from '../declaration.ts';
import { sheetColumn as column, signedFormat } from '../sheetColumn.ts';

/** What a row counts. `days`: the ordinary days of the person, in one row. */
export const detailKinds = {
  days: 'jours ordinaires',
  given: 'jour',
  absence: 'absence',
  meal: 'repas',
  manual: 'ajustement',
  returned: 'titres rendus',
  carried: 'report',
} as const;

/** « Détail TR »: what makes each number of « Titres-restaurant ». Its effects re-add to it. */
export const detailTable: TableDeclaration = {
  name: 'Passerelle_TR_Detail',
  title: 'Détail TR',
  description:
    'Ce qui fait chaque nombre de « Titres-restaurant » : les jours ordinaires en une ligne, puis une ligne par date où quelque chose se passe. La somme des effets d’une personne donne son total. Récrit à chaque calcul.',
  visibility: 'visible',
  key: 'month',
  alsoKey: ['regulation', 'luccaId', 'date', 'kind', 'corrected'],
  columns: [
    column('month', 'Mois', 'identifier', 10, 'Mois de la commande, par exemple 2026-10.', { required: true }),
    column('regulation', 'Réglementaire', 'text', 18, 'Réglementaire qui commande.', { required: true }),
    column('employeeNumber', 'Matricule', 'identifier', 13, 'Matricule de la personne.'),
    column('lastName', 'Nom', 'text', 18, 'Nom de la personne.'),
    column('firstName', 'Prénom', 'text', 16, 'Prénom de la personne.'),
    column('date', 'Date', 'date', 12, 'Jour concerné ; vide quand la ligne en compte plusieurs.', { required: true }),
    column('weekday', 'Jour', 'text', 10, 'Jour de la semaine.'),
    column('kind', 'Nature', 'choice', 16, 'Ce que la ligne compte.', {
      required: true,
      choices: Object.values(detailKinds),
    }),
    column('effect', 'Effet', 'integer', 8, 'Leur somme : à commander + report laissé + solde de tout compte.', {
      required: true,
      format: signedFormat,
    }),
    column('reason', 'Motif', 'text', 60, 'Pourquoi ce jour compte ou ne compte pas.'),
    column('corrected', 'Commande corrigée', 'identifier', 19, 'Mois de la commande que la ligne régularise.', {
      required: true,
    }),
    column('luccaId', 'Identifiant Lucca', 'identifier', 18, 'Numéro de la personne dans Lucca.', { required: true }),
  ],
};
