/** What the service is told of a preparation of absences that nobody watched, to write of it: counts only, never a person or a sentence. */
import { z } from 'zod';
import type { HalfDayFate } from '../domain/absences/wantedHalfDays.ts';
import { plainMonthSchema } from './scalars.ts';

/** Fates of half-days that are in no line, in the order in which they are told. */
export const asideFates = [
  ...(['unbound', 'unknownPerson', 'noContract', 'later', 'stoppage', 'before', 'outside'] as const),
] satisfies readonly HalfDayFate[];

const count = z.int().min(0).max(1_000_000);

/** `A1` and those that follow. */
const importNumber = z.string().regex(/^A\d{1,6}$/);

const preparedSchema = z.strictObject({
  end: z.literal('prepared'),
  month: plainMonthSchema,
  /** Null where there is nothing to hand over. */
  number: importNumber.nullable(),
  /** Lines that wait in payroll. */
  deletions: count,
  imports: count,
  /** Half-days in no line, by why. */
  aside: z.partialRecord(z.enum(asideFates), count),
  /** Half-days that Lucca filed elsewhere under the same payroll code, and those that stay in payroll for now. */
  refiled: count,
  kept: count,
  /** Points to look at in the workbook. */
  findings: count,
});

/** `changed`: an import waits, and Lucca says something else since. The rest is told by the command, where it ran. */
const stoppedSchema = z.strictObject({
  end: z.literal('stopped'),
  why: z.enum(['changed', 'service', 'workbook', 'other']),
});

export const transferMailSchema = z.discriminatedUnion('end', [preparedSchema, stoppedSchema]);
export type TransferMail = z.infer<typeof transferMailSchema>;

/** How many addresses it was written to, and how many of them the server of mail refused. */
export const mailSentSchema = z.strictObject({ recipients: count, refused: count });
export type MailSent = z.infer<typeof mailSentSchema>;
