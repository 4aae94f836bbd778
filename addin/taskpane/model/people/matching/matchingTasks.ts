/** « Rapprocher avec la paie » in the pane: a file brought, people compared, answers, links written. */
import { withField } from '../../../../../shared/domain/people/payrollList/columnMapping.ts';
import type { ListField } from '../../../../../shared/domain/people/payrollList/listHeadings.ts';
import {
  strongKeys,
  type Candidate,
  type PersonMatch,
  type Refusal,
} from '../../../../../shared/domain/people/matching/matchable.ts';
import type { Result } from '../../../../../shared/domain/result.ts';
import { readPayrollFile } from '../../../../../shared/tables/people/readPayrollFile.ts';
import { LARGEST_WORKBOOK_BYTES } from '../../../../../shared/contracts/tableReadSchemas.ts';
import {
  fromSheet,
  givenSheets,
  givenText,
  isWorkbook,
  type FileProblem,
  type GivenFile,
} from '../../../../../shared/flows/people/payrollFile.ts';
import { newTables } from '../../../../../shared/flows/newTables.ts';
import { numberListRows, prepareListImport, writeListImport } from '../../../../../shared/flows/people/payrollList.ts';
import {
  answered,
  applyMatching,
  matchPayroll,
  unlinkings,
  type PayrollMatching,
} from '../../../../../shared/flows/people/matching/matchPayroll.ts';
import type { MatchAnswers } from '../../../../../shared/flows/people/matching/matchingReading.ts';
import { findingText } from '../../../../../shared/messages/fr/findings.ts';
import * as said from '../../../../../shared/messages/fr/employees/matchingPane.ts';
import * as text from '../../../../../shared/messages/fr/employees/payrollFile.ts';
import { payrollListTable } from '../../../../../shared/tables/people/payrollListTable.ts';
import { base64 } from '../../fileDoor.ts';
import type { PaneDesk } from '../../desk.ts';
import { firstRow } from '../../firstRow.ts';
import { serviceNotice } from '../../notices.ts';
import { refusesWriting } from '../../readOnly.ts';
import type { Notice } from '../../state.ts';
import { applyNotice, reviewNotice } from '../../updateFlows.ts';

interface DroppedFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

const problems: Readonly<Record<FileProblem, string>> = {
  tooLarge: text.fileTooLarge,
  notText: text.notText,
  noHeadings: text.noHeadings,
};

export class MatchingTasks {
  private readonly desk: PaneDesk;

  constructor(desk: PaneDesk) {
    this.desk = desk;
  }

  /** Who is who, when there is a list; else the choice of a file. */
  async open(notice: Notice | null = null): Promise<void> {
    const { connection } = this.desk.store.get();
    if (!connection) return;
    this.desk.show({ name: 'working', progress: { step: 'read', done: 0, total: 0 }, cancelling: false });
    const numbered = await this.numbered();
    const compared = await matchPayroll(this.desk.ports, connection, this.desk.working());
    if (!compared.ok) return this.desk.home(reviewNotice(compared.error));
    const told = notice ?? (numbered > 0 ? { intent: 'info' as const, text: text.numberedRows(numbered) } : null);
    if (compared.value.reading.rows.size === 0 && compared.value.findings.length === 0) this.chooseFile(told);
    else this.desk.show({ name: 'peopleMatching', compared: compared.value }, told);
  }

  /** How many rows were pasted without a number and have one now. What cannot be written is told by the matching. */
  private async numbered(): Promise<number> {
    if (this.desk.ports.readOnly()) return 0;
    const written = await numberListRows(this.desk.ports, this.desk.working());
    return written.ok ? written.value.numbered : 0;
  }

  chooseFile(notice: Notice | null = null): void {
    this.desk.show({ name: 'peopleList', given: null, fileName: '' }, notice);
  }

  /** « Préparer la feuille »: « Liste de la paie », made where it is absent, shown to be pasted in. */
  async prepareSheet(): Promise<void> {
    const { desk } = this;
    const { book } = desk.ports;
    if (refusesWriting(desk)) return;
    desk.show({ name: 'working', progress: { step: 'write', done: 0, total: 0 }, cancelling: false });
    const before = await book.read([payrollListTable]);
    const made = before.ok ? await newTables(book, before.value, [payrollListTable], desk.working()) : before;
    if (!made.ok) return desk.home(applyNotice({ code: 'book', open: false, error: made.error }));
    this.pasting({ intent: 'success', text: said.sheetPrepared });
    await book.show(firstRow(payrollListTable));
  }

  /** « Lire la feuille » */
  async readSheet(): Promise<void> {
    await this.open();
    if (this.desk.store.get().screen.name === 'peopleList') this.pasting({ intent: 'info', text: said.sheetEmpty });
  }

  private pasting(notice: Notice): void {
    this.desk.show({ name: 'peopleList', given: null, fileName: '', pasting: true }, notice);
  }

