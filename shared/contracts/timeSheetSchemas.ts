/** Sheets of working time to print: what one person did in a month, to be read and signed. Absences never say their account. */
import { z } from 'zod';
import { plainDateSchema, plainMonthSchema } from './scalars.ts';

/** Printed in some ten seconds: more are printed in several times. */
export const MOST_TIME_SHEETS = 60;

const line = z.string().max(300);
const sentence = z.string().max(1_000);
/** Minutes: a year of whole days on one account, either way. */
const minutes = z.int().min(-600_000).max(600_000);
const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/);

const daySchema = z.strictObject({
  date: plainDateSchema,
  isUnderContract: z.boolean(),
  /** As the wall shows them, in order. */
  presence: z
    .array(z.strictObject({ from: clock, to: clock }).readonly())
    .max(50)
    .readonly(),
  /** Presence of which only the duration is known. */
  untimed: minutes,
  minutes,
  /** `minutes`: null where the schedule does not say them. */
  absences: z
    .array(z.strictObject({ half: z.enum(['am', 'pm']), minutes: minutes.nullable() }).readonly())
    .max(2)
    .readonly(),
  notes: z
    .array(z.enum(['holiday', 'firstOfMay', 'solidarity', 'weeklyRest']))
    .max(4)
    .readonly(),
});
export type PrintedDay = Readonly<z.infer<typeof daySchema>>;

const weekSchema = z.strictObject({
  from: plainDateSchema,
  /** A sheet is missing or not approved: nothing is counted. */
  waits: z.boolean(),
  counters: z
    .strictObject({
      presence: minutes.nullable(),
      effective: minutes.nullable(),
      paid: minutes.nullable(),
      contractual: minutes.nullable(),
      theoretical: minutes.nullable(),
    })
    .readonly(),
  days: z.array(daySchema.readonly()).length(7).readonly(),
});
export type PrintedWeek = Readonly<z.infer<typeof weekSchema>>;

const accountSchema = z.strictObject({
  code: line,
  name: line,
  before: minutes,
  posted: minutes,
  corrected: minutes,
  late: minutes,
  balance: minutes,
  /** Hundredths of hours; null for an account that goes nowhere. */
  handedOver: z.int().nullable(),
  /** What the rules that fed it say. */
  rules: z.array(sentence).max(50).readonly(),
});
export type PrintedAccount = Readonly<z.infer<typeof accountSchema>>;

const timeSheetSchema = z.strictObject({
  name: line,
  employeeNumber: line,
  establishment: line,
  regulations: z.array(line).max(20).readonly(),
  state: z.enum(['computed', 'incomplete', 'refused']),
  weeks: z.array(weekSchema.readonly()).max(6).readonly(),
  accounts: z.array(accountSchema.readonly()).max(100).readonly(),
  controls: z
    .array(z.strictObject({ sentence, article: line }).readonly())
    .max(300)
    .readonly(),
});
export type PrintedTimeSheet = Readonly<z.infer<typeof timeSheetSchema>>;

export const timeSheetsSchema = z.strictObject({
  month: plainMonthSchema,
  /** Day on which they are printed. */
  on: plainDateSchema,
  people: z.array(timeSheetSchema.readonly()).min(1).max(MOST_TIME_SHEETS).readonly(),
});
export type PrintedTimeSheets = Readonly<z.infer<typeof timeSheetsSchema>>;
