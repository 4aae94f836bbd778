/** « Pointage de la paie » in the pane: the journal pasted, or brought from a file whose columns may have to be bound. */
import { LARGEST_WORKBOOK_BYTES } from '../../../../../shared/contracts/tableReadSchemas.ts';
import type { Finding } from '../../../../../shared/domain/finding.ts';
import type { MappedJournal } from '../../../../../shared/domain/people/month/journalColumns.ts';
import { LARGEST_TEXT_BYTES, textGrid, type Grid } from '../../../../../shared/domain/people/payrollList/grid.ts';
import { unpackCell } from '../../../../../shared/domain/review/cell.ts';
import { journalIn, journalLines, type JournalChoice } from '../../../../../shared/flows/people/month/bringJournal.ts';
import {
  computePayrollCheck,
  writePayrollCheck,
  type PayrollCheck,
  type PayrollCheckError,
} from '../../../../../shared/flows/people/month/computePayrollCheck.ts';
import { isWorkbook } from '../../../../../shared/flows/people/payrollFile.ts';
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
import type { UnboundJournal } from './monthState.ts';

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
  async open(journal?: MappedJournal, file = ''): Promise<void> {
    const { desk } = this;
    const { month } = desk.store.get();
    if (!month || refusesWriting(desk)) return;
    desk.show({ name: 'working', progress: { step: 'read', done: 0, total: 0 }, cancelling: false });
    const bring =
      journal && ((snapshot: Parameters<typeof journalLines>[0]) => journalLines(snapshot, journal, month, file));
    const check = await computePayrollCheck(desk.ports, { month, ...(bring ? { bring } : {}) }, desk.working());
    if (!check.ok) return this.failed(check.error);
    const written = await writePayrollCheck(desk.ports, check.value, desk.working());
    if (!written.ok && written.error.open) return desk.home(applyNotice(written.error));
    const { lines, unexplained } = check.value;
    const sentence = lines.length === 0 ? text.checkNothing : text.checkWritten(unexplained);
    this.show(check.value, [], written.ok ? appliedNotice(sentence, written.value) : applyNotice(written.error));
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
    const grids = await this.read(new Uint8Array(await file.arrayBuffer()));
    if (grids) await this.take(file.name, grids, {});
  }

  /** The columns that the person bound. */
  async bind({ file, grids }: UnboundJournal, chosen: JournalChoice): Promise<void> {
    return this.take(file, grids, chosen);
  }

  private async take(file: string, grids: readonly Grid[], chosen: JournalChoice): Promise<void> {
    const journal = journalIn(grids, chosen);
    if (journal.ok) return this.open(journal.value, file);
    this.show(null, [], null, { file, grids, headings: journal.error.headings });
  }

  /** Undefined for what is no journal, and where the service did not answer: both are told. */
  private async read(bytes: Uint8Array): Promise<Grid[] | undefined> {
    if (!isWorkbook(bytes)) {
      const grid = bytes.length > LARGEST_TEXT_BYTES ? undefined : textGrid(bytes);
      if (!grid) this.show(null, [], { intent: 'warning', text: notText });
      return grid && [grid];
    }
    const read = await this.desk.ports.service.readTables(base64(bytes));
    if (!read.ok) {
      this.show(null, [], serviceNotice(read.error));
      return undefined;
    }
    return read.value.sheets.map(({ name, rows, merged }) => ({
      sheet: name,
      merged,
      rows: rows.map(({ at, cells }) => ({ at, cells: cells.map(unpackCell) })),
    }));
  }

  private show(
    check: PayrollCheck | null,
    findings: readonly Finding[],
    notice: Notice | null,
    unbound: UnboundJournal | null = null,
  ): void {
    const { month } = this.desk.store.get();
    if (month) this.desk.show({ name: 'peopleCheck', month, check, findings, unbound }, notice);
  }

  private async failed(error: PayrollCheckError): Promise<void> {
    if (error.code === 'noJournal' || error.code === 'unsound') {
      this.show(null, error.findings, null);
      return;
    }
    return tellUnanswered(this.desk, error);
  }
}
