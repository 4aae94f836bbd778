/** What each account of a person got in a month: rules, corrections, what changed in closed months, and what is to be handed over. */
import { monthOf, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import { total, type Movement } from '../../domain/worktime/movement.ts';
import { keptBefore, leftOf, type RecordedTime } from '../../domain/worktime/recordedTime.ts';
import type { TimeCorrection } from '../../tables/worktime/readTimeCorrections.ts';
import type { TypedAccount } from '../../tables/worktime/readTimeAccounts.ts';

/** What changed on an account in a closed month since it was handed over, and is still to be recorded: it goes where the month went. */
export type LateTime = RecordedTime;

/** One account of one person in a month, in minutes. `balance` = before + posted + corrected + late. `hundredths`: what the month itself hands over. */
export interface AccountLine {
  readonly account: TypedAccount;
  readonly before: number;
  readonly posted: number;
  readonly corrected: number;
  readonly late: readonly LateTime[];
  readonly balance: number;
  readonly hundredths: number;
}

export function lateMinutes({ late }: Pick<AccountLine, 'late'>): number {
  return late.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** Hundredths of hours to hand over, those of closed months included; null for an account that goes nowhere. */
export function handedOver({ account, hundredths, late }: AccountLine): number | null {
  const leaving = late.filter(({ destination }) => destination !== 'none').map((each) => each.hundredths);
  if (account.transfer === null && leaving.length === 0) return null;
  return leaving.reduce((sum, each) => sum + each, account.transfer === null ? 0 : hundredths);
}

/** The month that a correction counts in: its own, or the first after it that was kept here. */
export function monthOfCorrection(
  { date }: TimeCorrection,
  closed: readonly PlainMonth[],
  current: PlainMonth,
): PlainMonth | undefined {
  const own = monthOf(date);
  return [...closed, current].sort().find((month) => month >= own);
}

const signed = ({ kind, minutes }: TimeCorrection) => (kind === 'taken' ? -minutes : minutes);

/** Minutes of the corrections that count in `month`, by account. What was used of the contingent is on no account. */
export function correctedIn(
  month: PlainMonth,
  corrections: readonly TimeCorrection[],
  closed: readonly PlainMonth[],
  current: PlainMonth,
): ReadonlyMap<string, number> {
  const own = corrections.filter(
    (each) => each.kind !== 'contingent' && monthOfCorrection(each, closed, current) === month,
  );
  const sums = new Map<string, number>();
  for (const each of own) sums.set(each.account, (sums.get(each.account) ?? 0) + signed(each));
  return sums;
}

export interface AccountInput {
  readonly month: PlainMonth;
  readonly movements: readonly Movement[];
  readonly corrected: ReadonlyMap<string, number>;
  readonly recorded: readonly RecordedTime[];
  readonly late: readonly LateTime[];
}

/** The accounts that hold something or got something, in the order of the sheet. */
export function accountLines(accounts: readonly TypedAccount[], input: AccountInput): AccountLine[] {
  const { month, movements, recorded } = input;
  return accounts.flatMap((account): AccountLine[] => {
    const { code } = account.account;
    const before = keptBefore(recorded, month, code);
    const posted = total(movements, code);
    const corrected = input.corrected.get(code) ?? 0;
    const late = input.late.filter((each) => each.account === code);
    const { hundredths } = leftOf(posted + corrected, recorded, month, code);
    const balance = before + posted + corrected + late.reduce((sum, { minutes }) => sum + minutes, 0);
    const isIdle =
      before === 0 && corrected === 0 && late.length === 0 && !movements.some((each) => each.account === code);
    return isIdle ? [] : [{ account, before, posted, corrected, late, balance, hundredths }];
  });
}

/** Accounts that hold minutes of closed months, and that the sheet has no more: nothing can be kept on them, nor handed over. */
export function lostAccounts(
  accounts: readonly TypedAccount[],
  { month, recorded, late }: Pick<AccountInput, 'month' | 'recorded' | 'late'>,
): { readonly account: string; readonly minutes: number }[] {
  const known = new Set(accounts.map(({ account }) => account.code));
  const codes = new Set([...recorded, ...late].map(({ account }) => account).filter((code) => !known.has(code)));
  return [...codes].flatMap((account) => {
    const own = late.filter((each) => each.account === account);
    const minutes = own.reduce((sum, each) => sum + each.minutes, keptBefore(recorded, month, account));
    return minutes === 0 ? [] : [{ account, minutes }];
  });
}
