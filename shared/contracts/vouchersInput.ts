/**
 * What `passerelle vouchers --input` computes a month from, published as docs/vouchers-input.schema.json: the tables that an accountant
 * fills, and what Lucca says. Only what the computation needs.
 */
import { z } from 'zod';
import { parsePayMonth } from '../domain/calendar/payMonth.ts';
import type { PlainMonth } from '../domain/calendar/plainDate.ts';
import { inputTables } from '../tables/vouchers/inputTables.ts';
import { isWholeMonth, issueOf, outsideDates, outsideMonths, repeatedRows, type Issue } from './documentRules.ts';
import { plainDateSchema, plainMonthSchema } from './scalars.ts';
import { halfDayAbsenceSchema } from './schemas.ts';
import { tablesSchema } from './tableDocument.ts';
import {
  contractSpanSchema,
  expenseNatureSchema,
  leaveAccountSchema,
  mealSchema,
  plannedMonthSchema,
} from './voucherSchemas.ts';

export const VOUCHERS_INPUT_VERSION = 1;

const personSchema = z.strictObject({
  id: z.string(),
  contractStart: plainDateSchema.nullable(),
  contractEnd: plainDateSchema.nullable(),
});
const contractSchema = contractSpanSchema.pick({
  employeeId: true,
  from: true,
  to: true,
  establishmentId: true,
  establishment: true,
});
const planningSchema = plannedMonthSchema
  .pick({ employeeId: true, month: true, am: true, pm: true, days: true, meals: true })
  .refine(isWholeMonth);
const halfDaySchema = halfDayAbsenceSchema.pick({
  id: true,
  employeeId: true,
  accountId: true,
  date: true,
  half: true,
  minutes: true,
});

/** `months`: those whose absences, planned days and meals all stand here. */
const luccaSchema = z.strictObject({
  months: z.array(plainMonthSchema),
  people: z.array(personSchema),
  contracts: z.array(contractSchema),
  planning: z.array(planningSchema),
  halfDays: z.array(halfDaySchema),
  meals: z.array(mealSchema.omit({ host: true }).extend({ isInvitation: z.boolean() })),
  accounts: z.array(leaveAccountSchema),
  natures: z.array(expenseNatureSchema),
});

type Lucca = z.infer<typeof luccaSchema>;
/** One of two rows that say who a person is, or what they worked, would be dropped without a word. */
function sayRepeated({ people, planning, accounts, natures }: Lucca, say: Issue): void {
  repeatedRows(say, {
    people: people.map(({ id }) => [id]),
    planning: planning.map(({ employeeId, month }) => [employeeId, month]),
    accounts: accounts.map(({ id }) => [id]),
    natures: natures.map(({ id }) => [id]),
  });
}

/** Rows of a month that is not said to be there would count for nothing. */
function sayOutside({ months, planning, halfDays, meals }: Lucca, say: Issue): void {
  const given = new Set<PlainMonth>(months);
  outsideMonths(say, given, 'planning', planning);
  outsideDates(say, given, 'halfDays', halfDays);
  outsideDates(say, given, 'meals', meals);
}

export const vouchersInputSchema = z.strictObject({
  version: z.literal(VOUCHERS_INPUT_VERSION),
  /** Month of the order. */
  month: plainMonthSchema.refine((month) => parsePayMonth(month) !== undefined, { params: { expected: 'month' } }),
  tables: tablesSchema(inputTables),
  lucca: luccaSchema.superRefine((lucca, context) => {
    const say = issueOf(context);
    sayRepeated(lucca, say);
    sayOutside(lucca, say);
  }),
});
export type VouchersInput = z.infer<typeof vouchersInputSchema>;
