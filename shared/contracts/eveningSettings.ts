/** What a person chooses of the run of the evening. Apart from the answers of the service: the pane needs it only to check a form. */
import { z } from 'zod';
import { isTimeOfDay } from '../domain/calendar/eveningRuns.ts';
import { eveningSchema } from './eveningSchemas.ts';

/** Addresses that one connection may write to. */
export const MOST_RECIPIENTS = 20;

/** One address, as a person types it; no control character can enter a header. */
export const recipientSchema = z.email().max(254);

const { enabled, onlyChanges } = eveningSchema.shape;

export const eveningSettingsSchema = z.strictObject({
  enabled,
  time: z.string().refine(isTimeOfDay),
  recipients: z.array(recipientSchema).max(MOST_RECIPIENTS),
  onlyChanges,
});
export type EveningSettings = z.infer<typeof eveningSettingsSchema>;
