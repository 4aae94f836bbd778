/** Everything that a month of working time is computed from: the workbook, and the mirror of the months it needs. */
import type { Connection } from '../../contracts/schemas.ts';
import type { Service } from '../../contracts/service.ts';
import { addMonths, plainMonth, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { RuleSet } from '../../domain/worktime/ruleSet.ts';
import { monthsOfWeeks } from '../../domain/worktime/weeks.ts';
import { luccaRightNames } from '../../messages/fr/lucca.ts';
import { sourceTables } from '../../tables/tables.ts';
import type { Book, BookError, BookSnapshot } from '../book.ts';
import type { MirrorError } from '../mirrorPages.ts';
import type { Clock, FlowOptions } from '../ports.ts';
import { readWorktimeFacts, type WorktimeFacts } from '../readWorktimeFacts.ts';
import { unsoundBook } from '../soundBook.ts';
import { worktimeBook, type WorktimeBook } from './worktimeBook.ts';

export interface WorktimePorts {
  readonly book: Book;
  readonly service: Service;
  readonly clock: Clock;
}

export interface WorktimeRequest {
  readonly connection: Connection;
  readonly month: PlainMonth;
}

/**
 * `notRead`: months to be read in Lucca first. `unsound`: the workbook cannot be computed on, and the findings say why. `noRegulation`: no regulation can be
 * computed with, and they say why.
 */
export type WorktimeError =
  | { readonly code: 'book'; readonly error: BookError }
  | { readonly code: 'service'; readonly error: MirrorError }
  | { readonly code: 'pending' }
  | { readonly code: 'notRead'; readonly months: readonly PlainMonth[] }
  | { readonly code: 'unsound'; readonly findings: readonly Finding[] }
  | { readonly code: 'noRegulation'; readonly findings: readonly Finding[]; readonly book: WorktimeBook };

/** `months`: those that were read, in order, the last one being computed. `hasSheets`: Lucca's sheets could be read. */
export interface WorktimeReading {
  readonly snapshot: BookSnapshot;
  readonly book: WorktimeBook;
  readonly mirror: WorktimeFacts;
  readonly months: readonly PlainMonth[];
  readonly hasSheets: boolean;
}

/** Closed months that are counted again; older ones keep what their rules gave then, beside corrections and refused lines. */
export const LOOK_BACK = 2;
/** Months that an average of twelve weeks reaches back to. */
const AVERAGE = 3;

const BLOCKING: ReadonlySet<string> = new Set([
  'timeExportUnreadable',
  'timeExportStateOdd',
  'timeExportMonthTwice',
  'timeRegisterEdited',
  'timeRegisterCut',
  'timeExportLost',
  'timeSettingsLost',
  'timeRegisterUnreadable',
]);

/** The closed months that are counted again with `month`. */
export function lookedBack({ register }: WorktimeBook, month: PlainMonth): PlainMonth[] {
  const closed = register.closed.filter((each) => each.month < month).map((each) => each.month);
  return closed.slice(-LOOK_BACK);
}

/** The first month that a rule of the sets reads for `month`. */
function firstOfRules(sets: Iterable<RuleSet | null>, month: PlainMonth): PlainMonth {
  const periods = [...sets].flatMap((set) =>
    (set?.rules ?? []).flatMap((rule) => (rule.kind === 'gap' ? [rule.period] : [])),
  );
  if (periods.some(({ unit }) => unit === 'year')) return plainMonth(`${month.slice(0, 4)}-01`);
  const weeks = Math.max(1, ...periods.map((each) => (each.unit === 'week' ? each.count : 1)));
  return addMonths(month, -Math.ceil((weeks - 1) / 4));
}

function monthsBetween(first: PlainMonth, last: PlainMonth): PlainMonth[] {
  const months: PlainMonth[] = [];
  for (let each = first; each <= last; each = addMonths(each, 1)) months.push(each);
  return months;
}

/** Months without which `month` cannot be computed, nor the closed ones that are counted again with it: a year that closed in December is read whole. */
export function neededMonths(book: WorktimeBook, month: PlainMonth): PlainMonth[] {
  const again = lookedBack(book, month).map((each) => {
    const settings = book.register.closed.find((closed) => closed.month === each)?.settings;
    return firstOfRules(settings?.values() ?? [], each);
  });
  const [first = month] = [firstOfRules(book.sets.values(), month), ...again].sort();
  return monthsBetween(first, month);
}

/** A right that is missing stays missing: what it hides is typed in « Temps saisis » and « Plannings ». */
function isRead({ mirror }: Connection, month: PlainMonth): boolean {
  if (!mirror) return false;
  const { months, planningMonths, timeMonths, missingRights } = mirror;
  const around = monthsOfWeeks([month]);
  const hasPlanning = missingRights.includes(luccaRightNames.planning());
  const hasTime = timeMonths.includes(month) || missingRights.includes(luccaRightNames.time());
  return hasTime && around.every((each) => months.includes(each) && (hasPlanning || planningMonths.includes(each)));
}

/** Months before those that are needed, for averages and the contingent: as far as they were read without a hole. */
function history(
  isRead: (month: PlainMonth) => boolean,
  needed: readonly PlainMonth[],
  month: PlainMonth,
): PlainMonth[] {
  const first = [addMonths(month, -AVERAGE), plainMonth(`${month.slice(0, 4)}-01`)].sort()[0] ?? month;
  const earlier: PlainMonth[] = [];
  for (let each = addMonths(needed[0] ?? month, -1); each >= first && isRead(each); each = addMonths(each, -1))
    earlier.unshift(each);
  return earlier;
}

/** The months that `month` is computed with, in order; or why it cannot be, and which months are to be read first. */
export function monthsRead(
  book: WorktimeBook,
  month: PlainMonth,
  isRead: (month: PlainMonth) => boolean,
): Result<PlainMonth[], Extract<WorktimeError, { code: 'unsound' | 'notRead' }>> {
  const blocking = book.findings.filter(({ code }) => BLOCKING.has(code));
  if (blocking.length > 0) return fail({ code: 'unsound', findings: blocking });
  const needed = neededMonths(book, month);
  const unread = needed.filter((each) => !isRead(each));
  if (unread.length > 0) return fail({ code: 'notRead', months: unread });
  return ok([...history(isRead, needed, month), ...needed]);
}

export function readingOf(
  snapshot: BookSnapshot,
  mirror: WorktimeFacts,
  months: readonly PlainMonth[],
  hasSheets: boolean,
): WorktimeReading {
  return { snapshot, book: worktimeBook(snapshot, mirror), mirror, months, hasSheets };
}

/** Reads everything. Refuses what nothing sound can be computed on. */
export async function readForWorktime(
  ports: WorktimePorts,
  { connection, month }: WorktimeRequest,
  options: FlowOptions = {},
): Promise<Result<WorktimeReading, WorktimeError>> {
  const held = await ports.book.read(sourceTables);
  if (!held.ok) return fail({ code: 'book', error: held.error });
  const refused = unsoundBook(held.value, connection);
  if (refused) return fail(refused);
  const known = await readWorktimeFacts(ports.service, connection.id, [], options);
  if (!known.ok) return fail({ code: 'service', error: known.error });
  const months = monthsRead(worktimeBook(held.value, known.value), month, (each) => isRead(connection, each));
  if (!months.ok) {
    const { error } = months;
    return fail(error.code === 'notRead' ? { ...error, months: monthsOfWeeks(error.months) } : error);
  }
  const mirror = await readWorktimeFacts(ports.service, connection.id, months.value, options);
  if (!mirror.ok) return fail({ code: 'service', error: mirror.error });
  // Sheets that were read before a right was lost still say which weeks wait.
  const hasSheets = months.value.some((each) => connection.mirror?.timeMonths.includes(each));
  return ok(readingOf(held.value, mirror.value, months.value, hasSheets));
}
