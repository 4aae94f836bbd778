import { HostError } from './errors.ts';
import type { Workbook } from './model/workbook.ts';

/** What to answer instead of success. With `status` the answer is an HTTP error, otherwise an error of Excel's own. */
export interface Failure {
  readonly code: string;
  readonly message?: string;
  readonly status?: number;
}

/** Counts calls from the moment it was armed; fires once, at the n-th. */
interface Countdown {
  left: number;
  readonly failure: Failure;
}

/**
 * The accidents of a real Excel, switched on one by one. Every countdown starts at its call: 1 is the next one.
 * The client's clean-ups, which nobody awaits, are served as if nothing were wrong and are not counted.
 * A protected sheet is `person.protect`, a name taken is `workbook.namesTaken`.
 */
export class Faults {
  /** Milliseconds before each request is served. */
  slowMs = 0;
  /** The request is lost before (`unapplied`) or after (`applied`) it took effect: the client waits for ever. */
  neverAnswers: 'no' | 'unapplied' | 'applied' = 'no';
  /** Runs before each request, as another author would act between two of ours; `n` counts from 1. */
  betweenRequests: ((workbook: Workbook, n: number) => void) | undefined;
  #request: Countdown | undefined;
  #write: (Countdown & { spared: number }) | undefined;
  #action: { index: number; failure: Failure } | undefined;
  #cellEdit = false;
  #leave: (() => void)[] = [];

  /** Fails the n-th request from now, before anything of it is done. */
  failAtRequest(n: number, failure: Failure): void {
    this.#request = { left: n, failure };
  }

  /** Fails the n-th request that writes, when it has done `spared` of its writes: those stay. */
  failAtWrite(n: number, failure: Failure, spared = 0): void {
    this.#write = { left: n, failure, spared };
  }

  /** Fails action `index` (from 0, the client's own included) of the next request that has so many. */
  failAtAction(index: number, failure: Failure): void {
    this.#action = { index, failure };
  }

  /** A person is typing in a cell: requests are held when the client asked for it (flag 64), refused otherwise. */
  get cellEdit(): boolean {
    return this.#cellEdit;
  }

  set cellEdit(editing: boolean) {
    this.#cellEdit = editing;
    if (!editing) for (const leave of this.#leave.splice(0)) leave();
  }

  /** Ends when the cell is left. */
  cellLeft(): Promise<void> {
    return this.#cellEdit ? new Promise((resolve) => this.#leave.push(resolve)) : Promise.resolve();
  }

  /** Switches everything off. */
  clear(): void {
    [this.slowMs, this.neverAnswers, this.betweenRequests] = [0, 'no', undefined];
    [this.#request, this.#write, this.#action] = [undefined, undefined, undefined];
    this.cellEdit = false;
  }

  /** Called by the host for each request; answers the failure due, once. */
  dueAtRequest(): Failure | undefined {
    return this.#request && --this.#request.left === 0 ? this.#request.failure : undefined;
  }

  /** Called by the host before each action. */
  beforeAction(index: number): void {
    const due = this.#action;
    if (due?.index !== index) return;
    this.#action = undefined;
    fail(due.failure);
  }

  /** Called by the host before each write of a request. */
  beforeWrite(isFirst: boolean): void {
    const due = this.#write;
    if (!due || (isFirst ? --due.left : due.left) > 0 || due.spared-- > 0) return;
    this.#write = undefined;
    fail(due.failure);
  }
}

function fail({ code, message }: Failure): never {
  throw new HostError(code, message ?? 'A fault was switched on.');
}
