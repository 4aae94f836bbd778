/** What the workbook says of working time, read beside what Lucca has: regulations and their sets, typed time, closed months. */
import type { Finding } from '../../domain/finding.ts';
import { canonical, textCell } from '../../domain/review/cell.ts';
import type { TimeRegulation } from '../../domain/worktime/population.ts';
import type { AbsenceTreatment, RuleSet } from '../../domain/worktime/ruleSet.ts';
import { establishmentsTable } from '../../tables/establishmentsTable.ts';
import type { TypedRow } from '../../tables/typedRow.ts';
import type { KnownPerson } from '../../tables/knownPeople.ts';
import { currentIds, type CurrentIds } from '../../tables/people/currentIds.ts';
import { planningsTable } from '../../tables/planningsTable.ts';
import { readEstablishments, type Establishment } from '../../tables/readEstablishments.ts';
import { readPlannings, type TypedPlanning } from '../../tables/readPlannings.ts';
import { absenceTreatmentsTable } from '../../tables/worktime/absenceTreatmentsTable.ts';
import { readAbsenceTreatments } from '../../tables/worktime/readAbsenceTreatments.ts';
import { faultyAccounts, readTimeAccounts, type TypedAccount } from '../../tables/worktime/readTimeAccounts.ts';
import { readTimeCorrections, type TimeCorrection } from '../../tables/worktime/readTimeCorrections.ts';
import { readTimeEntries, type TypedTime } from '../../tables/worktime/readTimeEntries.ts';
import { readTimeRegister, type TimeRegister } from '../../tables/worktime/readTimeRegister.ts';
import { readTimeRegulations, type TypedTimeRegulation } from '../../tables/worktime/readTimeRegulations.ts';
import { readTimeRules, type TypedRules } from '../../tables/worktime/readTimeRules.ts';
import { ruleSetsOf } from '../../tables/worktime/ruleSets.ts';
import { timeAccountsTable } from '../../tables/worktime/timeAccountsTable.ts';
import { timeCorrectionsTable } from '../../tables/worktime/timeCorrectionsTable.ts';
import { timeEntriesTable } from '../../tables/worktime/timeEntriesTable.ts';
import { timeRegulationsTable } from '../../tables/worktime/timeRegulationsTable.ts';
import { timeRulesTable } from '../../tables/worktime/timeRulesTable.ts';
import type { BookRow, BookSnapshot } from '../book.ts';
import { ownPeople } from '../ownPeople.ts';
import type { WorktimeFacts } from '../readWorktimeFacts.ts';
import { textOf } from '../vouchers/regulationReadings.ts';
import { sayChangedSets } from './changedSets.ts';

export interface WorktimeBook {
  /** Rows of « Salariés » that say who they are, one for each person. */
  readonly people: readonly BookRow[];
  /** Those of somebody whom nothing identifies. */
  readonly unidentified: readonly BookRow[];
  readonly establishments: readonly Establishment[];
  readonly plannings: readonly TypedPlanning[];
  readonly regulations: readonly TypedTimeRegulation[];
  /** Rows of « Réglementaires de temps » that can hold for nobody. */
  readonly left: readonly TypedRow[];
  /** The checked set of each regulation; null when it cannot be computed with. */
  readonly sets: ReadonlyMap<TimeRegulation, RuleSet | null>;
  /** In the order of the sheet. */
  readonly accounts: readonly TypedAccount[];
  readonly rules: TypedRules;
  /** How each account of absence counts, by its number. */
  readonly treatments: ReadonlyMap<string, AbsenceTreatment>;
  /** By person. */
  readonly typed: ReadonlyMap<string, TypedTime>;
  readonly corrections: readonly TimeCorrection[];
  readonly register: TimeRegister;
  /** Leave accounts by identifier, as Lucca calls them. */
  readonly leaveNames: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

/** Number of Lucca of a row of « Salariés ». */
export function luccaIdOf(row: BookRow): string {
  return canonical('identifier', row.cells['luccaId'] ?? textCell(row.key));
}

function knownPerson(row: BookRow, ids: CurrentIds): KnownPerson {
  const id = luccaIdOf(row);
  return {
    id,
    employeeNumber: textOf(row, 'employeeNumber'),
    establishment: textOf(row, 'establishment'),
    formerIds: ids.formerOf(id),
  };
}

/** Reads everything. What is wrong is told, at its cell; the rest is answered all the same. */
export function worktimeBook(
  snapshot: BookSnapshot,
  { accounts: leave }: Pick<WorktimeFacts, 'accounts'>,
): WorktimeBook {
  const people = ownPeople(snapshot);
  const ids = currentIds(snapshot);
  const known = people.value.map((row) => knownPerson(row, ids));
  const establishments = readEstablishments(snapshot[establishmentsTable.name]);
  const plannings = readPlannings(snapshot[planningsTable.name], known, establishments.value);
  const accounts = readTimeAccounts(snapshot[timeAccountsTable.name]);
  const domainAccounts = accounts.value.map(({ account }) => account);
  const rules = readTimeRules(snapshot[timeRulesTable.name], domainAccounts, faultyAccounts(accounts.value));
  const treatments = readAbsenceTreatments(snapshot[absenceTreatmentsTable.name], leave);
  const beside = { people: known, establishments: establishments.value };
  const regulations = readTimeRegulations(snapshot[timeRegulationsTable.name], beside);
  const { sets, findings } = ruleSetsOf(regulations.value, {
    accounts: accounts.value,
    rules: rules.value,
    treatments: treatments.value,
  });
  const typed = readTimeEntries(snapshot[timeEntriesTable.name], known);
  const corrections = readTimeCorrections(snapshot[timeCorrectionsTable.name], known, domainAccounts);
  const register = readTimeRegister(snapshot);
  sayChangedSets(regulations.value, sets, register);
  const readings = [
    people,
    establishments,
    plannings,
    accounts,
    rules,
    treatments,
    regulations,
    typed,
    corrections,
    register,
  ];
  return {
    people: people.value,
    unidentified: people.unidentified,
    establishments: establishments.value,
    plannings: plannings.value,
    regulations: regulations.value,
    left: regulations.left,
    sets,
    accounts: accounts.value,
    rules: rules.value,
    treatments: treatments.value,
    typed: typed.value,
    corrections: corrections.value,
    register,
    leaveNames: new Map(leave.map(({ id, name }) => [id, name])),
    findings: [...readings.flatMap((each) => each.findings), ...findings],
  };
}
