/**
 * What the pane, the command line and the service say to each other, as zod schemas. Strict: an unknown key is an error.
 * Static types come from them; the OpenAPI document of the service is generated from them.
 */
import { z } from 'zod';
import { employeeFields, type EmployeeFieldKey } from '../domain/people/employeeFields.ts';
import { connectionMappingSchema } from './fieldSchemas.ts';
import { instantSchema, plainDateSchema, plainMonthSchema } from './scalars.ts';
import {
  contractSpanSchema,
  expenseNatureSchema,
  leaveAccountSchema,
  mealSchema,
  plannedMonthSchema,
} from './voucherSchemas.ts';
import { timeEntryMonthSchema, timesheetSchema, workingTimeSchema } from './worktimeSchemas.ts';

/** Any answer that is not a success, `application/problem+json`. `detail` is French and may be shown as it is. */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Problem = z.infer<typeof problemSchema>;

export const healthSchema = z.strictObject({
  status: z.literal('ok'),
  version: z.string(),
  /** Address and key of the embedded fictional account, offered in the form of the first connection, its page and its letter box; null without the demo. */
  demo: z
    .strictObject({ account: z.string(), apiKey: z.string(), page: z.string(), mailbox: z.string().optional() })
    .nullable(),
  /** Payroll month proposed first. */
  month: plainMonthSchema,
});
export type Health = z.infer<typeof healthSchema>;

export const pairingRequestSchema = z.strictObject({ code: z.string().min(4).max(64) });
export const pairingSchema = z.strictObject({ token: z.string() });

/** `account` is what the person typed: `acme`, or `https://acme.ilucca.net`. Secrets go in and never come out. */
export const connectionRequestSchema = z.strictObject({
  account: z.string().min(1).max(200),
  apiKey: z.string().min(1).max(200),
  oauth: z.strictObject({ clientId: z.string().min(1).max(200), clientSecret: z.string().min(1).max(400) }).optional(),
});
export type ConnectionRequest = z.infer<typeof connectionRequestSchema>;

const runStateSchema = z.enum(['running', 'done', 'failed', 'cancelled', 'interrupted']);

/** `first`: the account was just connected. `catchUp`: after the time of one evening or several. `retry`: an evening that failed, tried again. */
const runTriggerSchema = z.enum(['first', 'evening', 'catchUp', 'retry']);
export type RunTrigger = z.infer<typeof runTriggerSchema>;

/** `quiet`: nothing new, so nothing to send. `nobody`: no address, or no server. `reason`: a French sentence, never an address. */
const runMailSchema = z.strictObject({
  state: z.enum(['waiting', 'sent', 'quiet', 'nobody', 'failed']),
  tries: z.int(),
  reason: z.string().nullable(),
});
export type RunMail = z.infer<typeof runMailSchema>;

export const runSchema = z.strictObject({
  id: z.string(),
  connectionId: z.string(),
  state: runStateSchema,
  months: z.array(plainMonthSchema),
  startedAt: instantSchema,
  startedBy: z.string(),
  endedAt: instantSchema.nullable(),
  /** What is being read now, and how far: rows, and rows expected when Lucca said (0: not known). */
  step: z.enum([
    'starting',
    'establishments',
    'employees',
    'contracts',
    'records',
    'absences',
    'planning',
    'meals',
    'time',
    'saving',
    'ended',
  ]),
  done: z.int(),
  total: z.int(),
  /** Seconds before the next try; 0 when nothing waits. */
  waitingSeconds: z.int(),
  /** Why it waited last: the limit of Lucca is reached, or Lucca does not answer as it should. Absent until it waits. */
  waitingFor: z.enum(['limit', 'fault']).optional(),
  counts: z.strictObject({ employees: z.int(), halfDays: z.int(), requests: z.int(), changes: z.int() }),
  /** Why it failed. */
  problem: problemSchema.nullable(),
  /** Why it started by itself; absent when a person asked for it. */
  trigger: runTriggerSchema.optional(),
  /** How many evenings a run that caught up stands for. */
  evenings: z.int().optional(),
  /** What became of the mail at its end; absent when none is due. */
  mail: runMailSchema.optional(),
});
export type Run = z.infer<typeof runSchema>;

