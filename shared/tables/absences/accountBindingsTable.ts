import { payrollTargetKeys, payrollTargets } from '../../domain/absences/targets/targets.ts';
import type { TableDeclaration } from '../declaration.ts';
import { sheetColumn as column } from '../sheetColumn.ts';
import { kindLabels, treatmentLabels } from './treatmentLabels.ts';

export const bindingStates = { proposed: 'proposée', confirmed: 'confirmée', open: 'à choisir' } as const;
export type BindingState = keyof typeof bindingStates;

/** « Correspondance comptes d'absence »: what payroll does with each leave account of Lucca. */
export const accountBindingsTable: TableDeclaration = {
  name: 'Passerelle_Comptes_Absence',
  title: 'Correspondance comptes absence',
  description:
    'Ce que la paie fait de chaque compte d’absence de Lucca. Seules les lignes « confirmée » servent. Un nom avec * vaut pour tous les comptes qui s’écrivent ainsi.',
  visibility: 'visible',
  key: 'name',
  alsoKey: ['id'],
  columns: [
    column(
      'id',
      'Compte',
      'identifier',
      12,
      'Numéro du compte dans Lucca. Vide : la ligne vaut pour les noms qui suivent.',
    ),
    column(
      'name',
      'Nom du compte',
      'text',
      34,
      'Nom du compte. Sans numéro, un modèle : « Congés payés * » vaut pour les comptes de toutes les années.',
      { required: true },
    ),
    column(
      'treatment',
      'En paie',
      'choice',
      34,
      'Une des 14 catégories transmises, un arrêt de travail (jamais importé, à saisir en paie), ou hors paie.',
      { required: true, choices: treatmentLabels },
    ),
    column('kind', 'Nature de l’arrêt', 'choice', 26, 'Pour un arrêt de travail seulement.', {
      choices: Object.values(kindLabels),
    }),
    column(
      'code',
      'Code paie',
      'text',
      16,
      'Code sous lequel la paie connaît l’absence. Vide : celui de la catégorie.',
      {
        format: '@',
      },
    ),
    ...payrollTargetKeys.map((key) => {
      const { name } = payrollTargets[key];
      return column(key, `Type ${name}`, 'text', 26, `Comment ${name} nomme l’absence, dans ses fichiers.`, {
        format: '@',
      });
    }),
    column(
      'state',
      'État',
      'choice',
      14,
      'proposée : d’après le nom, à relire. confirmée : utilisée. à choisir : le nom ne dit rien de sûr.',
      { required: true, choices: Object.values(bindingStates) },
    ),
    column(
      'waiting',
      'Demi-journées en attente',
      'integer',
      14,
      'Demi-journées que personne n’a rattachées. Se remplit seul.',
    ),
    column('remark', 'Remarque', 'text', 50, 'Ce qui est à savoir de la ligne. Se remplit seule.'),
  ],
};
