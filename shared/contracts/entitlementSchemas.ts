/** Rest credited to the counters of Lucca: the one thing that Passerelle ever writes there, when the service was told that it may. */
import { z } from 'zod';
import { plainDateSchema } from './scalars.ts';

const word = z
  .string()
  .max(200)
  .regex(/^\P{Cc}*$/u);
const needed = word.min(1);

const rowSchema = z.strictObject({
  establishmentCode: needed,
  employeeNumber: needed,
  lastName: word,
  firstName: word,
  /** Hundredths of the unit of each counter, in the order of `counters`; null for nothing. */
  amounts: z.array(z.int().min(-10_000_000).max(10_000_000).nullable()).max(50),
});

/** `simulate`: Lucca says what it would do. `send`: it does it, once a simulation of the very same request found no error. */
export const entitlementRequestSchema = z
  .strictObject({
    mode: z.enum(['simulate', 'send']),
    /** Day on which Lucca dates what is credited. */
    referenceDate: plainDateSchema,
    /** What people read beside it in their account in Lucca. */
    description: needed,
    /** Number or name of each leave account. */
    counters: z.array(needed).min(1).max(50),
    rows: z.array(rowSchema).min(1).max(20_000),
  })
  .refine(({ counters, rows }) => rows.every(({ amounts }) => amounts.length === counters.length), {
    path: ['rows'],
    message: 'amounts',
  });
export type EntitlementRequest = z.infer<typeof entitlementRequestSchema>;

/** `row`: which of `rows`, from 1; null for what concerns the whole. `code`: the word of Lucca for it, never its message. */
export const entitlementErrorSchema = z.strictObject({ row: z.int().min(1).nullable(), code: z.string() });
export type EntitlementError = z.infer<typeof entitlementErrorSchema>;

/** `accepted`: rows that Lucca takes, or took. Nothing is taken as long as there is an error. */
export const entitlementAnswerSchema = z.strictObject({
  accepted: z.int().min(0),
  errors: z.array(entitlementErrorSchema),
});
export type EntitlementAnswer = z.infer<typeof entitlementAnswerSchema>;
