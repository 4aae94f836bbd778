/** The register of transferred absences: what payroll confirmed it took, half-day by half-day, and what was taken back. */
import type { PlainMonth } from '../calendar/plainDate.ts';
import type { HalfDate } from './halfDay.ts';

/** One half-day as payroll holds it. `minutes` null: a half-day of an account in days. `accountId`: where Lucca filed it. */
export interface TransferredHalfDay extends HalfDate {
  readonly employeeId: string;
  readonly code: string;
  readonly minutes: number | null;
  readonly accountId: string;
  /** The request of Lucca, where it is Lucca that says it: a register knows none. */
  readonly leaveId?: string;
}

/** A line of the register: taken (1) or taken back (−1), in the run `run` for the payroll month `month`. */
export interface TransferEntry extends TransferredHalfDay {
  readonly sign: 1 | -1;
  /** The identifier that the person had then, where Lucca had them created again since. */
  readonly formerId?: string;
  readonly run: string;
  readonly month: PlainMonth;
}

/** What makes two half-days the same for payroll, whatever account Lucca files them in. */
export function transferKey({ employeeId, date, half, code, minutes }: TransferredHalfDay): string {
  return JSON.stringify([employeeId, date, half, code, minutes]);
}

/** Where the last of `same` stands that was filed in `accountId`, else the last of them; −1 when there is none. */
function lastOf(same: readonly TransferEntry[], accountId: string): number {
  const own = same.map((each) => each.accountId).lastIndexOf(accountId);
  return own < 0 ? same.length - 1 : own;
}

/**
 * What payroll holds once every line of the register is applied, in their order: a line that takes back does so of the last one taken, of
 * the same account where there is one. Lines that take back what nothing gave are `orphans`: the register is not sound.
 */
export function heldBy(entries: readonly TransferEntry[]): {
  readonly held: readonly TransferEntry[];
  readonly orphans: readonly TransferEntry[];
} {
  const standing = new Map<string, TransferEntry[]>();
  const orphans: TransferEntry[] = [];
  for (const entry of entries) {
    const same = standing.get(transferKey(entry)) ?? [];
    standing.set(transferKey(entry), same);
    const at = lastOf(same, entry.accountId);
    if (entry.sign === 1) same.push(entry);
    else if (at < 0) orphans.push(entry);
    else same.splice(at, 1);
  }
  return { held: [...standing.values()].flat(), orphans };
}
