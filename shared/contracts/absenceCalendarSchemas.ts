/** A month of absences to print, team by team: anybody may read it, so nothing in it tells why a person is ill, or names an account. */
import { z } from 'zod';
import { discreetCategories, type DiscreetCategory } from '../domain/absences/calendar/entry.ts';
import { monthOf } from '../domain/calendar/plainDate.ts';
import { instantSchema, plainDateSchema, plainMonthSchema } from './scalars.ts';

/** Printed in some ten seconds: more are printed in several times. */
export const MOST_CALENDAR_PEOPLE = 600;
const MOST_TEAMS = 500;

const line = z.string().max(300);
const halfSchema = z
  .array(
    z
      .strictObject({
        category: z.enum(discreetCategories as [DiscreetCategory, ...DiscreetCategory[]]),
        /** Of an account in hours; null for an account in days. */
        minutes: z.int().min(0).max(1_440).nullable(),
      })
      .readonly(),
  )
  .max(10)
  .readonly();

const personSchema = z.strictObject({
  name: line,
  employeeNumber: line,
  /** Public holidays of the person. */
  holidays: z.array(plainDateSchema).max(31).readonly(),
  /** Dates with an absence, in order. */
  days: z
    .array(z.strictObject({ date: plainDateSchema, am: halfSchema, pm: halfSchema }).readonly())
    .max(31)
    .readonly(),
});
export type PrintedAway = Readonly<z.infer<typeof personSchema>>;

export const absenceCalendarSchema = z
  .strictObject({
    month: plainMonthSchema,
    account: line,
    /** When Lucca was read. */
    asOf: instantSchema,
    /** Day on which it is printed. */
    on: plainDateSchema,
    teams: z
      .array(z.strictObject({ name: line, people: z.array(personSchema.readonly()).min(1).readonly() }).readonly())
      .min(1)
      .max(MOST_TEAMS)
      .refine((teams) => teams.reduce((sum, { people }) => sum + people.length, 0) <= MOST_CALENDAR_PEOPLE)
      .readonly(),
    /** Establishments of which only the holidays of the whole country are known. */
    unplaced: z.array(line).max(MOST_TEAMS).readonly(),
    /** Absences that Lucca shows and that are not printed: of people who are not in « Salariés ». */
    leftOut: z.strictObject({ people: z.int().min(0), halfDays: z.int().min(0) }).readonly(),
  })
  .refine(({ month, teams }) =>
    teams.every(({ people }) => people.every(({ days }) => days.every(({ date }) => monthOf(date) === month))),
  );
export type PrintedAbsences = Readonly<z.infer<typeof absenceCalendarSchema>>;
export type PrintedAbsenceTeam = PrintedAbsences['teams'][number];
