/** What a calendar shows of one absence: its category, what is said of it, and what is withheld from whoever must not know why. */
import type { Bound } from '../bindAccounts.ts';
import type { HalfDayAbsence } from '../halfDay.ts';
import { absenceCategories, type AbsenceCategory, type StoppageKind } from '../treatment.ts';

/** `unbound`: nobody said what payroll does with its account. `other`: its reason is withheld. */
export type CalendarCategory = AbsenceCategory | 'stoppage' | 'outside' | 'unbound' | 'other';

/** In the order of legends and totals. */
export const calendarCategories: readonly CalendarCategory[] = [
  ...(Object.keys(absenceCategories) as AbsenceCategory[]),
  'stoppage',
  'outside',
  'other',
  'unbound',
];

/**
 * One absence on one half of a day. `minutes`: of an account in hours, null for an account in days. `kind`: null where it is no stoppage, or
 * withheld; `account`: its name, null where it is withheld.
 */
export interface CalendarEntry {
  readonly category: CalendarCategory;
  readonly kind: StoppageKind | null;
  readonly account: string | null;
  readonly minutes: number | null;
}

export function entryOf({ accountName, minutes }: HalfDayAbsence, bound: Bound): CalendarEntry {
  const same = { kind: null, account: accountName, minutes };
  if (bound.state !== 'bound') return { ...same, category: 'unbound' };
  const { treatment } = bound;
  if (treatment.is === 'stoppage') return { ...same, category: 'stoppage', kind: treatment.kind };
  return { ...same, category: treatment.is === 'outside' ? 'outside' : treatment.category };
}

/** Those whose name tells of somebody's health, and what is outside payroll, so that `other` alone tells of none. */
const withheld = ['therapeuticPartTime', 'sickChild', 'outside'] as const satisfies readonly CalendarCategory[];

export type DiscreetCategory = Exclude<CalendarCategory, (typeof withheld)[number]>;

function isTold(category: CalendarCategory): category is DiscreetCategory {
  return !withheld.some((each) => each === category);
}

/** Those that anybody may read. */
export const discreetCategories: readonly DiscreetCategory[] = calendarCategories.filter(isTold);

export interface DiscreetEntry extends CalendarEntry {
  readonly category: DiscreetCategory;
}

/**
 * The same without what a colleague must not read: a stoppage has no kind, no account is named, and a reason of health is `other`.
 * Sickness under « Maladie » → a stoppage; a child's sickness → `other`; paid leave → paid leave.
 */
export function discreet({ category, minutes }: CalendarEntry): DiscreetEntry {
  return { category: isTold(category) ? category : 'other', kind: null, account: null, minutes };
}

/** Negative when `a` is shown first, on one half. */
export function compareEntries(a: CalendarEntry, b: CalendarEntry): number {
  const rank = ({ category }: CalendarEntry) => calendarCategories.indexOf(category);
  const text = ({ account, kind }: CalendarEntry) => `${account ?? ''} ${kind ?? ''}`;
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (text(a) !== text(b)) return text(a) < text(b) ? -1 : 1;
  return (a.minutes ?? 0) - (b.minutes ?? 0);
}
