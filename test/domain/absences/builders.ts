/** Half-days, a register and a world for the tests of absences. */
import {
  addDays,
  isoWeekday,
  plainDate,
  plainMonth,
  type PlainDate,
} from '../../../shared/domain/calendar/plainDate.ts';
import type { Bound } from '../../../shared/domain/absences/bindAccounts.ts';
import type { HalfDayAbsence } from '../../../shared/domain/absences/halfDay.ts';
import type { TransferEntry, TransferredHalfDay } from '../../../shared/domain/absences/transferRegister.ts';
import type { WantedContext } from '../../../shared/domain/absences/wantedHalfDays.ts';

/** `'2026-09-08 am'`: person 1, request 50, account CP. */
export function halfDay(text: string, more: Partial<HalfDayAbsence> = {}): HalfDayAbsence {
  const [date = '', part] = text.split(' ');
  const { leaveId = '50', accountId = 'CP' } = more;
  return {
    id: `${leaveId}-${text}`,
    employeeId: '1',
    leaveId,
    accountId,
    accountName: accountId,
    date: plainDate(date),
    half: part === 'pm' ? 'pm' : 'am',
    minutes: null,
    requestedOn: plainDate('2026-08-01'),
    approvedOn: plainDate('2026-08-02'),
    ...more,
  };
}

/** Weekdays from one date to another, both included. */
export function weekdays(from: PlainDate, to: PlainDate): PlainDate[] {
  const dates: PlainDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) if (isoWeekday(date) <= 5) dates.push(date);
  return dates;
}

const cp: Bound = { state: 'bound', treatment: { is: 'transferred', category: 'paidLeave', code: 'CP' } };

/** Accounts bound by their number: `CP…` and `RTT…` are transferred, `MAL` is sickness, `OUT` outside, any other unbound. */
export function bound(accountId: string): Bound {
  if (accountId.startsWith('CP')) return cp;
  if (accountId.startsWith('RTT'))
    return { state: 'bound', treatment: { is: 'transferred', category: 'rtt', code: 'RTT' } };
  if (accountId === 'MAL') return { state: 'bound', treatment: { is: 'stoppage', kind: 'sickness' } };
  return accountId === 'OUT' ? { state: 'bound', treatment: { is: 'outside' } } : { state: 'unbound' };
}

/** Everybody is under contract since 2020; all is handled, up to the end of September 2026. */
export function world(more: Partial<WantedContext> = {}): WantedContext {
  return {
    boundTo: bound,
    contractsOf: () => [{ from: plainDate('2020-01-01'), to: null }],
    start: plainDate('2020-01-01'),
    upTo: plainDate('2026-09-30'),
    ...more,
  };
}

/** A line of the register, taken in September 2026 unless told otherwise. */
export function taken(halfDay: TransferredHalfDay, more: Partial<TransferEntry> = {}): TransferEntry {
  const { employeeId, date, half, code, minutes, accountId } = halfDay;
  const month = plainMonth('2026-09');
  return { employeeId, date, half, code, minutes, accountId, sign: 1, run: 'A1', month, ...more };
}
