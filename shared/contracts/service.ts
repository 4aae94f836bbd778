/** The service as its callers see it: one client, over whatever carries a request. The pane passes `fetch`, so does the command line. */
import type { z } from 'zod';
import { fail, ok, type Result } from '../domain/result.ts';
import type { PlainMonth } from '../domain/calendar/plainDate.ts';
import { entitlementAnswerSchema, type EntitlementAnswer, type EntitlementRequest } from './entitlementSchemas.ts';
import { eveningSchema, type Evening } from './eveningSchemas.ts';
import type { EveningSettings } from './eveningSettings.ts';
import {
  fieldsViewSchema,
  mappingAnswerSchema,
  type FieldsView,
  type MappingAnswer,
  type MappingRequest,
} from './fieldSchemas.ts';
import type { FileRequest } from './fileSchemas.ts';
import { fileTicketSchema, type FileTicket } from './fileTicket.ts';
import { receiptSchema, type Receipt, type ReceiptRequest } from './receiptSchemas.ts';
import {
  absencePageSchema,
  changePageSchema,
  connectionSchema,
  connectionTestSchema,
  contractPageSchema,
  employeePageSchema,
  expenseNaturePageSchema,
  healthSchema,
  leaveAccountPageSchema,
  mealPageSchema,
  pairingSchema,
  planningPageSchema,
  problemSchema,
  runSchema,
  timeEntryPageSchema,
  timesheetPageSchema,
  workingTimePageSchema,
  type AbsencePage,
  type ChangePage,
  type Connection,
  type ConnectionRequest,
  type ConnectionTest,
  type ContractPage,
  type EmployeePage,
  type ExpenseNaturePage,
  type Health,
  type LeaveAccountPage,
  type MealPage,
  type PlanningPage,
  type Problem,
  type Run,
  type RunRequest,
  type TimeEntryPage,
  type TimesheetPage,
  type WorkingTimePage,
} from './schemas.ts';
import { tableReadSchema, type TableRead } from './tableReadSchemas.ts';
import { mailSentSchema, type MailSent, type TransferMail } from './transferMailSchemas.ts';

export interface ServiceRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Begins with `/api/`. */
  readonly path: string;
  readonly body?: unknown;
}

export interface ServiceReply {
  readonly status: number;
  /** Parsed JSON, or undefined when there was no body or it was not JSON. */
  readonly body: unknown;
}

/** Carries one request; answers undefined when nothing answered. Adds the bearer token itself. */
export type Send = (request: ServiceRequest) => Promise<ServiceReply | undefined>;

/** `unreachable`: nothing answered. `unexpected`: something that is not our service answered. `refused`: our service said why. */
export type ServiceError =
  | { readonly code: 'unreachable' }
  | { readonly code: 'unexpected'; readonly status: number }
  | { readonly code: 'refused'; readonly problem: Problem };

export type ServiceResult<T> = Promise<Result<T, ServiceError>>;

/** Rows `offset` to `offset + limit` of a snapshot. */
export interface Slice {
  readonly offset: number;
  readonly limit: number;
}