  /** A file that was chosen or dropped. A workbook is read by the service, which keeps nothing of it. */
  async give(file: DroppedFile): Promise<void> {
    if (file.size > LARGEST_WORKBOOK_BYTES) {
      this.chooseFile({ intent: 'warning', text: text.fileTooLarge });
      return;
    }
    const given = await this.read(new Uint8Array(await file.arrayBuffer()));
    if (!given) return;
    if (given.ok) this.desk.show({ name: 'peopleList', given: given.value, fileName: file.name });
    else this.chooseFile({ intent: 'warning', text: problems[given.error] });
  }

  /** Undefined when the service did not answer, which is told. */
  private async read(bytes: Uint8Array): Promise<Result<GivenFile, FileProblem> | undefined> {
    if (!isWorkbook(bytes)) return givenText(bytes);
    const read = await this.desk.ports.service.readTables(base64(bytes));
    if (read.ok) return givenSheets(read.value);
    this.chooseFile(serviceNotice(read.error));
    return undefined;
  }

  /** Another sheet of the workbook that was given. */
  sheet(name: string): void {
    const { store } = this.desk;
    const { screen } = store.get();
    const given = screen.name === 'peopleList' && screen.given ? fromSheet(screen.given, name) : undefined;
    if (screen.name === 'peopleList' && given) store.set({ screen: { ...screen, given } });
  }

  /** What the column of the file at `index` fills. */
  map(index: number, field: ListField | null): void {
    const { store } = this.desk;
    const { screen } = store.get();
    if (screen.name !== 'peopleList' || !screen.given) return;
    const { given } = screen;
    store.set({ screen: { ...screen, given: { ...given, mapping: withField(given.mapping, index, field) } } });
  }

  /** « Importer » */
  async importList(): Promise<void> {
    const { ports, store } = this.desk;
    const { screen } = store.get();
    if (screen.name !== 'peopleList' || !screen.given || refusesWriting(this.desk)) return;
    const { people } = readPayrollFile(screen.given.grid, screen.given.mapping);
    this.desk.show({ name: 'working', progress: { step: 'journal', done: 0, total: 0 }, cancelling: false });
    const prepared = await prepareListImport(ports, people);
    if (!prepared.ok) return this.desk.home(applyNotice(prepared.error));
    const { added, updated, unchanged, kept, numbered, lines, findings } = prepared.value;
    if (lines.length > 0) {
      const written = await writeListImport(ports, prepared.value, this.desk.working());
      if (!written.ok) return this.desk.home(applyNotice(written.error));
    }
    const pasted = numbered > 0 ? [text.numberedRows(numbered)] : [];
    const sentences = [
      text.imported(added, updated, unchanged, kept),
      ...pasted,
      ...text.alsoTold(findings.map(findingText)),
    ];
    return this.open({ intent: findings.length > 0 ? 'warning' : 'success', text: sentences.join(' ') });
  }

  private answer(change: (answers: MatchAnswers) => MatchAnswers): void {
    const { store } = this.desk;
    const { screen } = store.get();
    if (screen.name !== 'peopleMatching') return;
    const compared: PayrollMatching = answered(screen.compared, change(screen.compared.answers));
    store.set({ screen: { ...screen, compared }, notice: null });
  }

  /** « C'est la même personne » */
  confirm(luccaId: string, file: string): void {
    this.answer(({ links, refusals }) => {
      const others = [...links].filter(([, each]) => each !== file);
      return { links: new Map([...others, [luccaId, file]]), refusals };
    });
  }

  /** « Ce n'est pas elle »; of a key that several share, `null` says none of them. */
  refuse(luccaId: string, candidate: Candidate | null): void {
    const strong = candidate ? [...candidate.keys, ...candidate.shared].filter((key) => strongKeys.has(key)) : [];
    const refusal: Refusal = { luccaId, file: candidate?.id ?? null, strong };
    this.answer(({ links, refusals }) => ({ links, refusals: [...refusals, refusal] }));
  }

  /** « Délier »: remembered as « Ce n'est pas elle » when it is applied. */
  unlink(match: PersonMatch): void {
    this.answer(({ links, refusals }) => ({
      links: new Map([...links].filter(([luccaId]) => luccaId !== match.luccaId)),
      refusals: [...refusals, ...unlinkings(match)],
    }));
  }

  /** « Recommencer les réponses »: nothing was written yet. */
  forgetAnswers(): void {
    this.answer(() => ({ links: new Map(), refusals: [] }));
  }

  /** « Appliquer les rattachements ». True when they are written: the review comes next. */
  async apply(): Promise<boolean> {
    const { ports, store } = this.desk;
    const { screen } = store.get();
    if (screen.name !== 'peopleMatching' || refusesWriting(this.desk)) return false;
    this.desk.show({ name: 'working', progress: { step: 'journal', done: 0, total: 0 }, cancelling: false });
    const written = await applyMatching(ports, screen.compared, this.desk.working());
    if (written.ok || written.error.code === 'nothing') return true;
    await this.desk.home(applyNotice(written.error));
    return false;
  }
}
