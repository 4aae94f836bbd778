/** « Récapitulatif » and « RIB modifiés » as a file: the pane and the command line get the same bytes. */
import type { BankReport, RecapReport } from '../../shared/contracts/recapSchemas.ts';
import { frenchDate } from '../../shared/domain/calendar/plainDate.ts';
import type { RowCells } from '../../shared/domain/review/plan.ts';
import * as say from '../../shared/messages/fr/employees/recap.ts';
import { monthName } from '../../shared/messages/fr/words.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { bankRows, recapRows } from '../../shared/tables/recap/recapRows.ts';
import { bankChangesTable, recapTable } from '../../shared/tables/recap/recapTables.ts';
import { bankChangesPdf } from './bankChangesPdf.ts';
import { tableCsv } from './csv.ts';
import type { ReportHead } from './peoplePages.ts';
import { recapPdf } from './recapPdf.ts';

export const reportFormats = ['pdf', 'xlsx', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Makes a workbook of one table: `server/xlsx/tableXlsx.ts`, given by whoever knows files. */
export type TableXlsx = (
  table: TableDeclaration,
  rows: readonly RowCells[],
  caption: string,
  at: Date,
) => Promise<Uint8Array>;

/** `acme.ilucca.net · octobre 2026 · Établi le 26/10/2026 · Données masquées`. */
function captionOf({ account, month, on, isMasked }: ReportHead): string {
  const masking = isMasked ? say.maskedData : say.shownData;
  return [account, monthName(month), say.madeOn(frenchDate(on)), masking].join(' · ');
}

async function tableFile(
  table: TableDeclaration,
  rows: readonly RowCells[],
  head: ReportHead,
  format: Exclude<ReportFormat, 'pdf'>,
  tableXlsx: TableXlsx,
): Promise<Uint8Array> {
  return format === 'csv'
    ? Buffer.from(tableCsv(table, rows))
    : tableXlsx(table, rows, captionOf(head), new Date(`${head.on}T12:00:00Z`));
}

export function recapFile(report: RecapReport, format: ReportFormat, tableXlsx: TableXlsx): Promise<Uint8Array> {
  return format === 'pdf' ? recapPdf(report) : tableFile(recapTable, recapRows(report), report, format, tableXlsx);
}

export function bankFile(report: BankReport, format: ReportFormat, tableXlsx: TableXlsx): Promise<Uint8Array> {
  return format === 'pdf'
    ? bankChangesPdf(report)
    : tableFile(bankChangesTable, bankRows(report), report, format, tableXlsx);
}
