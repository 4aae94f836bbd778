import { sourceNames, stateNames } from '../messages/fr/employees/fieldWords.ts';
import type { TableDeclaration } from './declaration.ts';
import { sheetColumn as column } from './sheetColumn.ts';

/** « Correspondance champs »: where each payroll field is read in Lucca. */
export const fieldMappingTable: TableDeclaration = {
  name: 'Passerelle_Correspondance_Champs',
  title: 'Correspondance champs',
  description:
    'Une ligne par champ de paie : d’où il vient dans Lucca. Ce qui est validé sert à toutes les lectures suivantes.',
  visibility: 'visible',
  key: 'field',
  columns: [
    column('field', 'Champ de paie', 'text', 28, 'Titre de la colonne de « Salariés ». Ne pas modifier.', {
      required: true,
    }),
    column(
      'from',
      'Vient de',
      'choice',
      20,
      'Lucca : champ de tous les comptes. contrat, dossier personnel : de Lucca aussi. champ personnalisé : donnez son code. non relié : lu nulle part.',
      { required: true, choices: Object.values(sourceNames) },
    ),
    column(
      'code',
      'Code Lucca',
      'text',
      26,
      'Code du champ personnalisé, par exemple e_Codepostal ; e_adresse.e_ville pour un champ dans un autre.',
      { required: true, format: '@' },
    ),
    column('name', 'Nom dans Lucca', 'text', 28, 'Nom du champ personnalisé. Se remplit seul.'),
    column('samples', 'Exemples (masqués)', 'text', 30, 'Trois valeurs au plus, lettres et chiffres cachés.', {
      sensitivity: 'personal',
      format: '@',
    }),
    column(
      'state',
      'État',
      'choice',
      14,
      'proposé : à relire. validé : lu ainsi. à compléter : rien n’est choisi, ou à corriger. disparu : ce champ n’est plus dans Lucca.',
      { choices: Object.values(stateNames) },
    ),
    column('remark', 'Remarque', 'text', 60, 'Ce qui est à savoir de la ligne. Se remplit seule.'),
  ],
};
