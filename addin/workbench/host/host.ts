import { PAYLOAD_LIMIT, REFUSALS } from './assumptions.ts';
import type { Refusal } from './assumptions.ts';
import { PendingEvents } from './events.ts';
import type { Author } from './events.ts';
import { Faults } from './faults.ts';
import type { Failure } from './faults.ts';
import { mintIds } from './ids.ts';
import { Person } from './model/person.ts';
import type { Change } from './model/sheet.ts';
import { Workbook } from './model/workbook.ts';
import type { IdMint, RangeRef } from './model/workbook.ts';
import { ServedRequest } from './request.ts';
import type { Connection } from './request.ts';
import { createRequirements } from './requirements.ts';
import type { Requirements } from './requirements.ts';
import { FLAG_DELAY_FOR_CELL_EDIT, byteLength, isCleanUp } from './wire.ts';
import type { WireRequest } from './wire.ts';

export interface HostOptions {
  /** Serves this workbook (one that another host served before, for instance) rather than a new one of one sheet. */
  readonly workbook?: Workbook;
  /** The newest ExcelApi set this Excel has. */
  readonly maxExcelApi?: string;
  readonly mintIds?: () => IdMint;
}

/** What is remembered of one request answered, clean-ups aside: sizes and outcome, never a cell. */
export interface Exchange {
  readonly actions: number;
  readonly requestBytes: number;
  readonly answerBytes: number;
  readonly hasWritten: boolean;
  readonly error: string | undefined;
}

/** A strict Excel without Excel: receives the genuine client's messages, one at a time, and answers through `onMessage`. */
export class Host {
  readonly workbook: Workbook;
  readonly person: Person;
  readonly faults = new Faults();
  readonly requirements: Requirements;
  readonly exchanges: Exchange[] = [];
  /** Takes the JSON text of answers and events. */
  onMessage: ((text: string) => void) | undefined;
  readonly #connection: Connection;
  readonly #events = new PendingEvents();
  readonly #stopListening: () => void;
  #author: Author = 'person';
  #queue: Promise<void> = Promise.resolve();
  #received = 0;
  #isClosed = false;

  constructor(options: HostOptions) {
    this.workbook = options.workbook ?? new Workbook((options.mintIds ?? mintIds)());
    this.person = new Person(this.workbook);
    this.requirements = createRequirements(options.maxExcelApi);
    const kept = new Map<string, RangeRef>();
    const { workbook: book, faults } = this;
    this.#connection = { book, faults, kept, listened: new Set(), used: new Set(), enableEvents: true };
    this.#stopListening = book.listen((change) => this.#note(change));
  }

  /** `Class.Member` of every member the add-in has used; `Class.Member =` of a property it set. */
  get membersUsed(): ReadonlySet<string> {
    return this.#connection.used;
  }

  /** Takes one message of the client. Messages are served in order, each after the one before is answered. */
  receive(text: string): void {
    this.#received++;
    this.#queue = this.#queue.then(() => this.#turn(text));
  }

  /** Ends when nothing is left to serve, the client's own clean-up included. Waits for a cell being edited. */
  async drain(): Promise<void> {
    let seen = -1;
    while (seen !== this.#received) {
      seen = this.#received;
      await this.#queue;
      await afterWhatIsDue();
    }
  }

