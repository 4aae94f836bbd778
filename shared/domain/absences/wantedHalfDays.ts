/** What each approved half-day of Lucca becomes in payroll, and why what waits waits. */
import type { PlainDate } from '../calendar/plainDate.ts';
import type { Bound } from './bindAccounts.ts';
import type { HalfDayAbsence } from './halfDay.ts';
import type { AbsenceTreatment } from './treatment.ts';
import type { TransferEntry, TransferredHalfDay } from './transferRegister.ts';

/** From and to included; `to` null: no end. */
interface Contract {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

export interface WantedContext {
  /** Of a date in a closed month, as the account was bound when it was closed. */
  readonly boundTo: (accountId: string, date: PlainDate) => Bound;
  /** Contracts of somebody whom payroll and Lucca both know; undefined for anybody else. */
  readonly contractsOf: (employeeId: string) => readonly Contract[] | undefined;
  /** First date handled here: what is earlier is « déjà en paie ». */
  readonly start: PlainDate;
  /** Last date of the period. */
  readonly upTo: PlainDate;
}

/**
 * `before`: already in payroll when this began. `later`: beyond the period. `unbound`: nobody said what its account is. `unknownPerson`: not
 * in « Salariés » yet. `noContract`: outside every contract.
 */
export type HalfDayFate =
  'transferred' | 'stoppage' | 'outside' | 'before' | 'later' | 'unbound' | 'unknownPerson' | 'noContract';

/** What becomes of one half-day; `code` of what is transferred. */
export interface FatedHalfDay {
  readonly halfDay: HalfDayAbsence;
  readonly fate: HalfDayFate;
  /** What its account is bound to at its date; null where that is unsaid. */
  readonly treatment: AbsenceTreatment | null;
  readonly code: string | null;
}

function isWithin(contracts: readonly Contract[], date: PlainDate): boolean {
  return contracts.some(({ from, to }) => from <= date && (to === null || date <= to));
}

function fateOf(halfDay: HalfDayAbsence, context: WantedContext): HalfDayFate {
  const { date, employeeId, accountId } = halfDay;
  const bound = context.boundTo(accountId, date);
  if (bound.state === 'bound' && bound.treatment.is !== 'transferred') return bound.treatment.is;
  if (date < context.start) return 'before';
  if (date > context.upTo) return 'later';
  if (bound.state !== 'bound') return 'unbound';
  const contracts = context.contractsOf(employeeId);
  if (!contracts) return 'unknownPerson';
  return isWithin(contracts, date) ? 'transferred' : 'noContract';
}

/** The fate of each of `halfDays`, in their order. */
export function fatesOf(halfDays: readonly HalfDayAbsence[], context: WantedContext): FatedHalfDay[] {
  return halfDays.map((halfDay) => {
    const fate = fateOf(halfDay, context);
    const bound = context.boundTo(halfDay.accountId, halfDay.date);
    const treatment = bound.state === 'bound' ? bound.treatment : null;
    const code = fate === 'transferred' && treatment?.is === 'transferred' ? treatment.code : null;
    return { halfDay, fate, treatment, code };
  });
}

/** Those that payroll should hold. */
export function wantedHalfDays(fates: readonly FatedHalfDay[]): TransferredHalfDay[] {
  return fates.flatMap(({ halfDay, code }) => {
    if (code === null) return [];
    const { employeeId, date, half, minutes, accountId, leaveId } = halfDay;
    return [{ employeeId, date, half, minutes, accountId, leaveId, code }];
  });
}

/** Fates that say nothing of what payroll holds: the day may be transferred once somebody has said more. */
const waiting: ReadonlySet<HalfDayFate> = new Set(['unbound', 'unknownPerson']);

/**
 * True of what payroll holds and Lucca can be asked about: its date is handled here and was read, both know the person, and no half-day
 * that waits stands in its place.
 * @param isRead whether absences of a date were read.
 */
export function judge(
  fates: readonly FatedHalfDay[],
  { contractsOf, start, upTo }: WantedContext,
  isRead: (date: PlainDate) => boolean,
): (entry: TransferEntry) => boolean {
  const place = ({ employeeId, date, half }: Pick<HalfDayAbsence, 'employeeId' | 'date' | 'half'>) =>
    `${employeeId} ${date} ${half}`;
  // Of somebody without any contract, Lucca says nothing of what was worked: it is not the end of one.
  const isUnknown = ({ fate, halfDay }: FatedHalfDay) =>
    waiting.has(fate) || (fate === 'noContract' && contractsOf(halfDay.employeeId)?.length === 0);
  const held = new Set(fates.filter(isUnknown).map(({ halfDay }) => place(halfDay)));
  return (entry) => {
    const { date, employeeId } = entry;
    const isHandled = start <= date && date <= upTo && isRead(date);
    return isHandled && contractsOf(employeeId) !== undefined && !held.has(place(entry));
  };
}
