/** Words of « Correspondance champs » that the sheet, the pane and the command line share. */
import type { MappedFrom } from '../../../domain/people/mapping/fieldMapping.ts';

/** Where a field comes from, as the sheet says it. */
export const sourceNames: Readonly<Record<MappedFrom, string>> = {
  native: 'Lucca',
  contract: 'contrat',
  record: 'dossier personnel',
  custom: 'champ personnalisé',
  none: 'non relié',
};

export type FieldState = 'accepted' | 'proposed' | 'incomplete' | 'vanished';

/** Where a line stands. */
export const stateNames: Readonly<Record<FieldState, string>> = {
  accepted: 'validé',
  proposed: 'proposé',
  incomplete: 'à compléter',
  vanished: 'disparu',
};
