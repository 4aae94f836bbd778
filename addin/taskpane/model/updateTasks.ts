/** What Lucca changed: reviewed, decided, written; a plan taken back, finished or given up. */
import type { Result } from '../../../shared/domain/result.ts';
import type { Decision } from '../../../shared/domain/review/review.ts';
import type { ApplyError, ApplyReport } from '../../../shared/flows/apply.ts';
import type { FlowOptions } from '../../../shared/flows/ports.ts';
import type { Review } from '../../../shared/flows/prepareReview.ts';
import type { BankFacts } from '../../../shared/flows/recap/bankFacts.ts';
import {
  askedEntries,
  automaticEntries,
  countOf,
  freshEntries,
  noDecisions,
  type Decisions,
} from '../../../shared/flows/reviewEntries.ts';
import * as text from '../../../shared/messages/fr/pane.ts';
import { absencesWaiting, undecidedLeft } from '../../../shared/messages/fr/review.ts';
import { employeesTable } from '../../../shared/tables/employeesTable.ts';
import type { PaneDesk } from './desk.ts';
import { firstRow } from './firstRow.ts';
import { refusesWriting } from './readOnly.ts';
import { payMonths, type Notice } from './state.ts';
import type { Reviewed } from './updateFlows.ts';

/** Reviewing and writing: what home shows does without them. */
const updateFlows = () => import('./updateFlows.ts');

type UpdateFlows = Awaited<ReturnType<typeof updateFlows>>;
type Applying<R> = (flows: UpdateFlows, options: FlowOptions) => Promise<Result<R, ApplyError>>;

const nothingReviewed: Reviewed = { findings: [], taken: [], isAll: false };

export class UpdateTasks {
  private readonly desk: PaneDesk;

  constructor(desk: PaneDesk) {
    this.desk = desk;
  }

  /** « Revoir ». With nothing but differences already ignored, says so; `ignoredToo` shows them all the same. */
  async review(ignoredToo = false): Promise<void> {
    const { desk } = this;
    const { connection, ...rest } = desk.store.get();
    if (!connection) return;
    desk.show({ name: 'working', progress: { step: 'read', done: 0, total: 0 }, cancelling: false });
    const flows = await updateFlows();
    const review = await flows.prepareReview(desk.ports, { connection, months: payMonths(rest) }, desk.working());
    if (!review.ok) return desk.home(flows.reviewNotice(review.error));
    const { entries } = review.value;
    const isNothingAsked = askedEntries(review.value).length === 0 && automaticEntries(review.value).length > 0;
    if (isNothingAsked && !desk.ports.readOnly()) return this.writeReview(review.value, noDecisions);
    const ignored = entries.length - freshEntries(review.value).length;
    if (ignored < entries.length || (ignoredToo && ignored > 0)) {
      desk.show({ name: 'review', review: review.value, decisions: noDecisions });
      return;
    }
    const isLeft = (desk.store.get().book?.undecided ?? 0) > 0;
    if (isLeft && !desk.ports.readOnly()) await flows.forgetUndecided(desk.ports.book);
    if (!desk.ports.readOnly()) await flows.rememberMapping(desk.ports.book, review.value);
    return desk.home(flows.nothingNotice(review.value));
  }

  decide(ids: readonly string[], decision: Decision): void {
    const { store } = this.desk;
    const { screen } = store.get();
    if (screen.name !== 'review') return;
    const decisions = new Map(screen.decisions);
    for (const id of ids) decisions.set(id, decision);
    store.set({ screen: { ...screen, decisions } });
  }

  /** When Lucca changed the accounts that a review asks about, and what is odd about them; undefined when nobody can tell. */
  async bankFacts({ entries }: Review): Promise<BankFacts | undefined> {
    const { connection } = this.desk.store.get();
    const ids = entries.filter(({ item }) => item.gated).map(({ item }) => item.key);
    if (!connection || ids.length === 0) return undefined;
    const { readBankFacts } = await updateFlows();
    return readBankFacts(this.desk.ports, connection, ids);
  }

  /** « Appliquer » */
  async apply(): Promise<void> {
    const { ports, store } = this.desk;
    const { screen, book } = store.get();
    if (screen.name !== 'review') return;
    const isFirst = !book?.origin;
    await this.writeReview(screen.review, screen.decisions);
    // A person who sees an empty sheet after a first update looks for what was written.
    if (isFirst && store.get().book?.origin) await ports.book.show(firstRow(employeesTable));
  }

  /** Writes what is accepted of a review; what was taken without asking is told apart, in a list of its own. */
  private async writeReview(review: Review, decisions: Decisions): Promise<void> {
    const undecided = countOf(review, decisions, 'undecided');
    const waiting = countOf(review, decisions, 'waiting');
    const left = [
      ...(undecided === 0 ? [] : [undecidedLeft(undecided)]),
      ...(waiting === 0 ? [] : [absencesWaiting(waiting)]),
    ];
    const taken = automaticEntries(review, decisions);
    return this.write(
      ({ applyPlan, planLines }, options) => applyPlan(this.desk.ports, planLines(review, decisions), options),
      (report) => [text.applied(report), ...left].join(' '),
      { findings: review.findings, taken, isAll: taken.length === countOf(review, decisions, 'accept') },
    );
  }

  async undo(): Promise<void> {
    return this.write(
      (flows, options) => flows.undoLastPlan(this.desk.ports, options),
      (report, { undone }) => undone(report),
      nothingReviewed,
      { isUndo: true },
    );
  }

  async resume(): Promise<void> {
    return this.write((flows, options) => flows.resumePlan(this.desk.ports, options), text.applied);
  }

  async abandon(): Promise<void> {
    return this.write((flows, options) => flows.abandonPlan(this.desk.ports, options), text.abandoned);
  }

  private async write<R extends ApplyReport>(
    applying: Applying<R>,
    sentence: (report: R, flows: UpdateFlows) => string,
    reviewed: Reviewed = nothingReviewed,
    mark: Pick<Notice, 'isUndo'> = {},
  ): Promise<void> {
    const { desk } = this;
    if (refusesWriting(desk)) return;
    desk.show({ name: 'working', progress: { step: 'journal', done: 0, total: 0 }, cancelling: false });
    const flows = await updateFlows();
    const written = await applying(flows, desk.working());
    return desk.home(
      written.ok
        ? { ...flows.reviewedNotice(sentence(written.value, flows), written.value, reviewed), ...mark }
        : flows.applyNotice(written.error),
    );
  }
}
