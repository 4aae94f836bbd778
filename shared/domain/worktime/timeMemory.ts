/** What exports remember beside the register, so that closed months too old to be counted again still get what comes late. */
import type { PlainMonth } from '../calendar/plainDate.ts';

/** Minutes of one person, month of origin and account. */
export interface MonthMinutes {
  readonly employeeId: string;
  readonly origin: PlainMonth;
  readonly account: string;
  readonly minutes: number;
}

/** What « Temps saisis » held of a person and month, as a check value; '' for nothing. */
export interface TypedCheck {
  readonly employeeId: string;
  readonly origin: PlainMonth;
  readonly check: string;
}

/** One export's part. `corrected`: what corrections brought that no export before had counted. */
export interface ExportMemory {
  readonly corrected: readonly MonthMinutes[];
  readonly typed: readonly TypedCheck[];
  /** Minutes that payroll refused, this time or before when nobody could propose them again. */
  readonly refused: readonly MonthMinutes[];
}

/** Of one person. */
export interface PersonMemory {
  readonly corrected: (month: PlainMonth, account: string) => number;
  readonly refused: (month: PlainMonth, account: string) => number;
  readonly typed: (month: PlainMonth) => string;
  /** Accounts that something is remembered of in a month. */
  readonly accounts: (month: PlainMonth) => readonly string[];
}

type Kept<T> = ReadonlyMap<string, readonly T[]>;

const keyOf = (employeeId: string, origin: PlainMonth) => `${employeeId} ${origin}`;

function kept<T extends Pick<TypedCheck, 'employeeId' | 'origin'>>(rows: readonly T[]): Kept<T> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row.employeeId, row.origin);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function minutesOf(rows: readonly MonthMinutes[], code: string): number {
  return rows.reduce((sum, { account, minutes }) => (account === code ? sum + minutes : sum), 0);
}

/** What confirmed exports, in the order of their months, remember: corrections add up. `left`: what the last of them left refused. */
export function timeMemory(
  exports: readonly ExportMemory[],
  left: readonly MonthMinutes[],
): (employeeId: string) => PersonMemory {
  const corrected = kept(exports.flatMap((each) => each.corrected));
  const refused = kept(left);
  const typed = kept(exports.flatMap((each) => each.typed));
  return (employeeId) => {
    const own = <T>(rows: Kept<T>, month: PlainMonth) => rows.get(keyOf(employeeId, month)) ?? [];
    return {
      corrected: (month, account) => minutesOf(own(corrected, month), account),
      refused: (month, account) => minutesOf(own(refused, month), account),
      typed: (month) => own(typed, month).at(-1)?.check ?? '',
      accounts: (month) => [...own(corrected, month), ...own(refused, month)].map(({ account }) => account),
    };
  };
}
