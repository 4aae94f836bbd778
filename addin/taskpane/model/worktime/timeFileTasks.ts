/** The files of an export of hours in the pane: what they are made of, and the way to download them. */
import type { TimeFile } from '../../../../shared/domain/worktime/files/timeFile.ts';
import {
  readTimeExport,
  type TimeExportReadingError,
  type TimeExportToFile,
} from '../../../../shared/flows/worktime/exportReading.ts';
import { timeFiles, timeKindsOf, type TimeFileKind } from '../../../../shared/flows/worktime/timeFiles.ts';
import { bookErrorText } from '../../../../shared/messages/fr/book.ts';
import * as text from '../../../../shared/messages/fr/worktime/exportsPane.ts';
import { unsound } from '../../../../shared/messages/fr/worktime/pane.ts';
import type { PaneDesk } from '../desk.ts';
import { downloadBytes } from '../fileDoor.ts';
import type { Notice } from '../state.ts';
import type { TimeWays } from './timeWays.ts';

export class TimeFileTasks {
  private readonly desk: PaneDesk;
  private readonly ways: TimeWays;

  constructor(desk: PaneDesk, ways: TimeWays) {
    this.desk = desk;
    this.ways = ways;
  }

  /** « Fichiers… »: the export as the workbook holds it now, and what made one look at it. */
  async open(number: string, kind?: TimeFileKind, notice: Notice | null = null): Promise<void> {
    this.desk.show({ name: 'working', progress: { step: 'read', done: 0, total: 0 }, cancelling: false });
    const held = await readTimeExport(this.desk.ports.book, number);
    if (!held.ok) return this.unread(held.error);
    const [first = 'paie'] = timeKindsOf(held.value);
    this.choose(held.value, kind ?? first, notice);
  }

  private async unread(error: TimeExportReadingError): Promise<void> {
    switch (error.code) {
      case 'book':
        return this.ways.exports({ intent: 'error', text: bookErrorText(error.error) });
      case 'unsound':
        return this.ways.open({ intent: 'error', text: unsound }, error.findings);
      default:
        return this.ways.exports({ intent: 'warning', text: text.refusals[error.code] });
    }
  }

  choose(held: TimeExportToFile, kind: TimeFileKind, notice: Notice | null = null): void {
    this.desk.show({ name: 'worktimeFiles', held, kind, made: timeFiles(held, { kind }) }, notice);
  }

  /** Nothing for a file that is refused. */
  async download({ name, bytes }: Pick<TimeFile, 'name' | 'bytes'>): Promise<void> {
    if (bytes) await downloadBytes(this.desk, name, bytes);
  }
}
