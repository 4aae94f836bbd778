import type { Employee } from '../domain/people/employee.ts';

/** People named in a finding; the others are counted. */
const NAMED = 3;

/** `MARTIN Léa (00012)`; the identifier of Lucca for somebody without a name. */
function nameOf({ id, values }: Employee): string {
  const { lastName, firstName, employeeNumber } = values;
  const name = [lastName, firstName].filter((part) => part != null).join(' ');
  return `${name === '' ? id : name}${employeeNumber == null ? '' : ` (${String(employeeNumber)})`}`;
}

/** How many people, the first of them by name and matricule, and how many others: nothing else of anybody. */
export function namesOf(people: readonly Employee[]) {
  const names = people.slice(0, NAMED).map(nameOf).join(', ');
  return { people: people.length, names, others: Math.max(0, people.length - NAMED) };
}
