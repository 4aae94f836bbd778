import type { SentImport } from '../../shared/contracts/absenceImportSchemas.ts';
import { transferSheets } from '../../shared/flows/absences/transferSheets.ts';
import type { TableXlsx } from './recapFiles.ts';

/** One file of an import of absences as a workbook, by its name; undefined where the import has no such file. */
export async function importXlsx(
  name: string,
  sent: SentImport,
  tableXlsx: TableXlsx,
): Promise<Uint8Array | undefined> {
  const sheet = transferSheets(sent, sent.kind).sheets.find((each) => each.name === name);
  return sheet && tableXlsx(sheet.table, sheet.rows, sheet.caption, new Date(`${sent.on}T12:00:00Z`));
}
