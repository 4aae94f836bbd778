/** What a flow needs from the outside, apart from the workbook (`book.ts`) and the service (`contracts/service.ts`). */
import type { Instant } from '../domain/calendar/plainDate.ts';

/** The part of an `AbortSignal` that a flow looks at, between two chunks. */
export interface Signal {
  readonly aborted: boolean;
}

export interface Clock {
  now(): Instant;
  /** Resolves after `milliseconds`, or at once when the signal is aborted meanwhile. */
  wait(milliseconds: number, signal?: Signal): Promise<void>;
}

export type Step = 'connect' | 'pull' | 'read' | 'compare' | 'compute' | 'journal' | 'write' | 'remember';

/** Where long work stands. `total` 0: not known yet. */
export interface Progress {
  readonly step: Step;
  readonly done: number;
  readonly total: number;
}

export interface FlowOptions {
  readonly signal?: Signal;
  readonly onProgress?: (progress: Progress) => void;
}
