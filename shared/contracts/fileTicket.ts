/** What the service answers to whoever asks for a file: apart from what may be asked, which the pane sends and never checks. */
import { z } from 'zod';

/** Ten thousand people on a line of 600 characters. */
export const LARGEST_FILE_BYTES = 6_000_000;

export const fileTicketSchema = z.strictObject({ path: z.string(), expiresInSeconds: z.int() });
export type FileTicket = z.infer<typeof fileTicketSchema>;
