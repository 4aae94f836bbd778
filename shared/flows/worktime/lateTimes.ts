/** What the closed months turn out to hold beside what they recorded, under the settings they were closed with. */
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { total, type Movement } from '../../domain/worktime/movement.ts';
import { leftOf, type RecordedTime } from '../../domain/worktime/recordedTime.ts';
import type { Regulated } from '../../domain/worktime/regulated.ts';
import type { ClosedTime } from '../../tables/worktime/readTimeRegister.ts';
import { correctedIn, type LateTime } from './accountLines.ts';
import { countedAgain, isCounted, type CountedAgain } from './countedAgain.ts';
import type { Frame } from './personMonth.ts';
import type { HeldTime } from './personTimes.ts';
import { typedCheck } from './typedChecks.ts';
import type { WorktimeBook } from './worktimeBook.ts';
import { lookedBack, LOOK_BACK } from './worktimeReading.ts';

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

/** Movements of a month that was counted again. `isSure`: every hour of it is known, so that hours may be taken back. */
interface Recount {
  readonly movements: readonly Movement[];
  readonly isSure: boolean;
}

function recountOf(result: Regulated | Finding): Recount | undefined {
  if (!isCounted(result)) return undefined;
  const { movements, state, days } = result.outcome;
  return { movements, isSure: state === 'computed' && days.length > 0 };
}

/** Minutes of an account that the rules gave as far as is known: `before` when they were last counted; nothing is taken back of what is not sure. */
function rulesOf(recount: Recount | undefined, account: string, before: number): number {
  if (!recount) return before;
  const now = total(recount.movements, account);
  return recount.isSure ? now : Math.max(now, before);
}

interface LateMonth {
  readonly late: readonly LateTime[];
  /** Something would be taken back, were the month sure. */
  readonly isHeldBack: boolean;
}

/** One closed month: what its rules give, or gave when they were last counted, and its corrections of today, beside what was recorded. */
function lateOfMonth(frame: Frame, held: HeldTime, closed: ClosedTime, recount: Recount | undefined): LateMonth {
  const { book } = frame.reading;
  const { month, isRemembered } = closed;
  const { employeeId } = held.person;
  const recorded = (book.register.entries.get(employeeId) ?? []).filter(({ origin }) => origin === month);
  const memory = book.register.memoryOf(employeeId);
  const corrected = correctedIn(month, frame.corrections.get(employeeId) ?? [], frame.closedMonths, frame.month);
  const moved = [...recorded, ...(recount?.movements ?? [])].map(({ account }) => account);
  let isHeldBack = false;
  const late = [...new Set([...moved, ...corrected.keys(), ...memory.accounts(month)])].flatMap((account) => {
    const now = corrected.get(account) ?? 0;
    const counted = isRemembered ? memory.corrected(month, account) : now;
    const { minutes: open } = leftOf(0, recorded, month, account);
    const before = memory.refused(month, account) - open - counted;
    const rules = rulesOf(recount, account, before);
    isHeldBack ||= recount !== undefined && total(recount.movements, account) < rules;
    const left = leftOf(rules + now, recorded, month, account);
    const destination = destinationOf(book, recorded, month, account);
    return left.minutes === 0 && left.hundredths === 0 ? [] : [{ origin: month, account, ...left, destination }];
  });
  return { late, isHeldBack };
}

/** The last month in which a closed one is counted again, and something of it still cannot be. */
function lastCount(month: PlainMonth, { result }: CountedAgain): Finding['facts'] | undefined {
  if ('code' in result) return result.code === 'timeRegulationNone' ? undefined : { month };
  if (result.outcome.state === 'refused') return { month };
  const [first, ...others] = result.outcome.waiting;
  if (!first) return undefined;
  const minutes = others.reduce((sum, each) => sum + each.minutes, first.minutes);
  return { month, date: first.period.from, minutes };
}

/** « Temps saisis » of a month too old to be counted again, changed since it closed. */
function isTypedTooLate({ reading: { book } }: Frame, { person }: HeldTime, closed: ClosedTime): boolean {
  const { month, settings, isRemembered } = closed;
  const typed = typedCheck(book.typed.get(person.employeeId), month, settings);
  return isRemembered && typed !== book.register.memoryOf(person.employeeId).typed(month);
}

/**
 * In order of the months, each counted on what those before it turn out to have left: the last ones again, those before as they were last counted, with
 * what was typed or refused since. What cannot be handed over is told.
 */
export function lateTimes(frame: Frame, held: HeldTime, findings: Finding[]): LateTime[] {
  const { book } = frame.reading;
  const months = lookedBack(book, frame.month);
  const kept: LateTime[] = [];
  const tell = (code: string, facts: Finding['facts'], severity: Finding['severity'] = 'warning') =>
    findings.push({ code, severity, subject: held.person.employeeId, facts });
  for (const closed of book.register.closed.filter(({ month }) => month < frame.month)) {
    const { month } = closed;
    const again = months.includes(month) ? countedAgain(frame, held, closed, kept) : undefined;
    const { late, isHeldBack } = lateOfMonth(frame, held, closed, again && recountOf(again.result));
    kept.push(...late);
    if (isHeldBack) tell('timeLateWaits', { month });
    if (again?.isOfToday && late.length > 0 && !('code' in again.result)) {
      const regulations = again.result.regulations.map(({ name }) => name).join(', ');
      tell('timeLateToday', { month, regulations }, 'info');
    }
    const isLast = month === months[0] && months.length === LOOK_BACK;
    const last = again && isLast ? lastCount(month, again) : undefined;
    if (last) tell('timeLastCount', last);
    if (!again && isTypedTooLate(frame, held, closed)) tell('timeTypedTooLate', { month });
  }
  return kept;
}
