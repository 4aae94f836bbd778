import type { PlainDate } from './plainDate.ts';

/** A half of a day that a person is planned to work. `minutes`: null where only days are known. */
export interface PlannedHalf {
  readonly minutes: number | null;
  /** The meal falls inside the working hours of this half alone (« repas compris »). */
  readonly includesMeal: boolean;
}

/**
 * What is planned for a person on a date, absences left aside. A shift belongs to the date it starts on.
 * `holiday`: a public holiday of the person's calendar, kept (`off`) or planned as worked (`worked`); the halves are then those of an ordinary day.
 */
export interface PlannedDay {
  readonly date: PlainDate;
  readonly am: PlannedHalf | null;
  readonly pm: PlannedHalf | null;
  readonly holiday: 'none' | 'off' | 'worked';
}
