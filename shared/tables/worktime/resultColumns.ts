/** Columns that the results of working time share. */
import type { ColumnDeclaration } from '../declaration.ts';
import { sheetColumn as column } from '../sheetColumn.ts';

/** Hours and hundredths: what payroll reads. The sign is seen where a figure may take away. */
export const hoursFormat = '0.00';
export const signedHoursFormat = '+0.00;-0.00;0.00';

export const monthColumn = column('month', 'Mois', 'identifier', 10, 'Mois de paie, par exemple 2026-10.', {
  required: true,
});

/** Who a result is about; Lucca's number comes last, where it identifies the row. */
export const nameColumns: readonly ColumnDeclaration[] = [
  column('employeeNumber', 'Matricule', 'identifier', 13, 'Matricule de la personne.'),
  column('lastName', 'Nom', 'text', 18, 'Nom de la personne.'),
  column('firstName', 'Prénom', 'text', 16, 'Prénom de la personne.'),
];

export const luccaIdColumn = column(
  'luccaId',
  'Identifiant Lucca',
  'identifier',
  18,
  'Numéro de la personne dans Lucca.',
  { required: true },
);

export function hoursColumn(key: string, heading: string, note: string, format = hoursFormat): ColumnDeclaration {
  return column(key, heading, 'decimal', Math.max(10, heading.length + 2), note, { format });
}
