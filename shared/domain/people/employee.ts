import type { PlainDate } from '../calendar/plainDate.ts';
import type { EmployeeFieldKey } from './employeeFields.ts';

/** What Lucca says of one field: a value, or null when the field is known and empty there. */
export type EmployeeValue = string | number | boolean | null;

/**
 * A person as the mirror holds them. `id` is Lucca's own, as text.
 * A key missing from `values` was not given by Lucca (no right to read it, no field bound): it proves nothing and wipes nothing.
 */
export interface Employee {
  readonly id: string;
  readonly values: Readonly<Partial<Record<EmployeeFieldKey, EmployeeValue>>>;
  /** Fields that hold something there which is no value of their kind: none of them is in `values`. */
  readonly unreadable?: readonly EmployeeFieldKey[] | undefined;
}

export type Situation = 'present' | 'future' | 'former' | 'unknown';

/**
 * Where a person stands on `on`, from the applicable contract: future before its first day, former after its last.
 * Without a start date nothing is known. `situationOf({contractStart: '2026-11-02'…}, '2026-10-31')` → `'future'`.
 */
export function situationOf(employee: Employee, on: PlainDate): Situation {
  const { contractStart, contractEnd } = employee.values;
  if (typeof contractStart !== 'string') return 'unknown';
  if (contractStart > on) return 'future';
  return typeof contractEnd === 'string' && contractEnd < on ? 'former' : 'present';
}
