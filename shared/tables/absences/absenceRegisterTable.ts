import { hiddenColumn, type TableDeclaration } from '../declaration.ts';
import { sheetColumn as column } from '../sheetColumn.ts';
import { detailColumns, spanColumns } from './importsTable.ts';

/** What a line of the register did: payroll took the absence, or deleted it. */
export const registerSigns = { taken: 'prise', takenBack: 'reprise' } as const;
export type RegisterSign = keyof typeof registerSigns;

const [detail, ...identifiers] = detailColumns;

/** « Registre des absences »: a ledger, one row per line that payroll did. Each row carries a check value over its cells and the row before. */
export const absenceRegisterTable: TableDeclaration = {
  name: 'Passerelle_Absences_Registre',
  title: 'Registre des absences',
  description:
    'Ce que la paie a pris de Lucca, et ce qu’elle en a supprimé, dans l’ordre. Ne pas modifier : « Annuler » écrit la ligne inverse.',
  visibility: 'visible',
  key: 'line',
  columns: [
    column('line', 'Ligne', 'identifier', 10, "Numéro de la ligne, dans l'ordre d'écriture.", { required: true }),
    column('run', 'Import', 'identifier', 10, 'Numéro dans « Imports d’absences ».', { required: true }),
    column('month', 'Mois', 'identifier', 10, 'Mois de paie de l’import.', { required: true }),
    column('sign', 'Sens', 'choice', 10, 'prise : la paie l’a. reprise : la paie l’a supprimée.', {
      required: true,
      choices: Object.values(registerSigns),
    }),
    column('origin', 'Transmise par', 'identifier', 13, 'Import qui a transmis l’absence.', { required: true }),
    column('originMonth', 'Mois transmis', 'identifier', 13, 'Mois de paie de cet import.', { required: true }),
    column('employeeNumber', 'Matricule', 'identifier', 13, 'Matricule au jour de l’import.'),
    column('name', 'Salarié', 'text', 24, 'Nom au jour de l’import.'),
    ...spanColumns,
    ...(detail ? [detail] : []),
    ...identifiers,
    column('lineId', 'Identifiant ligne', 'text', 34, 'Ligne de « Lignes d’import ».', { required: true }),
    column('check', 'Contrôle', 'identifier', 18, 'Valeur de contrôle de la ligne et de la précédente.', {
      required: true,
    }),
  ],
};

/** What each run and each closed month were made with, in parts: `A3/RUN`, `A3/CHECK`, `2026-10/RECEIPT-…`, `2026-10/PERIOD`, `2026-10/CLOSE-1`. */
export const absenceSettingsTable: TableDeclaration = {
  name: 'Passerelle_Absences_Reglages',
  title: '_reglages_absences',
  description: 'Correspondance des comptes de chaque mois clos : ses absences sont toujours comparées avec elle.',
  visibility: 'veryHidden',
  key: 'key',
  columns: [hiddenColumn('key'), { ...hiddenColumn('value'), longest: 30_000 }],
};
