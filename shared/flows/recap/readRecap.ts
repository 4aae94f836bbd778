/**
 * « Récapitulatif du mois » and « RIB modifiés »: the last close compared with now. Without a close before, what the service saw change in
 * Lucca in the month stands for it.
 */
import type { Connection } from '../../contracts/schemas.ts';
import type { Service } from '../../contracts/service.ts';
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import type { BankChange } from '../../domain/people/recap/bankChange.ts';
import { bankChangesOf, type BankChanges } from '../../domain/people/recap/bankChanges.ts';
import type { FrozenPerson } from '../../domain/people/recap/frozenPerson.ts';
import { recapOf, type Recap } from '../../domain/people/recap/recap.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { employeesTable } from '../../tables/employeesTable.ts';
import type { Book } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import type { Clock, FlowOptions } from '../ports.ts';
import { acceptances, accountKey, type Acceptances } from '../acceptedAccounts.ts';
import { accountsBefore } from './accountsBefore.ts';
import { readPeopleLog } from './readLog.ts';
import { readRecapBook, type ClosedMonth, type RecapBook, type RecapError } from './recapBook.ts';
import { besideLucca, sidesOf, type RecapSource, type Sides } from './recapSides.ts';

export interface RecapPorts {
  readonly book: Book;
  readonly service: Service;
  readonly clock: Clock;
}

export interface RecapRequest {
  readonly connection: Connection;
  readonly month: PlainMonth;
}

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

/** In Lucca alone, who is not there any more is gone. Their name is the workbook's: the mirror forgot it. */
function ofLog(recap: Recap, people: readonly FrozenPerson[]): Recap {
  const names = new Map(recapOf(recap.month, people, []).removed.map((person) => [person.id, person]));
  return { ...recap, gone: recap.removed.map((person) => names.get(person.id) ?? person), removed: [] };
}

function recapped(book: RecapBook, { source, before, after, changes, unread }: Sides, month: PlainMonth): Recap {
  const returned = new Set(changes.filter(({ kind }) => kind === 'returned').map(({ employeeId }) => employeeId));
  const recap = recapOf(month, before, after, { returned, unread });
  if (source.from === 'log') return ofLog(recap, book.people);
  if (after !== book.people) return recap;
  // Somebody on two rows is in no list of people: a finding tells it, and they were not taken away.
  const rows = new Set(rowsOf(book.snapshot, employeesTable.name).map(({ key }) => key));
  return { ...recap, removed: recap.removed.filter(({ id }) => !rows.has(id)) };
}

/** What Lucca showed then is no proof that payroll took it. */
function proven({ changes, ...rest }: BankChanges, accepted: Acceptances): BankChanges {
  const isProven = ({ person: { id }, after, state }: BankChange) =>
    state !== 'accepted' || accepted.has(accountKey(id, after.iban));
  return { ...rest, changes: changes.map((each) => (isProven(each) ? each : { ...each, state: 'unknown' })) };
}

/** The bank accounts of the workbook; of a month that is over and has no copy, those that Lucca showed then for its people. */
function bankOf(book: RecapBook, sides: Sides, accepted: Acceptances, month: PlainMonth): BankChanges {
  const { after, theirs, changes } = sides;
  const told = (mine: readonly FrozenPerson[]) =>
    bankChangesOf({ before: accountsBefore(sides, mine), mine, theirs, log: changes });
  const copy = book.copies.get(month);
  if (copy) return told(copy.people);
  if (theirs.length > 0) return told(book.people);
  const own = new Set(book.people.map(({ id }) => id));
  return proven(told(after.filter(({ id }) => own.has(id))), accepted);
}

/** Reads the workbook and the service, and compares. Writes nothing. */
export async function readRecap(
  ports: RecapPorts,
  { connection, month }: RecapRequest,
  options: FlowOptions = {},
): Promise<Result<MonthRecap, RecapError>> {
  if (!connection.mirror) return fail({ code: 'notRead' });
  const read = await readRecapBook(ports.book, connection);
  if (!read.ok) return read;
  const log = await readPeopleLog(ports.service, connection.id, options);
  if (!log.ok) return fail({ code: 'service', error: log.error });
  const book = besideLucca(read.value, log.value);
  const { closed, findings } = book;
  const { createdAt: connectedAt } = connection;
  const sides = sidesOf(book, log.value, { month, now: ports.clock.now(), connectedAt });
  const accepted = acceptances(book.snapshot, book.closedAt.get(month));
  return ok({
    month,
    account: connection.host,
    source: sides.source,
    closed: closed.find((each) => each.month === month) ?? null,
    isPast: closed.some((each) => each.month > month),
    recap: recapped(book, sides, month),
    bank: bankOf(book, sides, accepted, month),
    acceptances: accepted,
    findings: [...findings, ...sides.findings],
  });
}
