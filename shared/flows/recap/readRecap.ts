/**
 * « Récapitulatif du mois » and « RIB modifiés »: the last close compared with now. Without a close before, what the service saw change in
 * Lucca in the month stands for it.
 */
import type { Connection } from '../../contracts/schemas.ts';
import type { Service } from '../../contracts/service.ts';
import { secondsBetween, type Instant, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { bankChangesOf, type BankChanges } from '../../domain/people/recap/bankChanges.ts';
import type { FrozenPerson } from '../../domain/people/recap/frozenPerson.ts';
import { recapOf, type Recap } from '../../domain/people/recap/recap.ts';
import { rewound } from '../../domain/people/recap/rewind.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { employeesTable } from '../../tables/employeesTable.ts';
import type { Book } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import type { Clock, FlowOptions } from '../ports.ts';
import { acceptances, acceptedBank, ignoredBank, type Acceptances } from './bankMemory.ts';
import { luccaPeople, monthAt } from './frozenPeople.ts';
import { readPeopleLog, type PeopleLog } from './readLog.ts';
import { readRecapBook, type ClosedMonth, type RecapBook, type RecapError } from './recapBook.ts';

export interface RecapPorts {
  readonly book: Book;
  readonly service: Service;
  readonly clock: Clock;
}

export interface RecapRequest {
  readonly connection: Connection;
  readonly month: PlainMonth;
}

/**
 * What is compared. `closes`: the close of `since` with the one of the month, or with now when the month is open. `log`: there is no close
 * before, only what Lucca showed.
 */
export type RecapSource = { readonly from: 'closes'; readonly since: PlainMonth } | { readonly from: 'log' };

export interface MonthRecap {
  readonly month: PlainMonth;
  readonly account: string;
  readonly source: RecapSource;
  /** Null while the month is open. */
  readonly closed: ClosedMonth | null;
  /** True for a month older than the last close: it cannot be closed any more. */
  readonly isPast: boolean;
  readonly recap: Recap;
  readonly bank: BankChanges;
  readonly acceptances: Acceptances;
  readonly findings: readonly Finding[];
}

interface Sides {
  readonly source: RecapSource;
  readonly before: readonly FrozenPerson[];
  readonly after: readonly FrozenPerson[];
  /** Lucca now, where a question may still wait. */
  readonly theirs: readonly FrozenPerson[];
}

interface Window {
  readonly isAfter: (change: { readonly at: Instant }) => boolean;
  readonly isIn: (change: { readonly at: Instant }) => boolean;
}

const isLater = (at: Instant, than: Instant) => secondsBetween(than, at) > 0;

/** From the close before to the close of the month, or to now; from the calendar where there is no close. `since`: the close before. */
function windowOf({ closedAt, closes }: RecapBook, month: PlainMonth, since: PlainMonth | null): Window {
  const [from, to] = [since === null ? undefined : closedAt.get(since), closedAt.get(month)];
  const isEndless = from !== undefined && !closes.has(month);
  const isAfter: Window['isAfter'] = ({ at }) => (to ? isLater(at, to) : !isEndless && monthAt(at) > month);
  return {
    isAfter,
    isIn: (change) => !isAfter(change) && (from ? isLater(change.at, from) : monthAt(change.at) >= month),
  };
}

function sidesOf(book: RecapBook, log: PeopleLog, month: PlainMonth, now: PlainMonth): Sides {
  const { closes, closed, people } = book;
  const lucca = luccaPeople(log.employees, log.asOf);
  const isLast = closed.every((each) => each.month < month);
  const after = closes.get(month) ?? (isLast ? people : undefined);
  const since = closed.map((each) => each.month).filter((each) => each < month && closes.has(each));
  const last = since.at(-1);
  const before = last && closes.get(last);
  if (before && after) {
    return { source: { from: 'closes', since: last }, before, after, theirs: after === people ? lucca : [] };
  }
  const { isAfter, isIn } = windowOf(book, month, null);
  const ended = rewound(lucca, log.changes.filter(isAfter));
  const begun = rewound(ended, log.changes.filter(isIn));
  const isOver = month < now || closes.has(month);
  return { source: { from: 'log' }, before: begun, after: ended, theirs: isOver ? [] : lucca };
}

/** In Lucca alone, who is not there any more is gone. Their name is the workbook's: the mirror forgot it. */
function ofLog(recap: Recap, people: readonly FrozenPerson[]): Recap {
  const names = new Map(recapOf(recap.month, people, []).removed.map((person) => [person.id, person]));
  return { ...recap, gone: recap.removed.map((person) => names.get(person.id) ?? person), removed: [] };
}

function recapped(book: RecapBook, { source, before, after }: Sides, month: PlainMonth): Recap {
  const recap = recapOf(month, before, after);
  if (source.from === 'log') return ofLog(recap, book.people);
  if (after !== book.people) return recap;
  // Somebody on two rows is in no list of people: a finding tells it, and they were not taken away.
  const rows = new Set(rowsOf(book.snapshot, employeesTable.name).map(({ key }) => key));
  return { ...recap, removed: recap.removed.filter(({ id }) => !rows.has(id)) };
}

/** The bank accounts of the workbook; of a past month without a close, those that Lucca showed then for its people. */
function bankOf(book: RecapBook, sides: Sides, log: PeopleLog, month: PlainMonth): BankChanges {
  const { source, before, after, theirs } = sides;
  const own = new Set(book.people.map(({ id }) => id));
  const isOpen = theirs.length > 0 || after === book.people;
  const shown = isOpen ? book.people : after.filter(({ id }) => own.has(id));
  const mine = book.closes.get(month) ?? (source.from === 'closes' ? after : shown);
  const { isIn } = windowOf(book, month, source.from === 'closes' ? source.since : null);
  return bankChangesOf({
    before,
    mine,
    theirs,
    log: log.changes.filter(isIn),
    isIgnored: ignoredBank(book.snapshot),
    isAccepted: acceptedBank(book.snapshot),
  });
}

/** Reads the workbook and the service, and compares. Writes nothing. */
export async function readRecap(
  ports: RecapPorts,
  { connection, month }: RecapRequest,
  options: FlowOptions = {},
): Promise<Result<MonthRecap, RecapError>> {
  if (!connection.mirror) return fail({ code: 'notRead' });
  const book = await readRecapBook(ports.book, connection);
  if (!book.ok) return book;
  const log = await readPeopleLog(ports.service, connection.id, options);
  if (!log.ok) return fail({ code: 'service', error: log.error });
  const { closed, findings } = book.value;
  const sides = sidesOf(book.value, log.value, month, monthAt(ports.clock.now()));
  return ok({
    month,
    account: connection.host,
    source: sides.source,
    closed: closed.find((each) => each.month === month) ?? null,
    isPast: closed.some((each) => each.month > month),
    recap: recapped(book.value, sides, month),
    bank: bankOf(book.value, sides, log.value, month),
    acceptances: acceptances(book.value, month),
    findings,
  });
}
