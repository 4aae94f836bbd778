import type { PlainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import type { Finding } from '../../../../shared/domain/finding.ts';
import type { WorktimeComputation } from '../../../../shared/flows/worktime/computeTimes.ts';
import type { WorktimeError, WorktimeRequest } from '../../../../shared/flows/worktime/worktimeReading.ts';
import type { Unanswered } from '../serviceWays.ts';
import type { Notice } from '../state.ts';
import type { TimeBoard } from './timeState.ts';

/** What the tasks of working time lend to those that are apart. */
export interface TimeWays {
  /** The account and the month one works on; undefined before a first update, which is then told. */
  begun(): Promise<WorktimeRequest | undefined>;
  /** The sheets as they stand; undefined when they cannot be read, which is then told. */
  read(): Promise<TimeBoard | undefined>;
  open(notice?: Notice | null, findings?: readonly Finding[]): Promise<void>;
  exports(notice?: Notice | null): Promise<void>;
  /** Shows a computation; `from`: the person one comes back from. */
  result(computation: WorktimeComputation, from?: string | null, notice?: Notice | null): void;
  /** Has Lucca read; false when it was not, which is then told. */
  readLucca(months: readonly PlainMonth[]): Promise<boolean>;
  /** Why nothing was computed. */
  failed(error: WorktimeError): Promise<void>;
  /** The workbook or the service do not answer as they should. */
  lost(error: Unanswered): Promise<void>;
}
