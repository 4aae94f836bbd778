/** What working time is computed from, as the service answers it, beside what it shares with titres-restaurant. */
import { z } from 'zod';
import { plainDateSchema, plainMonthSchema } from './scalars.ts';

const ENTRY =
  /^(?:t \d{4}-\d{2}-\d{2}T\d{2}:\d{2} \d{4}-\d{2}-\d{2}T\d{2}:\d{2} (?:\d{1,4}|-)|h \d{4}-\d{2}-\d{2} (?:am|pm) \d{1,4}|d \d{4}-\d{2}-\d{2} (?:am|pm)|\? \d{4}-\d{2}-\d{2}) \S/;

/** The form is explained, made and read by `shared/domain/worktime/entryMonth.ts`. */
export const timeEntryMonthSchema = z.strictObject({
  employeeId: z.string(),
  month: plainMonthSchema,
  entries: z.array(z.string().regex(ENTRY)).readonly(),
});

/** Lucca may have states that we do not know yet: their weeks wait, like all that are not `approved`. */
const timesheetStatuses = ['notSubmitted', 'pending', 'approved', 'rejected', 'unknown'] as const;
export type TimesheetStatus = (typeof timesheetStatuses)[number];

/** A sheet of declared time, both dates included: a week as a rule. A week without a sheet was never submitted. */
export const timesheetSchema = z.strictObject({
  employeeId: z.string(),
  from: plainDateSchema,
  to: plainDateSchema,
  status: z.enum(timesheetStatuses),
});
export type Timesheet = z.infer<typeof timesheetSchema>;

/** An arrangement of working time (« temps de travail ») that contracts name. Null: Lucca does not say; `weeklyMinutes` also when it counts by the year. */
export const workingTimeSchema = z.strictObject({
  id: z.string(),
  name: z.string().nullable(),
  isPartTime: z.boolean().nullable(),
  weeklyMinutes: z.int().min(0).nullable(),
});
export type WorkingTime = z.infer<typeof workingTimeSchema>;
