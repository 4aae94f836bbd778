import type { TableDeclaration } from '../declaration.ts';
import { sheetColumn as column } from '../sheetColumn.ts';
import { hoursColumn, luccaIdColumn, monthColumn, nameColumns, signedHoursFormat } from './resultColumns.ts';

export const timeStates = { computed: 'calculé', incomplete: 'incomplet', refused: 'non calculé' } as const;

/** « Soldes de temps »: what each account of each person got in a month, and holds. Written by Passerelle alone. */
export const timeBalancesTable: TableDeclaration = {
  name: 'Passerelle_Temps',
  title: 'Soldes de temps',
  description:
    'Le dernier calcul : une ligne par personne, mois et compte, en heures et centièmes. Récrit à chaque calcul ; vos colonnes sont conservées.',
  visibility: 'visible',
  key: 'month',
  alsoKey: ['luccaId', 'account'],
  columns: [
    monthColumn,
    column('regulation', 'Réglementaire', 'text', 22, 'Réglementaire de temps de la personne.'),
    ...nameColumns,
    column('establishment', 'Établissement', 'text', 20, 'Établissement de la personne.'),
    column('account', 'Compte', 'identifier', 12, 'Code du compte de temps.', { required: true }),
    column('accountName', 'Libellé', 'text', 30, 'Nom du compte.'),
    hoursColumn('opening', 'Solde avant', 'Ce que le compte gardait avant ce mois.', signedHoursFormat),
    hoursColumn('posted', 'Règles', 'Ce que les règles y ont versé ce mois.', signedHoursFormat),
    hoursColumn('corrected', 'Corrections', 'Lignes de « Corrections de temps » du mois.', signedHoursFormat),
    hoursColumn('late', 'Régularisations', 'Ce qui a changé dans les mois clos.', signedHoursFormat),
    hoursColumn('balance', 'Solde', 'Avant + règles + corrections + régularisations.', signedHoursFormat),
    hoursColumn(
      'toExport',
      'À transmettre',
      'Heures et centièmes à transmettre : à la paie, ou au compteur de repos.',
      signedHoursFormat,
    ),
    hoursColumn('waiting', 'En attente', 'Heures des semaines dont une feuille manque ou n’est pas approuvée.'),
    column('state', 'État', 'choice', 14, '« incomplet » : une semaine attend, ou un horaire manque.', {
      choices: Object.values(timeStates),
    }),
    luccaIdColumn,
  ],
};
