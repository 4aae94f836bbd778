/** What accounts were for payroll when a month was closed, as texts: its absences are always compared with it. */
import { parsePlainDate, parsePlainMonth } from '../calendar/plainDate.ts';
import { piecesOf } from '../worktime/frozenTime.ts';
import type { AbsencePeriod } from './absencePeriod.ts';
import type { AccountBinding } from './bindAccounts.ts';

/**
 * A closed period. `bindings`: the confirmed rows, for accounts that are made later; `accounts`: those that were known, whatever they are
 * called since.
 */
export interface ClosedAbsences<B extends AccountBinding = AccountBinding> extends AbsencePeriod {
  readonly bindings: readonly B[];
  readonly accounts: ReadonlyMap<string, string>;
}

/** In texts that fit in cells. */
export function closedTexts({ accounts, ...period }: ClosedAbsences): string[] {
  return piecesOf(JSON.stringify({ ...period, accounts: [...accounts] }));
}

/** Inverse of {@link closedTexts}; undefined when they are not what it wrote. */
export function closedAbsences<B extends AccountBinding>(texts: readonly string[]): ClosedAbsences<B> | undefined {
  try {
    const read = JSON.parse(texts.join('')) as Record<'month' | 'from' | 'to', string> & {
      readonly bindings: readonly B[];
      readonly accounts: readonly (readonly [string, string])[];
    };
    const [month, from, to] = [parsePlainMonth(read.month), parsePlainDate(read.from), parsePlainDate(read.to)];
    const isWhole = Array.isArray(read.bindings) && Array.isArray(read.accounts);
    return month && from && to && isWhole ? { ...read, month, from, to, accounts: new Map(read.accounts) } : undefined;
  } catch {
    return undefined;
  }
}
