/** What the service knows of people: the mirror, and every change that it keeps, of one snapshot. */
import type { Change } from '../../contracts/schemas.ts';
import type { Service } from '../../contracts/service.ts';
import type { Instant } from '../../domain/calendar/plainDate.ts';
import type { Employee, EmployeeValue } from '../../domain/people/employee.ts';
import { employeeFields } from '../../domain/people/employeeFields.ts';
import type { LoggedBankChange } from '../../domain/people/recap/bankChanges.ts';
import { keptCell } from '../../domain/people/recap/frozenPerson.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { canonical, textCell, type Cell } from '../../domain/review/cell.ts';
import { valueCell } from '../../tables/employeeRows.ts';
import { allPages, untilSteady, type MirrorError } from '../mirrorPages.ts';
import type { FlowOptions } from '../ports.ts';

const PEOPLE_A_PAGE = 1000;
const CHANGES_A_PAGE = 5000;

/** A change of a person, its values as cells; when, and by which run. */
export type LoggedPersonChange = LoggedBankChange & Pick<Change, 'runId'>;

export interface PeopleLog {
  readonly asOf: Instant;
  readonly employees: readonly Employee[];
  /** Of people, not of absences; oldest first. */
  readonly changes: readonly LoggedPersonChange[];
}

const fields = new Map<string, (typeof employeeFields)[number]>(employeeFields.map((each) => [each.key, each]));

/** A value of the log as a cell of its field; a field that the catalogue does not have any more is text. */
export function loggedCell(field: string | null, value: EmployeeValue): Cell {
  return keptCell(valueCell(fields.get(field ?? '') ?? { kind: 'text' }, value));
}

function ofPeople({ kind }: Change): boolean {
  return kind !== 'absenceAdded' && kind !== 'absenceRemoved';
}

function logged({ employeeId, kind, field, before, after, at, runId }: Change): LoggedPersonChange {
  const id = canonical('identifier', textCell(employeeId));
  return { employeeId: id, kind, field, before: loggedCell(field, before), after: loggedCell(field, after), at, runId };
}

async function readOnce(
  service: Service,
  connectionId: string,
  options: FlowOptions,
): Promise<Result<PeopleLog, MirrorError>> {
  const people = await allPages((slice) => service.employees(connectionId, slice), PEOPLE_A_PAGE, options);
  if (!people.ok) return people;
  const log = await allPages((slice) => service.changes(connectionId, 0, slice), CHANGES_A_PAGE, options);
  if (!log.ok) return log;
  if (log.value.snapshot !== people.value.snapshot) return fail({ code: 'restless' });
  const changes = log.value.items.filter(ofPeople).map(logged);
  return ok({ asOf: people.value.asOf, employees: people.value.items, changes });
}

/** Everybody and everything that changed about them; read again while a run ends meanwhile. */
export function readPeopleLog(
  service: Service,
  connectionId: string,
  options: FlowOptions = {},
): Promise<Result<PeopleLog, MirrorError>> {
  return untilSteady(() => readOnce(service, connectionId, options));
}
