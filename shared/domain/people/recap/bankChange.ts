/** A bank account that is new or changed. */
import type { Instant } from '../../calendar/plainDate.ts';
import type { RecapPerson } from './recap.ts';

export const bankFields = ['iban', 'bic'] as const;
export type BankField = (typeof bankFields)[number];

/**
 * `waiting`: Lucca says it, payroll has not answered. `ignored`: payroll refused it. `typed`: payroll's own, whatever Lucca says.
 * `accepted`: it stands in the workbook as Lucca says it. `unknown`: of a month whose copy is not kept, Lucca changed it and nothing proves
 * that payroll took it.
 */
export type BankState = 'waiting' | 'ignored' | 'typed' | 'accepted' | 'unknown';

export interface BankChange {
  readonly person: RecapPerson;
  /** Canonical texts, '' for none. */
  readonly before: Readonly<Record<BankField, string>>;
  readonly after: Readonly<Record<BankField, string>>;
  readonly state: BankState;
  /** Of a typed account: Lucca says something else, that waits or that payroll refused. */
  readonly other: 'waiting' | 'ignored' | null;
  /** The last change seen in Lucca in the month; null when it saw none. */
  readonly changedAt: Instant | null;
}
