/** The sheets of working time that people sign, as plain data: no account of absence, no comment. Pure. */
import {
  MOST_TIME_SHEETS,
  type PrintedAccount,
  type PrintedDay,
  type PrintedTimeSheet,
  type PrintedTimeSheets,
  type PrintedWeek,
} from '../../contracts/timeSheetSchemas.ts';
import type { PlainDate, PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { clockText, type Clock } from '../../domain/calendar/wallTime.ts';
import { allWorked, type DayTime } from '../../domain/worktime/dayTime.ts';
import { minutesIn, union } from '../../domain/worktime/intervals.ts';
import { datesOf, payMonthOf } from '../../domain/worktime/weeks.ts';
import { findingText } from '../../messages/fr/findings.ts';
import { severalTimes } from '../../messages/fr/worktime/controls.ts';
import { ruleText } from '../../messages/fr/worktime/rules.ts';
import { textOf } from '../vouchers/regulationReadings.ts';
import { handedOver, lateMinutes, type AccountLine } from './accountLines.ts';
import type { PersonWorktime, WorktimeComputation } from './computeTimes.ts';
import { findingSpan, weekCounters, type WeekCounters } from './resultRows.ts';
import { clockOn, setOn } from './setOfDate.ts';

type OfBook = Pick<WorktimeComputation, 'book'>;

const notes = ['holiday', 'firstOfMay', 'solidarity', 'weeklyRest'] as const;

function outside(date: PlainDate): PrintedDay {
  return { date, isUnderContract: false, presence: [], untimed: 0, minutes: 0, absences: [], notes: [] };
}

function dayOf(day: DayTime, clock: Clock): PrintedDay {
  const { date, natures } = day;
  const { presence, untimed } = allWorked(day);
  return {
    date,
    isUnderContract: true,
    presence: union(presence).map(({ from, to }) => {
      return { from: clockText(from, date, clock), to: clockText(to, date, clock) };
    }),
    untimed,
    minutes: minutesIn(presence) + untimed,
    absences: (['am', 'pm'] as const).flatMap((half) => absenceOn(day, half)),
    notes: notes.filter((each) => natures.has(each)),
  };
}

/** Several absences on one half are one: what they were is not told. */
function absenceOn({ absent }: DayTime, half: 'am' | 'pm'): PrintedDay['absences'] {
  const own = absent.filter((each) => each.half === half).map(({ minutes }) => minutes);
  if (own.length === 0) return [];
  const known = own.flatMap((minutes) => minutes ?? []);
  return [{ half, minutes: known.length < own.length ? null : known.reduce((sum, each) => sum + each, 0) }];
}

/** The week belongs to the month that pays it; in civil months, to every month that holds one of its days. */
function isOfMonth(person: PersonWorktime, computation: OfBook, { week }: WeekCounters): boolean {
  const set = setOn(person, computation, week.to);
  const { contracts } = person.held;
  return set?.month !== 'completeWeeks' || payMonthOf(week.to, contracts, set) === person.outcome.month;
}

function weekOf(person: PersonWorktime, computation: OfBook, { week, counters, state }: WeekCounters): PrintedWeek {
  const clock = clockOn(person, setOn(person, computation, week.to));
  const days = new Map(person.outcome.days.map((day) => [day.date, day]));
  const printed = datesOf(week).map((date) => {
    const day = days.get(date);
    return day ? dayOf(day, clock) : outside(date);
  });
  return { from: week.from, waits: state === 'waiting', counters, days: printed };
}

/** What the rules that moved something on the account say, each once. */
function rulesOf(person: PersonWorktime, computation: OfBook, code: string): string[] {
  const own = person.outcome.movements.filter(({ account }) => account === code);
  const rules = own.flatMap(({ rule, date }) => {
    return setOn(person, computation, date)?.rules.find((each) => each.code === rule) ?? [];
  });
  return [...new Set(rules.map(ruleText))];
}

function accountOf(person: PersonWorktime, computation: OfBook, line: AccountLine): PrintedAccount {
  const { code, name } = line.account.account;
  const { before, posted, corrected, balance } = line;
  const figures = { before, posted, corrected, late: lateMinutes(line), balance, handedOver: handedOver(line) };
  return { code, name, ...figures, rules: rulesOf(person, computation, code) };
}

/** Each limit once, with all the days on which it was passed. */
function controlsOf(controls: readonly Finding[], month: PlainMonth): PrintedTimeSheet['controls'] {
  const codes = [...new Set(controls.map(({ code }) => code))];
  return codes.flatMap((code) => {
    const own = controls.filter((each) => each.code === code);
    return own.slice(0, 1).map((first) => {
      const spans = own.map((each) => findingSpan(each, month));
      const sentence = findingText(first);
      const told = own.length === 1 ? sentence : severalTimes(spans, sentence, own.length);
      return { sentence: told, article: first.source?.title ?? '' };
    });
  });
}

/** One person and month: whole weeks, visible accounts, limits that were passed. */
export function timeSheetOf(person: PersonWorktime, computation: OfBook): PrintedTimeSheet {
  const { held, outcome, regulations, accounts, controls } = person;
  const weeks = weekCounters(person).filter((each) => isOfMonth(person, computation, each));
  const shown = accounts.filter(({ account }) => account.isVisible);
  return {
    name: [textOf(held.row, 'lastName'), textOf(held.row, 'firstName')].join(' ').trim(),
    employeeNumber: textOf(held.row, 'employeeNumber'),
    establishment: textOf(held.row, 'establishment'),
    regulations,
    state: outcome.state,
    weeks: weeks.map((each) => weekOf(person, computation, each)),
    accounts: shown.map((line) => accountOf(person, computation, line)),
    controls: controlsOf(controls, outcome.month),
  };
}

/**
 * The sheets of several people in one document, in the order given; `on`: the day they are printed. `passerelle worktime --files … --kind
 * fiches` prints it with `timeSheetsPdf`, the pane with a request of kind `timeSheets`: a document takes no more than `MOST_TIME_SHEETS`.
 */
export function timeSheetsOf(
  people: readonly PersonWorktime[],
  computation: WorktimeComputation,
  on: PlainDate,
): PrintedTimeSheets {
  return { month: computation.month, on, people: people.map((each) => timeSheetOf(each, computation)) };
}

/** `fiches-temps-2026-10.pdf`; one person adds their number: `fiche-temps-2026-10-00042.pdf`. */
export function timeSheetsName({ month, people }: PrintedTimeSheets): string {
  const [only] = people;
  if (!only || people.length > 1) return `fiches-temps-${month}.pdf`;
  const number = only.employeeNumber.replace(/[^A-Za-z0-9-]/g, '').slice(0, 40);
  return number === '' ? `fiche-temps-${month}.pdf` : `fiche-temps-${month}-${number}.pdf`;
}

/** Everybody's sheets, in as many documents as it takes, each with its name; several are numbered: `fiches-temps-2026-10-2.pdf`. */
export function timeSheetDocuments(
  people: readonly PersonWorktime[],
  computation: WorktimeComputation,
  on: PlainDate,
): { readonly name: string; readonly sheets: PrintedTimeSheets }[] {
  const lots = Array.from({ length: Math.ceil(people.length / MOST_TIME_SHEETS) }, (_, at) =>
    people.slice(at * MOST_TIME_SHEETS, (at + 1) * MOST_TIME_SHEETS),
  );
  return lots.map((lot, at) => {
    const sheets = timeSheetsOf(lot, computation, on);
    const name = lots.length === 1 ? timeSheetsName(sheets) : `fiches-temps-${sheets.month}-${at + 1}.pdf`;
    return { name, sheets };
  });
}
