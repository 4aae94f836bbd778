/** What the workbook remembers of itself: one very hidden sheet per table, and the visible journal. */
import { hiddenColumn, type TableDeclaration } from './declaration.ts';

/** Choices made in a review that must be remembered: what payroll ignores, until Lucca says something else. */
export const decisionsTable: TableDeclaration = {
  name: 'Passerelle_Decisions',
  title: '_decisions',
  description: 'Changements ignorés, avec la valeur ignorée.',
  visibility: 'veryHidden',
  key: 'key',
  columns: [hiddenColumn('key'), hiddenColumn('value')],
};

/** Characters of a plan in one cell: under Excel's 32,767. */
export const PLAN_PART = 30_000;

/** The lines of the plan being written, then of the last plan written: what « Reprendre » and « Annuler » read. */
export const planTable: TableDeclaration = {
  name: 'Passerelle_Plan',
  title: '_journal',
  description: 'Lignes de la mise à jour en cours ou de la dernière, pour la reprendre ou l’annuler.',
  visibility: 'veryHidden',
  key: 'key',
  columns: [hiddenColumn('key'), hiddenColumn('plan'), { ...hiddenColumn('content'), longest: PLAN_PART }],
};

/** Key and value: connection, last change seen, date of the data, version of the tables. */
export const stateTable: TableDeclaration = {
  name: 'Passerelle_Etat',
  title: '_etat',
  description: 'Connexion, dernier changement vu, date des données, version des tables.',
  visibility: 'veryHidden',
  key: 'key',
  columns: [hiddenColumn('key'), hiddenColumn('value')],
};

/** « Journal »: a ledger, one row per plan written. Each row carries a check value over its cells and the row before. */
export const journalTable: TableDeclaration = {
  name: 'Passerelle_Journal',
  title: 'Journal',
  description:
    'Ce qui a été écrit dans le classeur et quand. Une ligne par mise à jour ou annulation ; ne pas modifier.',
  visibility: 'visible',
  key: 'plan',
  columns: [
    {
      key: 'plan',
      heading: 'Numéro',
      kind: 'identifier',
      note: 'Numéro de la mise à jour.',
      required: true,
      sensitivity: 'open',
      width: 24,
    },
    {
      key: 'at',
      heading: 'Écrit le',
      kind: 'text',
      note: 'Date et heure de Paris.',
      required: true,
      sensitivity: 'open',
      width: 18,
    },
    {
      key: 'what',
      heading: 'Opération',
      kind: 'text',
      note: 'Mise à jour depuis Lucca, ou annulation.',
      required: true,
      sensitivity: 'open',
      width: 30,
    },
    {
      key: 'outcome',
      heading: 'Issue',
      kind: 'text',
      note: 'faite ou abandonnée.',
      required: true,
      sensitivity: 'open',
      width: 14,
    },
    {
      key: 'added',
      heading: 'Ajouts',
      kind: 'integer',
      note: 'Lignes ajoutées.',
      required: true,
      sensitivity: 'open',
      width: 9,
    },
    {
      key: 'changed',
      heading: 'Modifications',
      kind: 'integer',
      note: 'Cellules modifiées.',
      required: true,
      sensitivity: 'open',
      width: 13,
    },
    {
      key: 'deleted',
      heading: 'Suppressions',
      kind: 'integer',
      note: 'Lignes supprimées.',
      required: true,
      sensitivity: 'open',
      width: 13,
    },
    {
      key: 'check',
      heading: 'Contrôle',
      kind: 'identifier',
      note: 'Valeur de contrôle de la ligne et de la précédente.',
      required: true,
      sensitivity: 'open',
      width: 18,
    },
  ],
};
