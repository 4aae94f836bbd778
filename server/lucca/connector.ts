/** The door to Lucca: everything beyond it speaks of employees, absences, planned days, meals and declared time, nothing of Lucca's own words. */
import type { HalfDayAbsence } from '../../shared/domain/absences/halfDay.ts';
import type { PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { PlannedMonth } from '../../shared/domain/calendar/plannedMonth.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { Employee } from '../../shared/domain/people/employee.ts';
import type { CustomField } from '../../shared/domain/people/mapping/customField.ts';
import type { FieldMapping } from '../../shared/domain/people/mapping/fieldMapping.ts';
import type { FieldSources } from '../../shared/domain/people/fieldSources.ts';
import type { EntitlementAnswer, EntitlementRequest } from '../../shared/contracts/entitlementSchemas.ts';
import type { Timesheet, WorkingTime } from '../../shared/contracts/worktimeSchemas.ts';
import type { TimeEntryMonth } from '../../shared/domain/worktime/entryMonth.ts';
import type { Run, Topic } from '../../shared/contracts/schemas.ts';
import type {
  ContractSpan,
  ExpenseNature,
  LeaveAccount,
  MealOfEmployee,
} from '../../shared/contracts/voucherSchemas.ts';

export interface LuccaCredentials {
  readonly apiKey: string;
  readonly oauth?: { readonly clientId: string; readonly clientSecret: string };
}

/** Where an account is served. `tokenUrl` is used only with `oauth`. */
export interface LuccaAccount {
  readonly origin: string;
  readonly tokenUrl: string;
}

export type LuccaErrorCode =
  | 'cancelled'
  | 'unreachable'
  | 'notLucca'
  | 'wrongKey'
  | 'wrongClient'
  | 'forbidden'
  | 'rateLimited'
  | 'timeout'
  | 'serverError'
  | 'badReply'
  | 'unstable';

/** Why a call failed. `call` is the French name of what was being read; `right` what the key probably may not read. Never a key, a query or a body. */
export interface LuccaError {
  readonly code: LuccaErrorCode;
  readonly call: string;
  readonly status?: number;
  readonly right?: string;
  readonly retryAfterSeconds?: number;
}

export interface PullProgress {
  readonly step: Run['step'];
  readonly done: number;
  readonly total: number;
  readonly waitingSeconds: number;
  readonly waitingFor?: Run['waitingFor'];
  readonly requests: number;
}

/** Pages already read, kept by the caller between two attempts of one run, so that the second asks only for the rest. */
export interface PageMemory {
  get(key: string): unknown;
  set(key: string, page: unknown): void;
}

export interface PullOptions {
  readonly months: readonly PlainMonth[];
  /** What is read besides people, contracts and absences. None when absent. */
  readonly topics?: readonly Topic[];
  /** Which source gave which field at the last reading, so that a source that falls silent is not replaced by another. */
  readonly sources?: FieldSources;
  /** Where each field is read, once somebody has said it. */
  readonly mapping?: FieldMapping;
  /** What {@link Pull.missingRights} said at the last reading: the rights of topics that are not asked for now stay there. */
  readonly missingRights?: readonly string[];
  readonly signal: AbortSignal;
  readonly onProgress: (progress: PullProgress) => void;
  readonly pages: PageMemory;
}

export interface Pull {
  readonly employees: readonly Employee[];
  /** One entry per month asked for. Approved, active half-days only. */
  readonly absences: ReadonlyMap<PlainMonth, readonly HalfDayAbsence[]>;
  /** Every contract; of whom none is given, one span from the person's own dates. */
  readonly contracts: readonly ContractSpan[];
  /** The list that Lucca gives, when a topic was asked and the list may be read, and the accounts of the absences. */
  readonly leaveAccounts: readonly LeaveAccount[];
  /** One entry per month asked for; undefined when the topic was not asked, or may not be read. So are those that follow. */
  readonly planning: ReadonlyMap<PlainMonth, readonly PlannedMonth[]> | undefined;
  readonly meals: ReadonlyMap<PlainMonth, readonly MealOfEmployee[]> | undefined;
  readonly expenseNatures: readonly ExpenseNature[] | undefined;
  readonly timeEntries: ReadonlyMap<PlainMonth, readonly TimeEntryMonth[]> | undefined;
  readonly timesheets: ReadonlyMap<PlainMonth, readonly Timesheet[]> | undefined;
  readonly workingTimes: readonly WorkingTime[] | undefined;
  /** French names of the rights that topics needed and did not find, now or at their last reading; undefined when no topic was asked. */
  readonly missingRights: readonly string[] | undefined;
  /** French headings of the fields that Lucca did not give: no right, or no customer field of that name. */
  readonly unreadFields: readonly string[];
  /** For the next reading, what {@link PullOptions.sources} is to be. */
  readonly sources: FieldSources;
  /** The customer's own fields, with masked samples; undefined when they may not be listed. */
  readonly customFields: readonly CustomField[] | undefined;
  readonly requests: number;
}

export interface ProbeResult {
  readonly employees: number;
  readonly missingRights: readonly string[];
}

/** One per account: everything that talks to an account shares its token bucket. */
export interface LuccaConnector {
  /** A few cheap calls: is it Lucca, is the key good, what may it not read. */
  probe(credentials: LuccaCredentials, signal: AbortSignal): Promise<Result<ProbeResult, LuccaError>>;
  pull(credentials: LuccaCredentials, options: PullOptions): Promise<Result<Pull, LuccaError>>;
  /** Credits counters, or says what would come of it. Sent once: never tried again by itself. */
  importEntitlements(
    credentials: LuccaCredentials,
    request: EntitlementRequest,
    signal: AbortSignal,
  ): Promise<Result<EntitlementAnswer, LuccaError>>;
}
