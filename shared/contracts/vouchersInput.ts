/**
 * What `passerelle vouchers --input` computes a month from, published as docs/vouchers-input.schema.json: the tables that an accountant
 * fills, and what Lucca says. Only what the computation needs.
 */
import { z } from 'zod';
import { parsePayMonth } from '../domain/calendar/payMonth.ts';
import { lastDay, monthOf, type PlainMonth } from '../domain/calendar/plainDate.ts';
import { inputTables } from '../tables/vouchers/inputTables.ts';
import { pathText } from './readDocument.ts';
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
  .refine(({ month, am, pm, days, meals }) => {
    const length = Number(lastDay(month).slice(8));
    return [am, pm, days, ...(meals === '' ? [] : [meals])].every((each) => each.length === length);
  });
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
type Issue = (fault: { readonly code: string; readonly first?: string }, path: readonly PropertyKey[]) => void;

/** One of two rows that say who a person is, or what they worked, would be dropped without a word. */
function sayRepeated({ people, planning, accounts, natures }: Lucca, say: Issue): void {
  const lists = {
    people: people.map(({ id }) => [id]),
    planning: planning.map(({ employeeId, month }) => [employeeId, month]),
    accounts: accounts.map(({ id }) => [id]),
    natures: natures.map(({ id }) => [id]),
  };
  for (const [list, keys] of Object.entries(lists)) {
    const first = new Map<string, number>();
    for (const [at, key] of keys.map((each) => JSON.stringify(each)).entries()) {
      const before = first.get(key);
      if (before === undefined) first.set(key, at);
      else say({ code: 'repeated', first: pathText(['lucca', list, before]) }, [list, at]);
    }
  }
}

/** Rows of a month that is not said to be there would count for nothing. */
function sayOutside({ months, planning, halfDays, meals }: Lucca, say: Issue): void {
  const given = new Set<PlainMonth>(months);
  for (const [at, { month }] of planning.entries())
    if (!given.has(month)) say({ code: 'monthOutside' }, ['planning', at, 'month']);
  for (const [list, rows] of Object.entries({ halfDays, meals }))
    for (const [at, { date }] of rows.entries())
      if (!given.has(monthOf(date))) say({ code: 'monthOutside' }, [list, at, 'date']);
}

export const vouchersInputSchema = z.strictObject({
  version: z.literal(VOUCHERS_INPUT_VERSION),
  /** Month of the order. */
  month: plainMonthSchema.refine((month) => parsePayMonth(month) !== undefined, { params: { expected: 'month' } }),
  tables: tablesSchema(inputTables),
  lucca: luccaSchema.superRefine((lucca, context) => {
    const say: Issue = (fault, path) => context.addIssue({ code: 'custom', path: [...path], params: { fault } });
    sayRepeated(lucca, say);
    sayOutside(lucca, say);
  }),
});
export type VouchersInput = z.infer<typeof vouchersInputSchema>;
