/** A file of an import of absences as text, line by line. */
import { payrollFiles, type PayrollLayout } from '../../files/payrollText.ts';
import type { Finding } from '../../finding.ts';
import { transferControl, type TransferFileInput, type TransferFiles } from './transferFile.ts';
import { peopleFindings } from './transferFindings.ts';
import { textColumns, type TransferColumn } from './transferValue.ts';

export interface TransferText extends TransferFileInput {
  /** What the name of the file says after `absences`. */
  readonly kind: string;
  readonly columns: readonly TransferColumn[];
}

/** One file per payroll dossier: `absences-import-2026-10-a3-d1.csv`. */
export function transferText(
  { kind, number, month, lines, columns }: TransferText,
  layout: PayrollLayout,
  already: readonly Finding[] = [],
): TransferFiles {
  const stem = ['absences', kind, month, number];
  const findings = [...peopleFindings(kind, lines), ...already];
  const content = { stem, lines, columns: textColumns(columns, layout.decimal), controlOf: transferControl };
  return payrollFiles(content, layout, findings);
}
