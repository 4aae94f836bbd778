/** What a computation does not count: people without a regulation that can be followed, and weeks that wait. An export keeps it beside its settings. */
import { textCell } from '../../domain/review/cell.ts';
import type { RowCells } from '../../domain/review/plan.ts';
import { notCountedText, weeksWait } from '../../messages/fr/worktime/leftOut.ts';
import type { BookRow } from '../book.ts';
import { textOf } from '../vouchers/regulationReadings.ts';
import type { WorktimeComputation } from './computeTimes.ts';
import { luccaIdOf } from './worktimeBook.ts';

/** Weeks of which nothing was counted: a sheet is missing or not approved. */
export interface Waiting {
  readonly people: number;
  readonly weeks: number;
  readonly minutes: number;
}

/** `key`: of the row of « Salariés », '' where its identifier is blank; `name`: with the matricule, that tells homonyms apart. */
export interface NamedPerson {
  readonly key: string;
  readonly name: string;
}

export interface LeftOut {
  /** How many people are not counted, and who the first ones are. */
  readonly people: number;
  readonly named: readonly NamedPerson[];
  readonly waiting: Waiting;
}

/** Names that a sentence bears. */
const NAMED = 3;
/** What is said of somebody for whom a month is not computed. */
const skipping = new Set(['timeRegulationNone', 'timeRegulationSeveral', 'timePersonSkipped']);

export function waitingOf({ people }: Pick<WorktimeComputation, 'people'>): Waiting {
  const weeks = people.flatMap(({ outcome }) => outcome.waiting);
  return {
    people: people.filter(({ outcome }) => outcome.waiting.length > 0).length,
    weeks: weeks.length,
    minutes: weeks.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}

export function leftOutOf(computation: WorktimeComputation): LeftOut {
  const { people, book, findings, month } = computation;
  const told = findings.filter(({ code, facts }) => skipping.has(code) && facts['month'] === month);
  const refused = people.filter(({ outcome }) => outcome.state === 'refused').map(({ outcome }) => outcome.employeeId);
  const ids = new Set([...told.flatMap(({ subject }) => subject ?? []), ...refused]);
  const rows = [...book.unidentified, ...book.people.filter((row) => ids.has(luccaIdOf(row)))];
  return { people: rows.length, named: rows.slice(0, NAMED).map(namedPerson), waiting: waitingOf(computation) };
}

function namedPerson(row: BookRow): NamedPerson {
  const name = ['lastName', 'firstName', 'employeeNumber'].map((key) => textOf(row, key)).join(' ');
  return { key: row.key, name: name.trim() };
}

/** The sentences that say it; none where everything is counted. */
export function leftOutTexts({ people, named, waiting }: LeftOut): string[] {
  const names = named.map(({ name }) => name);
  return [
    ...(people === 0 ? [] : [notCountedText(people, names)]),
    ...(waiting.weeks === 0 ? [] : [weeksWait(waiting.weeks, waiting.people, waiting.minutes)]),
  ];
}

const keyOf = (number: string) => `${number}/LEFT`;

/** What an export keeps of it, among its settings; nothing where everything was counted. */
export function leftOutRows(number: string, { people, named, waiting }: LeftOut): RowCells[] {
  if (people + waiting.weeks === 0) return [];
  const packed = [people, named.map(({ key, name }) => [key, name]), waiting.people, waiting.weeks, waiting.minutes];
  return [{ key: textCell(keyOf(number)), value: textCell(JSON.stringify(packed)) }];
}

type Packed = readonly [number, readonly (readonly [string, string])[], number, number, number];

/** What an export was prepared without; null where it says nothing, or what it said was edited. */
export function leftOutIn(settings: readonly BookRow[], number: string): LeftOut | null {
  const row = settings.find(({ key }) => key === keyOf(number));
  if (!row) return null;
  try {
    const [people, names, waiters, weeks, minutes] = JSON.parse(textOf(row, 'value')) as Packed;
    const named = names.map(([key, name]) => ({ key, name }));
    return { people, named, waiting: { people: waiters, weeks, minutes } };
  } catch {
    return null;
  }
}
