/** « Salariés » in the pane: each place has its own tasks, made when this file is first loaded. */
import { fieldGroups, type FieldGroup } from '../../../../shared/domain/people/employeeFields.ts';
import type { Result } from '../../../../shared/domain/result.ts';
import type { Book, BookError } from '../../../../shared/flows/book.ts';
import { setAutomatic, setIncompleteWaits } from '../../../../shared/flows/bookChoices.ts';
import type { BookState } from '../../../../shared/flows/bookState.ts';
import { bookErrorText } from '../../../../shared/messages/fr/book.ts';
import * as text from '../../../../shared/messages/fr/employees/pane.ts';
import type { PaneDesk } from '../desk.ts';
import { refusesWriting } from '../readOnly.ts';
import type { Notice } from '../state.ts';
import { ChecksTasks } from './checks/checksTasks.ts';
import { FieldsTasks } from './fields/fieldsTasks.ts';
import { CheckTasks } from './month/checkTasks.ts';
import { MonthTasks } from './month/monthTasks.ts';
import { LogTasks } from './recap/logTasks.ts';
import { RecapTasks } from './recap/recapTasks.ts';
import { MatchingTasks } from './matching/matchingTasks.ts';

export class PeopleTasks {
  readonly checks: ChecksTasks;
  readonly fields: FieldsTasks;
  readonly month: MonthTasks;
  readonly check: CheckTasks;
  readonly recap: RecapTasks;
  readonly log: LogTasks;
  readonly matching: MatchingTasks;
  private readonly desk: PaneDesk;

  constructor(desk: PaneDesk) {
    this.desk = desk;
    this.checks = new ChecksTasks(desk);
    this.fields = new FieldsTasks(desk);
    this.month = new MonthTasks(desk);
    this.check = new CheckTasks(desk);
    this.recap = new RecapTasks(desk);
    this.log = new LogTasks(desk);
    this.matching = new MatchingTasks(desk);
  }

  /** What can be done with the people of the workbook. */
  async open(notice: Notice | null = null): Promise<void> {
    // Before the first update already: payroll may have a list of its own to match.
    if (!this.desk.store.get().connection?.mirror) return this.desk.home({ intent: 'info', text: text.firstRefresh });
    this.desk.show({ name: 'people' }, notice);
  }

  /** Whether files that lack something wait to be created. */
  async waitForComplete(waits: boolean): Promise<void> {
    return this.choose({ incompleteWaits: waits }, (book) => setIncompleteWaits(book, waits));
  }

  /** « Reprise automatique » */
  automatic(): void {
    this.desk.show({ name: 'peopleAutomatic' });
  }

  /** Whether the changes of a group of fields are taken from Lucca without asking. */
  async takeAutomatically(group: FieldGroup, taken: boolean): Promise<void> {
    const before = this.desk.store.get().book?.automatic ?? [];
    const automatic = fieldGroups.filter((each) => (each === group ? taken : before.includes(each)));
    return this.choose({ automatic }, (book) => setAutomatic(book, automatic));
  }

  /** Has the workbook remember a choice, and the pane show it. */
  private async choose(
    chosen: Partial<BookState>,
    remember: (book: Book) => Promise<Result<void, BookError>>,
  ): Promise<void> {
    const { store, ports } = this.desk;
    if (refusesWriting(this.desk)) return;
    const written = await remember(ports.book);
    const { book } = store.get();
    if (!written.ok) store.set({ notice: { intent: 'error', text: bookErrorText(written.error) } });
    else if (book) store.set({ book: { ...book, ...chosen }, notice: null });
  }

  /** « Retour »: one step up. */
  async back(): Promise<void> {
    return this.desk.store.get().screen.name === 'people' ? this.desk.home() : this.open();
  }
}
