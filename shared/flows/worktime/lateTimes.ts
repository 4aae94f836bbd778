/** What the closed months turn out to hold beside what they recorded, under the settings they were closed with. */
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { total } from '../../domain/worktime/movement.ts';
import { leftOf, type RecordedTime } from '../../domain/worktime/recordedTime.ts';
import type { ClosedTime } from '../../tables/worktime/readTimeRegister.ts';
import type { LateTime } from './accountLines.ts';
import { personMonth, type Frame } from './personMonth.ts';
import type { HeldTime } from './personTimes.ts';
import type { WorktimeBook } from './worktimeBook.ts';
import { lookedBack } from './worktimeReading.ts';

/** Where what is left of a month goes: where what was recorded of it went, else where the account goes today. */
function destinationOf(
  { accounts }: WorktimeBook,
  recorded: readonly RecordedTime[],
  origin: PlainMonth,
  code: string,
): RecordedTime['destination'] {
  const before = recorded.filter((each) => each.origin === origin && each.account === code).at(-1);
  return before?.destination ?? accounts.find(({ account }) => account.code === code)?.transfer ?? 'none';
}

/** One closed month. `isSure`: every hour of it is known, so that hours may be taken back. */
function lateOfMonth(frame: Frame, held: HeldTime, { month, settings }: ClosedTime, before: readonly LateTime[]) {
  const { book } = frame.reading;
  const { result, corrected, recorded } = personMonth(frame, { held, month, sets: settings, late: before });
  if (result && 'code' in result && recorded.every(({ origin }) => origin !== month)) return { late: [], isSure: true };
  const outcome = result && !('code' in result) ? result.outcome : undefined;
  const movements = outcome?.movements ?? [];
  const codes = new Set([...recorded, ...movements].map(({ account }) => account).concat([...corrected.keys()]));
  const late = [...codes].flatMap((account): LateTime[] => {
    const left = leftOf(total(movements, account) + (corrected.get(account) ?? 0), recorded, month, account);
    const destination = destinationOf(book, recorded, month, account);
    return left.minutes === 0 && left.hundredths === 0 ? [] : [{ origin: month, account, ...left, destination }];
  });
  return { late, isSure: outcome?.state === 'computed' && outcome.days.length > 0 };
}

/** In order of the months, each counted on what those before it turn out to have left. What is not sure takes nothing back, and is told. */
export function lateTimes(frame: Frame, held: HeldTime, findings: Finding[]): LateTime[] {
  const { book } = frame.reading;
  const months = new Set(lookedBack(book, frame.month));
  const kept: LateTime[] = [];
  for (const closed of book.register.closed.filter(({ month }) => months.has(month))) {
    const { late, isSure } = lateOfMonth(frame, held, closed, kept);
    const own = isSure ? late : late.filter(({ minutes }) => minutes > 0);
    kept.push(...own);
    if (own.length === late.length) continue;
    const facts = { month: closed.month };
    findings.push({ code: 'timeLateWaits', severity: 'warning', subject: held.person.employeeId, facts });
  }
  return kept;
}
