/** A bank account that is new or changed. */
import type { Instant } from '../../calendar/plainDate.ts';
import type { Finding } from '../../finding.ts';
import type { RecapPerson } from './recap.ts';

export const bankFields = ['iban', 'bic'] as const;
export type BankField = (typeof bankFields)[number];

/**
 * `waiting`: Lucca says it, payroll has not answered. `ignored`: payroll refused it. Both stand beside the account that payroll holds:
 * `typed`, its own, whatever Lucca says; `accepted`: as Lucca said it. `unknown`: of a month whose copy is not kept, Lucca changed it and
 * nothing proves that payroll took it.
 */
export type BankState = 'waiting' | 'ignored' | 'typed' | 'accepted' | 'unknown';

export interface BankChange {
  readonly person: RecapPerson;
  /** Canonical texts, '' for none. Of what waits or was refused: the account that payroll holds. */
  readonly before: Readonly<Record<BankField, string>>;
  readonly after: Readonly<Record<BankField, string>>;
  readonly state: BankState;
  /** When Lucca was last seen, in the month, to say the account `after`; null when it was not. */
  readonly changedAt: Instant | null;
  /** What is odd about it, or about the person. */
  readonly toCheck: readonly Finding[];
}

/** Before anything odd is looked for. */
export type FoundChange = Omit<BankChange, 'toCheck'>;
