/** « Calculer »: the working time of a month, for everybody of « Salariés », each under their regulation. Writes nothing. */
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { WorktimeOutcome } from '../../domain/worktime/computeWorktime.ts';
import { spanOfMonth } from '../../domain/worktime/weeks.ts';
import { byPerson } from '../byPerson.ts';
import type { FlowOptions } from '../ports.ts';
import { accountLines, lostAccounts, type AccountLine } from './accountLines.ts';
import { controlsOf, hoursCounted, isHistoryShort } from './controls.ts';
import { farDates } from './farDates.ts';
import { lateTimes } from './lateTimes.ts';
import { personMonth, type Frame } from './personMonth.ts';
import { timesOf, type HeldTime } from './personTimes.ts';
import { luccaIdOf, type WorktimeBook } from './worktimeBook.ts';
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

const CHUNK = 100;

function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((each) => [JSON.stringify(each), each])).values()];
}

function lostFindings(subject: string, lost: ReturnType<typeof lostAccounts>): Finding[] {
  return lost.map((facts) => ({ code: 'timeAccountGone', severity: 'warning', subject, facts: { ...facts } }));
}

/** One person, or undefined: nothing is known of them in the month, or what is wrong was told. */
function personOf(frame: Frame, held: HeldTime, findings: Finding[]): PersonWorktime | undefined {
  const { reading, month } = frame;
  const { book, months } = reading;
  const { employeeId } = held.person;
  const told: Finding[] = [];
  const late = lateTimes(frame, held, told);
  findings.push(...told);
  const { result, person, corrected, recorded } = personMonth(frame, { held, month, sets: book.sets, late });
  if ('code' in result) {
    findings.push(result);
    return undefined;
  }
  const { outcome, regulations } = result;
  const input = { month, movements: outcome.movements, corrected, recorded, late };
  findings.push(...outcome.findings, ...held.findings);
  findings.push(...lostFindings(employeeId, lostAccounts(book.accounts, input)));
  const accounts = accountLines(book.accounts, input);
  if (regulations.length === 0 && accounts.length === 0) return undefined;
  const last = regulations.at(-1);
  const regulation = last && book.regulations.find((each) => each.regulation === last);
  const set = last && book.sets.get(last);
  const corrections = frame.corrections.get(employeeId) ?? [];
  const all = book.regulations.map((each) => each.regulation);
  const controls =
    regulation && set && set.rules.length > 0 && outcome.state !== 'refused'
      ? controlsOf({ person, regulation, set, month, months, corrections, countsHours: hoursCounted(all, held, last) })
      : [];
  return { held, regulations: [...new Set(regulations.map(({ name }) => name))], outcome, accounts, controls };
}

/** People of closed months who are no more in « Salariés », while an account still holds their time or a month of theirs may still change. */
function goneFindings(book: WorktimeBook, month: PlainMonth): Finding[] {
  const here = new Set(book.people.map(luccaIdOf));
  const months = lookedBack(book, month);
  return [...book.register.entries].flatMap(([person, recorded]): Finding[] => {
    const kept = lostAccounts([], { month, recorded, late: [] });
    const isOver = kept.length === 0 && !recorded.some(({ origin }) => months.includes(origin));
    return here.has(person) || isOver ? [] : [{ code: 'timePersonGone', severity: 'warning', facts: { person } }];
  });
}

/** Computes what was read. Undefined when the signal was raised. */
export async function computeWorktimeReading(
  { clock }: Pick<WorktimePorts, 'clock'>,
  reading: WorktimeReading,
  month: PlainMonth,
  options: FlowOptions = {},
): Promise<WorktimeComputation | undefined> {
  const { book, mirror, months, hasSheets } = reading;
  const findings: Finding[] = [...book.findings, ...goneFindings(book, month), ...farDates(book, month)];
  if (isHistoryShort(months, month)) findings.push({ code: 'timeHistoryShort', severity: 'info', facts: { month } });
  const span = { from: spanOfMonth(months[0] ?? month).from, to: spanOfMonth(month).to };
  const times = timesOf(book, mirror, { span, hasSheets });
  const frame: Frame = {
    reading,
    month,
    closedMonths: book.register.closed.map((each) => each.month).filter((each) => each < month),
    corrections: byPerson(book.corrections),
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

/** Computes `month` from what was read; writes nothing. */
export async function countReading(
  ports: Pick<WorktimePorts, 'clock'>,
  reading: WorktimeReading,
  month: PlainMonth,
  options: FlowOptions = {},
): Promise<Result<WorktimeComputation, Extract<WorktimeError, { code: 'noRegulation' | 'service' }>>> {
  const { book } = reading;
  if (![...book.sets.values()].some((set) => set !== null))
    return fail({ code: 'noRegulation', findings: distinct(book.findings), book });
  const computation = await computeWorktimeReading(ports, reading, month, options);
  return computation ? ok(computation) : fail({ code: 'service', error: { code: 'cancelled' } });
}

/** Reads everything and computes `month`; writes nothing. */
export async function computeTimes(
  ports: WorktimePorts,
  request: WorktimeRequest,
  options: FlowOptions = {},
): Promise<Result<WorktimeComputation, WorktimeError>> {
  const reading = await readForWorktime(ports, request, options);
  return reading.ok ? countReading(ports, reading.value, request.month, options) : reading;
}
