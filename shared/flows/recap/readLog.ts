/** What the service knows of people: the mirror, its contracts, and every change that it keeps, of one snapshot. */
import type { Change } from '../../contracts/schemas.ts';
import type { Service } from '../../contracts/service.ts';
import type { ContractSpan } from '../../contracts/voucherSchemas.ts';
import type { Instant } from '../../domain/calendar/plainDate.ts';
import type { Employee, EmployeeValue } from '../../domain/people/employee.ts';
import { employeeFields } from '../../domain/people/employeeFields.ts';
import type { LoggedBankChange } from '../../domain/people/recap/bankStanding.ts';
import { keptCell } from '../../domain/people/recap/frozenPerson.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { canonical, textCell, type Cell } from '../../domain/review/cell.ts';
import { valueCell } from '../../tables/employeeRows.ts';
import { byPerson } from '../byPerson.ts';
import { allPages, untilSteady, type MirrorError } from '../mirrorPages.ts';
import { OfSnapshot, ROWS_A_PAGE } from '../ofSnapshot.ts';
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
  /** By person, as Lucca has them now. */
  readonly contracts: ReadonlyMap<string, readonly ContractSpan[]>;
}

const fields = new Map<string, (typeof employeeFields)[number]>(employeeFields.map((each) => [each.key, each]));

const idOf = (id: string) => canonical('identifier', textCell(id));

/** A value of the log as a cell of its field; a field that the catalogue does not have any more is text. */
export function loggedCell(field: string | null, value: EmployeeValue): Cell {
  return keptCell(valueCell(fields.get(field ?? '') ?? { kind: 'text' }, value));
}

function ofPeople({ kind }: Change): boolean {
  return kind !== 'absenceAdded' && kind !== 'absenceRemoved';
}

function logged({ employeeId, kind, field, before, after, at, runId }: Change): LoggedPersonChange {
  return {
    employeeId: idOf(employeeId),
    kind,
    field,
    before: loggedCell(field, before),
    after: loggedCell(field, after),
    at,
    runId,
  };
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
  const lists = new OfSnapshot(people.value.snapshot, options);
  const spans = await lists.whole((slice) => service.contracts(connectionId, slice), ROWS_A_PAGE);
  if (lists.error) return fail(lists.error);
  const changes = log.value.items.filter(ofPeople).map(logged);
  const contracts = byPerson(spans.map((span) => ({ ...span, employeeId: idOf(span.employeeId) })));
  return ok({ asOf: people.value.asOf, employees: people.value.items, changes, contracts });
}

/** Everybody and everything that changed about them; read again while a run ends meanwhile. */
export function readPeopleLog(
  service: Service,
  connectionId: string,
  options: FlowOptions = {},
): Promise<Result<PeopleLog, MirrorError>> {
  return untilSteady(() => readOnce(service, connectionId, options));
}
