/**
 * What `passerelle worktime --input` computes a month from, published as docs/worktime-input.schema.json: the tables that an accountant
 * fills, and what Lucca says. Only what the computation needs.
 */
import { z } from 'zod';
import { parsePayMonth } from '../domain/calendar/payMonth.ts';
import type { PlainMonth } from '../domain/calendar/plainDate.ts';
import { monthsOfWeeks } from '../domain/worktime/weeks.ts';
import { inputTables } from '../tables/worktime/inputTables.ts';
import { isWholeMonth, issueOf, outsideDates, outsideMonths, repeatedRows } from './documentRules.ts';
import { plainMonthSchema } from './scalars.ts';
import { halfDayAbsenceSchema } from './schemas.ts';
import { tablesSchema } from './tableDocument.ts';
import { contractSpanSchema, leaveAccountSchema, plannedMonthSchema } from './voucherSchemas.ts';
import { timeEntryMonthSchema, timesheetSchema, workingTimeSchema } from './worktimeSchemas.ts';

export const WORKTIME_INPUT_VERSION = 1;

const halfDaySchema = halfDayAbsenceSchema.pick({
  employeeId: true,
  accountId: true,
  date: true,
  half: true,
  minutes: true,
});

/** No code of an establishment: « Établissements » has it. */
const contractSchema = contractSpanSchema.omit({ establishmentCode: true });

/**
 * `months`: those whose declared time and sheets all stand here, with the absences and planned days of every month that their weeks touch.
 * `hasSheets`: false where no sheet is kept, so that no week waits for one.
 */
const luccaSchema = z.strictObject({
  months: z.array(plainMonthSchema),
  hasSheets: z.boolean(),
  contracts: z.array(contractSchema),
  workingTimes: z.array(workingTimeSchema),
  planning: z.array(plannedMonthSchema.refine(isWholeMonth)),
  halfDays: z.array(halfDaySchema),
  entries: z.array(timeEntryMonthSchema),
  sheets: z.array(timesheetSchema),
  accounts: z.array(leaveAccountSchema),
});

export const worktimeInputSchema = z.strictObject({
  version: z.literal(WORKTIME_INPUT_VERSION),
  month: plainMonthSchema.refine((month) => parsePayMonth(month) !== undefined, { params: { expected: 'month' } }),
  tables: tablesSchema(inputTables),
  lucca: luccaSchema.superRefine(({ months, workingTimes, planning, halfDays, entries, sheets, accounts }, context) => {
    const say = issueOf(context);
    repeatedRows(say, {
      workingTimes: workingTimes.map(({ id }) => [id]),
      planning: planning.map(({ employeeId, month }) => [employeeId, month]),
      entries: entries.map(({ employeeId, month }) => [employeeId, month]),
      sheets: sheets.map(({ employeeId, from, to }) => [employeeId, from, to]),
      accounts: accounts.map(({ id }) => [id]),
    });
    const around = new Set<PlainMonth>(monthsOfWeeks(months));
    outsideMonths(say, new Set(months), 'entries', entries);
    outsideMonths(say, around, 'planning', planning);
    outsideDates(say, around, 'halfDays', halfDays);
  }),
});
export type WorktimeInput = z.infer<typeof worktimeInputSchema>;
