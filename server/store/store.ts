/**
 * What the service remembers: connections, mirror, change log, runs. One writer. Everything is personal data:
 * the files are sealed, and nothing of their content ever reaches a log or an error.
 */
import type { EveningSettings } from '../../shared/contracts/eveningSettings.ts';
import type { AcceptedMapping } from '../../shared/contracts/fieldSchemas.ts';
import type { Receipt } from '../../shared/contracts/receiptSchemas.ts';
import type { Change, Run } from '../../shared/contracts/schemas.ts';
import type {
  ContractSpan,
  ExpenseNature,
  LeaveAccount,
  MealOfEmployee,
} from '../../shared/contracts/voucherSchemas.ts';
import type { Timesheet, WorkingTime } from '../../shared/contracts/worktimeSchemas.ts';
import type { HalfDayAbsence } from '../../shared/domain/absences/halfDay.ts';
import type { Instant, PlainDate, PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { PlannedMonth } from '../../shared/domain/calendar/plannedMonth.ts';
import type { Employee } from '../../shared/domain/people/employee.ts';
import type { EmployeeFieldKey } from '../../shared/domain/people/employeeFields.ts';
import type { CustomField } from '../../shared/domain/people/mapping/customField.ts';
import type { FieldSources } from '../../shared/domain/people/fieldSources.ts';
import type { LastGiven } from '../../shared/domain/review/lastGiven.ts';
import type { TimeEntryMonth } from '../../shared/domain/worktime/entryMonth.ts';

/** A connection without its secrets, which live in the vault under the same id. */
export interface ConnectionRecord {
  readonly id: string;
  /** What the person typed. */
  readonly account: string;
  /** Host of the account, `acme.ilucca.net`. */
  readonly host: string;
  readonly createdAt: Instant;
  readonly personalRecords: boolean;
}

/** The mapping that a mirror was read with, as `mappingText` writes it, and the fields whose customer's field was not there any more. */
export interface ReadMapping {
  readonly text: string;
  readonly vanished: readonly EmployeeFieldKey[];
}

/** The current state of a mirror. `snapshot` grows by one with each commit; `lastChange` is the sequence of the last change logged. */
export interface MirrorHead {
  readonly snapshot: number;
  readonly asOf: Instant;
  readonly employees: number;
  readonly months: readonly PlainMonth[];
  readonly planningMonths: readonly PlainMonth[];
  readonly mealMonths: readonly PlainMonth[];
  readonly timeMonths: readonly PlainMonth[];
  readonly lastChange: number;
  readonly unreadFields: readonly string[];
  readonly missingRights: readonly string[];
  /** Which source gave which field. */
  readonly sources: FieldSources;
  /** Null when it was read without one. */
  readonly mapping: ReadMapping | null;
}

/**
 * What one run brings. Months that it does not bring keep what they held; so do the lists that are left out, the missing rights and
 * the sources.
 */
export interface MirrorCommit {
  readonly asOf: Instant;
  readonly employees: readonly Employee[];
  readonly absences: ReadonlyMap<PlainMonth, readonly HalfDayAbsence[]>;
  readonly planning?: ReadonlyMap<PlainMonth, readonly PlannedMonth[]>;
  readonly meals?: ReadonlyMap<PlainMonth, readonly MealOfEmployee[]>;
  readonly timeEntries?: ReadonlyMap<PlainMonth, readonly TimeEntryMonth[]>;
  readonly timesheets?: ReadonlyMap<PlainMonth, readonly Timesheet[]>;
  readonly contracts?: readonly ContractSpan[];
  readonly leaveAccounts?: readonly LeaveAccount[];
  readonly expenseNatures?: readonly ExpenseNature[];
  readonly workingTimes?: readonly WorkingTime[];
  readonly customFields?: readonly CustomField[];
  /** What earlier readings gave and this one does not. */
  readonly lastGiven?: readonly LastGiven[];
  readonly unreadFields: readonly string[];
  readonly missingRights?: readonly string[];
  readonly sources?: FieldSources;
  readonly mapping?: ReadMapping | null;
  /** Numbered by the store, after `lastChange`. */
  readonly changes: readonly Omit<Change, 'sequence'>[];
}

/** One state of a mirror: everything it answers belongs to the snapshot of `head`, even when a commit lands meanwhile. */
export interface MirrorReader {
  readonly head: MirrorHead;
  employees(): Promise<readonly Employee[]>;
  /** Empty for a month never read. */
  absences(month: PlainMonth): Promise<readonly HalfDayAbsence[]>;
  planning(month: PlainMonth): Promise<readonly PlannedMonth[]>;
  meals(month: PlainMonth): Promise<readonly MealOfEmployee[]>;
  timeEntries(month: PlainMonth): Promise<readonly TimeEntryMonth[]>;
  timesheets(month: PlainMonth): Promise<readonly Timesheet[]>;
  /** Empty before a run that brought them; so are the lists that follow. */
  contracts(): Promise<readonly ContractSpan[]>;
  leaveAccounts(): Promise<readonly LeaveAccount[]>;
  expenseNatures(): Promise<readonly ExpenseNature[]>;
  workingTimes(): Promise<readonly WorkingTime[]>;
  customFields(): Promise<readonly CustomField[]>;
  lastGiven(): Promise<readonly LastGiven[]>;
  /** Changes whose sequence is greater than `since`, in order. */
  changes(since: number): Promise<readonly Change[]>;
}

/**
 * A run of the evening to try again: how often it was tried, when it may be again, for how many evenings it stands. `isBegun`: the last try
 * began at `at`, and its end is not known yet.
 */
export interface EveningRetry {
  readonly day: PlainDate;
  readonly tries: number;
  readonly at: Instant;
  readonly evenings: number;
  readonly isBegun?: boolean;
}

/** What the service remembers of the evenings of a connection, and of its mail. */
export interface EveningRecord {
  readonly settings: EveningSettings;
  /** When the time was chosen, or the evenings switched on or off; absent before. */
  readonly chosenAt?: Instant;
  /** The last date whose run was started, or that needs none; null before the service has looked for the first time. */
  readonly lastDay: PlainDate | null;
  readonly retry: EveningRetry | null;
  /** What was told; from the first mirror on, which is known to whoever connected the account. Null before it. */
  readonly mailed: Mailed | null;
}

/** Number of the last change that a mail told, when it was sent, and the fields and rights that it said were missing. */
export interface Mailed {
  readonly change: number;
  readonly at: Instant;
  readonly unread?: readonly string[];
}

export type ReceiptChange<T> = (held: readonly Receipt[]) => {
  readonly receipts: readonly Receipt[];
  readonly answer: T;
};

/** Any method may reject with a `StoreError`: a file damaged, missing or unreadable, a full disk. */
export interface Store {
  /** Oldest first. */
  connections(): Promise<readonly ConnectionRecord[]>;
  /** Adds it, or replaces the record of the same id; what was mirrored stays. */
  addConnection(record: ConnectionRecord): Promise<void>;
  /** Forgets the connection, its mirror, its log and its runs. Waits for who is reading it; does nothing when there is none. */
  removeConnection(connectionId: string): Promise<void>;
  /** Null before the first commit. */
  mirror(connectionId: string): Promise<MirrorHead | null>;
  /**
   * Lends one state of the mirror to `use`, until what it answers settles: for whoever needs two answers that belong together
   * (people and absences, or rows and their snapshot number). Null before the first commit.
   */
  withMirror<T>(connectionId: string, use: (mirror: MirrorReader) => Promise<T>): Promise<T | null>;
  employees(connectionId: string): Promise<readonly Employee[]>;
  /** Empty for a month never read. */
  absences(connectionId: string, month: PlainMonth): Promise<readonly HalfDayAbsence[]>;
  /** Changes whose sequence is greater than `since`, in order. */
  changes(connectionId: string, since: number): Promise<readonly Change[]>;
  /**
   * All of it or nothing: readers see the old mirror or the new one, whatever happens meanwhile, `kill -9` included.
   * Rejects with `unknownConnection` when the connection was removed. The rows must not change until it ends.
   */
  commit(connectionId: string, commit: MirrorCommit): Promise<MirrorHead>;
  /** Adds it, or replaces the one of the same id; the last 200 of a connection are kept. Rejects with `unknownConnection`. */
  saveRun(run: Run): Promise<void>;
  run(runId: string): Promise<Run | null>;
  /** Latest first, at most `limit`. */
  runs(connectionId: string, limit: number): Promise<readonly Run[]>;
  /**
   * Replaces the receipts of a connection by what `change` makes of them, and answers what it answers: one change at a time, each
   * on the disk before it is answered. Rejects with `unknownConnection`.
   */
  changeReceipts<T>(connectionId: string, change: ReceiptChange<T>): Promise<T>;
  /** Where each field is read, as somebody accepted it last; null before. */
  fieldMapping(connectionId: string): Promise<AcceptedMapping | null>;
  /**
   * Replaces it where `mayReplace` says so of what is held then, and answers what is held after; on the disk before it answers. Rejects with
   * `unknownConnection`.
   */
  acceptMapping(
    connectionId: string,
    mapping: AcceptedMapping,
    mayReplace?: (held: AcceptedMapping | null) => boolean,
  ): Promise<AcceptedMapping | null>;
  /** What is remembered of the evenings of a connection. Rejects with `unknownConnection`. */
  evening(connectionId: string): Promise<EveningRecord>;
  /** Replaces it; on the disk before it is answered, one change at a time. Rejects with `unknownConnection`. */
  changeEvening(connectionId: string, change: (held: EveningRecord) => EveningRecord): Promise<EveningRecord>;
  /** Waits for what is being written and gives the folder back to another process. */
  close(): Promise<void>;
}
