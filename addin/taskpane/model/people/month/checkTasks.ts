/** « Pointage de la paie » in the pane: the journal pasted, or brought from a file whose columns may have to be bound. */
import { LARGEST_WORKBOOK_BYTES } from '../../../../../shared/contracts/tableReadSchemas.ts';
import type { Finding } from '../../../../../shared/domain/finding.ts';
import type { MappedJournal } from '../../../../../shared/domain/people/month/journalColumns.ts';
import {
  journalIn,
  journalLines,
  journalText,
  type JournalChoice,
  type JournalFile,
} from '../../../../../shared/flows/people/month/bringJournal.ts';
import {
  computePayrollCheck,
  writePayrollCheck,
  type PayrollCheck,
  type PayrollCheckError,
} from '../../../../../shared/flows/people/month/computePayrollCheck.ts';
import { isWorkbook, sheetGrids } from '../../../../../shared/flows/people/payrollFile.ts';
import { notWrittenReadOnly } from '../../../../../shared/messages/fr/computing.ts';
import * as text from '../../../../../shared/messages/fr/employees/monthPane.ts';
import { fileTooLarge, notText } from '../../../../../shared/messages/fr/employees/payrollFile.ts';
import type { PaneDesk } from '../../desk.ts';
import { base64 } from '../../fileDoor.ts';
import { serviceNotice } from '../../notices.ts';
import { refusesWriting } from '../../readOnly.ts';
import { tellUnanswered } from '../../serviceWays.ts';
import type { Notice } from '../../state.ts';
import { appliedNotice, applyNotice } from '../../updateFlows.ts';
import type { GivenJournal, UnboundJournal } from './monthState.ts';

interface DroppedFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export class CheckTasks {
  private readonly desk: PaneDesk;

  constructor(desk: PaneDesk) {
    this.desk = desk;
  }

  /** Checks what stands in « Journal de paie », or what a file brings in it. */
  async open(journal?: MappedJournal, given: GivenJournal | null = null): Promise<void> {
    const { desk } = this;
    const { month } = desk.store.get();
    if (!month || refusesWriting(desk)) return;
    desk.show({ name: 'working', progress: { step: 'read', done: 0, total: 0 }, cancelling: false });
    const bring =
      journal &&
      ((snapshot: Parameters<typeof journalLines>[0]) => journalLines(snapshot, journal, month, given?.name));
    const check = await computePayrollCheck(desk.ports, { month, ...(bring ? { bring } : {}) }, desk.working());
    if (!check.ok) return this.failed(check.error, given);
    const written = await writePayrollCheck(desk.ports, check.value, desk.working());
    if (!written.ok && written.error.open) return desk.home(applyNotice(written.error));
    const { lines, unexplained } = check.value;
    const sentence = lines.length === 0 ? text.checkNothing : text.checkWritten(unexplained);
    const done = written.ok ? appliedNotice(sentence, written.value) : applyNotice(written.error);
    const notice: Notice = lines.length === 0 && done.intent === 'success' ? { ...done, intent: 'warning' } : done;
    this.show(check.value, [], notice, { given });
  }

  /** A file that was chosen or dropped. A workbook is read by the service, which keeps nothing of it. */
  async give(file: DroppedFile): Promise<void> {
    if (this.desk.ports.readOnly()) {
      this.show(null, [], { intent: 'warning', text: notWrittenReadOnly });
      return;
    }
    if (file.size > LARGEST_WORKBOOK_BYTES) {
      this.show(null, [], { intent: 'warning', text: fileTooLarge });
      return;
    }
    const read = await this.read(new Uint8Array(await file.arrayBuffer()));
    if (read) await this.take({ name: file.name, ...read }, {});
  }

  /** The columns that the person bound. */
  async bind({ given }: UnboundJournal, chosen: JournalChoice): Promise<void> {
    return this.take(given, chosen);
  }

  /** Another sheet of the file that was given. */
  async sheet(given: GivenJournal, sheet: string): Promise<void> {
    return this.take({ ...given, sheet }, {});
  }

  private async take(given: GivenJournal, chosen: JournalChoice): Promise<void> {
    const journal = journalIn(given, chosen);
    if (journal.ok) return this.open(journal.value, { ...given, sheet: journal.value.grid.sheet ?? '' });
    this.show(null, [], null, { given, unbound: { given, ...journal.error } });
  }

  /** Undefined for what is no journal, and where the service did not answer: both are told. */
  private async read(bytes: Uint8Array): Promise<JournalFile | undefined> {
    if (!isWorkbook(bytes)) {
      const grid = journalText(bytes);
      if (!grid) this.show(null, [], { intent: 'warning', text: notText });
      return grid && { grids: [grid] };
    }
    const read = await this.desk.ports.service.readTables(base64(bytes));
    if (!read.ok) {
      this.show(null, [], serviceNotice(read.error));
      return undefined;
    }
    return { grids: sheetGrids(read.value), unread: read.value.unread };
  }

  private show(
    check: PayrollCheck | null,
    findings: readonly Finding[],
    notice: Notice | null,
    file: { readonly given?: GivenJournal | null; readonly unbound?: UnboundJournal } = {},
  ): void {
    const { month } = this.desk.store.get();
    const { given = null, unbound = null } = file;
    if (month) this.desk.show({ name: 'peopleCheck', month, check, findings, unbound, given }, notice);
  }

  private async failed(error: PayrollCheckError, given: GivenJournal | null): Promise<void> {
    if (error.code === 'noJournal' || error.code === 'unsound') {
      this.show(null, error.findings, null, { given });
      return;
    }
    return tellUnanswered(this.desk, error);
  }
}
