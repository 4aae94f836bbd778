/**
 * The values that Lucca gave last and gives no more: of a field that one reading lacks between two others, of a person who is gone. What
 * they become is compared with them. null is a value, « empty in Lucca »: it is kept as any other.
 */
import { addDays, wallClock, type Instant } from '../calendar/plainDate.ts';
import type { Employee, EmployeeValue } from '../people/employee.ts';
import type { EmployeeFieldKey } from '../people/employeeFields.ts';
import { readFroms } from '../people/mapping/fieldMapping.ts';

/** Values that the reading of `at` was the last to give of a person. `from`: where each was read, where a mapping said it. */
export interface LastGiven extends Pick<Employee, 'id' | 'values'> {
  readonly at: Instant;
  readonly from: Readonly<Partial<Record<EmployeeFieldKey, string>>>;
}

/** What is known at a reading. `mapping`: what it was read with, as `mappingText` writes it, '' without one. */
export interface Known {
  readonly employees: readonly Employee[];
  readonly mapping: string;
  readonly lastGiven: readonly LastGiven[];
}

/** Time enough for a right or an establishment to come back; a person who is gone is forgotten after it. */
export const LAST_GIVEN_DAYS = 92;

/** A value and where it was read; '' where no mapping said it. */
export interface GivenValue {
  readonly value: EmployeeValue;
  readonly from: string;
}

function byPerson(rows: readonly LastGiven[]): ReadonlyMap<string, readonly LastGiven[]> {
  const found = new Map<string, LastGiven[]>();
  for (const row of rows) found.set(row.id, [...(found.get(row.id) ?? []), row]);
  return found;
}

/** The last value that Lucca gave of a field of a person; undefined when it never did, or too long ago. */
export function recalling({ employees, mapping, lastGiven }: Known) {
  const there = new Map(employees.map(({ id, values }) => [id, values]));
  const [earlier, froms] = [byPerson(lastGiven), readFroms(mapping)];
  return (id: string, key: EmployeeFieldKey): GivenValue | undefined => {
    const given = there.get(id)?.[key];
    if (given !== undefined) return { value: given, from: froms.get(key) ?? '' };
    const row = earlier.get(id)?.find(({ values }) => values[key] !== undefined);
    const value = row?.values[key];
    return value === undefined ? undefined : { value, from: row?.from[key] ?? '' };
  };
}

type Values = Employee['values'];

/** The part of `row` that `given` lacks; undefined when it lacks nothing. */
function lacking(row: LastGiven, given: Values | undefined): LastGiven | undefined {
  const keys = (Object.keys(row.values) as EmployeeFieldKey[]).filter((key) => given?.[key] === undefined);
  if (keys.length === 0) return undefined;
  const part = <T>(of: Readonly<Partial<Record<EmployeeFieldKey, T>>>) =>
    Object.fromEntries(keys.flatMap((key) => (of[key] === undefined ? [] : [[key, of[key]]])));
  return { ...row, values: part(row.values), from: part(row.from) };
}

/**
 * What is to be kept beside `after`, read at `now`, of what was known `before`, read at `before.asOf`. Ada's city was « Lyon » and is not
 * given any more: `[{id: '7', at: before.asOf, values: {city: 'Lyon'}, from: {}}]`; once it is given again: `[]`.
 */
export function lastGivenBeside(
  before: Known & { readonly asOf: Instant },
  after: readonly Employee[],
  now: Instant,
): LastGiven[] {
  const given = new Map(after.map(({ id, values }) => [id, values]));
  const froms = Object.fromEntries(readFroms(before.mapping)) as LastGiven['from'];
  const known = before.employees.map(({ id, values }): LastGiven => ({ id, at: before.asOf, values, from: froms }));
  const oldest = addDays(wallClock(now, 'UTC').date, -LAST_GIVEN_DAYS);
  return [...before.lastGiven, ...known].flatMap((row) => {
    const kept = wallClock(row.at, 'UTC').date < oldest ? undefined : lacking(row, given.get(row.id));
    return kept ? [kept] : [];
  });
}
