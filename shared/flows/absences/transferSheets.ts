/** Files of an import of absences as tables, to be written by whoever writes workbooks. */
import { checkColumns } from '../../domain/absences/files/checkFile.ts';
import { deletionColumns } from '../../domain/absences/files/deletionsFile.ts';
import { importColumns } from '../../domain/absences/files/importFile.ts';
import type { TransferControl } from '../../domain/absences/files/transferFile.ts';
import type { TransferColumn } from '../../domain/absences/files/transferValue.ts';
import { byRecipient } from '../../domain/files/givenFile.ts';
import type { Finding } from '../../domain/finding.ts';
import type { RowCells } from '../../domain/review/plan.ts';
import { caption } from '../../messages/fr/absences/files.ts';
import { transferRows, transferTable, type TransferSheetKind } from '../../tables/absences/transferSheets.ts';
import type { TableDeclaration } from '../../tables/declaration.ts';
import { linesFor, transferFiles, transferWords, type TransferToFile } from './transferFiles.ts';

export interface TransferSheet {
  /** Ends in `.xlsx`. */
  readonly name: string;
  readonly recipient: string;
  readonly table: TableDeclaration;
  readonly rows: readonly RowCells[];
  /** Number, month, dossier and totals. */
  readonly caption: string;
  readonly control: TransferControl;
}

function columnsOf({ number, month }: TransferToFile, kind: TransferSheetKind): readonly TransferColumn[] {
  if (kind === 'import') return importColumns(number, transferWords);
  return kind === 'controle' ? checkColumns(transferWords, month) : deletionColumns(transferWords, month);
}

/** The same files as tables; none as long as a finding is an error. A sheet computes no text: nothing is held back by an apostrophe. */
export function transferSheets(
  held: TransferToFile,
  kind: TransferSheetKind,
): { readonly sheets: readonly TransferSheet[]; readonly findings: readonly Finding[] } {
  const { files, findings } = transferFiles(held, { kind });
  const columns = columnsOf(held, kind);
  const groups = new Map(byRecipient(linesFor(held, kind), ({ establishment }) => establishment.payrollDossier));
  const sheets = files.flatMap(({ name, recipient, control, bytes }): TransferSheet[] => {
    if (!bytes) return [];
    const rows = transferRows(groups.get(recipient) ?? [], columns);
    const text = caption(held.number, held.month, recipient, control);
    const table = transferTable(kind, columns);
    return [{ name: name.replace(/csv$/, 'xlsx'), recipient, table, rows, caption: text, control }];
  });
  return { sheets, findings: findings.filter(({ code }) => code !== 'fileNeutralised') };
}
