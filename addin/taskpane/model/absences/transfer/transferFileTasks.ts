/** The files of an import of absences in the pane: what they are made of, and the way to download them. */
import type { TransferFile } from '../../../../../shared/domain/absences/files/transferFile.ts';
import { frenchPayrollLayout } from '../../../../../shared/domain/files/payrollText.ts';
import {
  transferFiles,
  transferKindsOf,
  type TransferFileKind,
  type TransferToFile,
} from '../../../../../shared/flows/absences/transferFiles.ts';
import {
  readTransferFile,
  type TransferFileError,
} from '../../../../../shared/flows/absences/transfer/readTransferFile.ts';
import { transferRefusals, unknownImport } from '../../../../../shared/messages/fr/absences/transfer.ts';
import { bookErrorText } from '../../../../../shared/messages/fr/book.ts';
import { downloadBytes } from '../../fileDoor.ts';
import type { TransferDesk } from './transferDesk.ts';
import type { TransferTasks } from './transferTasks.ts';
import type { FileChoice, FilesScreen } from './transferState.ts';

/** Those that are given before every deletion is done. */
const early: readonly TransferFileKind[] = ['controle', 'suppressions'];

/** The kinds that can be given of an import, in the order in which they are needed. */
export function givenKinds({ held, isLocked }: Pick<FilesScreen, 'held' | 'isLocked'>): readonly TransferFileKind[] {
  return transferKindsOf(held).filter((kind) => !isLocked || early.includes(kind));
}

export class TransferFileTasks {
  constructor(
    private readonly own: TransferDesk,
    private readonly transfer: TransferTasks,
  ) {}

  /** « Fichiers… »: the import as the workbook holds it now. */
  async open(number: string, isLocked: boolean, kind?: TransferFileKind): Promise<void> {
    this.own.ways.working('read');
    const held = await readTransferFile(this.own.desk.ports.book, number);
    if (!held.ok) return this.unread(held.error, number);
    const kinds = givenKinds({ held: held.value, isLocked });
    const first = kinds.find((each) => each === kind) ?? kinds[0] ?? 'controle';
    this.choose({ held: held.value, isLocked }, { kind: first, encoding: frenchPayrollLayout.encoding });
  }

  private unread(error: TransferFileError, number: string): Promise<void> {
    if (error.code === 'unsound') return this.own.unsound(error.findings);
    if (error.code === 'book') return this.transfer.journal({ intent: 'error', text: bookErrorText(error.error) });
    const sentence = error.code === 'unknown' ? unknownImport(number) : transferRefusals.edited;
    return this.transfer.journal({ intent: 'warning', text: sentence });
  }

  choose({ held, isLocked }: { readonly held: TransferToFile; readonly isLocked: boolean }, choice: FileChoice): void {
    const made = transferFiles(held, choice);
    this.own.desk.show({ name: 'absenceFiles', held, isLocked, ...choice, made });
  }

  /** Nothing for a file that is refused. */
  async download({ name, bytes }: Pick<TransferFile, 'name' | 'bytes'>): Promise<void> {
    if (bytes) await downloadBytes(this.own.desk, name, bytes);
  }
}
