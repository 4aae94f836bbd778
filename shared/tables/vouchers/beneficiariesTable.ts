import type { TableDeclaration } from '../declaration.ts';
import { supportLabels } from './issuers.ts';
import { sheetColumn as column } from '../sheetColumn.ts';

export const exceptionLabels = {
  excluded: 'exclu',
  start: 'date de début',
  card: supportLabels.card,
  paper: supportLabels.paper,
} as const;

/** Criteria that name one person, or one establishment. Any other is the title of a column of « Salariés ». */
export const personCriteria = { employeeNumber: 'Matricule', luccaId: 'Identifiant Lucca' } as const;
export const ESTABLISHMENT_CRITERION = 'Établissement';

/** « Bénéficiaires TR »: everybody benefits, but for what stands here. */
export const beneficiariesTable: TableDeclaration = {
  name: 'Passerelle_TR_Beneficiaires',
  title: 'Bénéficiaires TR',
  description:
    'Tous les salariés des établissements reçoivent des titres. Notez ici les exceptions : qui est exclu, qui commence plus tard, qui préfère la carte ou le papier.',
  visibility: 'visible',
  key: 'criterion',
  alsoKey: ['value', 'exception', 'from'],
  keyMayBeBlank: true,
  columns: [
    column(
      'criterion',
      'Critère',
      'text',
      22,
      `${personCriteria.employeeNumber}, ${personCriteria.luccaId}, ${ESTABLISHMENT_CRITERION}, ou le titre d'une colonne de « Salariés » : Nature de contrat, Service…`,
    ),
    column(
      'value',
      'Valeur',
      'identifier',
      22,
      'Le matricule, le nom de l’établissement, ou la valeur cherchée dans la colonne. Gardé en texte.',
    ),
    column(
      'exception',
      'Exception',
      'choice',
      14,
      'exclu ; date de début (« Du » est alors le premier jour) ; carte ou papier. Les trois dernières : pour une personne.',
      { choices: Object.values(exceptionLabels), required: true },
    ),
    column('from', 'Du', 'date', 12, 'Premier jour. Vide : depuis toujours.'),
    column('to', 'Au', 'date', 12, 'Dernier jour. Vide : sans fin.'),
    column(
      'comment',
      'Commentaire',
      'text',
      36,
      'Pourquoi. Une exclusion doit pouvoir se justifier par une situation objective.',
    ),
  ],
};
