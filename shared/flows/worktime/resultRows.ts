/** The rows of a computation, in « Soldes de temps », « Compteurs », « Mouvements de temps » and « Contrôles ». */
import { firstDay, lastDay, monthOf, type PlainDate, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { blank, numberCell, textCell, type Cell } from '../../domain/review/cell.ts';
import type { RowCells } from '../../domain/review/plan.ts';
import { sum, type Counters } from '../../domain/worktime/dayTime.ts';
import type { Part } from '../../domain/worktime/movement.ts';
import type { DateSpan } from '../../domain/worktime/person.ts';
import { counterNames } from '../../domain/worktime/ruleSet.ts';
import { hundredths } from '../../domain/worktime/settlement.ts';
import { datesOf, isIn, mondayOf, spanOfMonth, weeksIn } from '../../domain/worktime/weeks.ts';
import { findingText } from '../../messages/fr/findings.ts';
import { causeText, correctionText, lateText, openingText, takenText } from '../../messages/fr/worktime/movements.ts';
import { ofMonth } from '../../messages/fr/words.ts';
import { controlSeverities } from '../../tables/worktime/controlsTable.ts';
import { weekStates } from '../../tables/worktime/countersTable.ts';
import type { TimeCorrection } from '../../tables/worktime/readTimeCorrections.ts';
import { timeStates } from '../../tables/worktime/timeBalancesTable.ts';
import type { BookRow } from '../book.ts';
import { handedOver, lateMinutes, monthOfCorrection, type AccountLine } from './accountLines.ts';
import type { PersonWorktime, WorktimeComputation } from './computeTimes.ts';

const HUNDRED = 100;

/** Hours and hundredths of a number of minutes. */
export function hoursCell(minutes: number | null): Cell {
  return minutes === null ? blank : numberCell(hundredths(minutes) / HUNDRED);
}

function names(row: BookRow): RowCells {
  return Object.fromEntries(
    ['employeeNumber', 'lastName', 'firstName'].map((key) => [key, row.cells[key] ?? blank] as const),
  );
}

/** What identifies a row of a person and month, and who it is about. */
function ofPerson({ held, outcome }: PersonWorktime): RowCells {
  return {
    month: textCell(outcome.month),
    ...names(held.row),
    luccaId: textCell(outcome.employeeId),
  };
}

function balanceRow(person: PersonWorktime, line: AccountLine): RowCells {
  const { held, outcome, regulations } = person;
  const toExport = handedOver(line);
  return {
    ...ofPerson(person),
    regulation: textCell(regulations.join(', ')),
    establishment: held.row.cells['establishment'] ?? blank,
    account: textCell(line.account.account.code),
    accountName: textCell(line.account.account.name),
    opening: hoursCell(line.before),
    posted: hoursCell(line.posted),
    corrected: hoursCell(line.corrected),
    late: hoursCell(lateMinutes(line)),
    balance: hoursCell(line.balance),
    toExport: toExport === null ? blank : numberCell(toExport / HUNDRED),
    waiting: hoursCell(outcome.waiting.reduce((total, { minutes }) => total + minutes, 0)),
    state: textCell(timeStates[outcome.state]),
  };
}

export function balanceRows({ people }: WorktimeComputation): RowCells[] {
  return people.flatMap((person) => person.accounts.map((line) => balanceRow(person, line)));
}

/** The five counters of a week, null once one of its days is not known, and whether it was counted. */
export interface WeekCounters {
  readonly week: DateSpan;
  readonly counters: Counters;
  readonly state: keyof typeof weekStates;
}

/** Every week of the month of which a person has a day under contract. */
export function weekCounters({ outcome }: Pick<PersonWorktime, 'outcome'>): WeekCounters[] {
  const { month } = outcome;
  return weeksIn(spanOfMonth(month)).flatMap((week): WeekCounters[] => {
    const days = outcome.days.filter(({ date }) => isIn(date, week));
    if (days.length === 0) return [];
    const isCut = !datesOf(week).some((date) => monthOf(date) === month);
    const state = days.some(({ waits }) => waits) ? 'waiting' : isCut ? 'cut' : 'counted';
    const counted = counterNames.map((name) => [name, sum(days.map(({ counters }) => counters[name]))] as const);
    return [{ week, counters: Object.fromEntries(counted) as Counters, state }];
  });
}

export function counterRows({ people }: WorktimeComputation): RowCells[] {
  return people.flatMap((person) =>
    weekCounters(person).map(({ week, counters, state }): RowCells => ({
      ...ofPerson(person),
      week: { date: mondayOf(week.from) },
      ...Object.fromEntries(counterNames.map((name) => [name, hoursCell(counters[name])] as const)),
      state: textCell(weekStates[state]),
    })),
  );
}

/** `rule`: code of the rule that posted it, '' for a correction or a closed month; `parts`: the presence that it is made of, where it is known. */
export interface MovementLine {
  readonly date: PlainDate;
  readonly account: string;
  readonly minutes: number;
  readonly rule: string;
  readonly cause: string;
  readonly parts: readonly Part[];
}

function correctionLine(each: TimeCorrection): MovementLine {
  const { kind, comment, date, account } = each;
  const minutes = kind === 'taken' ? -each.minutes : each.minutes;
  const cause = kind === 'opening' ? openingText : kind === 'taken' ? takenText(comment) : correctionText(comment);
  return { date, account, minutes, rule: '', cause, parts: [] };
}

/** Every line that makes the balances of a person, in the order of the rules; corrections and closed months last. */
export function movementLines(person: PersonWorktime, { book, month }: WorktimeComputation): MovementLine[] {
  const { outcome, accounts } = person;
  const closed = book.register.closed.map((each) => each.month).filter((each) => each < month);
  const corrections = book.corrections.filter(
    (each) =>
      each.employeeId === outcome.employeeId &&
      each.kind !== 'contingent' &&
      monthOfCorrection(each, closed, month) === month,
  );
  return [
    ...outcome.movements.map((movement) => ({ ...movement, cause: causeText(movement) })),
    ...corrections.map(correctionLine),
    ...accounts.flatMap(({ late }) =>
      late.map(({ origin, account, minutes }) => ({
        date: lastDay(origin),
        account,
        minutes,
        rule: '',
        cause: lateText(ofMonth(origin)),
        parts: [],
      })),
    ),
  ];
}

export function movementRows(computation: WorktimeComputation): RowCells[] {
  return computation.people.flatMap((person) =>
    movementLines(person, computation).map(({ date, account, minutes, rule, cause }, index): RowCells => ({
      ...ofPerson(person),
      line: numberCell(index + 1),
      date: { date },
      account: textCell(account),
      hours: hoursCell(minutes),
      minutes: numberCell(minutes),
      rule: textCell(rule),
      cause: textCell(cause),
    })),
  );
}

/** The dates that a finding speaks of; those of the month where it says none. */
export function findingSpan({ facts }: Finding, month: PlainMonth): DateSpan {
  const from = (facts['from'] ?? facts['date'] ?? firstDay(month)) as PlainDate;
  return { from, to: (facts['to'] ?? facts['date'] ?? lastDay(month)) as PlainDate };
}

function controlRow(row: BookRow, employeeId: string, finding: Finding, month: PlainMonth): RowCells {
  const { from, to } = findingSpan(finding, month);
  return {
    month: textCell(month),
    ...names(row),
    severity: textCell(controlSeverities[finding.severity]),
    control: textCell(finding.code),
    from: { date: from },
    to: { date: to },
    sentence: textCell(findingText(finding)),
    article: textCell(finding.source?.title ?? ''),
    luccaId: textCell(employeeId),
  };
}

/** Limits that were passed, and what is to be told of a person; one row per control and first day. */
export function controlRows(
  { people, book, findings, month }: WorktimeComputation,
  idOf: (row: BookRow) => string,
): RowCells[] {
  const rows = new Map(book.people.map((row) => [idOf(row), row]));
  const told = [...people.flatMap(({ controls }) => controls), ...findings];
  const byKey = new Map<string, RowCells>();
  for (const finding of told) {
    const row = finding.subject === undefined || finding.place ? undefined : rows.get(finding.subject);
    if (!row || finding.subject === undefined) continue;
    const key = `${finding.subject} ${finding.code} ${findingSpan(finding, month).from}`;
    if (!byKey.has(key)) byKey.set(key, controlRow(row, finding.subject, finding, month));
  }
  return [...byKey.values()];
}
