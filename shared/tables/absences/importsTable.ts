import { payrollTargetKeys, payrollTargets } from '../../domain/absences/targets/targets.ts';
import { halfLabels } from '../absencesTable.ts';
import type { ColumnDeclaration, TableDeclaration } from '../declaration.ts';
import { sheetColumn as column } from '../sheetColumn.ts';
import { luccaIdColumn, nameColumns } from '../worktime/resultColumns.ts';

export const importStates = {
  prepared: 'préparé',
  confirmed: 'confirmé',
  abandoned: 'abandonné',
  cancelled: 'annulé',
} as const;
export type ImportState = keyof typeof importStates;

/** « Imports d'absences »: the life of each run. What payroll took, or took back, stands in « Registre des absences ». */
export const absenceImportsTable: TableDeclaration = {
  name: 'Passerelle_Absences_Imports',
  title: "Imports d'absences",
  description:
    'Une ligne par import d’absences. Préparé : des fichiers, que la paie n’a pas encore pris. Confirmé : ses lignes sont au registre.',
  visibility: 'visible',
  key: 'number',
  columns: [
    column('number', 'Import', 'identifier', 12, 'Numéro de l’import. Ne pas modifier.', { required: true }),
    column('month', 'Mois', 'identifier', 10, 'Mois de paie, par exemple 2026-10.', { required: true }),
    column('from', 'Du', 'date', 12, 'Premier jour de la période.'),
    column('to', 'Au', 'date', 12, 'Dernier jour de la période.'),
    column('state', 'État', 'choice', 12, 'préparé, confirmé, abandonné ou annulé.', {
      required: true,
      choices: Object.values(importStates),
    }),
    column('deletions', 'À supprimer', 'integer', 13, 'Lignes à supprimer dans la paie.'),
    column(
      'imports',
      'À importer',
      'integer',
      13,
      'Lignes à importer ; une fois confirmé, celles que la paie a prises.',
    ),
    column('preparedAt', 'Préparé le', 'text', 18, 'Date et heure de Paris.'),
    column('preparedBy', 'Préparé par', 'text', 20, 'D’où il a été préparé.'),
    column('confirmedAt', 'Confirmé le', 'text', 18, 'Date et heure de Paris.'),
    column('endedAt', 'Abandonné ou annulé le', 'text', 22, 'Date et heure de Paris.'),
  ],
};

export const directionLabels = { import: 'à importer', delete: 'à supprimer' } as const;
export type LineDirection = keyof typeof directionLabels;

const halves = { choices: Object.values(halfLabels) };

/** What an absence is and when: shared by the lines of an import and by the register. */
export const spanColumns: readonly ColumnDeclaration[] = [
  column('code', 'Code paie', 'text', 14, 'Code sous lequel la paie connaît l’absence.', {
    required: true,
    format: '@',
  }),
  column('account', 'Compte d’absence', 'text', 28, 'Compte de Lucca.'),
  column('from', 'Du', 'date', 12, 'Premier jour.'),
  column('fromHalf', 'Début', 'choice', 12, 'matin ou après-midi du premier jour.', halves),
  column('to', 'Au', 'date', 12, 'Dernier jour.'),
  column('toHalf', 'Fin', 'choice', 12, 'matin ou après-midi du dernier jour.', halves),
  column('days', 'Jours', 'decimal', 8, 'Demi-journées divisées par deux, pour les comptes tenus en jours.'),
  column('hours', 'Heures', 'decimal', 8, 'Somme des heures, pour les comptes tenus en heures.'),
];

/** Cells that stand for a line half-day by half-day, and find it again. */
export const detailColumns: readonly ColumnDeclaration[] = [
  column(
    'detail',
    'Demi-journées',
    'text',
    30,
    'Chaque demi-journée : date, M ou A, et minutes pour un compte en heures. Ne pas modifier.',
    { required: true, longest: 4000 },
  ),
  column('accountId', 'Numéro du compte', 'identifier', 14, 'Numéro du compte dans Lucca.', { required: true }),
  luccaIdColumn,
];

/** « Lignes d'import »: what each run asks of payroll, ticked line by line. */
export const importLinesTable: TableDeclaration = {
  name: 'Passerelle_Absences_Lignes',
  title: "Lignes d'import",
  description:
    'Ce que chaque import demande à la paie. À supprimer : mettez « oui » une fois l’absence supprimée dans la paie. À importer : mettez « non » si la paie la refuse, elle sera proposée de nouveau.',
  visibility: 'visible',
  key: 'id',
  columns: [
    column('run', 'Import', 'identifier', 10, 'Numéro dans « Imports d’absences ».', { required: true }),
    column('direction', 'Sens', 'choice', 13, 'à supprimer d’abord, à importer ensuite.', {
      required: true,
      choices: Object.values(directionLabels),
    }),
    column(
      'done',
      'Fait en paie',
      'boolean',
      13,
      'À supprimer : oui une fois fait. À importer : oui si la cellule est vide ; non si la paie l’a refusée.',
      { choices: ['oui', 'non'] },
    ),
    ...nameColumns,
    column('establishment', 'Établissement', 'text', 20, 'Établissement de la personne.'),
    column('category', 'Absence', 'text', 24, 'Catégorie de la paie.'),
    ...spanColumns,
    column('correctedMonth', 'Mois corrigé', 'identifier', 13, 'Mois de paie déjà clos que la ligne corrige.'),
    column('corrects', 'Import corrigé', 'identifier', 14, 'Import qui l’avait transmise.'),
    column('doneAt', 'Fait le', 'text', 18, 'Date et heure de Paris.'),
    column('doneBy', 'Fait par', 'text', 20, 'D’où la ligne a été cochée.'),
    ...payrollTargetKeys.map((key) =>
      column(key, `Type ${payrollTargets[key].name}`, 'text', 22, 'Repris de « Correspondance comptes absence ».', {
        format: '@',
      }),
    ),
    ...detailColumns,
    column(
      'establishmentId',
      'Identifiant établissement',
      'identifier',
      20,
      'Numéro de l’établissement dans Lucca : deux établissements peuvent porter le même nom.',
    ),
    column('id', 'Identifiant ligne', 'text', 34, 'Relie la ligne à son import. Ne pas modifier.', { required: true }),
    column(
      'check',
      'Contrôle',
      'identifier',
      18,
      'Valeur de contrôle de la ligne, sa coche exceptée. Ne pas modifier.',
    ),
  ],
};
