import type { TableDeclaration } from '../declaration.ts';
import { sheetColumn as column } from '../sheetColumn.ts';

/** Where what an account holds may be transferred. */
export const transferLabels = { payroll: 'paie', rest: 'repos' } as const;

/** What the counter of Lucca counts. */
export const counterUnits = { hours: 'heures', days: 'jours' } as const;

const yesOrNo = { choices: ['oui', 'non'] };

/** « Comptes de temps »: one row per account, in the order of the sheets. */
export const timeAccountsTable: TableDeclaration = {
  name: 'Passerelle_Temps_Comptes',
  title: 'Comptes de temps',
  description: "Une ligne par compte, dans l'ordre d'affichage. Les règles y versent des heures.",
  visibility: 'visible',
  key: 'code',
  keyMayBeBlank: true,
  columns: [
    column('name', 'Compte', 'text', 34, 'Nom du compte, unique de préférence.', { required: true }),
    column(
      'code',
      'Code',
      'identifier',
      12,
      'Unique. Vide : il est tiré du nom, par exemple HS25 pour « Heures supp. 25 % ».',
    ),
    column('premium', 'Majoration (%)', 'decimal', 14, 'Majoration de chaque heure : 25 pour 25 %. Vide : aucune.'),
    column(
      'visible',
      'Visible',
      'boolean',
      10,
      'oui si la cellule est vide : le compte paraît sur les feuilles.',
      yesOrNo,
    ),
    column(
      'approved',
      "Pris en compte pour l'approbation",
      'boolean',
      16,
      'oui si la cellule est vide. non : une semaine qui ne touche que de tels comptes se règle sans approbation.',
      yesOrNo,
    ),
    column('payrollCode', 'Code paie', 'identifier', 12, "Code de l'élément variable dans la paie."),
    column(
      'transfer',
      'Transférable vers',
      'choice',
      14,
      'Où le solde peut partir : paie ou repos. Vide : nulle part.',
      {
        choices: Object.values(transferLabels),
      },
    ),
    column(
      'counter',
      'Compteur Lucca',
      'text',
      24,
      "Vers repos : numéro ou nom du compte d'absence que ces heures créditent dans Lucca.",
      { format: '@' },
    ),
    column(
      'counterUnit',
      'Unité du compteur',
      'choice',
      16,
      'Vers repos : ce compteur compte des heures ou des jours.',
      {
        choices: Object.values(counterUnits),
      },
    ),
    column('dayHours', "Heures d'un jour", 'decimal', 14, "Compteur en jours : heures d'une journée, par exemple 7.", {
      mostHours: 24,
    }),
  ],
};
