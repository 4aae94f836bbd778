/** What a recap compares, and over which time: two copies, a copy and now, or what the change log says of Lucca. */
import {
  firstDay,
  secondsBetween,
  wallClock,
  type Instant,
  type PlainDate,
  type PlainMonth,
} from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { withAsked } from '../../domain/people/recap/bankChanges.ts';
import type { FrozenPerson } from '../../domain/people/recap/frozenPerson.ts';
import { withContracts } from '../../domain/people/recap/goesOn.ts';
import { rewound } from '../../domain/people/recap/rewind.ts';
import { bankAnswers } from './bankMemory.ts';
import { luccaPeople, monthAt, type ClosedCopy } from './frozenPeople.ts';
import type { LoggedPersonChange, PeopleLog } from './readLog.ts';
import type { RecapBook } from './recapBook.ts';

/**
 * What is compared. `closes`: the close of `since` with the one of the month, or with now when the month is open. `log`: what Lucca showed,
 * from the close of `since`, whose copy is not kept, or from the first of the month; `knownFrom`: the day of the first reading of Lucca, when
 * it came after that.
 */
export type RecapSource =
  | { readonly from: 'closes'; readonly since: PlainMonth }
  | { readonly from: 'log'; readonly since: PlainMonth | null; readonly knownFrom: PlainDate | null };

export interface Sides {
  readonly source: RecapSource;
  readonly before: readonly FrozenPerson[];
  readonly after: readonly FrozenPerson[];
  /** Lucca now, where a question may still wait. */
  readonly theirs: readonly FrozenPerson[];
  /** Changes between both sides. */
  readonly changes: readonly LoggedPersonChange[];
  /** Whose copy cannot be read, on one side or the other. */
  readonly unread: readonly FrozenPerson[];
  readonly findings: readonly Finding[];
}

/** `now`: the moment it is asked. `connectedAt`: when the account was connected. */
export interface Asked {
  readonly month: PlainMonth;
  readonly now: Instant;
  readonly connectedAt: Instant;
}

type Moment = Pick<LoggedPersonChange, 'at'>;

interface Window {
  readonly isAfter: (change: Moment) => boolean;
  readonly isIn: (change: Moment) => boolean;
  /** No close ends it. */
  readonly isEndless: boolean;
}

const ZONE = 'Europe/Paris';
const isLater = (at: Instant, than: Instant) => secondsBetween(than, at) > 0;

/** From the close of `since` to the close of the month, or to now; from the calendar where there is none. */
function windowOf({ closedAt, closed }: RecapBook, month: PlainMonth, since: PlainMonth | null): Window {
  const [from, to] = [since === null ? undefined : closedAt.get(since), closedAt.get(month)];
  const isEndless = from !== undefined && closed.every((each) => each.month < month);
  const isAfter: Window['isAfter'] = ({ at }) => (to ? isLater(at, to) : !isEndless && monthAt(at) > month);
  const isBegun: Window['isIn'] = ({ at }) => (from ? isLater(at, from) : monthAt(at) >= month);
  return { isAfter, isIn: (change) => !isAfter(change) && isBegun(change), isEndless };
}

function spoilt(month: PlainMonth, copy: ClosedCopy | undefined): Finding[] {
  if (!copy || copy.unread.length + copy.missing === 0) return [];
  const facts = { month, unread: copy.unread.length, missing: copy.missing };
  return [{ code: 'closingSpoilt', severity: 'warning', facts }];
}

/** Those of the copies who cannot be read, as somebody else knows them. */
function unreadPeople(copies: readonly ClosedCopy[], known: readonly FrozenPerson[]): FrozenPerson[] {
  const byId = new Map(known.map((person) => [person.id, person]));
  const ids = new Set(copies.flatMap(({ unread }) => unread));
  return [...ids].map((id) => byId.get(id) ?? { id, cells: {}, own: new Set(), isGone: false });
}

/** Two closes, or the last one and now; undefined when one of them is not kept. */
function ofCloses(book: RecapBook, log: PeopleLog, month: PlainMonth): Sides | undefined {
  const { copies, closed, people } = book;
  const own = copies.get(month);
  const isLast = closed.every((each) => each.month < month);
  const since = closed.filter((each) => each.month < month && copies.has(each.month)).at(-1)?.month;
  const earlier = since && copies.get(since);
  if (!earlier || !(own ?? isLast)) return undefined;
  const after = own ? own.people : people;
  const { isIn } = windowOf(book, month, since);
  return {
    source: { from: 'closes', since },
    before: earlier.people,
    after,
    theirs: own ? [] : luccaPeople(log.employees, log.asOf),
    changes: log.changes.filter(isIn),
    unread: unreadPeople(own ? [earlier, own] : [earlier], [...people, ...earlier.people, ...after]),
    findings: [...spoilt(since, earlier), ...spoilt(month, own)],
  };
}

/** When the service first knew anything of the account: nothing is known of what changed before. */
function firstReading({ changes }: PeopleLog, connectedAt: Instant): Instant {
  const [first] = changes;
  return first && isLater(connectedAt, first.at) ? first.at : connectedAt;
}

/** The day of the first reading, when the time that is told of began before it. */
function knownFrom(log: PeopleLog, begins: Instant | undefined, { month, connectedAt }: Asked): PlainDate | null {
  const first = firstReading(log, connectedAt);
  const { date } = wallClock(first, ZONE);
  const isKnown = begins ? !isLater(first, begins) : date < firstDay(month);
  return isKnown ? null : date;
}

/** Lucca alone, its last changes taken back. */
function ofLog(book: RecapBook, log: PeopleLog, asked: Asked): Sides {
  const { month, now } = asked;
  const { copies, closed, closedAt } = book;
  const since = closed.filter((each) => each.month < month && closedAt.has(each.month)).at(-1)?.month ?? null;
  const { isAfter, isIn, isEndless } = windowOf(book, month, since);
  const lucca = luccaPeople(log.employees, log.asOf);
  const changes = log.changes.filter(isIn);
  const after = withContracts(rewound(lucca, log.changes.filter(isAfter), book.people), log.contracts);
  const isOver = copies.has(month) || (month < monthAt(now) && !isEndless);
  const begins = since === null ? undefined : closedAt.get(since);
  return {
    source: { from: 'log', since, knownFrom: knownFrom(log, begins, asked) },
    before: rewound(after, changes, book.people),
    after,
    theirs: isOver ? [] : lucca,
    changes,
    unread: [],
    findings: spoilt(month, copies.get(month)),
  };
}

export function sidesOf(book: RecapBook, log: PeopleLog, asked: Asked): Sides {
  return ofCloses(book, log, asked.month) ?? ofLog(book, log, asked);
}

/** The workbook, with what Lucca says beside its people: the account that it asks for, the contract that goes on. A close keeps both. */
export function besideLucca(book: RecapBook, { employees, asOf, changes, contracts }: PeopleLog): RecapBook {
  const people = withContracts(book.people, contracts);
  return { ...book, people: withAsked(people, luccaPeople(employees, asOf), changes, bankAnswers(book.snapshot)) };
}
