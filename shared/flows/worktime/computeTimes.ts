/** « Calculer »: the working time of a month, for everybody of « Salariés », each under their regulation. Writes nothing. */
import { firstDay, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { WorktimeOutcome } from '../../domain/worktime/computeWorktime.ts';
import { weekOf, spanOfMonth } from '../../domain/worktime/weeks.ts';
import type { PersonTime } from '../../domain/worktime/person.ts';
import type { TimeRegulation } from '../../domain/worktime/population.ts';
import { keptBefore, leftOf } from '../../domain/worktime/recordedTime.ts';
import { total } from '../../domain/worktime/movement.ts';
import { regulatedMonth, type Regulated } from '../../domain/worktime/regulated.ts';
import type { RuleSet } from '../../domain/worktime/ruleSet.ts';
import type { TypedAccount } from '../../tables/worktime/readTimeAccounts.ts';
import type { FlowOptions } from '../ports.ts';
import { accountLines, correctedIn, type AccountLine, type LateTime } from './accountLines.ts';
import { controlsOf, isHistoryShort } from './controls.ts';
import { attributesOf, timesOf, type HeldTime } from './personTimes.ts';
import type { WorktimeBook } from './worktimeBook.ts';
import {
  lookedBack,
  readForWorktime,
  type WorktimeError,
  type WorktimePorts,
  type WorktimeReading,
  type WorktimeRequest,
} from './worktimeReading.ts';

/** One person of « Salariés » and their month. */
export interface PersonWorktime {
  readonly held: HeldTime;
  /** Names of the regulations that ruled the month. */
  readonly regulations: readonly string[];
  readonly outcome: WorktimeOutcome;
  readonly accounts: readonly AccountLine[];
  /** Limits that were passed. */
  readonly controls: readonly Finding[];
}

export interface WorktimeComputation {
  readonly month: PlainMonth;
  readonly book: WorktimeBook;
  /** Those of whom something could be computed, in the order of « Salariés ». */
  readonly people: readonly PersonWorktime[];
  /** Of the sheets and of people, controls left aside. */
  readonly findings: readonly Finding[];
}

type Sets = ReadonlyMap<TimeRegulation, RuleSet | null>;

const CHUNK = 100;

function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((each) => [JSON.stringify(each), each])).values()];
}

/** Sets of which nothing is counted in hours ask for no sheet. */
function needsSheets(sets: Sets, names: readonly string[]): boolean {
  return [...sets].some(([regulation, set]) => names.includes(regulation.name) && (set?.rules.length ?? 0) > 0);
}

/** Weeks that wait although nothing they post is to be approved: they settle alone. */
function settlingAlone(
  person: PersonTime,
  compute: (person: PersonTime) => Regulated | Finding | undefined,
  accounts: readonly TypedAccount[],
) {
  const free = new Set(accounts.filter((each) => !each.countsForApproval).map(({ account }) => account.code));
  if (free.size === 0 || person.unapproved.length === 0) return person;
  const whole = compute({ ...person, unapproved: [] });
  if (!whole || 'code' in whole) return person;
  const { movements, unknown } = whole.outcome;
  const settles = (monday: string) => {
    const own = movements.filter(({ date }) => weekOf(date).from === monday);
    const isKnown = !unknown.some(({ period }) => weekOf(period.to).from === monday);
    return isKnown && own.length > 0 && own.every(({ account }) => free.has(account));
  };
  return { ...person, unapproved: person.unapproved.filter(({ from }) => !settles(weekOf(from).from)) };
}

/** Everything that is the same for everybody. */
interface Frame {
  readonly reading: WorktimeReading;
  readonly month: PlainMonth;
  readonly closedMonths: readonly PlainMonth[];
}

/** What an account holds before the rules of a month: what months before left, and the corrections of the month. */
function openingOf({ reading, month: current, closedMonths }: Frame, employeeId: string, month: PlainMonth) {
  const { book } = reading;
  const recorded = book.register.entries.get(employeeId) ?? [];
  const corrections = book.corrections.filter((each) => each.employeeId === employeeId);
  const corrected = correctedIn(month, corrections, closedMonths, current);
  const opening = new Map(
    book.accounts.map(({ account: { code } }) => [
      code,
      keptBefore(recorded, month, code) + (corrected.get(code) ?? 0),
    ]),
  );
  return { recorded, corrected, opening };
}

function computedMonth(frame: Frame, held: HeldTime, sets: Sets, month: PlainMonth) {
  const { opening, corrected, recorded } = openingOf(frame, held.person.employeeId, month);
  const person: PersonTime = { ...held.person, opening };
  const compute = (each: PersonTime) => regulatedMonth(each, attributesOf(held), sets, month);
  const settled = settlingAlone(person, compute, frame.reading.book.accounts);
  const first = compute(settled);
  const isFree = first && !('code' in first) && !needsSheets(sets, first.names) && first.outcome.waiting.length > 0;
  return { result: isFree ? compute({ ...settled, unapproved: [] }) : first, person: settled, corrected, recorded };
}

