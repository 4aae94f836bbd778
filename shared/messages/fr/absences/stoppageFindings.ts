/** What findings of « Arrêts à saisir » say. */
import type { Finding } from '../../../domain/finding.ts';

export const stoppageSentences: Readonly<Record<string, (facts: Finding['facts']) => string>> = {
  stoppageCellBlank: (facts) =>
    `Colonne « ${facts['heading'] ?? ''} » : la cellule est vide : la ligne n’est plus suivie. Rétablissez-la (Ctrl+Z), ou supprimez la ligne : l’arrêt reviendra à saisir.`,
  stoppageDatesReversed: () => 'L’arrêt finit avant de commencer : rétablissez ses dates, ou supprimez la ligne.',
  stoppageTypedAsUnread: () =>
    'Ce que la paie tient n’est plus lisible : la ligne n’est plus suivie. Rétablissez le texte (Ctrl+Z), ou videz la cellule si la paie tient ce que dit la ligne.',
};
