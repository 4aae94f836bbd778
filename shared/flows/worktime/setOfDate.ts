/** Which set of rules counts a date of a person, and with which clock. */
import type { PlainDate } from '../../domain/calendar/plainDate.ts';
import type { Clock } from '../../domain/calendar/wallTime.ts';
import { clockOf } from '../../domain/worktime/days.ts';
import type { RuleSet } from '../../domain/worktime/ruleSet.ts';
import { closingOf, weekOf } from '../../domain/worktime/weeks.ts';
import type { PersonWorktime, WorktimeComputation } from './computeTimes.ts';

/** The set that rules the week of a date; undefined where none does. */
export function setOn(
  { regulations, held }: Pick<PersonWorktime, 'regulations' | 'held'>,
  { book }: Pick<WorktimeComputation, 'book'>,
  date: PlainDate,
): RuleSet | undefined {
  const closing = closingOf(weekOf(date), held.contracts);
  const own = book.regulations
    .map(({ regulation }) => regulation)
    .filter(({ name, from, to }) => regulations.includes(name) && from <= closing && (to === null || closing <= to));
  return own.map((each) => book.sets.get(each) ?? undefined).find((set) => set !== undefined);
}

/** How the minutes of a date are counted: as the wall shows them, or as they pass in the zone of the person. */
export function clockOn({ held }: Pick<PersonWorktime, 'held'>, set: RuleSet | undefined): Clock {
  const { zone } = held.person;
  return set ? clockOf({ zone }, set) : { zone };
}
