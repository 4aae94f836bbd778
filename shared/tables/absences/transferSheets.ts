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

/** In characters: a line must be read on a landscape page. */
const widths: Readonly<Record<string, number>> = {
  lastName: 16,
  firstName: 13,
  establishment: 14,
  category: 18,
  account: 24,
  fromHalf: 10,
  toHalf: 10,
  days: 7,
  hours: 8,
  rate: 7,
  amount: 9,
  corrects: 14,
  correctedMonth: 15,
  remark: 36,
  done: 16,
};
const usualWidth = 11;

const formats: Readonly<Record<string, string>> = { days: '0.0', hours: '0.00', quantity: '0.00' };

/** Two lines may say the same thing: their place tells them apart. */
const place = sheetColumn('line', 'Ligne', 'integer', 6, 'Place de la ligne dans le fichier.', { required: true });

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
