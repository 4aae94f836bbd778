/** « Tout ce qui a changé dans Lucca »: the change log of the service, the last changes first, a page at a time. */
import type { Change, Run } from '../../contracts/schemas.ts';
import type { Service, Slice } from '../../contracts/service.ts';
import { employeeFields, type EmployeeField, type Sensitivity } from '../../domain/people/employeeFields.ts';
import type { Employee, EmployeeValue } from '../../domain/people/employee.ts';
import { recapPerson } from '../../domain/people/recap/recap.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { canonical, displayed, textCell } from '../../domain/review/cell.ts';
import { fullDates, type LogKind } from '../../messages/fr/employees/changeLog.ts';
import { masked } from '../../messages/fr/employees/recap.ts';
import { employeesTable } from '../../tables/employeesTable.ts';
import type { Book } from '../book.ts';
import { allPages, untilSteady, type MirrorError } from '../mirrorPages.ts';
import type { FlowOptions } from '../ports.ts';
import { stamp } from '../stamp.ts';
import { bookPeople, luccaPeople } from './frozenPeople.ts';
import { loggedCell } from './readLog.ts';
import { shownField } from './recapReports.ts';

export const LOG_PAGE = 500;
const PEOPLE_A_PAGE = 1000;

/** `field`: its French heading, '' for a person who came or went. Values are those of Lucca: `shownChange` says what may be seen of them. */
export interface LogEntry {
  readonly sequence: number;
  /** As a sheet tells it, at the hour of Paris. */
  readonly at: string;
  readonly name: string;
  readonly employeeNumber: string;
  readonly kind: LogKind;
  readonly field: string;
  /** Who started the run that saw it; '' when nobody knows any more. */
  readonly startedBy: string;
  readonly change: Change;
}

/** `names`, `runs`: what is known already. `from`: how many older changes there are. */
export interface ChangeLog {
  /** Latest first. */
  readonly entries: readonly LogEntry[];
  readonly older: number;
  readonly total: number;
  readonly snapshot: number;
  readonly names: ReadonlyMap<string, Named>;
  readonly runs: ReadonlyMap<string, string>;
}

interface Named {
  readonly name: string;
  readonly employeeNumber: string;
}

export interface LogPorts {
  readonly service: Service;
  readonly book: Book;
}

const fields = new Map<string, EmployeeField>(employeeFields.map((each) => [each.key, each]));
const idOf = (id: string) => canonical('identifier', textCell(id));

/** The workbook keeps the name of who is gone; Lucca's own comes first. */
async function namesOf({ service, book }: LogPorts, connectionId: string, options: FlowOptions) {
  const read = await book.read([employeesTable]);
  const own = read.ok ? bookPeople(read.value).people : [];
  const pages = await untilSteady(() =>
    allPages<Employee>((slice) => service.employees(connectionId, slice), PEOPLE_A_PAGE, options),
  );
  const lucca = pages.ok ? luccaPeople(pages.value.items, pages.value.asOf) : [];
  return new Map([...own, ...lucca].map((person): [string, Named] => [person.id, recapPerson(person)]));
}

/** Who started each run of `changes` that is not known yet; the service keeps the last two hundred. */
async function runsOf(service: Service, changes: readonly Change[], known: ReadonlyMap<string, string>) {
  const runs = new Map(known);
  for (const id of new Set(changes.map(({ runId }) => runId))) {
    if (runs.has(id)) continue;
    const run = await service.run(id);
    runs.set(id, run.ok ? (run.value satisfies Run).startedBy : '');
  }
  return runs;
}

type Page = Result<
  { readonly snapshot: number; readonly total: number; readonly items: readonly Change[] },
  MirrorError
>;

async function pageOf(service: Service, connectionId: string, slice: Slice): Promise<Page> {
  return service.changes(connectionId, 0, slice);
}

function kindOf({ kind, cause }: Change): LogKind {
  if (cause === undefined) return kind;
  return cause === 'mapping' ? 'reread' : 'notShown';
}

function entryOf(change: Change, names: ChangeLog['names'], runs: ChangeLog['runs']): LogEntry {
  const { sequence, employeeId, field, at, runId } = change;
  const person = names.get(idOf(employeeId));
  const isOfPerson = change.kind === 'changed';
  return {
    sequence,
    at: displayed(stamp(at)),
    name: person?.name ?? '',
    employeeNumber: person?.employeeNumber ?? '',
    kind: kindOf(change),
    field: isOfPerson && field !== null ? (fields.get(field)?.heading ?? field) : '',
    startedBy: runs.get(runId) ?? '',
    change,
  };
}

/** The latest changes. */
export async function readChangeLog(
  ports: LogPorts,
  connectionId: string,
  options: FlowOptions = {},
): Promise<Result<ChangeLog, MirrorError>> {
  const first = await pageOf(ports.service, connectionId, { offset: 0, limit: 1 });
  if (!first.ok) return first;
  const { total, snapshot } = first.value;
  const names = await namesOf(ports, connectionId, options);
  const none: ChangeLog = { entries: [], older: total, total, snapshot, names, runs: new Map() };
  return total === 0 ? ok(none) : olderChanges(ports.service, connectionId, none);
}

/** `log` with the page before its oldest change; `restless` when a run ended meanwhile: it is to be read again from its beginning. */
export async function olderChanges(
  service: Service,
  connectionId: string,
  log: ChangeLog,
): Promise<Result<ChangeLog, MirrorError>> {
  const offset = Math.max(0, log.older - LOG_PAGE);
  const page = await pageOf(service, connectionId, { offset, limit: Math.max(1, log.older - offset) });
  if (!page.ok) return page;
  if (page.value.snapshot !== log.snapshot) return fail({ code: 'restless' });
  const { items } = page.value;
  const runs = await runsOf(service, items, log.runs);
  const entries = [...items].reverse().map((change) => entryOf(change, log.names, runs));
  return ok({ ...log, entries: [...log.entries, ...entries], older: offset, runs });
}

/** Absences may say why somebody is away: they are personal. */
function shownValue({ kind, field }: Change, value: EmployeeValue, upTo: Sensitivity): string {
  if (kind === 'changed' && field !== null && fields.has(field))
    return shownField(field, loggedCell(field, value), upTo);
  const text = value === null ? '' : fullDates(String(value));
  return text === '' || upTo !== 'open' ? text : masked;
}

/** Before and after, as somebody who sees values up to `upTo` sees them; '' for none. */
export function shownChange({ change }: LogEntry, upTo: Sensitivity): readonly [before: string, after: string] {
  return [shownValue(change, change.before, upTo), shownValue(change, change.after, upTo)];
}
