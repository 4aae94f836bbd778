import type { TableDeclaration } from '../declaration.ts';
import { personColumns, sheetColumn as column } from '../sheetColumn.ts';

export const momentLabels = { lunch: 'déjeuner', dinner: 'dîner', nature: 'selon la nature' } as const;
export const stageLabels = {
  declared: 'déclaré',
  approved: 'approuvé',
  controlled: 'contrôlé',
  exported: 'exporté',
} as const;

/** « Frais de repas »: meals on expense reports and internal invitations, from Lucca, pasted or typed. */
export const mealsTable: TableDeclaration = {
  name: 'Passerelle_TR_Frais_Repas',
  title: 'Frais de repas',
  description:
    'Repas remboursés et invitations internes : un par ligne et par personne. Viennent de Lucca, ou se collent et se saisissent ici.',
  visibility: 'visible',
  key: 'id',
  keyMayBeBlank: true,
  columns: [
    ...personColumns,
    column('date', 'Date du repas', 'date', 14, 'Jour où le repas a été pris, pas celui de la note de frais.', {
      required: true,
    }),
    column('nature', 'Nature', 'text', 24, 'Nature de frais, telle que dans « Impacts frais TR ».', { required: true }),
    column(
      'moment',
      'Repas',
      'choice',
      16,
      'déjeuner retire un titre, dîner non, quelle que soit la nature. Vide ou « selon la nature » : la nature décide.',
      { choices: Object.values(momentLabels) },
    ),
    column(
      'stage',
      'État du rapport',
      'choice',
      14,
      'État de la note de frais. Vide pour un repas saisi ici : il compte.',
      { choices: Object.values(stageLabels) },
    ),
    column('host', 'Invité par', 'text', 24, 'Nom du collègue qui a invité. Vide : le repas est sur sa propre note.'),
    column('id', 'Identifiant', 'identifier', 22, 'Relie la ligne à Lucca. Vide pour une ligne saisie ici.'),
  ],
};
