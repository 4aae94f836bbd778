/** An import of absences to be written as a workbook: its lines as its files take them, without the places of their cells. */
import { z } from 'zod';
import { payrollTargetKeys } from '../domain/absences/targets/targets.ts';
import { transferSheetKinds } from '../tables/absences/transferSheets.ts';
import { plainDateSchema, plainMonthSchema } from './scalars.ts';

/** Ten thousand people with a line and a half each: what a request holds. */
const MOST_LINES = 15_000;
/** Half-days of a line lie in one month; two may stand on one half, in hours. */
const MOST_HALF_DAYS = 200;

const text = z.string().max(300);

const lineSchema = z.strictObject({
  person: z
    .strictObject({
      luccaId: text,
      human: z.exactOptional(text),
      employeeNumber: text,
      lastName: text,
      firstName: text,
    })
    .readonly(),
  establishment: z.strictObject({ code: text, name: text, payrollDossier: text }).readonly(),
  direction: z.enum(['import', 'delete']),
  isDone: z.exactOptional(z.boolean()),
  categoryName: text,
  code: text,
  account: text,
  halfDays: z
    .array(
      z
        .strictObject({
          date: plainDateSchema,
          half: z.enum(['am', 'pm']),
          /** Of an account in hours; null for an account in days. */
          minutes: z.int().min(0).max(1_440).nullable(),
        })
        .readonly(),
    )
    .min(1)
    .max(MOST_HALF_DAYS)
    .readonly(),
  types: z.record(z.enum(payrollTargetKeys), text).readonly(),
  corrects: z.strictObject({ run: text, month: plainMonthSchema }).readonly().nullable(),
});

export const absenceImportSchema = z.strictObject({
  number: z.string().min(1).max(20),
  month: plainMonthSchema,
  state: z.enum(['prepared', 'confirmed', 'abandoned', 'cancelled']),
  kind: z.enum(transferSheetKinds),
  /** Lines that payroll refused, which are not among `lines`. */
  refused: z.int().min(0).max(MOST_LINES),
  /** Deletions that payroll has not made yet: what is to be imported waits for them. */
  deletionsLeft: z.int().min(0).max(MOST_LINES),
  lines: z.array(lineSchema.readonly()).min(1).max(MOST_LINES).readonly(),
  /** Day on which it is made. */
  on: plainDateSchema,
});
export type SentImport = Readonly<z.infer<typeof absenceImportSchema>>;
