/** The workbook as a recap reads it: its people, its closes, and whether it can be worked on. */
import type { Connection } from '../../contracts/schemas.ts';
import type { Instant, PlainMonth } from '../../domain/calendar/plainDate.ts';
import { parsePlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import type { FrozenPerson } from '../../domain/people/recap/frozenPerson.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { periodStates, periodsTable } from '../../tables/periodsTable.ts';
import { formerIdsTable } from '../../tables/people/formerIdsTable.ts';
import { acceptedAccountsTable, closingsTable } from '../../tables/recap/recapTables.ts';
import { tables } from '../../tables/tables.ts';
import type { Book, BookError, BookSnapshot } from '../book.ts';
import { bookState, rowsOf, tableFindings, type BookState } from '../bookState.ts';
import { isOfTopic } from '../companyPeriods.ts';
import type { MirrorError } from '../mirrorPages.ts';
import { isOther } from '../prepareReview.ts';
import { stampedAt } from '../stamp.ts';
import { textOf } from '../vouchers/regulationReadings.ts';
import { bookPeople, closedCopies, type ClosedCopy } from './frozenPeople.ts';

/** `otherAccount`: the workbook comes from `account`. `tables`: one of them cannot be read as it stands. `notRead`: Lucca was never read. */
export type RecapError =
  | { readonly code: 'book'; readonly error: BookError }
  | { readonly code: 'service'; readonly error: MirrorError }
  | { readonly code: 'pending' }
  | { readonly code: 'notRead' }
  | { readonly code: 'otherAccount'; readonly account: string }
  | { readonly code: 'tables'; readonly findings: readonly Finding[] };

/** A month that was closed: from where, and when, as the sheet tells it. */
export interface ClosedMonth {
  readonly month: PlainMonth;
  readonly by: string;
  readonly at: string;
}

export interface RecapBook {
  readonly snapshot: BookSnapshot;
  readonly state: BookState;
  readonly people: readonly FrozenPerson[];
  /** The copies that are kept, by month. */
  readonly copies: ReadonlyMap<string, ClosedCopy>;
  /** When each month was closed: as its copy says, else to the minute, as « Périodes » says. */
  readonly closedAt: ReadonlyMap<string, Instant>;
  /** Oldest first. */
  readonly closed: readonly ClosedMonth[];
  readonly findings: readonly Finding[];
}

const recapSources = [...tables, periodsTable, closingsTable, acceptedAccountsTable, formerIdsTable];

function closedMonths(snapshot: BookSnapshot): ClosedMonth[] {
  const isOurs = isOfTopic('people');
  return rowsOf(snapshot, periodsTable.name)
    .flatMap((row): ClosedMonth[] => {
      const month = parsePlainMonth(textOf(row, 'month'));
      const isClosed = isOurs(row) && textOf(row, 'state') === periodStates.closed;
      return month && isClosed ? [{ month, by: textOf(row, 'by'), at: textOf(row, 'at') }] : [];
    })
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

function momentsOf(copies: RecapBook['copies'], closed: readonly ClosedMonth[]): ReadonlyMap<string, Instant> {
  const moments = closed.flatMap(({ month, at }): [string, Instant][] => {
    const moment = copies.get(month)?.at ?? stampedAt(at);
    return moment ? [[month, moment]] : [];
  });
  return new Map(moments);
}

/** Reads it; refused while a plan is open, while a table cannot be read, or for a workbook of another account. */
export async function readRecapBook(book: Book, connection: Connection): Promise<Result<RecapBook, RecapError>> {
  const read = await book.read(recapSources);
  if (!read.ok) return fail({ code: 'book', error: read.error });
  const snapshot = read.value;
  const state = bookState(snapshot);
  if (state.pending) return fail({ code: 'pending' });
  const broken = tableFindings(snapshot, recapSources);
  if (broken.length > 0) return fail({ code: 'tables', findings: broken });
  if (isOther(state.owner, connection)) return fail({ code: 'otherAccount', account: state.owner?.account ?? '' });
  const { people, findings } = bookPeople(snapshot);
  const [copies, closed] = [closedCopies(snapshot), closedMonths(snapshot)];
  return ok({ snapshot, state, people, findings, copies, closedAt: momentsOf(copies, closed), closed });
}
