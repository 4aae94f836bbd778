/** « Revoir »: every difference between the workbook and what the service knows, and what each answer would write. */
import type { PlainMonth } from '../domain/calendar/plainDate.ts';
import type { Finding } from '../domain/finding.ts';
import { canonical, displayed, textCell } from '../domain/review/cell.ts';
import type { FieldGroup } from '../domain/people/employeeFields.ts';
import { changedFields } from '../domain/people/mapping/fieldMapping.ts';
import { guarded } from '../domain/review/massDisappearance.ts';
import type { RowCells } from '../domain/review/plan.ts';
import type { MineRow, ReviewItem, TheirsRow } from '../domain/review/review.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Connection } from '../contracts/schemas.ts';
import type { Service } from '../contracts/service.ts';
import { accountBindingsTable } from '../tables/absences/accountBindingsTable.ts';
import { absencesTable } from '../tables/absencesTable.ts';
import { employeesBaseTable, employeesTable } from '../tables/employeesTable.ts';
import { formerIdsTable } from '../tables/people/formerIdsTable.ts';
import { monthMovementsTable } from '../tables/people/monthMovementsTable.ts';
import { payrollListTable } from '../tables/people/payrollListTable.ts';
import { tables } from '../tables/tables.ts';
import type { Book, BookError, BookSnapshot } from './book.ts';
import {
  bookState,
  originLines,
  rowsOf,
  tableFindings,
  undecidedHeld,
  type BookOrigin,
  type BookOwner,
  type BookState,
} from './bookState.ts';
import { withAutomatic } from './automatic.ts';
import { linkedRows } from './bookOwner.ts';
import { withDoubts } from './people/matching/reviewDoubts.ts';
import { absenceRows, compareAbsences, compareEmployees, employeeRows, inMonths } from './comparisons.ts';
import type { Clock, FlowOptions } from './ports.ts';
import { withoutIncomplete } from './incompleteFiles.ts';
import { luccaFindings, withoutSilentMonths } from './luccaFindings.ts';
import { explainedByMapping, mappingFindings } from './mappingFindings.ts';
import type { MirrorError } from './mirrorPages.ts';
import { readMirror } from './readMirror.ts';
import type { PersonLabel, Review, ReviewEntry } from './reviewShape.ts';
import { withRows } from './rowsAround.ts';
import { withArrivals } from './waitingAbsences.ts';

export interface ReviewPorts {
  readonly service: Service;
  readonly book: Book;
  readonly clock: Clock;
}

export interface ReviewRequest {
  readonly connection: Connection;
  readonly months: readonly PlainMonth[];
  /** Groups whose changes are not asked about; those that the workbook remembers when absent. */
  readonly automatic?: readonly FieldGroup[];
}

export type ReviewError =
  | { readonly from: 'service'; readonly error: MirrorError }
  | { readonly from: 'book'; readonly error: BookError }
  | { readonly from: 'state'; readonly code: 'pending' | 'otherConnection' | 'tables'; readonly state: BookState };

export type { PersonLabel, Review, ReviewEntry } from './reviewShape.ts';

/** Runs a comparison to its end, breathing between two steps. Undefined when the signal was raised. */
async function driven<T>(
  steps: Generator<number, T>,
  total: number,
  clock: Clock,
  options: FlowOptions,
): Promise<T | undefined> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    options.onProgress?.({ step: 'compare', done: step.value, total });
    await clock.wait(0);
    if (options.signal?.aborted) return undefined;
  }
}

function labelOf(luccaId: string, cells: MineRow['cells']): PersonLabel {
  const text = (key: string) => displayed(cells[key] ?? textCell(''));
  return {
    luccaId,
    name: [text('lastName'), text('firstName')].filter((each) => each !== '').join(' '),
    employeeNumber: text('employeeNumber'),
    establishment: text('establishment'),
  };
}

type Rows = ReadonlyMap<string, RowCells>;

/** Cells of each row, Lucca's before ours. */
function cellsByKey(snapshot: BookSnapshot, table: string, theirs: readonly TheirsRow[]): Rows {
  const mine = rowsOf(snapshot, table).map(({ key, cells }): [string, RowCells] => [key, cells]);
  return new Map([...mine, ...theirs.map(({ key, cells }): [string, RowCells] => [key, cells])]);
}

function entryOf(item: ReviewItem, people: Rows, absences: Rows): ReviewEntry {
  const about = (item.table === absencesTable.name ? absences : people).get(item.key) ?? {};
  const luccaId = canonical('identifier', about['luccaId'] ?? textCell(item.key));
  return { item, about, person: labelOf(luccaId, people.get(luccaId) ?? about) };
}

function refusal(state: BookState, connection: Connection): ReviewError | undefined {
  if (state.pending) return { from: 'state', code: 'pending', state };
  if (state.findings.some(({ code }) => code === 'tableBroken' || code === 'tableAmbiguous'))
    return { from: 'state', code: 'tables', state };
  return isOther(state.owner, connection) ? { from: 'state', code: 'otherConnection', state } : undefined;
}

/** The account says it: two services may give one name to different connections. */
export function isOther(owner: BookOwner | null, { id, host }: Connection): boolean {
  if (!owner) return false;
  return owner.account === '' ? owner.connection !== id : owner.account !== host;
}

