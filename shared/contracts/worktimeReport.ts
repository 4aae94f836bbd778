/**
 * What `passerelle worktime --json` answers under `report`, published as docs/worktime-report.schema.json: the results of « Soldes de temps »,
 * « Compteurs », « Mouvements de temps » and « Contrôles ». No name of a person. Durations in whole minutes; hundredths of hours where
 * payroll takes them.
 */
import { z } from 'zod';
import { reportedFindingSchema } from './reportedFinding.ts';
import { plainDateSchema, plainMonthSchema } from './scalars.ts';

/** `people`: those whom it ruled in the month. */
const regulationSchema = z.strictObject({
  name: z.string(),
  set: z.string(),
  isValid: z.boolean(),
  people: z.int(),
});

/** `before + posted + corrected + late = balance`. `hundredths`: to hand over, null for an account that goes nowhere. */
const amounts = {
  before: z.int(),
  posted: z.int(),
  corrected: z.int(),
  late: z.int(),
  balance: z.int(),
  hundredths: z.int().nullable(),
};
const accountSchema = z.strictObject({ code: z.string(), ...amounts });
const totalSchema = z.strictObject({ code: z.string(), name: z.string(), people: z.int(), ...amounts });

const minutesSchema = z.int().nullable();

/** Counters are null once a day of the week is not known. `cut`: no day of the week is of the month. */
const weekSchema = z.strictObject({
  monday: plainDateSchema,
  state: z.enum(['counted', 'waiting', 'cut']),
  presence: minutesSchema,
  effective: minutesSchema,
  paid: minutesSchema,
  contractual: minutesSchema,
  theoretical: minutesSchema,
});

/** `rule`: '' for a typed correction and for what a closed month turned out to hold. */
const movementSchema = z.strictObject({
  date: plainDateSchema,
  account: z.string(),
  minutes: z.int(),
  rule: z.string(),
  cause: z.string(),
});

/** A week of which nothing is counted: its sheet is missing or not approved. `minutes`: those that were declared. */
const waitingSchema = z.strictObject({ from: plainDateSchema, to: plainDateSchema, minutes: z.int() });

/** A limit that was passed. `article`: '' when it comes from no text. */
const controlSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  from: plainDateSchema,
  to: plainDateSchema,
  sentence: z.string(),
  article: z.string(),
});

const personSchema = z.strictObject({
  employeeId: z.string(),
  employeeNumber: z.string(),
  regulations: z.array(z.string()),
  state: z.enum(['computed', 'incomplete', 'refused']),
  weeks: z.array(weekSchema),
  accounts: z.array(accountSchema),
  movements: z.array(movementSchema),
  waiting: z.array(waitingSchema),
  controls: z.array(controlSchema),
});

export const worktimeReportSchema = z.strictObject({
  version: z.literal(1),
  month: plainMonthSchema,
  regulations: z.array(regulationSchema),
  totals: z.array(totalSchema),
  people: z.array(personSchema),
  findings: z.array(reportedFindingSchema),
});
export type WorktimeReport = z.infer<typeof worktimeReportSchema>;
