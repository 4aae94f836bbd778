/** Files of an import of absences as sheets of their own: a table per file, its cells typed. No workbook of payroll holds them. */
import type { TransferFileLine } from '../../domain/absences/files/transferFile.ts';
import { sheetCell, type TransferColumn } from '../../domain/absences/files/transferValue.ts';
import { numberCell } from '../../domain/review/cell.ts';
import type { RowCells } from '../../domain/review/plan.ts';
import type { ColumnDeclaration, TableDeclaration } from '../declaration.ts';
import { sheetColumn } from '../sheetColumn.ts';

/** Each becomes a table: the lines to check, those to import, those to delete. */
export const transferSheetKinds = ['controle', 'import', 'suppressions'] as const;
export type TransferSheetKind = (typeof transferSheetKinds)[number];

const titles: Readonly<Record<TransferSheetKind, { readonly name: string; readonly title: string }>> = {
  controle: { name: 'Passerelle_Fichier_Controle', title: 'Absences à contrôler' },
  import: { name: 'Passerelle_Fichier_Import', title: 'Absences à importer' },
  suppressions: { name: 'Passerelle_Fichier_Suppressions', title: 'Absences à supprimer' },
};

/** In characters, where the width of its kind does not do. */
const widths: Readonly<Record<string, number>> = {
  lastName: 20,
  firstName: 16,
  establishment: 20,
  category: 22,
  account: 30,
  correctedMonth: 18,
  remark: 44,
  done: 18,
};
const usualWidth = 13;

const formats: Readonly<Record<string, string>> = { days: '0.0', hours: '0.00', quantity: '0.00' };

/** Two lines may say the same thing: their place tells them apart. */
const place = sheetColumn('line', 'Ligne', 'integer', 8, 'Place de la ligne dans le fichier.', { required: true });

function declared({ key, heading, kind }: TransferColumn): ColumnDeclaration {
  const format = formats[key];
  return sheetColumn(key, heading, kind, widths[key] ?? usualWidth, '', format === undefined ? {} : { format });
}

/** The place comes last: columns stand where the text of the same file has them. */
export function transferTable(kind: TransferSheetKind, columns: readonly TransferColumn[]): TableDeclaration {
  const { name, title } = titles[kind];
  return {
    name,
    title,
    description: '',
    visibility: 'visible',
    key: 'line',
    columns: [...columns.map(declared), place],
  };
}

export function transferRows(lines: readonly TransferFileLine[], columns: readonly TransferColumn[]): RowCells[] {
  return lines.map((line, index) => ({
    ...Object.fromEntries(columns.map(({ key, value }) => [key, sheetCell(value(line))])),
    line: numberCell(index + 1),
  }));
}
