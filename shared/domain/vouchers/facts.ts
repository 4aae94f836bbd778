/** What happened to one person, as the computation of vouchers takes it. */
import type { HalfDayAbsence } from '../absences/halfDay.ts';
import type { PlainDate } from '../calendar/plainDate.ts';
import type { PlannedDay } from '../calendar/plannedDay.ts';

/** Dates, both included, on which a person is under contract and benefits from a regulation. `to` null: no end is known. */
export interface BenefitSpan {
  readonly regulation: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** State of the report that a meal stands on, in order: a stage includes those before it. */
export const mealStages = ['declared', 'approved', 'controlled', 'exported'] as const;
export type MealStage = (typeof mealStages)[number];

/** One meal of one person: on their own expense report, or as the guest of a colleague. `date` is when it was eaten. */
export interface Meal {
  readonly id: string;
  readonly date: PlainDate;
  readonly natureId: string;
  readonly stage: MealStage;
  /** Name of the colleague who invited; null for one's own meal. */
  readonly host: string | null;
  /** « repas » on the line: it decides whatever its nature says. Null: the nature decides. */
  readonly moment: 'lunch' | 'dinner' | null;
}

/** What vouchers take of an absence. */
export type AbsentHalf = Pick<HalfDayAbsence, 'id' | 'accountId' | 'date' | 'half' | 'minutes'>;

export interface PersonFacts {
  readonly employeeId: string;
  /** Never two on one date. */
  readonly spans: readonly BenefitSpan[];
  readonly planned: ReadonlyMap<PlainDate, PlannedDay>;
  /** Approved absences, those whose cancellation is only asked for included. */
  readonly halfDays: readonly AbsentHalf[];
  readonly meals: readonly Meal[];
}
