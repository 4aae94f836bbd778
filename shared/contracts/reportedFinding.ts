/** A finding as the reports of `--json` tell it. */
import { z } from 'zod';

/**
 * `sheet` and `address` when it stands in a cell of a workbook, `path` when in a document; `subject`: the person, the regulation or the row
 * concerned.
 */
export const reportedFindingSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  subject: z.string().nullable(),
  sheet: z.string().nullable(),
  address: z.string().nullable(),
  path: z.string().nullable(),
  sentence: z.string(),
});
export type ReportedFinding = z.infer<typeof reportedFindingSchema>;