export interface Service {
  health(): ServiceResult<Health>;
  pair(code: string): ServiceResult<{ token: string }>;
  connections(): ServiceResult<Connection[]>;
  testConnection(request: ConnectionRequest): ServiceResult<ConnectionTest>;
  connect(request: ConnectionRequest): ServiceResult<Connection>;
  disconnect(connectionId: string): ServiceResult<void>;
  /** `refused` with status 409 and code `runInProgress` while another run goes on (facts: `startedBy`, `startedAt`, `runId`). */
  startRun(connectionId: string, request: RunRequest): ServiceResult<Run>;
  run(runId: string): ServiceResult<Run>;
  cancelRun(runId: string): ServiceResult<Run>;
  /** Runs of a connection, the latest first. */
  runs(connectionId: string, limit: number): ServiceResult<Run[]>;
  evening(connectionId: string): ServiceResult<Evening>;
  saveEvening(connectionId: string, settings: EveningSettings): ServiceResult<Evening>;
  /** Sends a message at once to the addresses that are saved: `refused` says why it did not leave. */
  tryMail(connectionId: string): ServiceResult<void>;
  /** Writes of a preparation of absences to the same addresses, at once: `refused` says why it did not leave. */
  mailTransfer(connectionId: string, mail: TransferMail): ServiceResult<MailSent>;
  employees(connectionId: string, slice: Slice): ServiceResult<EmployeePage>;
  absences(connectionId: string, month: PlainMonth, slice: Slice): ServiceResult<AbsencePage>;
  /** Every contract of everybody, by person and date; from the person alone where contracts may not be read. */
  contracts(connectionId: string, slice: Slice): ServiceResult<ContractPage>;
  /** One row per person of whom something is known that month; none for a month never read. */
  planning(connectionId: string, month: PlainMonth, slice: Slice): ServiceResult<PlanningPage>;
  meals(connectionId: string, month: PlainMonth, slice: Slice): ServiceResult<MealPage>;
  /** The whole list: accounts ever seen, so that an old yearly account keeps its name. */
  leaveAccounts(connectionId: string): ServiceResult<LeaveAccountPage>;
  /** One row per person of whom the weeks of that month were asked, also who declared nothing; none for a month never read. */
  timeEntries(connectionId: string, month: PlainMonth, slice: Slice): ServiceResult<TimeEntryPage>;
  /** Sheets that have a date in the weeks of that month. */
  timesheets(connectionId: string, month: PlainMonth, slice: Slice): ServiceResult<TimesheetPage>;
  /** The whole list: arrangements that contracts name; empty before a run has read declared time. */
  workingTimes(connectionId: string): ServiceResult<WorkingTimePage>;
  /** The whole list; empty before a run has read meals. */
  expenseNatures(connectionId: string): ServiceResult<ExpenseNaturePage>;
  changes(connectionId: string, since: number, slice: Slice): ServiceResult<ChangePage>;
  /** `refused` with status 409 and code `receiptTaken` when another copy of the workbook has it (facts: `by`, `at`, `step`). */
  claimReceipt(connectionId: string, request: ReceiptRequest): ServiceResult<Receipt>;
  releaseReceipt(connectionId: string, receiptId: string): ServiceResult<void>;
  /**
   * `refused` with code `entitlementsOff` (403) where the service may not write, `entitlementsUnsimulated` (409) without a sound simulation of the same
   * request, `entitlementsUncertain` (502) when it left and nobody knows what came of it.
   */
  importEntitlements(connectionId: string, request: EntitlementRequest): ServiceResult<EntitlementAnswer>;
  /** « Correspondance champs »: where each field may be read, what was accepted, and what is proposed. 409 before a first run. */
  fields(connectionId: string): ServiceResult<FieldsView>;
  /** Keeps a mapping for the runs to come, unless a problem is an error. */
  acceptFields(connectionId: string, request: MappingRequest): ServiceResult<MappingAnswer>;
  /** The visible sheets of an .xlsx, in base64, as plain rows; `refused` with code `workbookUnreadable` for anything else. Nothing is kept. */
  readTables(base64: string): ServiceResult<TableRead>;
  /** A path valid once and for a short time, that downloads the file. */
  file(request: FileRequest): ServiceResult<FileTicket>;
}

