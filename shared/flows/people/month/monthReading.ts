/** What « Mouvements du mois » and « Contrôle » are made from: the workbook, and what the service knows of contracts and of what changed. */
import type { Change, Connection } from '../../../contracts/schemas.ts';
import type { Service } from '../../../contracts/service.ts';
import type { ContractSpan } from '../../../contracts/voucherSchemas.ts';
import type { WorkingTime } from '../../../contracts/worktimeSchemas.ts';
import { addMonths, wallClock, type PlainDate, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { monthOf, parsePlainDate } from '../../../domain/calendar/plainDate.ts';
import type { PlannedMonth } from '../../../domain/calendar/plannedMonth.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { HalfDayAbsence } from '../../../domain/absences/halfDay.ts';
import type { Employee } from '../../../domain/people/employee.ts';
import type { MonthContract } from '../../../domain/people/month/contracts.ts';
import { silentMonths } from '../../../domain/review/silentMonths.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { currentIds, type CurrentIds } from '../../../tables/people/currentIds.ts';
import { sourceTables } from '../../../tables/tables.ts';
import type { Book, BookError, BookRow, BookSnapshot } from '../../book.ts';
import { byPerson } from '../../byPerson.ts';
import { untilSteady, type MirrorError } from '../../mirrorPages.ts';
import { OfSnapshot, PLANNED_MONTHS_A_PAGE, ROWS_A_PAGE } from '../../ofSnapshot.ts';
import { ownPeople } from '../../ownPeople.ts';
import type { Clock, FlowOptions } from '../../ports.ts';
import { readMirrorOnce } from '../../readMirror.ts';
import { unsoundBook } from '../../soundBook.ts';

export interface MonthPorts {
  readonly book: Book;
  readonly service: Service;
  readonly clock: Clock;
}

export interface MonthRequest {
  readonly connection: Connection;
  readonly month: PlainMonth;
}

/** `notRead`: Lucca was never read. `unsound`: the workbook cannot be relied on, and the findings say why. */
export type MonthError =
  | { readonly code: 'book'; readonly error: BookError }
  | { readonly code: 'service'; readonly error: MirrorError }
  | { readonly code: 'pending' }
  | { readonly code: 'notRead'; readonly months: readonly PlainMonth[] }
  | { readonly code: 'unsound'; readonly findings: readonly Finding[] };

/** What changed of a person in Lucca in the month, with its day in Paris. */
export type DatedChange = Pick<Change, 'employeeId' | 'field' | 'before' | 'after'> & { readonly on: PlainDate };

/** What the log has of a person, with its day in Paris. */
export type LoggedChange = DatedChange & Pick<Change, 'kind'>;

export interface MonthReading {
  readonly connection: Connection;
  readonly month: PlainMonth;
  readonly snapshot: BookSnapshot;
  /** Rows of « Salariés » that say who they are. */
  readonly people: readonly BookRow[];
  /** By identifier: everybody whom Lucca has. */
  readonly employees: ReadonlyMap<string, Employee>;
  readonly contracts: ReadonlyMap<string, readonly MonthContract[]>;
  /** Of the month and of the one before. */
  readonly planning: ReadonlyMap<string, readonly PlannedMonth[]>;
  /** Of the month, oldest first. */
  readonly changes: ReadonlyMap<string, readonly DatedChange[]>;
  /** Of any month, oldest first: comings and goings, and days of contracts. */
  readonly log: ReadonlyMap<string, readonly LoggedChange[]>;
  /** Of the month and of the one before, where they were read. */
  readonly halfDays: readonly HalfDayAbsence[];
  /** Of the month and of the one before, those in which Lucca shows no absence of anybody. */
  readonly silent: ReturnType<typeof silentMonths>;
  readonly findings: readonly Finding[];
}

const ZONE = 'Europe/Paris';

interface Mirrored {
  readonly employees: readonly Employee[];
  readonly halfDays: readonly HalfDayAbsence[];
  readonly contracts: readonly ContractSpan[];
  readonly workingTimes: readonly WorkingTime[];
  readonly planning: readonly PlannedMonth[];
  readonly changes: readonly Change[];
  readonly silent: MonthReading['silent'];
}

async function readOnce(
  service: Service,
  { connection: { id, mirror: known }, month }: MonthRequest,
  options: FlowOptions,
): Promise<Result<Mirrored, MirrorError>> {
  const months = [addMonths(month, -1), month];
  const read = months.filter((each) => known?.months.includes(each));
  const mirror = await readMirrorOnce(service, id, read, options);
  if (!mirror.ok) return mirror;
  const lists = new OfSnapshot(mirror.value.snapshot, options);
  const contracts = await lists.whole((slice) => service.contracts(id, slice), ROWS_A_PAGE);
  const workingTimes = await lists.whole(() => service.workingTimes(id), ROWS_A_PAGE);
  const planning = await lists.ofMonths<PlannedMonth>(
    months,
    (each) => (slice) => service.planning(id, each, slice),
    PLANNED_MONTHS_A_PAGE,
  );
  const changes = await lists.whole((slice) => service.changes(id, 0, slice), ROWS_A_PAGE);
  if (lists.error) return fail(lists.error);
  const silent = silentMonths(mirror.value, read);
  const { employees, halfDays } = mirror.value;
  return ok({ employees, halfDays, contracts, workingTimes, planning, changes, silent });
}

/** An arrangement without a name is told by its number: two of them are still two. */
function workingTimeNames(workingTimes: readonly WorkingTime[]): (id: string | null | undefined) => string {
  const names = new Map(workingTimes.map((each) => [each.id, each.name ?? '']));
  return (id) => (id == null ? '' : names.get(id) || id);
}

/** Where no contract is given, what the person's own dates say. */
function ownContract({ id, values }: Employee): MonthContract[] {
  const dateOf = (value: unknown) => (typeof value === 'string' ? parsePlainDate(value) : undefined);
  const from = dateOf(values.contractStart);
  if (!from) return [];
  const establishment = typeof values.establishment === 'string' ? values.establishment : '';
  return [
    { id: `own-${id}`, from, to: dateOf(values.contractEnd) ?? null, establishment, workingTime: '', nature: '' },
  ];
}

function contractsOf({ employees, contracts, workingTimes }: Mirrored): ReadonlyMap<string, readonly MonthContract[]> {
  const spans = byPerson(contracts);
  const nameOf = workingTimeNames(workingTimes);
  const monthContract = ({ id, from, to, ...rest }: ContractSpan): MonthContract => ({
    id,
    from,
    to,
    establishment: rest.establishment ?? '',
    workingTime: nameOf(rest.workingTimeId),
    nature: rest.nature ?? '',
  });
  return new Map(
    employees.map((each) => [each.id, spans.get(each.id)?.map(monthContract) ?? ownContract(each)] as const),
  );
}

function changesOf(changes: readonly Change[], month: PlainMonth, { of }: CurrentIds): MonthReading['changes'] {
  return byPerson(
    changes.flatMap(({ kind, at, employeeId, field, before, after }): DatedChange[] => {
      if (kind !== 'changed') return [];
      const on = wallClock(at, ZONE).date;
      return monthOf(on) === month ? [{ employeeId: of(employeeId), field, before, after, on }] : [];
    }),
  );
}

/** A field that is read elsewhere says nothing new of its person. */
function logOf(changes: readonly Change[], { of }: CurrentIds): MonthReading['log'] {
  const isKept = ({ kind, field, cause }: Change) =>
    kind === 'changed'
      ? cause === undefined && (field === 'contractStart' || field === 'contractEnd')
      : kind === 'arrived' || kind === 'gone' || kind === 'returned';
  return byPerson(
    changes.filter(isKept).map(({ kind, at, employeeId, field, before, after }): LoggedChange => {
      return { employeeId: of(employeeId), kind, field, before, after, on: wallClock(at, ZONE).date };
    }),
  );
}

/** The value that a field had at the beginning of the month, where it is another one now; undefined where it did not change. */
export function changeOf(changes: readonly DatedChange[], field: string): DatedChange | undefined {
  const own = changes.filter((each) => each.field === field);
  const [first, last] = [own[0], own.at(-1)];
  return first && last && first.before !== last.after ? { ...last, before: first.before } : undefined;
}

/** Reads the workbook and the service. Refuses what nothing sound can be said of. */
export async function readMonth(
  ports: Pick<MonthPorts, 'book' | 'service'>,
  request: MonthRequest,
  options: FlowOptions = {},
): Promise<Result<MonthReading, MonthError>> {
  const { connection, month } = request;
  const held = await ports.book.read(sourceTables);
  if (!held.ok) return fail({ code: 'book', error: held.error });
  const refused = unsoundBook(held.value, connection);
  if (refused) return fail(refused);
  if (!connection.mirror) return fail({ code: 'notRead', months: [addMonths(month, -1), month] });
  const mirror = await untilSteady(() => readOnce(ports.service, request, options));
  if (!mirror.ok) return fail({ code: 'service', error: mirror.error });
  const { value: people, findings } = ownPeople(held.value);
  const ids = currentIds(held.value);
  const { employees, halfDays, planning, changes, silent } = mirror.value;
  return ok({
    connection,
    month,
    snapshot: held.value,
    people,
    employees: new Map(employees.map((each) => [each.id, each])),
    contracts: contractsOf(mirror.value),
    planning: byPerson(planning),
    changes: changesOf(changes, month, ids),
    log: logOf(changes, ids),
    halfDays,
    silent,
    findings,
  });
}
