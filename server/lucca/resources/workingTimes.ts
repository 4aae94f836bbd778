/** Temps de travail (« working-time arrangement »), v4, one by one: no list of them is documented. */
import { z } from 'zod';
import { caseless } from '../caseless.ts';
import { looseText } from './loose.ts';

const durationSchema = caseless({
  value: z.number().nullish().catch(undefined),
  iso: looseText,
  unit: looseText,
});

/** Nothing of it is needed for anything else: what cannot be read is not known. */
export const workingTimeRowSchema = caseless({
  name: looseText,
  isPartTime: z.boolean().nullish().catch(undefined),
  /** `week` or `year`. */
  referencePeriod: caseless({ frequencyType: looseText }).nullish().catch(undefined),
  contractWorkingTimeDuration: durationSchema.nullish().catch(undefined),
});
export type WorkingTimeRow = z.infer<typeof workingTimeRowSchema>;

export function workingTimePath(id: string): string {
  return `/schedule/api/working-time-arrangements/${encodeURIComponent(id)}`;
}
