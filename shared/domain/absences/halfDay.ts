import type { PlainDate } from '../calendar/plainDate.ts';

export type Half = 'am' | 'pm';

/** One half of one day. */
export interface HalfDate {
  readonly date: PlainDate;
  readonly half: Half;
}

/**
 * One approved half-day of absence, as the mirror holds it: the grain of every absence computation.
 * `leaveId` is the request it came in with; `minutes` is set for accounts kept in hours, null for accounts in days.
 */
export interface HalfDayAbsence extends HalfDate {
  readonly id: string;
  readonly employeeId: string;
  readonly leaveId: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly minutes: number | null;
  readonly requestedOn: PlainDate | null;
  readonly approvedOn: PlainDate | null;
}

/** Negative when `a` comes first; mornings come before afternoons. */
export function compareHalfDates(a: HalfDate, b: HalfDate): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.half === b.half ? 0 : a.half === 'am' ? -1 : 1;
}
