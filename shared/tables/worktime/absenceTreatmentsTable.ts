import type { TableDeclaration } from '../declaration.ts';
import { sheetColumn as column } from '../sheetColumn.ts';
import { assimilationLabels } from './timeRulesTable.ts';

/** « Absences et temps »: how each account of absence counts in the counters, from a date on. */
export const absenceTreatmentsTable: TableDeclaration = {
  name: 'Passerelle_Temps_Absences',
  title: 'Absences et temps',
  description:
    "Une ligne par compte d'absence. Pour changer sa règle à une date, ajoutez une ligne au même compte avec « À partir du ».",
  visibility: 'visible',
  key: 'id',
  alsoKey: ['from'],
  keyMayBeBlank: true,
  columns: [
    column(
      'id',
      'Compte',
      'identifier',
      12,
      "Numéro du compte d'absence dans Lucca. Vide : il est retrouvé par son nom.",
    ),
    column('name', 'Nom', 'text', 34, "Nom du compte d'absence.", { required: true }),
    column(
      'assimilation',
      'Temps de travail effectif',
      'choice',
      26,
      'non (par défaut), travail effectif (formation, délégation…), ou seuil hebdomadaire seulement (congés payés, depuis le 10/09/2025).',
      { choices: Object.values(assimilationLabels) },
    ),
    column('from', 'À partir du', 'date', 12, 'Premier jour où la ligne vaut. Vide : depuis toujours.'),
    column(
      'counts',
      'Décompté comme une absence',
      'boolean',
      16,
      'oui si la cellule est vide. non : télétravail, dont le temps est déjà dans la présence.',
      { choices: ['oui', 'non'] },
    ),
  ],
};
