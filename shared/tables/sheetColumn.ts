import type { ColumnDeclaration } from './declaration.ts';

/** A column that an accountant fills: it may be deleted, and shows nothing that must be hidden, unless `more` says otherwise. */
export function sheetColumn(
  key: string,
  heading: string,
  kind: ColumnDeclaration['kind'],
  width: number,
  note: string,
  more: Partial<ColumnDeclaration> = {},
): ColumnDeclaration {
  return { key, heading, kind, width, note, required: false, sensitivity: 'open', ...more };
}

/** Amounts in euros: thousands apart, cents always. */
export const eurosFormat = '#,##0.00 "€"';
/** Numbers that add or take away: the sign is always seen. */
export const signedFormat = '+0;-0;0';

/** Columns that say who a row is about; the name is there to be read only. */
export const personColumns: readonly ColumnDeclaration[] = [
  sheetColumn('luccaId', 'Identifiant Lucca', 'identifier', 18, 'Numéro de la personne dans Lucca, ou son matricule.'),
  sheetColumn(
    'employeeNumber',
    'Matricule',
    'identifier',
    13,
    "Suffit quand une seule personne le porte, sans l'identifiant.",
  ),
  sheetColumn('name', 'Salarié', 'text', 24, 'Pour vous relire ; la personne est retrouvée par son numéro.'),
];