/** What the closed months turn out to hold beside what they recorded, under the settings they were closed with. */
function lateOf(frame: Frame, held: HeldTime, findings: Finding[]): LateTime[] {
  const { book } = frame.reading;
  const months = new Set(lookedBack(book, frame.month));
  return book.register.closed
    .filter(({ month }) => months.has(month))
    .flatMap(({ month, settings }): LateTime[] => {
      const { result, corrected, recorded } = computedMonth(frame, held, settings, month);
      if (result && 'code' in result && recorded.every(({ origin }) => origin !== month)) return [];
      const outcome = result && !('code' in result) ? result.outcome : undefined;
      const codes = new Set([
        ...recorded.map(({ account }) => account),
        ...book.accounts.map(({ account }) => account.code),
      ]);
      const late = [...codes].flatMap((account): LateTime[] => {
        const minutes = total(outcome?.movements ?? [], account) + (corrected.get(account) ?? 0);
        const left = leftOf(minutes, recorded, month, account);
        return left.minutes === 0 && left.hundredths === 0 ? [] : [{ origin: month, account, ...left }];
      });
      const isSure = outcome?.state === 'computed';
      const kept = isSure ? late : late.filter(({ minutes }) => minutes > 0);
      if (kept.length < late.length)
        findings.push({
          code: 'timeLateWaits',
          severity: 'warning',
          subject: held.person.employeeId,
          facts: { month },
        });
      return kept;
    });
}

/** One person, or undefined with what is wrong told. */
function personOf(frame: Frame, held: HeldTime, findings: Finding[]): PersonWorktime | undefined {
  const { reading, month } = frame;
  const { book, months } = reading;
  const { employeeId } = held.person;
  const { result, person, corrected, recorded } = computedMonth(frame, held, book.sets, month);
  const isHere = held.contracts.some(
    ({ from, to }) => from <= spanOfMonth(month).to && (to === null || to >= firstDay(month)),
  );
  if (!result) {
    if (isHere) findings.push({ code: 'timePersonSkipped', severity: 'warning', subject: employeeId, facts: {} });
    return undefined;
  }
  if ('code' in result) {
    findings.push(result);
    return undefined;
  }
  const { outcome, names } = result;
  findings.push(...outcome.findings, ...held.findings);
  const late = lateOf(frame, held, findings);
  const accounts = accountLines(book.accounts, { month, movements: outcome.movements, corrected, recorded, late });
  const regulation = book.regulations.find((each) => each.regulation.name === names.at(-1));
  const set = regulation && book.sets.get(regulation.regulation);
  const corrections = book.corrections.filter((each) => each.employeeId === employeeId);
  const controls =
    regulation && set && set.rules.length > 0 && outcome.state !== 'refused'
      ? controlsOf({ person, regulation, set, month, months, corrections })
      : [];
  return { held, regulations: names, outcome, accounts, controls };
}

/** Computes what was read. Undefined when the signal was raised. */
export async function computeWorktimeReading(
  { clock }: Pick<WorktimePorts, 'clock'>,
  reading: WorktimeReading,
  month: PlainMonth,
  options: FlowOptions = {},
): Promise<WorktimeComputation | undefined> {
  const { book, mirror, months, hasSheets } = reading;
  const findings: Finding[] = [...book.findings];
  if (isHistoryShort(months, month)) findings.push({ code: 'timeHistoryShort', severity: 'info', facts: { month } });
  const span = { from: spanOfMonth(months[0] ?? month).from, to: spanOfMonth(month).to };
  const times = timesOf(book, mirror, { span, hasSheets });
  const frame: Frame = {
    reading,
    month,
    closedMonths: book.register.closed.map((each) => each.month).filter((each) => each < month),
  };
  const people: PersonWorktime[] = [];
  for (const [index, row] of book.people.entries()) {
    if (index % CHUNK === 0) {
      options.onProgress?.({ step: 'compute', done: index, total: book.people.length });
      await clock.wait(0);
      if (options.signal?.aborted) return undefined;
    }
    const person = personOf(frame, times.of(row), findings);
    if (person) people.push(person);
  }
  return { month, book, people, findings: distinct([...findings, ...times.findings()]) };
}

/** Computes `month`; writes nothing. */
export async function computeTimes(
  ports: WorktimePorts,
  request: WorktimeRequest,
  options: FlowOptions = {},
): Promise<Result<WorktimeComputation, WorktimeError>> {
  const reading = await readForWorktime(ports, request, options);
  if (!reading.ok) return reading;
  const { book } = reading.value;
  if (![...book.sets.values()].some((set) => set !== null))
    return fail({ code: 'noRegulation', findings: distinct(book.findings), book });
  const computation = await computeWorktimeReading(ports, reading.value, request.month, options);
  return computation ? ok(computation) : fail({ code: 'service', error: { code: 'cancelled' } });
}
