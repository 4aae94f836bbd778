/** « Clore le mois des salariés »: everybody is copied as they stand, and the month is closed, in one plan that can be undone. */
import type { Connection } from '../../contracts/schemas.ts';
import type { Instant, PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { packPerson, type FrozenPerson } from '../../domain/people/recap/frozenPerson.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { textCell } from '../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../domain/review/plan.ts';
import { periodsTable } from '../../tables/periodsTable.ts';
import { closingsTable } from '../../tables/recap/recapTables.ts';
import { applyPlan, type ApplyError, type ApplyReport } from '../apply.ts';
import { rowsOf } from '../bookState.ts';
import { companyPeriodLines } from '../companyPeriods.ts';
import type { FlowOptions } from '../ports.ts';
import { prepareReview } from '../prepareReview.ts';
import { askedEntries, automaticEntries, oneByOne } from '../reviewEntries.ts';
import { replacing } from '../replacing.ts';
import { stamp } from '../stamp.ts';
import { textOf } from '../vouchers/regulationReadings.ts';
import { monthAt } from './frozenPeople.ts';
import { readRecapBook, type RecapBook, type RecapError } from './recapBook.ts';
import { readPeopleLog } from './readLog.ts';
import type { RecapPorts, RecapRequest } from './readRecap.ts';
import { besideLucca } from './recapSides.ts';

/** `by`: where it is done, « le volet Excel ». `again`: a month that is closed already, or has not begun, is copied all the same. */
export interface CloseOptions extends FlowOptions {
  readonly by?: string;
  readonly again?: boolean;
}

/**
 * `nobody`: « Salariés » is empty. `twice`: somebody stands on two rows, nobody knows which one is right. `closed`: it is done already.
 * `later`: `month` is closed already, and stands after. `far`: the month has not begun; asked again, it is closed.
 */
export type CloseError =
  | RecapError
  | { readonly code: 'apply'; readonly error: ApplyError }
  | { readonly code: 'nobody' }
  | { readonly code: 'twice'; readonly findings: readonly Finding[] }
  | { readonly code: 'closed' }
  | { readonly code: 'far' }
  | { readonly code: 'later'; readonly month: PlainMonth };

export interface CloseReport extends ApplyReport {
  readonly people: number;
}

interface Asked {
  readonly month: PlainMonth;
  readonly again: boolean;
  readonly now: Instant;
}

function refusal({ people, findings, closed }: RecapBook, { month, again, now }: Asked): CloseError | undefined {
  if (findings.length > 0) return { code: 'twice', findings };
  if (people.length === 0) return { code: 'nobody' };
  const last = closed.at(-1)?.month;
  if (last !== undefined && last > month) return { code: 'later', month: last };
  if (again) return undefined;
  if (last === month) return { code: 'closed' };
  return month > monthAt(now) ? { code: 'far' } : undefined;
}

/** The copy of the month beside the last one before it; older ones go. */
function copyLines(
  { snapshot }: RecapBook,
  people: readonly FrozenPerson[],
  month: PlainMonth,
  now: Instant,
): PlanLine[] {
  const held = rowsOf(snapshot, closingsTable.name);
  const earlier = [...new Set(held.map((row) => textOf(row, 'month')))].filter((each) => each < month).sort();
  const kept = earlier.at(-1);
  const wanted = people.map((person): RowCells => ({
    month: textCell(month),
    luccaId: textCell(person.id),
    content: textCell(packPerson(person, { month, at: now, count: people.length })),
  }));
  return replacing(closingsTable, held, wanted, (row) => textOf(row, 'month') !== kept);
}

/** Everybody, with what Lucca says beside them: once the month is closed, nothing else says where an account stood. */
async function frozen(
  { service }: RecapPorts,
  book: RecapBook,
  { id, mirror }: Connection,
  options: FlowOptions,
): Promise<Result<readonly FrozenPerson[], RecapError>> {
  if (!mirror) return ok(book.people);
  const log = await readPeopleLog(service, id, options);
  return log.ok ? ok(besideLucca(book, log.value).people) : fail({ code: 'service', error: log.error });
}

/** Freezes « Salariés » and closes the month in « Périodes ». The copies of the last two closes are kept. */
export async function closeEmployees(
  ports: RecapPorts,
  { connection, month }: RecapRequest,
  options: CloseOptions = {},
): Promise<Result<CloseReport, CloseError>> {
  const book = await readRecapBook(ports.book, connection);
  if (!book.ok) return book;
  const now = ports.clock.now();
  const refused = refusal(book.value, { month, again: options.again ?? false, now });
  if (refused) return fail(refused);
  const people = await frozen(ports, book.value, connection, options);
  if (!people.ok) return people;
  const period = { topic: 'people', month, state: 'closed', by: options.by ?? '', at: stamp(now) } as const;
  const lines = [
    ...companyPeriodLines(rowsOf(book.value.snapshot, periodsTable.name), period),
    ...copyLines(book.value, people.value, month, now),
  ];
  const report = await applyPlan(ports, lines, options, 'peopleClose');
  if (!report.ok) return fail({ code: 'apply', error: report.error });
  return ok({ ...report.value, people: people.value.length });
}

/**
 * Differences of people that « Revoir » asks about, and those of them that are bank accounts or conflicts; `automatic`: those that it takes
 * without asking.
 */
export interface Waiting {
  readonly differences: number;
  readonly oneByOne: number;
  readonly automatic: number;
}

/** What a close would leave out: told before it, and no reason to forbid it. Undefined when nobody can tell. */
export async function waitingDifferences(
  ports: RecapPorts,
  { connection }: Pick<RecapRequest, 'connection'>,
  options: FlowOptions = {},
): Promise<Waiting | undefined> {
  const review = await prepareReview(ports, { connection, months: [] }, options);
  if (!review.ok) return undefined;
  const entries = askedEntries(review.value);
  const automatic = automaticEntries(review.value).length;
  return { differences: entries.length, oneByOne: entries.filter(oneByOne).length, automatic };
}
