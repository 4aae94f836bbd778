/** « Rapprocher avec la paie » in the pane: a file brought, people compared, answers, links written. */
import { withField, type ListField } from '../../../../../shared/domain/people/payrollList/columnMapping.ts';
import { strongKeys, type Candidate, type Refusal } from '../../../../../shared/domain/people/matching/matchable.ts';
import type { Result } from '../../../../../shared/domain/result.ts';
import { readPayrollFile } from '../../../../../shared/tables/people/readPayrollFile.ts';
import { LARGEST_WORKBOOK_BYTES } from '../../../../../shared/contracts/tableReadSchemas.ts';
import {
  givenSheets,
  givenText,
  isWorkbook,
  type FileProblem,
  type GivenFile,
} from '../../../../../shared/flows/people/payrollFile.ts';
import { prepareListImport, writeListImport } from '../../../../../shared/flows/people/payrollList.ts';
import {
  answered,
  applyMatching,
  matchPayroll,
  type PayrollMatching,
} from '../../../../../shared/flows/people/matching/matchPayroll.ts';
import type { MatchAnswers } from '../../../../../shared/flows/people/matching/matchingReading.ts';
import { findingText } from '../../../../../shared/messages/fr/findings.ts';
import * as text from '../../../../../shared/messages/fr/employees/payrollFile.ts';
import { base64 } from '../../fileDoor.ts';
import type { PaneDesk } from '../../desk.ts';
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
    const compared = await matchPayroll(this.desk.ports, connection, this.desk.working());
    if (!compared.ok) return this.desk.home(reviewNotice(compared.error));
    if (compared.value.reading.rows.size === 0 && compared.value.findings.length === 0) this.chooseFile(notice);
    else this.desk.show({ name: 'peopleMatching', compared: compared.value }, notice);
  }

  chooseFile(notice: Notice | null = null): void {
    this.desk.show({ name: 'peopleList', given: null, fileName: '' }, notice);
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
    const { added, updated, unchanged, kept, lines, findings } = prepared.value;
    if (lines.length > 0) {
      const written = await writeListImport(ports, prepared.value, this.desk.working());
      if (!written.ok) return this.desk.home(applyNotice(written.error));
    }
    const said = [text.imported(added, updated, unchanged, kept), ...text.alsoTold(findings.map(findingText))];
    return this.open({ intent: findings.length > 0 ? 'warning' : 'success', text: said.join(' ') });
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
