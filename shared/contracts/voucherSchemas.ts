/** What titres-restaurant are computed from, as the service answers it. Strict, like the rest of the contracts. */
import { z } from 'zod';
import { mealStages } from '../domain/vouchers/facts.ts';
import { plainDateSchema, plainMonthSchema } from './scalars.ts';

/**
 * One contract: dates both included, `to` null without an end; its establishment, by Lucca's identifier and by name where they are known,
 * and the zone of its clocks; its arrangement of working time; its nature (CDI…) as Lucca names it. A mirror read before these three were
 * kept has none.
 */
export const contractSpanSchema = z.strictObject({
  id: z.string(),
  employeeId: z.string(),
  from: plainDateSchema,
  to: plainDateSchema.nullable(),
  establishmentId: z.string().nullable(),
  establishment: z.string().nullable(),
  establishmentCode: z.string().optional(),
  zone: z.string().nullable().optional(),
  workingTimeId: z.string().nullable().optional(),
  nature: z.string().optional(),
});
export type ContractSpan = z.infer<typeof contractSpanSchema>;

const minutesSchema = z.array(z.int().min(0).max(1440).nullable()).min(28).max(31).readonly();

const dayOfMonthSchema = z.int().min(1).max(31);
const cycleMinutesSchema = z.int().min(0).max(1440).nullable();

/** The form is explained, made and read by `plannedMonth.ts` and `plannedTimes.ts` of `shared/domain/calendar`. */
export const plannedMonthSchema = z.strictObject({
  employeeId: z.string(),
  month: plainMonthSchema,
  am: minutesSchema,
  pm: minutesSchema,
  days: z.string().regex(/^[.hw?]{28,31}$/),
  meals: z.string().regex(/^(?:[0-3]{28,31})?$/),
  cycle: z
    .array(z.tuple([dayOfMonthSchema, cycleMinutesSchema, cycleMinutesSchema]).readonly())
    .readonly()
    .optional(),
  rests: z.array(dayOfMonthSchema).readonly().optional(),
});

/** A meal of `employeeId`: on their own report, or as the guest of the colleague named in `host`. */
export const mealSchema = z.strictObject({
  id: z.string(),
  employeeId: z.string(),
  date: plainDateSchema,
  natureId: z.string(),
  stage: z.enum(mealStages),
  host: z.string().nullable(),
  moment: z.enum(['lunch', 'dinner']).nullable(),
});
export type MealOfEmployee = z.infer<typeof mealSchema>;

/** `establishments`: names of those whose people were seen using it; empty when nobody was. */
export const leaveAccountSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  establishments: z.array(z.string()).readonly(),
});
export type LeaveAccount = z.infer<typeof leaveAccountSchema>;

/** `isRestaurant`: of the type « Restaurants et invitations », the only ones whose lines are read. */
export const expenseNatureSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  isRestaurant: z.boolean(),
  isEnabled: z.boolean(),
});
export type ExpenseNature = z.infer<typeof expenseNatureSchema>;
