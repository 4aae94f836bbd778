/** Who does not leave though a contract of theirs ends: the contracts of Lucca say so, the row of a person holds one of them only. */
import { addDays, type PlainDate } from '../../calendar/plainDate.ts';
import { reachOf, type MonthContract } from '../month/contracts.ts';
import type { FrozenPerson } from './frozenPerson.ts';

type Span = Pick<MonthContract, 'from' | 'to'>;

/** An end that no contract has is payroll's own: it stands. */
function isFollowed(end: PlainDate, contracts: readonly Span[]): boolean {
  const morrow = addDays(end, 1);
  return contracts.some(({ to }) => to === end) && contracts.some((c) => c.from <= morrow && reachOf(c) >= morrow);
}

/**
 * `people`, those marked of whom a contract that ends on the last day of their row is followed by another the day after, or goes on beside
 * one. Until 14 November, then from 15 November: marked.
 */
export function withContracts(
  people: readonly FrozenPerson[],
  contracts: ReadonlyMap<string, readonly Span[]>,
): FrozenPerson[] {
  return people.map((person) => {
    const end = person.cells['contractEnd'];
    const goesOn = end && 'date' in end && isFollowed(end.date, contracts.get(person.id) ?? []);
    return goesOn ? { ...person, goesOn } : person;
  });
}
