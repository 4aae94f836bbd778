/** « Plannings » as weeks that come back, each for somebody. */
import type { PlainDate } from '../domain/calendar/plainDate.ts';
import type { DayShape, WeekPattern } from '../domain/calendar/weekPattern.ts';
import type { TableState } from '../flows/book.ts';
import { KnownPeople, type KnownPerson } from './knownPeople.ts';
import { holidayLabels, planningsTable, shapeLabels, weekdays } from './planningsTable.ts';
import { establishmentNamed, type Establishment } from './readEstablishments.ts';
import { typedRows, type Reading, type TypedRow } from './typedRow.ts';

/** One row. Neither a person nor an establishment: everybody. Dates included; null: from ever, without end. */
export interface TypedPlanning {
  readonly employeeId: string | null;
  readonly establishmentId: string | null;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly pattern: WeekPattern;
}

const MINUTES = 60;

function patternOf(row: TypedRow): WeekPattern {
  const hours = row.number('halfHours');
  const isSound = hours === null || (hours > 0 && hours <= 12);
  if (!isSound) row.say('halfHours', 'planningHours');
  return {
    days: weekdays.map((day): DayShape => row.choice(day, shapeLabels) ?? 'off'),
    halfMinutes: hours === null || !isSound ? null : Math.round(hours * MINUTES),
    holidays: row.choice('holidays', holidayLabels) ?? 'off',
  };
}

function planningOf(row: TypedRow, people: KnownPeople, establishments: readonly Establishment[]): TypedPlanning[] {
  const isPersonal = row.text('luccaId') !== '' || row.text('employeeNumber') !== '';
  const person = isPersonal ? people.named(row) : undefined;
  const typed = row.text('establishment');
  const establishment = typed === '' ? undefined : establishmentNamed(establishments, typed);
  const isLost = !isPersonal && typed !== '' && !establishment;
  if (isLost) row.say('establishment', 'voucherEstablishmentUnknown', { name: typed });
  const [from, to] = [row.date('from'), row.date('to')];
  const isBackwards = from !== null && to !== null && to < from;
  if (isBackwards) row.say('to', 'voucherEndBeforeStart');
  const isUnread = ['from', 'to', ...weekdays].some((key) => row.isUnreadable(key));
  if ((isPersonal && !person) || isLost || isBackwards || isUnread) return [];
  const establishmentId = isPersonal ? null : (establishment?.id ?? null);
  return [{ employeeId: person?.id ?? null, establishmentId, from, to, pattern: patternOf(row) }];
}

/** « Plannings ». A row that cannot be applied is left out, and says why. */
export function readPlannings(
  state: TableState | undefined,
  people: readonly KnownPerson[],
  establishments: readonly Establishment[],
): Reading<readonly TypedPlanning[]> {
  const { rows, findings } = typedRows(planningsTable, state);
  const known = new KnownPeople(people);
  return { value: rows.flatMap((row) => planningOf(row, known, establishments)), findings };
}

/** The row that holds for a person on a date: their own, else their establishment's, else everybody's; the last to begin of several. */
export function planningOn(
  plannings: readonly TypedPlanning[],
  employeeId: string,
  establishmentId: string,
  date: PlainDate,
): TypedPlanning | undefined {
  const rank = (each: TypedPlanning) => (each.employeeId !== null ? 2 : each.establishmentId !== null ? 1 : 0);
  const holding = plannings.filter(
    (each) =>
      (each.employeeId === null || each.employeeId === employeeId) &&
      (each.establishmentId === null || each.establishmentId === establishmentId) &&
      (each.from === null || each.from <= date) &&
      (each.to === null || each.to >= date),
  );
  return holding.reduce<TypedPlanning | undefined>((best, each) => {
    if (!best || rank(each) > rank(best)) return each;
    return rank(each) === rank(best) && (each.from ?? '') >= (best.from ?? '') ? each : best;
  }, undefined);
}
