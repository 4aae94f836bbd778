/** The receipt of an order: what the service remembers so that two copies of a workbook do not order the same month. No personal data. */
import { z } from 'zod';
import { instantSchema, plainMonthSchema } from './scalars.ts';

const named = z.string().min(1).max(200);
const about = {
  topic: z.enum(['vouchers', 'time', 'absences']),
  /** Name of the regulation; of working time, « temps de travail »; of absences, « absences ». */
  scope: named,
  month: plainMonthSchema,
  step: z.enum(['validated', 'ordered', 'confirmed']),
  /** Where it was done, « le volet Excel ». */
  by: named,
};

/** `holds`: the receipt that the workbook keeps of this month, null without one. `force`: takes it even from another copy. */
export const receiptRequestSchema = z.strictObject({
  ...about,
  holds: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .nullable(),
  force: z.boolean(),
});
export type ReceiptRequest = z.infer<typeof receiptRequestSchema>;

export const receiptSchema = z.strictObject({
  id: z.string(),
  ...about,
  at: instantSchema,
  /** It replaced the one of another copy. */
  forced: z.boolean(),
});
export type Receipt = z.infer<typeof receiptSchema>;
