/** « Calculer », whatever is computed: Lucca read first where it never was, the outcome written and shown, or why there is none. */
import type { PlainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { Result } from '../../../shared/domain/result.ts';
import type { ApplyError, ApplyReport } from '../../../shared/flows/apply.ts';
import type { FlowOptions } from '../../../shared/flows/ports.ts';
import * as text from '../../../shared/messages/fr/computing.ts';
import type { PaneDesk } from './desk.ts';
import type { Unanswered } from './serviceWays.ts';
import type { Notice } from './state.ts';
import { appliedNotice, applyNotice } from './updateFlows.ts';

/** Why nothing was computed. `noRegulation`: none can be computed with; `book`: what was read of the sheets, to be written all the same. */
export type Uncomputed<Book> =
  | Unanswered
  | { readonly code: 'notRead'; readonly months: readonly PlainMonth[] }
  | { readonly code: 'unsound'; readonly findings: readonly Finding[] }
  | { readonly code: 'noRegulation'; readonly findings: readonly Finding[]; readonly book: Book };

/** What the tasks of a topic lend: where the person is led. */
export interface CalculationWays<Subject, Computation> {
  /** What one works on; undefined before a first update, which is then told. */
  begun(): Promise<Subject | undefined>;
  open(notice?: Notice | null, findings?: readonly Finding[]): Promise<void>;
  result(computation: Computation, from: null, notice: Notice | null): void;
  /** Has Lucca read; false when it was not, which is then told. */
  readLucca(months: readonly PlainMonth[]): Promise<boolean>;
  lost(error: Unanswered): Promise<void>;
}

/** What one topic computes, and how. */
export interface Calculated<Subject, Computation, Book, Written> {
  compute(subject: Subject, options: FlowOptions): Promise<Result<Computation, Uncomputed<Book>>>;
  /** What « Relire Lucca » reads; undefined when it cannot be known, which is then told. */
  monthsOf(subject: Subject): Promise<readonly PlainMonth[] | undefined>;
  write(computation: Computation, options: FlowOptions): Promise<Result<Written, ApplyError>>;
  sentence(written: Written): string;
  /** The states of the sheets, when nothing can be computed with them. */
  writeStates(book: Book, options: FlowOptions): Promise<Result<unknown, ApplyError>>;
  /** Shows that nothing can be computed, with `findings` beside those that the sheets have by themselves. */
  withoutRegulation(findings: readonly Finding[]): Promise<void>;
  readonly words: {
    readonly unsound: string;
    stillUnread(months: readonly PlainMonth[], missingRights: readonly string[]): string;
  };
}

export class Calculation<Subject, Computation, Book, Written extends ApplyReport> {
  private readonly desk: PaneDesk;
  private readonly ways: CalculationWays<Subject, Computation>;
  private readonly what: Calculated<Subject, Computation, Book, Written>;

  constructor(
    desk: PaneDesk,
    ways: CalculationWays<Subject, Computation>,
    what: Calculated<Subject, Computation, Book, Written>,
  ) {
    this.desk = desk;
    this.ways = ways;
    this.what = what;
  }

  /** Computes, shown step by step. Nothing is written. */
  compute(subject: Subject): Promise<Result<Computation, Uncomputed<Book>>> {
    this.desk.show({ name: 'working', progress: { step: 'read', done: 0, total: 0 }, cancelling: false });
    return this.what.compute(subject, this.desk.working());
  }

  /** « Calculer » */
  async calculate(): Promise<void> {
    const subject = await this.ways.begun();
    if (!subject) return;
    const computed = await this.compute(subject);
    const isUnread = !computed.ok && computed.error.code === 'notRead';
    return isUnread ? this.readThenCompute(computed.error.months) : this.finish(computed);
  }

  /** « Relire Lucca, puis calculer » */
  async readAgain(): Promise<void> {
    const subject = await this.ways.begun();
    const months = subject && (await this.what.monthsOf(subject));
    if (months) await (months.length === 0 ? this.calculate() : this.readThenCompute(months));
  }

  private async readThenCompute(months: readonly PlainMonth[]): Promise<void> {
    if (!(await this.ways.readLucca(months))) return;
    const subject = await this.ways.begun();
    if (subject) return this.finish(await this.compute(subject));
  }

  private finish(computed: Result<Computation, Uncomputed<Book>>): Promise<void> {
    return computed.ok ? this.write(computed.value) : this.failed(computed.error);
  }

  private async write(computation: Computation): Promise<void> {
    const { desk, ways, what } = this;
    if (desk.ports.readOnly()) {
      ways.result(computation, null, { intent: 'warning', text: text.notWrittenReadOnly });
      return;
    }
    const written = await what.write(computation, desk.working());
    if (!written.ok && written.error.open) return desk.home(applyNotice(written.error));
    const notice = written.ok ? appliedNotice(what.sentence(written.value), written.value) : applyNotice(written.error);
    ways.result(computation, null, notice);
  }

  /** Why nothing was computed. */
  async failed(error: Uncomputed<Book>): Promise<void> {
    const { desk, ways, what } = this;
    switch (error.code) {
      case 'service':
        return error.error.code === 'cancelled'
          ? ways.open({ intent: 'info', text: text.computationStopped })
          : ways.lost(error);
      case 'noRegulation':
        return this.withoutRegulation(error.book, error.findings);
      case 'unsound':
        return ways.open({ intent: 'error', text: what.words.unsound }, error.findings);
      case 'notRead': {
        const rights = desk.store.get().connection?.mirror?.missingRights ?? [];
        return ways.open({ intent: 'warning', text: what.words.stillUnread(error.months, rights) });
      }
      default:
        return ways.lost(error);
    }
  }

  private async withoutRegulation(book: Book, findings: readonly Finding[]): Promise<void> {
    const { desk, what } = this;
    const states = desk.ports.readOnly() ? null : await what.writeStates(book, desk.working());
    if (states && !states.ok) return desk.home(applyNotice(states.error));
    return what.withoutRegulation(findings);
  }
}

function findingId({ code, subject, place, facts }: Finding): string {
  return JSON.stringify([code, subject, place, facts]);
}

/** Those of `findings` that `shown` does not tell. */
export function otherFindings(findings: readonly Finding[], shown: readonly Finding[]): Finding[] {
  const known = new Set(shown.map(findingId));
  return findings.filter((each) => !known.has(findingId(each)));
}
