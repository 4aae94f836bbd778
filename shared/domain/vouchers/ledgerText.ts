/**
 * « Registre TR » as a sheet can hold it: for one person and order, a letter per day of the window instead of a row per day.
 * A year of 10,000 people is 120,000 rows, where one row per date would be millions.
 */
import { addDays, daysBetween, parsePlainDate, type PlainDate, type PlainMonth } from '../calendar/plainDate.ts';
import type { LedgerEntry, LedgerFact } from './ledger.ts';
import { holds, type DateWindow } from './windows.ts';

/** `letters` begins at `from`, one per day: `J` a day given, `A` taken by an absence, `R` by a meal, `.` nothing. */
export interface DayLetters {
  readonly from: PlainDate;
  readonly letters: string;
}

/** What one order recorded of one person. `others`: dates outside the two windows, and facts taken back: `2026-09-08A-` `2026-08-31J+`. */
export interface LedgerTexts {
  readonly given: DayLetters;
  readonly taken: DayLetters;
  readonly others: string;
}

const letterOf: Readonly<Record<LedgerFact, string>> = { given: 'J', absence: 'A', meal: 'R' };
const factOf: Readonly<Record<string, LedgerFact>> = { J: 'given', A: 'absence', R: 'meal' };
const NOTHING = '.';
const TOKEN = /^(\d{4}-\d{2}-\d{2})([JAR])([+-])$/;

function lettersIn({ from, to }: DateWindow, entries: readonly LedgerEntry[]): DayLetters {
  const letters = Array<string>(daysBetween(from, to) + 1).fill(NOTHING);
  for (const { date, fact } of entries) letters[daysBetween(from, date)] = letterOf[fact];
  return { from, letters: letters.join('') };
}

/** The texts of the entries of one person and order. `days`, `takings`: the windows of the order, the second over absences and meals. */
export function ledgerTexts(entries: readonly LedgerEntry[], days: DateWindow, takings: DateWindow): LedgerTexts {
  const isInside = ({ fact, date, change }: LedgerEntry) =>
    change === 1 && holds(fact === 'given' ? days : takings, date);
  const inside = entries.filter(isInside);
  return {
    given: lettersIn(
      days,
      inside.filter(({ fact }) => fact === 'given'),
    ),
    taken: lettersIn(
      takings,
      inside.filter(({ fact }) => fact !== 'given'),
    ),
    others: entries
      .filter((entry) => !isInside(entry))
      .map(({ date, fact, change }) => `${date}${letterOf[fact]}${change === 1 ? '+' : '-'}`)
      .sort()
      .join(' '),
  };
}

type Stamp = Pick<LedgerEntry, 'order' | 'regulation'>;

function entriesIn({ from, letters }: DayLetters, stamp: Stamp): LedgerEntry[] | undefined {
  const entries: LedgerEntry[] = [];
  for (const [index, letter] of [...letters].entries()) {
    if (letter === NOTHING) continue;
    const fact = factOf[letter];
    if (!fact) return undefined;
    entries.push({ ...stamp, date: addDays(from, index), fact, change: 1 });
  }
  return entries;
}

function entryIn(token: string, stamp: Stamp): LedgerEntry | undefined {
  const [, text = '', letter = '', sign] = TOKEN.exec(token) ?? [];
  const [date, fact] = [parsePlainDate(text), factOf[letter]];
  return date && fact ? { ...stamp, date, fact, change: sign === '+' ? 1 : -1 } : undefined;
}

/** The inverse of {@link ledgerTexts}; undefined for texts that it did not write. */
export function ledgerEntries(
  { given, taken, others }: LedgerTexts,
  order: PlainMonth,
  regulation: string,
): LedgerEntry[] | undefined {
  const stamp = { order, regulation };
  const [days, takings] = [entriesIn(given, stamp), entriesIn(taken, stamp)];
  const tokens = others === '' ? [] : others.split(' ').map((token) => entryIn(token, stamp));
  const rest = tokens.filter((entry) => entry !== undefined);
  return days && takings && rest.length === tokens.length ? [...days, ...takings, ...rest] : undefined;
}
