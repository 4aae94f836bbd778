/** Months whose absences Lucca shows for nobody: it refuses some of them without a word. */
import type { HalfDayAbsence } from '../absences/halfDay.ts';
import { firstDay, lastDay, monthOf, type PlainMonth } from '../calendar/plainDate.ts';
import type { Employee } from '../people/employee.ts';

/**
 * People under contract from whom a month without one half-day of absence is doubtful. In a given month about half of the people are away
 * at least once: of five, all present is one month in thirty; of ten, one in a thousand.
 */
const SEVERAL = 5;

/** What was read of people and of their absences. */
export interface Said {
  readonly employees: readonly Pick<Employee, 'values'>[];
  readonly halfDays: readonly Pick<HalfDayAbsence, 'date'>[];
}

function underContract(employees: Said['employees'], month: PlainMonth): number {
  const [first, last] = [firstDay(month), lastDay(month)];
  return employees.filter(({ values: { contractStart: from, contractEnd: to } }) => {
    return typeof from === 'string' && from <= last && !(typeof to === 'string' && to < first);
  }).length;
}

/** Months of which Lucca gives no absence of anybody, though several people were there, with how many: a right may be missing. */
export function silentMonths(
  { employees, halfDays }: Said,
  months: readonly PlainMonth[],
): { readonly month: PlainMonth; readonly people: number }[] {
  const spoken = new Set(halfDays.map(({ date }) => monthOf(date)));
  return months.flatMap((month) => {
    const people = spoken.has(month) ? 0 : underContract(employees, month);
    return people < SEVERAL ? [] : [{ month, people }];
  });
}
