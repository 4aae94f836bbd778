/** The files that can be made of an import of absences. */
import { checkFile } from '../../domain/absences/files/checkFile.ts';
import { deletionsFile } from '../../domain/absences/files/deletionsFile.ts';
import { importFile } from '../../domain/absences/files/importFile.ts';
import { isTakenByPayfit, payfitFile } from '../../domain/absences/files/payfitFile.ts';
import { silaeFile } from '../../domain/absences/files/silaeFile.ts';
import {
  transferTotalFindings,
  type TransferFileLine,
  type TransferFiles,
} from '../../domain/absences/files/transferFile.ts';
import type { TransferWords } from '../../domain/absences/files/transferWords.ts';
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Encoding } from '../../domain/files/encoding.ts';
import type { Finding } from '../../domain/finding.ts';
import { fileFinding } from '../../domain/files/fileFindings.ts';
import { frenchPayrollLayout } from '../../domain/files/payrollText.ts';
import { remark } from '../../messages/fr/absences/files.ts';
import { monthName } from '../../messages/fr/words.ts';
import { directionLabels, type ImportState } from '../../tables/absences/importsTable.ts';
import { halfLabels } from '../../tables/absencesTable.ts';

/**
 * `controle`: every line, to be read. `import`: the generic file. `payfit`, `silae`: as that software takes absences. `suppressions`: what is to be
 * deleted by hand first.
 */
export const transferFileKinds = ['controle', 'import', 'payfit', 'silae', 'suppressions'] as const;
export type TransferFileKind = (typeof transferFileKinds)[number];

/** An import as its files take it: the lines that were prepared, whatever became of it. */
export interface TransferToFile {
  readonly number: string;
  readonly month: PlainMonth;
  readonly state: ImportState;
  /** Those that payroll did not refuse. */
  readonly lines: readonly TransferFileLine[];
  /** Lines that payroll refused: in no file. */
  readonly refused: number;
  /** Deletions that payroll has not made yet. */
  readonly deletionsLeft: number;
}

export interface TransferFileRequest {
  readonly kind: TransferFileKind;
  /** Of files of text, but for PayFit, which takes UTF-8 alone. */
  readonly encoding?: Encoding;
}

/** How the files name things, in French. */
export const transferWords: TransferWords = {
  directions: directionLabels,
  halves: halfLabels,
  month: monthName,
  remark,
};

/** The lines that files of that kind hold. */
export function linesFor({ lines }: TransferToFile, kind: TransferFileKind): readonly TransferFileLine[] {
  if (kind === 'controle') return lines;
  const wanted = kind === 'suppressions' ? 'delete' : 'import';
  const own = lines.filter(({ direction }) => direction === wanted);
  return kind === 'payfit' ? own.filter(isTakenByPayfit) : own;
}

/** The kinds that the import has lines for. */
export function transferKindsOf(held: TransferToFile): readonly TransferFileKind[] {
  return transferFileKinds.filter((kind) => linesFor(held, kind).length > 0);
}

function made(held: TransferToFile, { kind, encoding }: TransferFileRequest): TransferFiles {
  const layout = { ...frenchPayrollLayout, encoding: encoding ?? frenchPayrollLayout.encoding };
  switch (kind) {
    case 'controle':
      return checkFile(held, layout, transferWords);
    case 'import':
      return importFile(held, layout, transferWords);
    case 'payfit':
      return payfitFile(held);
    case 'silae':
      return silaeFile(held, layout, transferWords);
    case 'suppressions':
      return deletionsFile(held, layout, transferWords);
  }
}

/** Abandoned or cancelled: payroll must take nothing of it. */
export function isEnded({ state }: Pick<TransferToFile, 'state'>): boolean {
  return state === 'abandoned' || state === 'cancelled';
}

/** What payroll is to take waits until what it is to delete is deleted; of an import that ended, it is given no more. */
function lockFindings(held: TransferToFile, kind: TransferFileKind): Finding[] {
  const { state, deletionsLeft } = held;
  const isTaken = kind === 'import' || kind === 'payfit' || kind === 'silae';
  if (isTaken && isEnded(held)) return [fileFinding('transferFileEnded', { state })];
  const isLocked = state === 'prepared' && isTaken && deletionsLeft > 0;
  return isLocked ? [fileFinding('transferFileLocked', { lines: deletionsLeft })] : [];
}

/** The files of one kind, which hold every half-day of their lines. Without bytes as long as a finding is an error. */
export function transferFiles(held: TransferToFile, request: TransferFileRequest): TransferFiles {
  const { files, findings: own } = made(held, request);
  const { refused } = held;
  const findings = [
    ...own,
    ...(refused > 0 ? [fileFinding('transferFileRefused', { lines: refused }, 'info')] : []),
    ...lockFindings(held, request.kind),
    ...transferTotalFindings(files, linesFor(held, request.kind)),
  ];
  const isRefused = findings.some(({ severity }) => severity === 'error');
  return { files: isRefused ? files.map((file) => ({ ...file, bytes: null })) : files, findings };
}
