/** The run of the evening as the service answers it: when it reads Lucca by itself, and whom it writes to afterwards. */
import { z } from 'zod';
import { instantSchema } from './scalars.ts';

export const eveningSchema = z.strictObject({
  enabled: z.boolean(),
  /** On the clocks of `zone`, `'20:00'`. */
  time: z.string(),
  recipients: z.array(z.string()),
  /** True: nothing is sent when Lucca shows nothing new. Failures are always sent. */
  onlyChanges: z.boolean(),
  zone: z.string(),
  /** When the next run starts by itself; null when none does. */
  nextAt: instantSchema.nullable(),
  /** Where mail goes: to a server, to the letter box of the fictional account, or nowhere for want of a server. */
  mail: z.enum(['server', 'mailbox', 'none']),
});
export type Evening = z.infer<typeof eveningSchema>;
