/** What may be asked to be downloaded: a file of the service, a file that the caller made, or lines to print. */
import { z } from 'zod';
import { absenceCalendarSchema } from './absenceCalendarSchemas.ts';
import { absenceImportSchema } from './absenceImportSchemas.ts';
import { LARGEST_FILE_BYTES } from './fileTicket.ts';
import { bankReportSchema, recapReportSchema } from './recapSchemas.ts';
import { plainDateSchema, plainMonthSchema } from './scalars.ts';
import { timeSheetsSchema } from './timeSheetSchemas.ts';

/** Printed in a dozen seconds. */
const MOST_PEOPLE = 5_000;
const MOST_PLACES = 500;
/** Half a page under each establishment. */
const MOST_COMPLEMENT = 2_000;

const nameEndingIn = (endings: string) =>
  z.string().regex(new RegExp(`^[A-Za-z0-9][A-Za-z0-9_-]{0,150}\\.(?:${endings})$`));
const line = z.string().max(300);
const count = z.int().min(1).max(1_000);

const attendanceSheetSchema = z.strictObject({
  order: z.string().min(1).max(20),
  month: plainMonthSchema,
  regulation: line,
  issuer: line,
  /** Cents. */
  face: z.int().min(1).max(100_000),
  on: plainDateSchema,
  complement: z.string().max(MOST_COMPLEMENT),
  establishments: z
    .array(
      z.strictObject({
        name: line,
        people: z
          .array(z.strictObject({ name: line, employeeNumber: line, number: count }).readonly())
          .min(1)
          .max(MOST_PEOPLE)
          .readonly(),
      }),
    )
    .min(1)
    .max(MOST_PLACES)
    .refine((places) => places.reduce((sum, { people }) => sum + people.length, 0) <= MOST_PEOPLE)
    .readonly(),
});
export type PrintedAttendance = z.infer<typeof attendanceSheetSchema>;

export const fileRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('template') }),
  /** Kept in memory as long as its ticket, and nowhere else. */
  z.strictObject({
    kind: z.literal('made'),
    name: nameEndingIn('csv|txt|json'),
    base64: z
      .base64()
      .min(4)
      .max(Math.ceil(LARGEST_FILE_BYTES / 3) * 4),
  }),
  z.strictObject({ kind: z.literal('attendance'), name: nameEndingIn('pdf'), sheet: attendanceSheetSchema }),
  z.strictObject({ kind: z.literal('timeSheets'), name: nameEndingIn('pdf'), sheets: timeSheetsSchema }),
  z.strictObject({ kind: z.literal('absenceCalendar'), name: nameEndingIn('pdf'), calendar: absenceCalendarSchema }),
  z.strictObject({ kind: z.literal('absenceImport'), name: nameEndingIn('xlsx'), sent: absenceImportSchema }),
  /** The end of the name says the format. */
  z.strictObject({ kind: z.literal('recap'), name: nameEndingIn('pdf|xlsx|csv'), report: recapReportSchema }),
  z.strictObject({ kind: z.literal('bankChanges'), name: nameEndingIn('pdf|xlsx|csv'), report: bankReportSchema }),
]);
export type FileRequest = z.infer<typeof fileRequestSchema>;