/** The service at the other end of `send`. Replies are checked against the contracts; what does not fit is `unexpected`. */
export function serviceOver(send: Send): Service {
  async function call<T>(request: ServiceRequest, schema: z.ZodType<T> | undefined): Promise<Result<T, ServiceError>> {
    const reply = await send(request);
    if (!reply) return fail({ code: 'unreachable' });
    if (reply.status >= 400) {
      const problem = problemSchema.safeParse(reply.body);
      return fail(
        problem.success ? { code: 'refused', problem: problem.data } : { code: 'unexpected', status: reply.status },
      );
    }
    if (!schema) return ok(undefined as T);
    const value = schema.safeParse(reply.body);
    return value.success ? ok(value.data) : fail({ code: 'unexpected', status: reply.status });
  }
  const get = <T>(path: string, schema: z.ZodType<T>) => call({ method: 'GET', path }, schema);
  const post = <T>(path: string, body: unknown, schema: z.ZodType<T>) => call({ method: 'POST', path, body }, schema);
  const id = encodeURIComponent;
  const slice = ({ offset, limit }: Slice) => `offset=${offset}&limit=${limit}`;
  return {
    health: () => get('/api/health', healthSchema),
    pair: (code) => post('/api/pairing', { code }, pairingSchema),
    connections: () => get('/api/connections', connectionSchema.array()),
    testConnection: (request) => post('/api/connections/test', request, connectionTestSchema),
    connect: (request) => post('/api/connections', request, connectionSchema),
    disconnect: (connection) => call<void>({ method: 'DELETE', path: `/api/connections/${id(connection)}` }, undefined),
    startRun: (connection, request) => post(`/api/connections/${id(connection)}/runs`, request, runSchema),
    run: (run) => get(`/api/runs/${id(run)}`, runSchema),
    cancelRun: (run) => post(`/api/runs/${id(run)}/cancel`, {}, runSchema),
    runs: (connection, limit) => get(`/api/connections/${id(connection)}/runs?limit=${limit}`, runSchema.array()),
    evening: (connection) => get(`/api/connections/${id(connection)}/evening`, eveningSchema),
    saveEvening: (connection, body) =>
      call({ method: 'PUT', path: `/api/connections/${id(connection)}/evening`, body }, eveningSchema),
    tryMail: (connection) =>
      call<void>({ method: 'POST', path: `/api/connections/${id(connection)}/evening/mail`, body: {} }, undefined),
    mailTransfer: (connection, mail) => post(`/api/connections/${id(connection)}/absences/mail`, mail, mailSentSchema),
    employees: (connection, part) =>
      get(`/api/connections/${id(connection)}/employees?${slice(part)}`, employeePageSchema),
    absences: (connection, month, part) =>
      get(`/api/connections/${id(connection)}/absences?month=${month}&${slice(part)}`, absencePageSchema),
    contracts: (connection, part) =>
      get(`/api/connections/${id(connection)}/contracts?${slice(part)}`, contractPageSchema),
    planning: (connection, month, part) =>
      get(`/api/connections/${id(connection)}/planning?month=${month}&${slice(part)}`, planningPageSchema),
    meals: (connection, month, part) =>
      get(`/api/connections/${id(connection)}/meals?month=${month}&${slice(part)}`, mealPageSchema),
    timeEntries: (connection, month, part) =>
      get(`/api/connections/${id(connection)}/time-entries?month=${month}&${slice(part)}`, timeEntryPageSchema),
    timesheets: (connection, month, part) =>
      get(`/api/connections/${id(connection)}/timesheets?month=${month}&${slice(part)}`, timesheetPageSchema),
    workingTimes: (connection) => get(`/api/connections/${id(connection)}/working-times`, workingTimePageSchema),
    leaveAccounts: (connection) => get(`/api/connections/${id(connection)}/leave-accounts`, leaveAccountPageSchema),
    expenseNatures: (connection) => get(`/api/connections/${id(connection)}/expense-natures`, expenseNaturePageSchema),
    changes: (connection, since, part) =>
      get(`/api/connections/${id(connection)}/changes?since=${since}&${slice(part)}`, changePageSchema),
    claimReceipt: (connection, request) => post(`/api/connections/${id(connection)}/receipts`, request, receiptSchema),
    releaseReceipt: (connection, receipt) =>
      call<void>({ method: 'DELETE', path: `/api/connections/${id(connection)}/receipts/${id(receipt)}` }, undefined),
    importEntitlements: (connection, request) =>
      post(`/api/connections/${id(connection)}/entitlements`, request, entitlementAnswerSchema),
    fields: (connection) => get(`/api/connections/${id(connection)}/fields`, fieldsViewSchema),
    acceptFields: (connection, request) =>
      post(`/api/connections/${id(connection)}/fields`, request, mappingAnswerSchema),
    readTables: (base64) => post('/api/tables/read', { base64 }, tableReadSchema),
    file: (request) => post('/api/files', request, fileTicketSchema),
  };
}