/**
 * A workbook that knows people of Lucca and not where they come from may be another account's: nothing of it is proposed, a person decides.
 */
function guardedOrigin(review: Review, snapshot: BookSnapshot, state: BookState): Review {
  if (state.owner || linkedRows(snapshot) === 0) return review;
  const place = { table: employeesTable.name };
  const facts = { account: review.origin.account };
  const finding: Finding = { code: 'originLost', severity: 'warning', place, facts };
  const entries = review.entries.map((entry): ReviewEntry => {
    const isAsked = entry.item.decision === 'accept';
    return isAsked ? { ...entry, item: { ...entry.item, decision: 'undecided' } } : entry;
  });
  return { ...review, entries, findings: [...review.findings, finding] };
}

/** Months that the service never read hold no absence: compared with the workbook, all of theirs would seem cancelled. */
function unreadFindings(months: readonly PlainMonth[]): Finding[] {
  return months.map((month) => ({
    code: 'monthNotRead',
    severity: 'warning',
    place: { table: absencesTable.name },
    facts: { month },
  }));
}

/**
 * Compares the workbook with the mirror of `connection`, for every person and the absences of those of `months` that the service read.
 * Writes nothing.
 * Refused while a plan is unfinished, while a table cannot be found, or when the workbook belongs to another account.
 */
export async function prepareReview(
  ports: ReviewPorts,
  request: ReviewRequest,
  options: FlowOptions = {},
): Promise<Result<Review, ReviewError>> {
  const { connection } = request;
  const readMonths = new Set(connection.mirror?.months);
  const months = [...new Set(request.months)].filter((month) => readMonths.has(month));
  const unread = request.months.filter((month) => !readMonths.has(month));
  const snapshot = await ports.book.read([
    ...tables,
    payrollListTable,
    monthMovementsTable,
    formerIdsTable,
    accountBindingsTable,
  ]);
  if (!snapshot.ok) return fail({ from: 'book', error: snapshot.error });
  const own = bookState(snapshot.value);
  const listFindings = tableFindings(snapshot.value, [payrollListTable]);
  const state = { ...own, findings: [...own.findings, ...listFindings] };
  const refused = refusal(state, connection);
  if (refused) return fail(refused);
  const mirror = await readMirror(ports.service, connection.id, months, options);
  if (!mirror.ok) return fail({ from: 'service', error: mirror.error });

  const employees = employeeRows(mirror.value);
  const spans = absenceRows(snapshot.value, mirror.value);
  const comparedPeople = await driven(
    compareEmployees(snapshot.value, employees),
    employees.length,
    ports.clock,
    options,
  );
  const comparedAbsences =
    comparedPeople &&
    (await driven(compareAbsences(snapshot.value, spans, months), spans.length, ports.clock, options));
  if (!comparedAbsences) return fail({ from: 'service', error: { code: 'cancelled' } });
  const people = guarded(
    withoutIncomplete(comparedPeople, state.incompleteWaits),
    employeesTable.name,
    'gone',
    rowsOf(snapshot.value, employeesTable.name).length,
  );
  const inScope = rowsOf(snapshot.value, absencesTable.name).filter(inMonths(months));
  const told = explainedByMapping(connection);
  const said = [
    ...mappingFindings(connection, state.origin?.mapping ?? '', state.origin ? people.items : []),
    ...luccaFindings(snapshot.value, mirror.value, employees, months, told),
  ];
  const absences = withoutSilentMonths(guarded(comparedAbsences, absencesTable.name, 'removed', inScope.length), said);

  const lastChange = connection.mirror?.lastChange ?? 0;
  const origin: BookOrigin = {
    connection: connection.id,
    account: connection.host,
    asOf: mirror.value.asOf,
    lastChange,
    months,
    ...(connection.fieldMapping ? { mapping: connection.fieldMapping.read } : {}),
  };
  const peopleRows = cellsByKey(snapshot.value, employeesTable.name, employees);
  const absencesRows = cellsByKey(snapshot.value, absencesTable.name, spans);
  const all = [...people.items, ...absences.items].map((item) => entryOf(item, peopleRows, absencesRows));
  const held = undecidedHeld(snapshot.value);
  const doubted = withDoubts(all, snapshot.value, employees);
  const review: Review = {
    origin,
    entries: withRows(doubted.entries, snapshot.value),
    silent: [...people.silent, ...absences.silent, ...originLines(snapshot.value, origin)],
    ...(held ? { undecidedHeld: held } : {}),
    kept: people.kept,
    unchanged: people.unchanged + absences.unchanged,
    findings: [
      ...state.findings,
      ...doubted.findings,
      ...unreadFindings(unread),
      ...said,
      ...people.findings,
      ...absences.findings,
    ],
  };
  const guardedReview = guardedOrigin(review, snapshot.value, state);
  const entries = withAutomatic(guardedReview, {
    groups: request.automatic ?? state.automatic,
    accepted: new Set(rowsOf(snapshot.value, employeesBaseTable.name).map(({ key }) => key)),
    theirs: employees,
    mine: rowsOf(snapshot.value, employeesTable.name),
    moved: new Set(changedFields(state.origin?.mapping ?? '', connection.fieldMapping?.read ?? '')),
    asOf: origin.asOf,
  });
  return ok(withArrivals({ ...guardedReview, entries }, snapshot.value));
}