  /** The pane is gone: nothing is served, answered or told any more. The workbook stays as it is. */
  close(): void {
    this.#isClosed = true;
    this.#stopListening();
    for (const ref of this.#connection.kept.values()) this.workbook.followed.delete(ref);
    this.faults.cellEdit = false;
  }

  /** Does what another author would, elsewhere. */
  asOtherAuthor(edit: (workbook: Workbook) => void): void {
    this.#as('other', () => {
      edit(this.workbook);
      this.workbook.recalculate();
    });
    this.#flushEvents();
  }

  async #turn(text: string): Promise<void> {
    const request = JSON.parse(text) as WireRequest;
    try {
      if (isCleanUp(request.message.body)) await this.#cleanUp(request);
      else await this.#undergo(request, text);
    } catch (defect) {
      // A defect of the host itself: said to the caller rather than leaving it waiting.
      this.#fail(request, { code: 'GeneralException', message: `Host defect: ${String(defect)}`, status: 500 });
    }
  }

  async #cleanUp(request: WireRequest): Promise<void> {
    await afterWhatIsDue();
    this.#answer(request, 200, JSON.stringify(new ServedRequest(this.#connection, request.message.body).run()));
  }

  async #undergo(request: WireRequest, text: string): Promise<void> {
    const { faults } = this;
    await (faults.slowMs > 0 ? pause(faults.slowMs) : afterWhatIsDue());
    const between = faults.betweenRequests;
    if (between) this.asOtherAuthor((workbook) => between(workbook, this.exchanges.length + 1));
    const mayWait = ((request.flags ?? 0) & FLAG_DELAY_FOR_CELL_EDIT) !== 0;
    const isRefused = faults.cellEdit && !mayWait;
    if (!isRefused) await faults.cellLeft();
    if (this.#isClosed || faults.neverAnswers === 'unapplied') return;
    const failure = isRefused ? failureOf('cellEdit') : faults.dueAtRequest();
    const requestBytes = byteLength(text);
    if (failure) this.#fail(request, failure, requestBytes);
    else if (requestBytes > PAYLOAD_LIMIT) this.#fail(request, failureOf('requestTooLarge'), requestBytes);
    else this.#serve(request, requestBytes);
    this.#flushEvents();
  }

  #serve(request: WireRequest, requestBytes: number): void {
    const { body } = request.message;
    const run = new ServedRequest(this.#connection, body);
    const answer = this.#as('addin', () => run.run());
    const text = JSON.stringify(answer);
    const outcome = { answerBytes: byteLength(text), hasWritten: run.hasWritten, error: answer.Error?.Code };
    if (this.faults.neverAnswers === 'applied') return;
    if (outcome.answerBytes > PAYLOAD_LIMIT) {
      this.#fail(request, failureOf('responseTooLarge'), requestBytes, run.hasWritten);
      return;
    }
    this.exchanges.push({ actions: body.Actions.length, requestBytes, ...outcome });
    this.#answer(request, 200, text);
  }

  #fail(request: WireRequest, failure: Failure, requestBytes = 0, hasWritten = false): void {
    const { code, message = 'A fault was switched on.', status } = failure;
    const actions = request.message.body.Actions.length;
    this.exchanges.push({ actions, requestBytes, answerBytes: 0, hasWritten, error: code });
    const error = { Results: [], TraceIds: [], Error: { Code: code, Message: message } };
    this.#answer(request, status ?? 200, JSON.stringify(status ? { error: { code, message } } : error));
  }

  #answer({ id }: WireRequest, statusCode: number, body: string): void {
    this.#send({ id, type: 2, message: { statusCode, headers: {}, body } });
  }

  #send(message: object): void {
    if (!this.#isClosed) this.onMessage?.(JSON.stringify(message));
  }

  #as<T>(author: Author, act: () => T): T {
    this.#author = author;
    try {
      return act();
    } finally {
      this.#author = 'person';
    }
  }

  #note(change: Change): void {
    const { enableEvents, listened } = this.#connection;
    if (change.what !== 'cells' || !enableEvents || !listened.has(change.sheet.id)) return;
    this.#events.add(change, this.#author);
    if (this.#author === 'person') void afterWhatIsDue().then(() => this.#flushEvents());
  }

  #flushEvents(): void {
    for (const entry of this.#events.take()) this.#send({ type: 3, message: { entries: [entry] } });
  }
}

function failureOf(reason: Refusal): Failure {
  const [code, message] = REFUSALS[reason];
  return { code, message };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A timer would do, and take a millisecond for each request, four in a browser. */
function afterWhatIsDue(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
