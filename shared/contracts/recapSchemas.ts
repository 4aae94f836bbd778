/** The recap of a month and its bank accounts as lines to print: values are texts, masked by whoever asks. */
import { z } from 'zod';
import { bankStates, recapKinds, recapOrigins, type RecapKind } from '../tables/recap/recapTables.ts';
import { plainDateSchema, plainMonthSchema } from './scalars.ts';

/** Ten thousand people, twice. */
export const MOST_RECAP_ROWS = 20_000;
/** Printed in a dozen seconds. */
export const MOST_PRINTED_ROWS = 5_000;

/** A value of a field is kept up to 300 characters. */
const text = z.string().max(400);
const sentence = z.string().max(1_000);

function keysOf<K extends string>(labels: Readonly<Record<K, string>>): [K, ...K[]] {
  return Object.keys(labels) as [K, ...K[]];
}

const who = { luccaId: text, employeeNumber: text, name: z.string().min(1).max(700), establishment: text };

const recapRowSchema = z.strictObject({
  ...who,
  kind: z.enum(keysOf<RecapKind>(recapKinds)),
  /** French name of the field. */
  field: text,
  before: text,
  after: text,
  origin: z.enum(keysOf(recapOrigins)).nullable(),
});
export type RecapReportRow = Readonly<z.infer<typeof recapRowSchema>>;

const bankRowSchema = z.strictObject({
  ...who,
  state: z.enum(keysOf(bankStates)),
  ibanBefore: text,
  ibanAfter: text,
  bicBefore: text,
  bicAfter: text,
  countryBefore: text,
  countryAfter: text,
  /** As a sheet tells an instant; '' when nobody knows. */
  changedAt: text,
  acceptedAt: text,
  toCheck: z.array(sentence).max(20).readonly(),
});
export type BankReportRow = Readonly<z.infer<typeof bankRowSchema>>;

const head = {
  month: plainMonthSchema,
  /** Host of the account. */
  account: z.string().max(300),
  /** Day on which it is made. */
  on: plainDateSchema,
  isMasked: z.boolean(),
  /** What is compared, under the title. */
  notes: z.array(sentence).max(10).readonly(),
};

export const recapReportSchema = z.strictObject({
  ...head,
  rows: z.array(recapRowSchema).max(MOST_RECAP_ROWS).readonly(),
});
export type RecapReport = Readonly<z.infer<typeof recapReportSchema>>;

export const bankReportSchema = z.strictObject({
  ...head,
  rows: z.array(bankRowSchema).max(MOST_RECAP_ROWS).readonly(),
});
export type BankReport = Readonly<z.infer<typeof bankReportSchema>>;
