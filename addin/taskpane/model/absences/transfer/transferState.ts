/** The screens of an import of absences, as values. */
import type { Finding } from '../../../../../shared/domain/finding.ts';
import type { PlainMonth } from '../../../../../shared/domain/calendar/plainDate.ts';
import type { TransferFile } from '../../../../../shared/domain/absences/files/transferFile.ts';
import type { Encoding } from '../../../../../shared/domain/files/encoding.ts';
import type { GivenFiles } from '../../../../../shared/domain/files/givenFile.ts';
import type { TransferFileKind, TransferToFile } from '../../../../../shared/flows/absences/transferFiles.ts';
import type { ImportLine } from '../../../../../shared/flows/absences/transfer/importLines.ts';
import type { FateCounts } from '../../../../../shared/flows/absences/transfer/preparedFates.ts';
import type { ImportView, TransferBoard } from '../../../../../shared/flows/absences/transfer/transferBoard.ts';
import { quantity } from '../../../../../shared/messages/fr/absences/files.ts';
import { holdsWords } from '../../search.ts';

/** What the last preparation left aside, and why. */
export interface Aside {
  readonly month: PlainMonth;
  /** « Reprise » was written then. */
  readonly isFirst: boolean;
  readonly fates: FateCounts;
  readonly refiled: number;
  readonly kept: number;
  readonly findings: readonly Finding[];
}

/** One import, or none where there is nothing to hand over. */
export interface ImportScreen {
  readonly name: 'absenceImport';
  readonly board: TransferBoard;
  readonly number: string | null;
  /** Null: nothing was prepared since the pane was opened. */
  readonly aside: Aside | null;
  /** Lines of « Arrêts à saisir » that ask something of the person. */
  readonly toType: number;
  readonly search: string;
  /** Lines whose tick is being written. */
  readonly ticking: ReadonlySet<string>;
}

/** Each import that the workbook knows. */
interface JournalScreen {
  readonly name: 'absenceImports';
  readonly board: TransferBoard;
}

/** `left`: lines that the close would leave, once it was refused for them. */
export interface CloseScreen {
  readonly name: 'absenceClose';
  readonly board: TransferBoard;
  /** Stoppages that nobody marked as typed, and changes that nobody handed over. */
  readonly toType: number;
  readonly toHandOver: number;
  readonly left: { readonly deletions: number; readonly imports: number; readonly waiting: number } | null;
}

export interface FileChoice {
  readonly kind: TransferFileKind;
  readonly encoding: Encoding;
}

export interface FilesScreen extends FileChoice {
  readonly name: 'absenceFiles';
  readonly held: TransferToFile;
  /** Deletions are left to do: nothing is given to be imported. */
  readonly isLocked: boolean;
  readonly made: GivenFiles<TransferFile['control']>;
}

export type TransferScreen = ImportScreen | JournalScreen | CloseScreen | FilesScreen;

export function viewOf({ board, number }: Pick<ImportScreen, 'board' | 'number'>): ImportView | undefined {
  return board.imports.find((each) => each.number === number);
}

/** Lines of one direction that are searched, those of a person together, in the order of the sheet. */
export function shownLines(
  { lines }: ImportView,
  direction: ImportLine['direction'],
  search: string,
): readonly ImportLine[] {
  const found = lines.filter(
    (line) =>
      line.direction === direction &&
      holdsWords([line.name, line.employeeNumber, line.category, line.code, line.account].join(' '), search),
  );
  const order = new Map<string, number>();
  for (const { luccaId } of found) if (!order.has(luccaId)) order.set(luccaId, order.size);
  return [...found].sort((a, b) => (order.get(a.luccaId) ?? 0) - (order.get(b.luccaId) ?? 0));
}

/** What ticking a line asks of `tickLines`: a deletion is done or is not, an absence is taken or refused. */
export function asksDone({ direction, state }: ImportLine): boolean {
  return direction === 'delete' ? state !== 'done' : state === 'refused';
}

/** `2,5 jours`, or `3,50 h` of an account in hours. */
export function lineQuantity({ halfDays }: ImportLine): string {
  const days = halfDays.filter(({ minutes }) => minutes === null).length;
  return quantity({ halfDays: days, minutes: halfDays.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0) });
}

/** Whether payroll may say more of a line: its month is open, and no later line stands on it; of an import that ended, a deletion is taken back. */
export function mayTick({ lastClosed }: TransferBoard, { state, month }: ImportView, line: ImportLine): boolean {
  if (line.isFollowed || (lastClosed !== null && month <= lastClosed)) return false;
  return state === 'prepared' || state === 'confirmed' || (line.direction === 'delete' && line.state === 'done');
}

/** What « Tout cocher » ticks. */
export function deletionsToTick(board: TransferBoard, view: ImportView): readonly ImportLine[] {
  const todo = view.lines.filter(({ direction, state }) => direction === 'delete' && state === 'todo');
  return todo.filter((line) => mayTick(board, view, line));
}
