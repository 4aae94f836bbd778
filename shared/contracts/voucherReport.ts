/**
 * What `passerelle vouchers --json` answers under `report`, published as docs/vouchers-report.schema.json.
 * The same results as « Titres-restaurant », with the dates that make them. No name of a person; amounts in whole cents.
 */
import { z } from 'zod';
import { dayReasons } from '../domain/vouchers/outcome.ts';
import { reportedFindingSchema } from './reportedFinding.ts';
import { plainDateSchema, plainMonthSchema } from './scalars.ts';

const amountsSchema = z.strictObject({
  faceCents: z.int(),
  employerCents: z.int(),
  cseCents: z.int(),
  employeeCents: z.int(),
  exemptCents: z.int(),
  reintegratedCents: z.int(),
});

/** `people`: those who are ordered at least one. `unit`, `total`: null when no amount can be given. */
const regulationSchema = z.strictObject({
  name: z.string(),
  people: z.int(),
  vouchers: z.int(),
  incomplete: z.int(),
  unit: amountsSchema.nullable(),
  total: amountsSchema.nullable(),
});

/** `days − taken + corrections + manual + carriedIn = total = ordered + carriedOut + settlement`. */
const countSchema = z.strictObject({
  days: z.int(),
  taken: z.int(),
  corrections: z.int(),
  manual: z.int(),
  carriedIn: z.int(),
  total: z.int(),
  ordered: z.int(),
  carriedOut: z.int(),
  settlement: z.int(),
  returned: z.int(),
});

const takingSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('absence'), accounts: z.array(z.string()), halves: z.array(z.enum(['am', 'pm'])) }),
  z.strictObject({ by: z.literal('meal'), nature: z.string(), isInvitation: z.boolean() }),
]);

/** `change`: vouchers for which the date counts. `correction`: month of the closed order that is corrected. */
const lineSchema = z.strictObject({
  date: plainDateSchema,
  fact: z.enum(['given', 'absence', 'meal']),
  change: z.int(),
  reason: z.enum([...dayReasons, 'taken', 'alreadyTaken', 'notEntitled', 'noLonger']),
  taking: takingSchema.nullable(),
  correction: plainMonthSchema.nullable(),
});

const personSchema = z.strictObject({
  employeeId: z.string(),
  employeeNumber: z.string(),
  regulation: z.string(),
  state: z.enum(['computed', 'incomplete']),
  support: z.enum(['card', 'paper']),
  count: countSchema,
  /** « 22 jours − 3 absences = 19 »; empty for an incomplete person. */
  sum: z.string(),
  lines: z.array(lineSchema),
});

export const voucherReportSchema = z.strictObject({
  version: z.literal(1),
  month: plainMonthSchema,
  regulations: z.array(regulationSchema),
  people: z.array(personSchema),
  findings: z.array(reportedFindingSchema),
});
export type VoucherReport = z.infer<typeof voucherReportSchema>;