export const connectionSchema = z.strictObject({
  id: z.string(),
  account: z.string(),
  host: z.string(),
  createdAt: instantSchema,
  /** True when NIR and bank come from personal records (v5), false when the key alone is used. */
  personalRecords: z.boolean(),
  /** The mirror readers see now; null before the first run has ended. */
  mirror: z
    .strictObject({
      snapshot: z.int(),
      asOf: instantSchema,
      employees: z.int(),
      /** Months whose absences, planned days, meals and declared time were read. */
      months: z.array(plainMonthSchema),
      planningMonths: z.array(plainMonthSchema),
      mealMonths: z.array(plainMonthSchema),
      timeMonths: z.array(plainMonthSchema),
      lastChange: z.int(),
      /** French names of the rights that a topic asked for needed and did not find. */
      missingRights: z.array(z.string()),
    })
    .nullable(),
  lastRun: runSchema.nullable(),
  /** What the key cannot read or what is not bound, by French heading of the field. */
  unreadFields: z.array(z.string()),
  fieldMapping: connectionMappingSchema.optional(),
});
export type Connection = z.infer<typeof connectionSchema>;

export const connectionTestSchema = z.strictObject({
  host: z.string(),
  employees: z.int(),
  /** French names of what the key probably may not read. */
  missingRights: z.array(z.string()),
});
export type ConnectionTest = z.infer<typeof connectionTestSchema>;

/** What a run reads besides people, contracts and absences, only when asked for: worked days, meals, declared time. */
export const topicSchema = z.enum(['planning', 'meals', 'time']);
export type Topic = z.infer<typeof topicSchema>;

export const runRequestSchema = z.strictObject({
  months: z.array(plainMonthSchema).min(1).max(24),
  startedBy: z.string().min(1).max(100),
  topics: z.array(topicSchema).max(topicSchema.options.length).optional(),
  /** Takes a reading from which many people are missing at once; without it such a reading changes nothing (`massDisappearance`). */
  acceptDepartures: z.boolean().optional(),
});
export type RunRequest = z.infer<typeof runRequestSchema>;

const fieldKeys = employeeFields.map((each) => each.key) as [EmployeeFieldKey, ...EmployeeFieldKey[]];
const employeeValueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const employeeSchema = z.strictObject({
  id: z.string(),
  values: z.partialRecord(z.enum(fieldKeys), employeeValueSchema),
  /** Fields that Lucca holds in a form that cannot be read: they are not in `values`. */
  unreadable: z.array(z.enum(fieldKeys)).readonly().optional(),
});

export const halfDayAbsenceSchema = z.strictObject({
  id: z.string(),
  employeeId: z.string(),
  leaveId: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  date: plainDateSchema,
  half: z.enum(['am', 'pm']),
  minutes: z.int().nullable(),
  requestedOn: plainDateSchema.nullable(),
  approvedOn: plainDateSchema.nullable(),
});

/** One page of a snapshot. A client that sees `snapshot` change between two pages starts again. */
function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ snapshot: z.int(), asOf: instantSchema, total: z.int(), items: z.array(item) });
}

export const employeePageSchema = pageOf(employeeSchema);
export type EmployeePage = z.infer<typeof employeePageSchema>;
export const absencePageSchema = pageOf(halfDayAbsenceSchema);
export type AbsencePage = z.infer<typeof absencePageSchema>;
export const contractPageSchema = pageOf(contractSpanSchema);
export type ContractPage = z.infer<typeof contractPageSchema>;
export const planningPageSchema = pageOf(plannedMonthSchema);
export type PlanningPage = z.infer<typeof planningPageSchema>;
export const mealPageSchema = pageOf(mealSchema);
export type MealPage = z.infer<typeof mealPageSchema>;
export const leaveAccountPageSchema = pageOf(leaveAccountSchema);
export type LeaveAccountPage = z.infer<typeof leaveAccountPageSchema>;
export const expenseNaturePageSchema = pageOf(expenseNatureSchema);
export type ExpenseNaturePage = z.infer<typeof expenseNaturePageSchema>;
export const timeEntryPageSchema = pageOf(timeEntryMonthSchema);
export type TimeEntryPage = z.infer<typeof timeEntryPageSchema>;
export const timesheetPageSchema = pageOf(timesheetSchema);
export type TimesheetPage = z.infer<typeof timesheetPageSchema>;
export const workingTimePageSchema = pageOf(workingTimeSchema);
export type WorkingTimePage = z.infer<typeof workingTimePageSchema>;

/** One change that a run saw in Lucca: `field` null for a person who came or went. */
export const changeSchema = z.strictObject({
  sequence: z.int(),
  runId: z.string(),
  at: instantSchema,
  employeeId: z.string(),
  kind: z.enum(['arrived', 'changed', 'gone', 'returned', 'absenceAdded', 'absenceRemoved']),
  field: z.string().nullable(),
  before: employeeValueSchema,
  after: employeeValueSchema,
  /** Why it may be no news of the person: the field is read elsewhere, or Lucca shows no absence of anybody that month. */
  cause: z.enum(['mapping', 'silence']).optional(),
});
export type Change = z.infer<typeof changeSchema>;
export const changePageSchema = pageOf(changeSchema);
export type ChangePage = z.infer<typeof changePageSchema>;
