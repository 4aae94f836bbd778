import type { ManualAdjustment } from '../../domain/vouchers/outcome.ts';
import type { TableDeclaration } from '../declaration.ts';
import { personColumns, sheetColumn as column } from '../sheetColumn.ts';

export const adjustmentLabels: Readonly<Record<ManualAdjustment['kind'], string>> = {
  entitlement: 'droit',
  absence: 'absence',
  meal: 'frais',
  returned: 'titres rendus',
  other: 'autre',
};

/** « Ajustements TR »: signed numbers of vouchers decided by a person. */
export const adjustmentsTable: TableDeclaration = {
  name: 'Passerelle_TR_Ajustements',
  title: 'Ajustements TR',
  description: 'Titres ajoutés ou retirés à la main dans la commande d’un mois. Modifiables jusqu’à la commande.',
  visibility: 'visible',
  key: 'month',
  alsoKey: ['luccaId', 'employeeNumber', 'kind', 'date', 'number', 'comment'],
  keyMayBeBlank: true,
  columns: [
    column('month', 'Mois de commande', 'date', 14, 'Un jour du mois de la commande, par exemple 01/10/2026.', {
      required: true,
    }),
    ...personColumns,
    column('kind', 'Type', 'choice', 14, '« titres rendus » rembourse la part salariale et ne commande rien.', {
      choices: Object.values(adjustmentLabels),
    }),
    column('date', 'Date', 'date', 12, 'Jour concerné. Vide : la période en cours.'),
    column(
      'number',
      'Nombre',
      'integer',
      9,
      'Nombre entier de titres : 2 pour en ajouter deux, -1 pour en retirer un.',
      { required: true },
    ),
    column('comment', 'Commentaire', 'text', 40, 'Montré à la personne.'),
  ],
};
