/** The files of an import of absences in the pane: what they are made of, and the way to download them. */
import type { SentImport } from '../../../../../shared/contracts/absenceImportSchemas.ts';
import type { TransferFile, TransferFileLine } from '../../../../../shared/domain/absences/files/transferFile.ts';
import { wallClock } from '../../../../../shared/domain/calendar/plainDate.ts';
import { frenchPayrollLayout } from '../../../../../shared/domain/files/payrollText.ts';
import {
  isEnded,
  transferFiles,
  transferKindsOf,
  type TransferFileKind,
  type TransferToFile,
} from '../../../../../shared/flows/absences/transferFiles.ts';
import {
  readTransferFile,
  type TransferFileError,
} from '../../../../../shared/flows/absences/transfer/readTransferFile.ts';
import { unknownImport } from '../../../../../shared/messages/fr/absences/transfer.ts';
import { bookErrorText } from '../../../../../shared/messages/fr/book.ts';
import { transferSheetKinds, type TransferSheetKind } from '../../../../../shared/tables/absences/transferSheets.ts';
import { downloadBytes, downloadFrom } from '../../fileDoor.ts';
import type { TransferDesk } from './transferDesk.ts';
import type { TransferTasks } from './transferTasks.ts';
import type { FileChoice, FilesScreen } from './transferState.ts';

const ZONE = 'Europe/Paris';

/** The name of the same file as a workbook; undefined where its software takes none. */
export function workbookOf({ name }: Pick<TransferFile, 'name'>, kind: TransferFileKind): string | undefined {
  return isSheetKind(kind) ? name.replace(/csv$/, 'xlsx') : undefined;
}

function isSheetKind(kind: TransferFileKind): kind is TransferSheetKind {
  return transferSheetKinds.some((each) => each === kind);
}

/** What the service is sent, field by field: places of cells stay here. */
function sentLine(line: TransferFileLine): SentImport['lines'][number] {
  const { luccaId, human, employeeNumber, lastName, firstName } = line.person;
  const { code, name, payrollDossier } = line.establishment;
  return {
    person: { luccaId, ...(human === undefined ? {} : { human }), employeeNumber, lastName, firstName },
    establishment: { code, name, payrollDossier },
    direction: line.direction,
    isDone: line.isDone ?? false,
    categoryName: line.categoryName,
    code: line.code,
    account: line.account,
    halfDays: line.halfDays,
    types: line.types,
    corrects: line.corrects,
  };
}

/** Those that are given before every deletion is done, and of an import that ended. */
const early: readonly TransferFileKind[] = ['controle', 'suppressions'];

/** The kinds that can be given of an import, in the order in which they are needed. */
export function givenKinds({ held, isLocked }: Pick<FilesScreen, 'held' | 'isLocked'>): readonly TransferFileKind[] {
  return transferKindsOf(held).filter((kind) => !(isLocked || isEnded(held)) || early.includes(kind));
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
    return this.transfer.journal({ intent: 'warning', text: unknownImport(number) });
  }

  choose({ held, isLocked }: { readonly held: TransferToFile; readonly isLocked: boolean }, choice: FileChoice): void {
    const made = transferFiles(held, choice);
    this.own.desk.show({ name: 'absenceFiles', held, isLocked, ...choice, made });
  }

  /** The same file as a workbook, which the service writes. */
  async downloadWorkbook({ held, kind }: Pick<FilesScreen, 'held' | 'kind'>, name: string): Promise<void> {
    if (!isSheetKind(kind)) return;
    const { desk } = this.own;
    const { date: on } = wallClock(desk.ports.clock.now(), ZONE);
    const sent = { ...held, lines: held.lines.map(sentLine), kind, on };
    await downloadFrom(desk, name, { kind: 'absenceImport', name, sent });
  }

  /** Nothing for a file that is refused. */
  async download({ name, bytes }: Pick<TransferFile, 'name' | 'bytes'>): Promise<void> {
    if (bytes) await downloadBytes(this.own.desk, name, bytes);
  }
}
