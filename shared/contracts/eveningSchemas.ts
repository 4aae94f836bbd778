/** The run of the evening: when the service reads Lucca by itself, and whom it writes to afterwards. */
import { z } from 'zod';
import { isTimeOfDay } from '../domain/calendar/eveningRuns.ts';
import { instantSchema } from './scalars.ts';

/** Addresses that one connection may write to. */
export const MOST_RECIPIENTS = 20;

/** One address, as a person types it; no control character can enter a header. */
export const recipientSchema = z.email().max(254);

export const eveningSettingsSchema = z.strictObject({
  enabled: z.boolean(),
  /** On the clocks of `zone`, `'20:00'`. */
  time: z.string().refine(isTimeOfDay),
  recipients: z.array(recipientSchema).max(MOST_RECIPIENTS),
  /** True: nothing is sent when Lucca shows nothing new. Failures are always sent. */
  onlyChanges: z.boolean(),
});
export type EveningSettings = z.infer<typeof eveningSettingsSchema>;

export const eveningSchema = z.strictObject({
  ...eveningSettingsSchema.shape,
  zone: z.string(),
  /** When the next run starts by itself; null when none does. */
  nextAt: instantSchema.nullable(),
  /** Where mail goes: to a server, to the letter box of the fictional account, or nowhere for want of a server. */
  mail: z.enum(['server', 'mailbox', 'none']),
});
export type Evening = z.infer<typeof eveningSchema>;
